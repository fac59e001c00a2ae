package org.tongchou.benefit.policy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tongchou.files.yaml.YamlReader;

/** Reads the files of a pack or reform. All mistakes are collected; what could be read is kept. */
final class PackReader {
    private final Findings findings;
    private final List<Entry> files = new ArrayList<>();
    private final Map<String, Place> places = new TreeMap<>();

    private PackReader(Findings findings) {
        this.findings = findings;
    }

    /**
     * What was read.
     *
     * @param pack all that could be read
     * @param places where fields of tiers and plans are written, by path
     */
    record Draft(PolicyPack pack, Map<String, Place> places) {}

    /** Reads a pack from the texts of its files, in the order in which they count. */
    static Draft read(String id, Map<String, String> texts, Findings findings) {
        PackReader reader = new PackReader(findings);
        texts.forEach((file, text) -> reader.open(file, text, Shape.FILE));
        return new Draft(reader.pack(id), reader.places);
    }

    /** Reads a reform of a pack; empty when it does not say whose it is. */
    static Optional<Reform> readReform(
            String file, String text, PolicyPack base, Findings findings, Map<String, Place> places) {
        PackReader reader = new PackReader(findings);
        reader.open(file, text, Shape.REFORM_FILE);
        Optional<Reform> reform = reader.reform(base);
        places.putAll(reader.places);
        return reform;
    }

    private void open(String file, String text, Shape shape) {
        files.add(Entry.of(YamlReader.read(text, issue -> findings.add(file, issue)), shape, file, findings));
    }

    // ---- a pack

    private PolicyPack pack(String id) {
        Region region = region(id);
        Map<String, Source> sources = named(
                "sources", Shape.SOURCE, Source::place, (name, entry) -> Optional.of(source(name, entry, region)));
        VocabularyReader vocabulary = new VocabularyReader();
        files.forEach(file -> {
            Entry words = file.below("vocabulary", Shape.VOCABULARY);
            if (words != null) {
                vocabulary.read(words);
            }
        });
        Map<String, Counter> counters = counters();
        ConditionReader conditions = new ConditionReader(counters);
        ParameterReader values = new ParameterReader(conditions);
        Map<String, Parameter> parameters =
                named("parameters", Shape.PARAMETER, Parameter::place, (name, entry) -> values.read(name, entry, null));
        return new PolicyPack(
                id,
                region,
                sources,
                vocabulary.vocabulary(),
                counters,
                parameters,
                tiers(conditions),
                plans(conditions));
    }

    private Region region(String id) {
        Region region = null;
        for (Entry file : files) {
            Entry entry = file.below("region", Shape.REGION);
            if (entry == null) {
                continue;
            }
            if (region != null) {
                entry.report(PackRule.DEFINED_TWICE, entry.place(), "region 已在 " + region.place() + " 写明", "请只留一处");
                continue;
            }
            String code = entry.required("code", "六位医保区划代码，加引号，如 \"420100\"");
            if (!code.isEmpty() && !code.matches("\\d{6}")) {
                entry.wrong("code", "六位数字的医保区划代码，加引号，如 \"420100\"");
            }
            Trust trust = entry.requiredChoice("trust", Trust.values(), Trust::word);
            region = new Region(
                    code, entry.required("name", "统筹区名称"), trust == null ? Trust.DEMO : trust, entry.place());
        }
        if (region != null) {
            return region;
        }
        Place place = files.isEmpty() ? new Place(id, 1) : files.get(0).place();
        findings.add(
                PackRule.NO_REGION,
                place,
                "规则包没有写明 region",
                "请在一个文件里写 region: { code: \"350900\", name: 某市, trust: official }");
        return new Region("", id, Trust.DEMO, place);
    }

    private static Source source(String id, Entry entry, Region region) {
        LocalDate checked = entry.date("checked");
        return new Source(
                id,
                entry.required("title", "文件的标题"),
                entry.word("number"),
                entry.word("link"),
                checked,
                entry.choice("trust", Trust.values(), Trust::word, region.trust()),
                entry.place());
    }

