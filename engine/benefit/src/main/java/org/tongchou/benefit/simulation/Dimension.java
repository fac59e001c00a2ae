package org.tongchou.benefit.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.tongchou.benefit.policy.Fact;
import org.tongchou.benefit.policy.PersonClass;
import org.tongchou.benefit.policy.Vocabulary;
import org.tongchou.benefit.policy.Word;

/** What the sums of a year are told apart by. */
public enum Dimension {
    /** 险种. */
    SCHEME("险种", "账单所属参保人的险种"),
    /** 医疗机构等级. */
    LEVEL("医疗机构等级", "账单上医疗机构的等级；没有等级的列为“未写明”"),
    /** 年龄段. */
    AGE("年龄段", "结算之日的周岁"),
    /** 救助类别. */
    AID_CLASS("救助类别", "规则包第一个身份分类（通常是救助对象类别）中参保人所属的一类，就高不重复"),
    /** 医疗类别. */
    KIND("医疗类别", "账单的医疗类别");

    /** First age of each band after the first. */
    private static final int[] BANDS = {7, 18, 35, 45, 60, 70, 80};

    private static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry("employee", "职工医保"),
            Map.entry("resident", "居民医保"),
            Map.entry("care", "长期护理保险"),
            Map.entry("retired_cadre", "离休人员"),
            Map.entry("outpatient", "普通门诊"),
            Map.entry("emergency", "急诊"),
            Map.entry("chronic", "门诊慢特病"),
            Map.entry("special_drug", "双通道药品"),
            Map.entry("inpatient", "住院"),
            Map.entry("day_surgery", "日间手术"),
            Map.entry("maternity_outpatient", "产前检查"),
            Map.entry("maternity_inpatient", "住院分娩"),
            Map.entry("pharmacy", "药店购药"),
            Map.entry("care_month", "长期护理（月）"),
            Map.entry("second_aid", "救助补报"),
            Map.entry("none", "不属于任何一类"));

    private final String title;
    private final String definition;

    Dimension(String title, String definition) {
        this.title = title;
        this.definition = definition;
    }

    /** What people call it. */
    public String title() {
        return title;
    }

    /** How a bill gets its row. */
    public String definition() {
        return definition;
    }

    /** The rows in order, as people read them; the last one is for bills that have no word. */
    List<String> labels(Vocabulary vocabulary) {
        List<String> labels = new ArrayList<>();
        switch (this) {
            case SCHEME -> words(Fact.Kind.SCHEME, vocabulary, labels);
            case LEVEL -> words(Fact.Kind.LEVEL, vocabulary, labels);
            case KIND -> words(Fact.Kind.KIND, vocabulary, labels);
            case AGE -> ages(labels);
            case AID_CLASS ->
                vocabulary.classes().values().stream()
                        .limit(1)
                        .map(PersonClass::name)
                        .flatMap(name -> vocabulary.wordsOf(new Fact(Fact.Kind.CLASS, name)).stream())
                        .forEach(word -> labels.add(NAMES.getOrDefault(word, word)));
        }
        labels.add("未写明");
        return labels;
    }

    private static void words(Fact.Kind fact, Vocabulary vocabulary, List<String> labels) {
        Map<String, Word> own = fact.words().map(vocabulary::of).orElse(Map.of());
        for (String word : vocabulary.wordsOf(Fact.of(fact))) {
            Word named = own.get(word);
            labels.add(named == null ? NAMES.getOrDefault(word, word) : named.name());
        }
    }

    private static void ages(List<String> labels) {
        int first = 0;
        for (int next : BANDS) {
            labels.add(first + "—" + (next - 1) + " 岁");
            first = next;
        }
        labels.add(first + " 岁及以上");
    }

    static int ageBand(int age) {
        int band = 0;
        while (band < BANDS.length && age >= BANDS[band]) {
            band++;
        }
        return band;
    }
}
