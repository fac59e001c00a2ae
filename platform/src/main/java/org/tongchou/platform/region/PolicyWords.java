package org.tongchou.platform.region;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tongchou.benefit.policy.Fact;
import org.tongchou.benefit.policy.PolicyPack;
import org.tongchou.benefit.policy.Vocabulary;

/** Puts Chinese names in place of the words of the rules: those of the pack, and those that every pack has. */
final class PolicyWords {
    private static final Pattern WORD = Pattern.compile("[^\\s、：（），；]+");

    private static final Map<Fact.Kind, String> FACTS = facts();
    private static final Map<String, String> FIXED = pairs("""
            employee 职工医保 resident 居民医保 care 长期护理保险 retired_cadre 离休医疗保障 none 无
            male 男 female 女 yes 是 no 否
            outpatient 门诊 emergency 急诊 chronic 门诊慢特病 special_drug 特殊药品 inpatient 住院 day_surgery 日间手术
            maternity_outpatient 产前检查 maternity_inpatient 生育住院 pharmacy 药店购药 care_month 护理月度 second_aid 再次救助
            local 统筹区内 in_province 省内异地 out_of_province 跨省异地
            referred 已转诊 unfiled 未备案 item 按项目 disease 按病种 drg 按疾病诊断相关分组 per_diem 按床日
            birth 分娩 miscarriage 流产 paternity 陪产 adl 日常生活活动 cognition 认知 perception 感知觉与沟通
            home 居家 institution 机构 official 正式文件 published 公开数字 demo 演示
            """);

    /** Words that mean something else after a fact. */
    private static final Map<Fact.Kind, Map<String, String>> AFTER = Map.of(
            Fact.Kind.FILING, pairs("resident 异地长期居住 emergency 异地急诊"),
            Fact.Kind.PAYMENT_MODE, pairs("disease 按病种"));

    private final Map<String, String> names = new HashMap<>();
    private final Map<String, Fact.Kind> facts = new HashMap<>();
    private final Map<Fact.Kind, Map<String, String>> words = new EnumMap<>(Fact.Kind.class);

    PolicyWords(PolicyPack pack) {
        Vocabulary vocabulary = pack.vocabulary();
        for (Fact.Kind kind : Fact.Kind.values()) {
            Map<String, String> own = new HashMap<>();
            kind.words().ifPresent(of -> vocabulary.of(of).values().forEach(word -> own.put(word.id(), word.name())));
            kind.fixedWords().forEach(word -> own.put(word, FIXED.getOrDefault(word, word)));
            own.putAll(AFTER.getOrDefault(kind, Map.of()));
            words.put(kind, own);
            facts.put(kind.word(), kind);
            names.put(kind.word(), FACTS.getOrDefault(kind, kind.word()));
        }
        Map<String, String> funds = new HashMap<>();
        vocabulary.funds().forEach((id, fund) -> funds.put(id, fund.name()));
        words.put(Fact.Kind.FUND, funds);
        vocabulary.classes().keySet().forEach(name -> {
            facts.put("class." + name, Fact.Kind.CLASS);
            names.put("class." + name, name.equals("aid") ? "救助类别" : "人员分类");
        });
        pack.counters().forEach((name, counter) -> names.put("counter." + name, counter.meaning()));
        pack.parameters().values().forEach(parameter -> names.put(parameter.name(), "“" + parameter.meaning() + "”"));
    }

    /** The text with names for the words that are known: after a fact its own words, elsewhere those of all. */
    String named(String text) {
        Matcher found = WORD.matcher(text);
        StringBuilder named = new StringBuilder();
        Map<String, String> after = Map.of();
        while (found.find()) {
            String word = found.group();
            String own = after.get(word);
            if (own == null && facts.containsKey(word)) {
                after = words.getOrDefault(facts.get(word), Map.of());
            }
            String general = names.getOrDefault(word, FIXED.getOrDefault(word, word));
            found.appendReplacement(named, Matcher.quoteReplacement(own == null ? general : own));
        }
        return found.appendTail(named).toString();
    }

    private static Map<String, String> pairs(String text) {
        String[] words = text.strip().split("\\s+");
        Map<String, String> pairs = new LinkedHashMap<>();
        for (int i = 0; i < words.length; i += 2) {
            pairs.put(words[i], words[i + 1]);
        }
        return pairs;
    }

    /** In the order of the kinds. */
    private static Map<Fact.Kind, String> facts() {
        String[] printed = """
                险种 人员类别 周岁 出生天数 性别 身份 人员分类 缴费档次 连续参保年数 已认定的慢特病 医疗类别 机构等级 机构标记 就医地 异地备案
                付费方式 慢特病病种 诊断 账单标记 住院天数 第几次住院 失能等级 累计数 大病封顶线提高额 账单金额 费用类别 逾期缴费 资助参保
                首次参保 上一次参保的险种 断保年数 中断月数 基金 区县分档 亲属关系 护理方式 生育事件 孕周 胎儿数 难产 评估维度 评估得分
                日常生活活动能力受损程度 认知与沟通能力受损程度
                """.strip().split("\\s+");
        Map<Fact.Kind, String> facts = new LinkedHashMap<>();
        Arrays.stream(Fact.Kind.values()).forEach(kind -> facts.put(kind, printed[kind.ordinal()]));
        return facts;
    }
}
