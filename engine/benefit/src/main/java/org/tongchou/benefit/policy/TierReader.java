package org.tongchou.benefit.policy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tongchou.benefit.policy.Adjustment.Change;

/** Reads tiers. */
final class TierReader {
    private static final Bucket[] BASE = Arrays.stream(Bucket.values())
            .filter(bucket -> bucket != Bucket.TOTAL)
            .toArray(Bucket[]::new);
    private static final String OWN_IN_SCOPE = "own_in_scope";

    private final ConditionReader conditions;

    TierReader(ConditionReader conditions) {
        this.conditions = conditions;
    }

    Tier read(String id, Entry entry) {
        boolean basic = entry.flag("basic");
        Tier.Measure measure = entry.choice("measure", Tier.Measure.values(), Tier.Measure::word, Tier.Measure.BILL);
        Tier.Against against = entry.choice("against", Tier.Against.values(), Tier.Against::word, Tier.Against.CURVE);
        LocalDate from = entry.date("from");
        LocalDate to = entry.date("to");
        Tier tier = new Tier(
                id,
                entry.required("name", "这一层的名称"),
                entry.name("fund"),
                basic,
                conditions.when(entry),
                from,
                to,
                base(entry),
                measure,
                entry.name("counter"),
                against,
                entry.name("paid"),
                deductible(entry),
                entry.choice("bands", Tier.BandsFrom.values(), Tier.BandsFrom::word, Tier.BandsFrom.BASE),
                entry.flag("whole"),
                entry.name("ratio"),
                adjustments(entry),
                entry.name("most"),
                limits(entry),
                entry.words("adds"),
                round(entry),
                entry.findChoice("balance", Tier.Balance.values(), Tier.Balance::word),
                entry.place());
        return tier;
    }

    private static RoundTo round(Entry entry) {
        Entry round = entry.below("round", Shape.ROUND);
        return round == null ? RoundTo.FEN : ExpressionReader.rounding(round, "to", RoundTo.Step.FEN);
    }

    private static List<Bucket> base(Entry entry) {
        List<Bucket> base = new ArrayList<>();
        for (String word : entry.words("base")) {
            if (word.equals(OWN_IN_SCOPE)) {
                base.addAll(Bucket.OWN_IN_SCOPE);
            } else {
                bucket(entry, "base", word, Arrays.asList(BASE), OWN_IN_SCOPE).ifPresent(base::add);
            }
        }
        return base;
    }

    private static Optional<Bucket> bucket(Entry entry, String key, String word, List<Bucket> known, String also) {
        Optional<Bucket> bucket =
                known.stream().filter(one -> one.word().equals(word)).findFirst();
        if (bucket.isEmpty()) {
            List<String> words =
                    new ArrayList<>(known.stream().map(Bucket::word).toList());
            if (!also.isEmpty()) {
                words.add(also);
            }
            entry.report(
                    PackRule.WRONG_FORM,
                    entry.place(key),
                    "字段 " + key + " 不认识“" + word + "”",
                    "请用 " + String.join("、", words));
        }
        return bucket;
    }

    private static @Nullable Deductible deductible(Entry entry) {
        Entry below = entry.below("deductible", Shape.DEDUCTIBLE);
        if (below == null) {
            return null;
        }
        return new Deductible(
                below.required("amount", "起付标准的参数名"),
                below.choice("per", Deductible.Per.values(), Deductible.Per::word, Deductible.Per.BILL),
                below.name("counter"),
                below.choice("chain", Deductible.Chain.values(), Deductible.Chain::word, Deductible.Chain.EACH),
                below.choice("counts", Deductible.Counts.values(), Deductible.Counts::word, Deductible.Counts.EXCESS),
                below.flag("spread"),
                below.place());
    }

