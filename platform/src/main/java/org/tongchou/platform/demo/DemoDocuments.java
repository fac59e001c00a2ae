package org.tongchou.platform.demo;

import java.util.Set;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.tongchou.accounts.model.DocumentKind;
import org.tongchou.platform.accounts.document.DocumentFlow;
import org.tongchou.platform.accounts.document.Words;
import org.tongchou.platform.accounts.document.WordsService;
import org.tongchou.platform.web.Actor;

/** Makes drafts of the synthetic bureau's documents and writes most of their words. */
@Component
@Profile("demo")
class DemoDocuments {
    private static final int FIRST_VERSION = 0;

    private final DocumentFlow flow;
    private final WordsService words;

    DemoDocuments(DocumentFlow flow, WordsService words) {
        this.flow = flow;
        this.words = words;
    }

    /**
     * Drafts the final accounts of a year.
     *
     * @param unitId the department, or one of its units
     * @param rolledUp whether it is the whole department
     * @param figuresWithReasons keys of the figures that usually have a reason
     */
    void finalAccounts(
            Actor actor, Sample sample, long unitId, boolean rolledUp, int year, Set<String> figuresWithReasons) {
        long document = flow.create(actor, unitId, year, DocumentKind.FINAL, "万元");
        put(actor, document, Words.TEXT, "主要工作", String.join("\n", sample.work()));
        sample.figures().forEach((key, value) -> put(actor, document, Words.FIGURE, key, value.toPlainString()));
        if (rolledUp) {
            sample.subordinate()
                    .forEach((key, value) -> put(actor, document, Words.FIGURE, key, value.toPlainString()));
        }
        for (String key : figuresWithReasons) {
            if (!sample.leftOpen().contains(key)) {
                sample.reasons().stream()
                        .filter(reason -> key.matches(reason.keys()))
                        .findFirst()
                        .ifPresent(reason -> put(actor, document, Words.REASON, key, reason.text()));
            }
        }
    }

    /** Drafts the budget of a year. */
    void budget(Actor actor, long unitId, int year) {
        flow.create(actor, unitId, year, DocumentKind.BUDGET, "万元");
    }

    private void put(Actor actor, long document, String kind, String key, String body) {
        words.put(actor, document, kind, key, body, FIRST_VERSION);
    }
}
