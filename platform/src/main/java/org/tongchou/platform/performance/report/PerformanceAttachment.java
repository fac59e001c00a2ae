package org.tongchou.platform.performance.report;

import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import org.tongchou.accounts.model.DocumentKind;
import org.tongchou.accounts.publish.Content;
import org.tongchou.performance.publish.PerformancePublication;
import org.tongchou.platform.accounts.DocumentAttachment;

/** Adds approved targets to published budgets, and confirmed self-evaluations and reports to final accounts. */
@Component
class PerformanceAttachment implements DocumentAttachment {
    private final PerformanceDocuments documents;

    PerformanceAttachment(PerformanceDocuments documents) {
        this.documents = documents;
    }

    @Override
    public List<Content> contents(List<Long> unitIds, int year, DocumentKind kind) {
        PerformanceDocuments.Made made = kind == DocumentKind.BUDGET
                ? documents.targets(unitIds, year)
                : documents.evaluations(unitIds, year, false);
        if (made.document().isEmpty()) {
            return List.of();
        }
        List<Content> contents = new ArrayList<>();
        contents.add(new Content.Heading(1, "附件 绩效信息"));
        contents.addAll(PerformancePublication.of(made.document(), made.texts()).contents());
        return contents;
    }
}
