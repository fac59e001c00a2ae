package org.tongchou.platform.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.tongchou.platform.accounts.EntryKind;

/** The invented year hangs together. */
class SampleYearTest {
    private static final Map<String, Long> OPENING = Map.of("一般公共预算", 12_345L);
    private final Sample sample = Sample.read();
    private final List<SampleEntry> entries = SampleYear.entries(sample, 2025, OPENING);

    private long sum(Predicate<SampleEntry> which) {
        return entries.stream().filter(which).mapToLong(SampleEntry::fen).sum();
    }

    @Test
    void isTheSameEveryTime() {
        assertThat(SampleYear.entries(sample, 2025, OPENING)).isEqualTo(entries);
        assertThat(entries).hasSizeGreaterThan(1500);
    }

    @Test
    void everyProjectSpendsWhatItsTableSays() {
        for (Sample.Project project : sample.projects()) {
            assertThat(sum(entry ->
                            entry.kind() == EntryKind.EXPENSE && entry.project().equals(project.codeIn(2025))))
                    .as(project.name())
                    .isEqualTo(Sample.fen(project.spent()));
        }
    }

    @Test
    void everyVoucherHasItsOwnNumberAndAnAmount() {
        List<String> vouchers = entries.stream()
                .filter(entry -> entry.kind() == EntryKind.EXPENSE || entry.kind() == EntryKind.INCOME)
                .map(SampleEntry::voucher)
                .toList();
        assertThat(vouchers).doesNotHaveDuplicates().doesNotContain("");
        assertThat(entries).allSatisfy(entry -> assertThat(entry.fen()).isPositive());
        assertThat(entries)
                .allSatisfy(entry -> assertThat(entry.date().getYear()).isEqualTo(2025));
    }

    @Test
    void theBudgetIsBalanced() {
        assertThat(sum(entry -> entry.kind() == EntryKind.BUDGET_INCOME))
                .isEqualTo(sum(entry -> entry.kind() == EntryKind.BUDGET_INITIAL));
    }

    @Test
    void everySourceReceivesAtLeastWhatItSpends() {
        for (String fund : List.of("一般公共预算", "政府性基金")) {
            assertThat(sum(entry ->
                            entry.kind() == EntryKind.INCOME && entry.fund().equals(fund)))
                    .isGreaterThanOrEqualTo(sum(entry ->
                            entry.kind() == EntryKind.EXPENSE && entry.fund().equals(fund)));
        }
        assertThat(sum(entry -> entry.kind() == EntryKind.INCOME))
                .isGreaterThan(sum(entry -> entry.kind() == EntryKind.EXPENSE));
    }
}