    private List<Adjustment> adjustments(Entry entry) {
        List<Adjustment> adjustments = new ArrayList<>();
        for (Entry below : entry.entries("adjust", Shape.ADJUSTMENT)) {
            Condition when = conditions.when(below);
            List<Change> changes = Arrays.stream(Change.values())
                    .filter(change -> below.has(change.word()))
                    .toList();
            if (changes.size() != 1) {
                below.report(
                        changes.isEmpty() ? PackRule.MISSING : PackRule.WRONG_FORM,
                        below.place(),
                        "一条调整应有 add、times、own_times、replace 之一，这里有 " + changes.size() + " 个",
                        "请只写一个，几种调整分几条写");
                continue;
            }
            String parameter = below.word(changes.get(0).word());
            if (!parameter.isEmpty()) {
                adjustments.add(new Adjustment(when, changes.get(0), parameter, below.place()));
            }
        }
        return adjustments;
    }

    // ---- limits

    private List<Limit> limits(Entry entry) {
        List<Limit> limits = new ArrayList<>();
        for (Entry below : entry.entries("limits", Shape.LIMIT)) {
            limit(below).ifPresent(limits::add);
        }
        return limits;
    }

    private Optional<Limit> limit(Entry entry) {
        Condition when = conditions.when(entry);
        boolean excess = entry.findChoice("excess", new String[] {"over_cap"}, word -> word) != null;
        String counter = entry.word("counter");
        if (entry.has("share")) {
            only(entry, "按份额的限额", List.of("share", "of", "including", "when", "excess"));
            List<Bucket> of = new ArrayList<>();
            for (String word : entry.words("of")) {
                bucket(entry, "of", word, Bucket.OF_SPLIT, "").ifPresent(of::add);
            }
            if (!entry.has("of")) {
                entry.required("of", "总额占哪些费用，如 [scope]");
            }
            return Optional.of(
                    new Limit.Share(entry.word("share"), of, entry.words("including"), when, excess, entry.place()));
        }
        String amount = entry.required("amount", "限额的参数名");
        if (amount.isEmpty()) {
            return Optional.empty();
        }
        if (entry.has("over")) {
            return diseases(entry, amount, counter, when, excess);
        }
        if (!counter.isEmpty()) {
            only(entry, "按累计的限额", List.of("amount", "counter", "of", "when", "excess"));
            boolean ofBase = entry.findChoice("of", new String[] {"base"}, word -> word) != null;
            return Optional.of(new Limit.Counted(amount, counter, ofBase, when, excess, entry.place()));
        }
        only(entry, "按次的限额", List.of("amount", "times", "when", "excess"));
        boolean timesDays = entry.findChoice("times", new String[] {"days"}, word -> word) != null;
        return Optional.of(new Limit.Each(amount, timesDays, when, excess, entry.place()));
    }

    private static Optional<Limit> diseases(
            Entry entry, String amount, String counter, Condition when, boolean excess) {
        only(entry, "按病种的限额", List.of("amount", "counter", "over", "combine", "plus", "when", "excess"));
        entry.findChoice("over", new String[] {"held_disease"}, word -> word);
        if (counter.isEmpty()) {
            entry.required("counter", "累计支付的名字");
            return Optional.empty();
        }
        Limit.Combine combine = entry.requiredChoice("combine", Limit.Combine.values(), Limit.Combine::word);
        String plus = entry.name("plus");
        if ((combine == Limit.Combine.HIGHEST_PLUS) != (plus != null)) {
            entry.report(
                    PackRule.WRONG_TIER,
                    entry.place(),
                    "plus（每多一个病种增加的限额）与 combine: highest_plus 应同时写",
                    plus == null ? "请补上 plus" : "请改为 combine: highest_plus，或删去 plus");
            return Optional.empty();
        }
        return combine == null
                ? Optional.empty()
                : Optional.of(new Limit.Diseases(amount, counter, combine, plus, when, excess, entry.place()));
    }

    private static void only(Entry entry, String kind, List<String> keys) {
        for (String key : Shape.LIMIT.keys()) {
            if (entry.has(key) && !keys.contains(key)) {
                entry.report(
                        PackRule.WRONG_TIER,
                        entry.place(key),
                        kind + "不能写 " + key,
                        "请删去，这里可用 " + String.join("、", keys));
            }
        }
    }
}
