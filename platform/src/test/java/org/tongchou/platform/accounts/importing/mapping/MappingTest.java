package org.tongchou.platform.accounts.importing.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tongchou.platform.spreadsheet.source.Dates;
import org.tongchou.platform.spreadsheet.source.SourceRow;
import org.tongchou.platform.web.Refusal;

class MappingTest {
    private static final Words WORDS = Words.standard();

    @Test
    void findsAMergedHeader() {
        List<SourceRow> rows = List.of(
                row(1, "2024 年支出明细账"),
                row(2, "单位：万元"),
                row(3, "日期", "凭证号", "摘要", "科目", "", "发生额", ""),
                row(4, "", "", "", "功能分类", "经济分类", "借方", "贷方"),
                row(5, "2024-01-03", "记-1", "水费", "2101501", "30205", "12.50", ""));
        Guess.Place place = new Guess(WORDS, rows).header();
        assertThat(place.first()).isEqualTo(3);
        assertThat(place.rows()).isEqualTo(2);
        assertThat(place.header().titles())
                .containsExactly("日期", "凭证号", "摘要", "科目/功能分类", "科目/经济分类", "发生额/借方", "发生额/贷方");
        Mapping mapping = new Guess(WORDS, rows).mapping(ImportKind.EXPENSE, "", place);
        assertThat(mapping.moneyUnit()).isEqualTo("万元");
        assertThat(mapping.source(Field.FUNCTIONAL).headers()).containsExactly("科目/功能分类");
        assertThat(mapping.source(Field.PLUS).headers()).containsExactly("发生额/借方");
        assertThat(mapping.source(Field.MINUS).headers()).containsExactly("发生额/贷方");
        Mapping income = new Guess(WORDS, rows).mapping(ImportKind.INCOME, "", place);
        assertThat(income.source(Field.PLUS).headers()).containsExactly("发生额/贷方");
    }

    @Test
    void findsASimpleHeaderBelowNotes() {
        List<SourceRow> rows = List.of(
                row(1, "打印时间", "2024-12-31"),
                row(3, "单位名称", "支付日期", "支付金额（元）", "资金性质", "备注"),
                row(4, "样例市医疗保障局", "20240105", "7,328.50", "一般公共预算资金", ""));
        Guess.Place place = new Guess(WORDS, rows).header();
        assertThat(place.first()).isEqualTo(3);
        assertThat(place.rows()).isEqualTo(1);
        assertThat(new Guess(WORDS, rows)
                        .mapping(ImportKind.EXPENSE, "", place)
                        .source(Field.AMOUNT)
                        .headers())
                .containsExactly("支付金额（元）");
    }

    @ParameterizedTest
    @CsvSource({
        "100001,1",
        "样例市医疗保障局本级,1",
        "100001 样例市医疗保障局本级,1",
        "100001-本级,1",
        "[100001]本级,1",
        "【100001】,1",
        "１００００１,1",
        "样例市医疗保障 局本级,1",
        "基金中心,2",
        "100002（停用）,2"
    })
    void looksUpByCodeNameOrBoth(String cell, long id) {
        assertThat(lookup().find(cell)).contains(id);
    }

    @ParameterizedTest
    @ValueSource(strings = {"100003", "某局", "1000", "同名"})
    void findsNothingWhereNothingIsMeant(String cell) {
        assertThat(lookup().find(cell)).isEmpty();
    }

    private static Lookup lookup() {
        Lookup lookup = new Lookup();
        lookup.add("100001", "样例市医疗保障局本级", 1);
        lookup.add("100002", "基金中心", 2);
        lookup.add("A1", "同名", 3);
        lookup.add("A2", "同名", 4);
        return lookup;
    }

    @ParameterizedTest
    @CsvSource({
        "2024-3-1,2024-03-01",
        "2024/03/01 08:30:00,2024-03-01",
        "2024.3.1,2024-03-01",
        "2024年3月1日,2024-03-01",
        "20240301,2024-03-01",
        "45352,2024-03-01",
        "２０２４－３－１,2024-03-01",
        "2024-03-01T10:00:00,2024-03-01"
    })
    void readsDates(String text, String day) {
        assertThat(Dates.parse(text)).map(Object::toString).contains(day);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2024-02-30", "昨天", "20241301", "2024", "3月1日", "99999999999", ""})
    void refusesOtherDates(String text) {
        assertThat(Dates.parse(text)).isEmpty();
    }

    @Test
    void refusesMappingsThatCannotWork() {
        Mapping.Source given = new Mapping.Source(List.of("甲"), null, null);
        Map<String, Mapping.Source> enough = Map.of(
                "unit", given, "date", given, "fund", given, "nature", given, "functionalCode", given, "amount", given);
        new Mapping("expense", null, 1, 1, "元", false, enough).validate();
        refused(new Mapping("other", null, 1, 1, "元", false, enough), "E-IMP-020");
        refused(new Mapping("expense", null, 1, 1, "美元", false, enough), "E-IMP-021");
        refused(new Mapping("expense", null, 0, 1, "元", false, enough), "E-IMP-022");
        refused(new Mapping("income", null, 1, 1, "元", false, enough), "E-IMP-023");
        refused(new Mapping("expense", null, 1, 1, "元", false, Map.of("amount", given)), "E-IMP-025");
        Map<String, Mapping.Source> both = new java.util.HashMap<>(enough);
        both.put("plus", given);
        refused(new Mapping("expense", null, 1, 1, "元", false, both), "E-IMP-026");
    }

    private static void refused(Mapping mapping, String code) {
        assertThatThrownBy(mapping::validate)
                .isInstanceOfSatisfying(Refusal.class, e -> assertThat(e.code()).isEqualTo(code));
    }

    private static SourceRow row(int number, String... cells) {
        return new SourceRow(number, Arrays.asList(cells), List.of());
    }
}
