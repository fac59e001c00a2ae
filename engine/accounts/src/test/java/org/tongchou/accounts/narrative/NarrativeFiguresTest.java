package org.tongchou.accounts.narrative;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tongchou.accounts.source.RawDocument;

/** Reasons after figures. */
class NarrativeFiguresTest {
    private static Optional<String> reason(String... paragraphs) {
        RawDocument document = Narratives.document(paragraphs);
        return NarrativeFigures.of(document)
                .reasonAfter(NarrativeReader.read(document).get(0));
    }

    @Test
    void findsAReasonInTheSentenceOrTheNext() {
        assertThat(reason("机关运行经费 3 万元，比上年增加 1 万元，主要原因是增员。")).contains("主要原因是增员。");
        assertThat(reason("机关运行经费 3 万元，比上年增加 1 万元。主要是增员。")).contains("主要是增员。");
        assertThat(reason("收、支总计各 3 万元。与上年相比，收、支总计各增加 1 万元。主要原因：增员。")).contains("主要原因：增员。");
    }

    @Test
    void findsNoneWhereNoneIsGiven() {
        assertThat(reason("机关运行经费 3 万元，比上年增加 1 万元。")).isEmpty();
        assertThat(reason("机关运行经费 3 万元，比上年增加 1 万元。", "主要原因是另一段的事。")).isEmpty();
        assertThat(reason("机关运行经费 3 万元。主要用于日常办公。")).as("a purpose is no reason").isEmpty();
    }
}
