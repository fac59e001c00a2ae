package org.tongchou.platform.accounts.document;

import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.tongchou.platform.web.Actor;
import org.tongchou.platform.web.Requires;

/** What people write into a draft. */
@Tag(name = "部门预决算")
@RestController
@RequestMapping("/api/accounts/documents/{id}/words")
class WordsController {
    private final DocumentStore store;
    private final Words words;
    private final WordsService service;

    WordsController(DocumentStore store, Words words, WordsService service) {
        this.store = store;
        this.words = words;
        this.service = service;
    }

    /**
     * Something written.
     *
     * @param kind 原因, 文字 or 补充数
     * @param key key of the figure, or the section
     * @param body the words; empty to take them away
     * @param version the version of these words that the person saw; 0 when there were none
     */
    record DocumentWordRequest(
            @Nullable String kind,
            @Nullable String key,
            @Nullable String body,
            @Nullable Integer version) {}

    /** Everything that is written in a version. */
    @Requires(DocumentRights.READ)
    @GetMapping
    List<Words.DocumentWord> list(
            @AuthenticationPrincipal Actor actor,
            @PathVariable long id,
            @RequestParam(required = false) @Nullable Integer version) {
        store.get(actor, id);
        return words.list(store.version(id, version).id());
    }

    /** Every change of it, the latest first. */
    @Requires(DocumentRights.READ)
    @GetMapping("/history")
    List<Words.DocumentWordChange> history(
            @AuthenticationPrincipal Actor actor,
            @PathVariable long id,
            @RequestParam(required = false) @Nullable Integer version) {
        store.get(actor, id);
        return words.history(store.version(id, version).id());
    }

    /** Writes a reason, lines of text or a figure into the draft. */
    @Requires(DocumentRights.EDIT)
    @PutMapping
    Words.DocumentWord put(
            @AuthenticationPrincipal Actor actor, @PathVariable long id, @RequestBody DocumentWordRequest written) {
        return service.put(
                actor,
                id,
                orEmpty(written.kind()),
                orEmpty(written.key()),
                orEmpty(written.body()),
                written.version() == null ? 0 : written.version());
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
