package org.tongchou.benefit.claims;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tongchou.benefit.policy.Fact;
import org.tongchou.benefit.policy.PolicyPack;
import org.tongchou.benefit.policy.Vocabulary;
import org.tongchou.benefit.settle.BillNumbers;

/** The words of year files: which there are, how many at most, and what they are in a region. */
class ClaimsWordsTest {
    private static final int BORN = 3000;
    private static final int DAY = 20454;

    @TempDir
    Path folder;

    private static Vocabulary vocabulary(String words) {
        return PolicyPack.read(
                        "x",
                        Map.of(
                                "region.yaml",
                                "region: { code: \"999900\", name: 样例市, trust: demo }\nvocabulary:\n" + words))
                .pack()
                .vocabulary();
    }

    private static String tags(int count) {
        return IntStream.range(0, count)
                .mapToObj(tag -> "t" + tag + ": { name: 标记 }")
                .collect(Collectors.joining(", ", "  tags: { ", " }\n"));
    }

    private static List<ClaimsFailure> failures(ClaimsWords words, Vocabulary vocabulary) {
        List<ClaimsFailure> failures = new ArrayList<>();
        WordMap.of(words, vocabulary, failures);
        return failures;
    }

    @Test
    void diagnosesAreThoseOfTheSetsOnceEach() {
        Vocabulary vocabulary = vocabulary("""
                  diagnoses:
                    肿瘤: { name: 肿瘤, codes: [C, D0] }
                    重病: { name: 重病, codes: [c34, D0, I10] }
                """);
        ClaimsWords words = ClaimsWords.of(vocabulary, List.of("I10", "C34.1"));
        assertThat(words.diagnoses()).containsExactly("I10", "C34.1", "C", "D0", "c34");
        // I10 in the second, C34.1 in both, C in the first, D0 in both, c34 in both
        assertThat(words.sets(vocabulary)).containsExactly(2, 3, 1, 3, 3);
        WordMap map = WordMap.of(words, vocabulary, new ArrayList<>());
        assertThat(map.setsOf(0)).isEqualTo(2);
        assertThat(map.setsOf(1)).isEqualTo(3);
        assertThat(map.setsOf(-1)).isZero();
    }

    @Test
    void sixtyFourWordsOfAFactAreNotTooMany() throws IOException {
        int fixed = vocabulary("").wordsOf(Fact.of(Fact.Kind.TAG)).size();
        Vocabulary most = vocabulary(tags(64 - fixed));
        Vocabulary more = vocabulary(tags(65 - fixed));
        ClaimsWords words = ClaimsWords.of(most, List.of());
        assertThat(words.of(Fact.Kind.TAG)).hasSize(64);
        assertThat(failures(words, most)).isEmpty();
        assertThat(failures(words, more))
                .containsExactly(new ClaimsFailure(ClaimsFailure.Code.TOO_LARGE, "规则包的 tag", "65 个词", "最多 64 个词"));
        try (ClaimsWriter writer = new ClaimsWriter(folder, "", 2026, words)) {
            writer.person(new PersonRow(BORN, -1, -1, -1, -1, 0, 0, 0, 0, 0));
            int kind = words.number(Fact.Kind.KIND, "outpatient");
            writer.bill(new BillRow(DAY, BillNumbers.NO_DAY, kind, -1, 0, -1, -1, -1, -1, -1, -1, 1L << 63, 0, 0, -1));
            writer.finish();
        }
        assertThat(ClaimsYear.open(folder).failures()).isEmpty();
        assertThatThrownBy(() -> new ClaimsWriter(folder, "", 2026, ClaimsWords.of(more, List.of())))
                .hasMessageContaining("TAG has more than 64 words");
    }

    @Test
    void categoriesAreThoseOfTheRegion() throws IOException {
        Vocabulary own = vocabulary("  categories: { 床位: { name: 床位费 }, 西药: { name: 西药费 } }\n");
        Vocabulary turned = vocabulary("  categories: { 西药: { name: 西药费 }, 床位: { name: 床位费 } }\n");
        ClaimsWords words = ClaimsWords.of(own, List.of());
        int drugs = words.number(Fact.Kind.CATEGORY, "西药");
        try (ClaimsWriter writer = new ClaimsWriter(folder, "", 2026, words)) {
            writer.person(new PersonRow(BORN, -1, -1, -1, -1, 0, 0, 0, 0, 0));
            int kind = words.number(Fact.Kind.KIND, "outpatient");
            writer.bill(new BillRow(DAY, BillNumbers.NO_DAY, kind, -1, 0, -1, -1, -1, -1, -1, -1, 0, 0, 0, -1));
            writer.line(new LineRow(1_000_000, 10_000, 100, 0, -1, -1, -1, false, 0, false, -1));
            writer.line(new LineRow(1_000_000, 10_000, 100, 0, drugs, -1, -1, false, 0, false, -1));
            writer.finish();
        }
        ClaimsYear year = ClaimsYear.open(folder).found().orElseThrow();
        assertThat(new ClaimsRecords(year).bill(0, "").lines())
                .extracting("category")
                .containsExactly("", "西药");
        BillCursor bill = new BillCursor(year, WordMap.of(words, turned, new ArrayList<>()));
        bill.move(0);
        assertThat(bill.category(0)).isEqualTo(-1);
        assertThat(bill.category(1))
                .isEqualTo(
                        List.copyOf(turned.wordsOf(Fact.of(Fact.Kind.CATEGORY))).indexOf("西药"))
                .isNotEqualTo(drugs);
    }

    @Test
    void aFailureSaysWhatWasReadIfAnythingWas() {
        assertThat(new ClaimsFailure(ClaimsFailure.Code.RANGE, "bills.date", "7", "一天").message())
                .isEqualTo("E-CLM-008 值不在范围内：bills.date 为“7”，应为一天");
        assertThat(new ClaimsFailure(ClaimsFailure.Code.UNREADABLE, "a", "", "文件").message())
                .isEqualTo("E-CLM-001 文件不能读取：a，应为文件");
    }
}