    // ---- what packs and reforms share

    private Map<String, Counter> counters() {
        return named("counters", Shape.COUNTER, Counter::place, (name, entry) -> {
            Unit unit = entry.requiredChoice("unit", Unit.values(), Unit::word);
            Counter.Per per = entry.requiredChoice("per", Counter.Per.values(), Counter.Per::word);
            Counter.By by = entry.findChoice("by", Counter.By.values(), Counter.By::word);
            String meaning = entry.required("meaning", "这个累计的意思");
            return unit == null || per == null
                    ? Optional.empty()
                    : Optional.of(new Counter(name, meaning, unit, per, by, entry.place()));
        });
    }

    private Map<String, Tier> tiers(ConditionReader conditions) {
        TierReader reader = new TierReader(conditions);
        return named("tiers", Shape.TIER, Tier::place, (id, entry) -> {
            remember("tiers." + id, Shape.TIER, entry);
            return Optional.of(reader.read(id, entry));
        });
    }

    private List<Plan> plans(ConditionReader conditions) {
        PlanReader reader = new PlanReader(conditions);
        Map<String, Plan> plans = new LinkedHashMap<>();
        for (Entry file : files) {
            for (Entry entry : file.entries("plans", Shape.PLAN)) {
                reader.read(entry).ifPresent(plan -> {
                    Plan before = plans.putIfAbsent(plan.id(), plan);
                    if (before == null) {
                        remember("plans." + plan.id(), Shape.PLAN, entry);
                    } else {
                        twice(entry, "plans", plan.id(), before.place());
                    }
                });
            }
        }
        return List.copyOf(plans.values());
    }

    private <T> Map<String, T> named(
            String key, Shape shape, Function<T, Place> place, BiFunction<String, Entry, Optional<T>> read) {
        Map<String, T> all = new LinkedHashMap<>();
        for (Entry file : files) {
            file.named(key, shape).forEach((name, entry) -> {
                @Nullable T before = all.get(name);
                if (before == null) {
                    read.apply(name, entry).ifPresent(found -> all.put(name, found));
                } else {
                    twice(entry, key, name, place.apply(before));
                }
            });
        }
        return all;
    }

    private static void twice(Entry entry, String key, String name, Place before) {
        entry.report(
                PackRule.DEFINED_TWICE, entry.place(), key + " 中的“" + name + "”已在 " + before + " 定义", "请删去一处，或换一个名字");
    }

    private void remember(String path, Shape shape, Entry entry) {
        for (String key : shape.keys()) {
            if (entry.has(key)) {
                places.putIfAbsent(path + "." + key, entry.place(key));
            }
        }
    }

    // ---- a reform

    private Optional<Reform> reform(PolicyPack base) {
        Entry file = files.get(0);
        Entry entry = file.below("reform", Shape.REFORM);
        if (entry == null) {
            findings.add(
                    PackRule.WRONG_REFORM,
                    file.place(),
                    "没有写明 reform，不是改革方案文件",
                    "请写 reform: { name: 方案名称, base: 规则包的目录名 }");
            return Optional.empty();
        }
        String of = entry.required("base", "所修改的规则包的目录名");
        if (!of.isEmpty() && !of.equals(base.id())) {
            entry.report(
                    PackRule.WRONG_REFORM,
                    entry.place("base"),
                    "改革方案修改的是“" + of + "”，规则包是“" + base.id() + "”",
                    "请换一个规则包，或改正 base");
        }
        Map<String, Counter> counters = counters();
        Map<String, Counter> known = new TreeMap<>(base.counters());
        known.putAll(counters);
        ConditionReader conditions = new ConditionReader(known);
        ParameterReader values = new ParameterReader(conditions);
        Map<String, Parameter> parameters = named(
                "parameters",
                Shape.PARAMETER,
                Parameter::place,
                (name, below) -> values.read(name, below, base.parameters().get(name)));
        return Optional.of(new Reform(
                entry.required("name", "改革方案的名称"),
                of,
                counters,
                parameters,
                tiers(conditions),
                plans(conditions),
                entry.place()));
    }
}
