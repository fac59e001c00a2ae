package org.tongchou.benefit.policy;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Whether conditions, tables and classes use words that the region has. */
final class WordLint {
    private static final int HIGHEST_CARE_LEVEL = 5;
    private static final int SHOWN = 20;

    private final PolicyPack pack;
    private final Vocabulary vocabulary;
    private final Findings findings;

    WordLint(PolicyPack pack, Findings findings) {
        this.pack = pack;
        this.vocabulary = pack.vocabulary();
        this.findings = findings;
    }

    /** Who asks for the facts of a condition. */
    private enum Asker {
        /** A bill that is settled. */
        BILL,
        /** A calculator, and no bill. */
        CALCULATOR,
        /** Nobody yet. */
        NOBODY
    }

    void check(List<Use> uses) {
        Set<String> identities = vocabulary.of(Vocabulary.Kind.IDENTITIES).keySet();
        for (PersonClass group : vocabulary.classes().values()) {
            group.ranks()
                    .forEach((rank, members) -> members.forEach(identity -> {
                        if (!identities.contains(identity)) {
                            unknown(
                                    group.place(),
                                    "类别 " + group.name() + " 的“" + rank + "”",
                                    identity,
                                    "identities",
                                    identities);
                        }
                    }));
        }
        Set<String> ofBills = Uses.reached(uses, Uses.ofBills(uses));
        Set<String> ofCalculators =
                Uses.reached(uses, CalculatorParameters.byName().keySet());
        for (Parameter parameter : pack.parameters().values()) {
            Asker asker = ofBills.contains(parameter.name())
                    ? Asker.BILL
                    : ofCalculators.contains(parameter.name()) ? Asker.CALCULATOR : Asker.NOBODY;
            parameter.values().forEach(value -> check(value.value(), asker));
        }
        for (Tier tier : pack.tiers().values()) {
            check(tier.when(), Asker.BILL);
            tier.adjust().forEach(adjustment -> check(adjustment.when(), Asker.BILL));
            tier.limits().forEach(limit -> check(limit.when(), Asker.BILL));
        }
        pack.plans().forEach(plan -> check(plan.when(), Asker.BILL));
    }

    private void check(Value value, Asker asker) {
        Values.conditions(value, condition -> check(condition, asker));
        Values.visit(value, inner -> {
            if (inner instanceof Value.Table table) {
                check(table.by(), table.rows().keySet(), table.place());
                known(table.by(), asker, table.place());
            }
        });
        Values.expressions(value, (expression, place) -> {
            if (expression instanceof Expression.Formula formula) {
                for (Operand operand : formula.operands()) {
                    if (operand instanceof Operand.Asked asked) {
                        known(asked.fact(), asker, formula.place());
                    }
                }
            }
        });
    }

    private void check(Condition condition, Asker asker) {
        Conditions.visit(condition, leaf -> {
            if (leaf instanceof Condition.Is is) {
                check(is.fact(), is.words(), is.place());
                known(is.fact(), asker, is.place());
            } else if (leaf instanceof Condition.Ranked ranked) {
                check(ranked);
                known(Fact.of(Fact.Kind.LEVEL), asker, ranked.place());
            } else if (leaf instanceof Condition.Within within) {
                known(within.fact(), asker, within.place());
                if (Conditions.isEmpty(within)) {
                    findings.add(
                            PackRule.WRONG_CONDITION,
                            within.place(),
                            "条件 " + within.fact().word() + " 的下限大于上限，永远不成立",
                            "请把小的数写在前面，如 \"6..17\"");
                }
            }
        });
    }

    private void known(Fact fact, Asker asker, Place place) {
        if (asker == Asker.BILL && fact.kind().isOfCalculators()) {
            findings.add(
                    PackRule.UNKNOWN_FACT, place, "账单没有事实 " + fact.word() + "，只有缴费、账户、津贴等计算知道它", "请换一个事实，或把条件写到相应的参数里");
        } else if (asker == Asker.CALCULATOR && !fact.kind().isKnownToCalculators()) {
            findings.add(
                    PackRule.UNKNOWN_FACT,
                    place,
                    "缴费、账户、津贴等计算没有事实 " + fact.word() + "，只有账单有",
                    "请换一个事实，如 person_type、age、identity");
        }
    }

    private void check(Condition.Ranked ranked) {
        for (Condition.LevelBound bound : Arrays.asList(ranked.low(), ranked.high())) {
            if (bound != null) {
                check(Fact.of(Fact.Kind.LEVEL), List.of(bound.level()), ranked.place());
            }
        }
        if (vocabulary.levels().size() > 0
                && ranked.among(vocabulary.levels()).words().isEmpty()) {
            findings.add(
                    PackRule.WRONG_CONDITION,
                    ranked.place(),
                    "没有符合条件 level 的等级，永远不成立",
                    "请检查等级和比较符号，等级由低到高是 " + String.join("、", vocabulary.levels()));
        }
    }

    private void check(Fact fact, Collection<String> words, Place place) {
        if (fact.kind().isFree()) {
            return;
        }
        if (fact.kind() == Fact.Kind.CLASS && !vocabulary.classes().containsKey(fact.of())) {
            unknown(
                    place,
                    "事实 " + fact.word(),
                    fact.of(),
                    "classes",
                    vocabulary.classes().keySet());
            return;
        }
        if (fact.kind() == Fact.Kind.CARE_LEVEL) {
            careLevels(words, place);
            return;
        }
        Set<String> known = vocabulary.wordsOf(fact);
        for (String word : words) {
            if (!known.contains(word)) {
                unknown(place, "事实 " + fact.word(), word, where(fact), known);
            }
        }
    }

    private static String where(Fact fact) {
        if (fact.kind() == Fact.Kind.FUND) {
            return "funds";
        }
        return fact.kind() == Fact.Kind.CLASS
                ? "classes." + fact.of()
                : fact.kind().words().map(Vocabulary.Kind::key).orElse("");
    }

    private void careLevels(Collection<String> words, Place place) {
        for (String word : words) {
            if (!word.matches("[0-" + HIGHEST_CARE_LEVEL + "]")) {
                findings.add(PackRule.UNKNOWN_WORD, place, "失能等级“" + word + "”不存在", "请用 0 到 " + HIGHEST_CARE_LEVEL);
            }
        }
    }

    private void unknown(Place place, String what, String word, String where, Set<String> known) {
        String some = known.stream().limit(SHOWN).collect(Collectors.joining("、"));
        findings.add(
                PackRule.UNKNOWN_WORD,
                place,
                what + " 没有“" + word + "”这个词",
                "请检查拼写" + (where.isEmpty() ? "" : "，或在 vocabulary." + where + " 中加上")
                        + (some.isEmpty() ? "" : "；已有 " + some) + (known.size() > SHOWN ? " 等" : ""));
    }
}
