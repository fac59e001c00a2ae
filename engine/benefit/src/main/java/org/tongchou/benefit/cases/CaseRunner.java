package org.tongchou.benefit.cases;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tongchou.benefit.calculation.Result;
import org.tongchou.benefit.coverage.Coverage;
import org.tongchou.benefit.coverage.Member;
import org.tongchou.benefit.coverage.MemberSettlement;
import org.tongchou.benefit.policy.Counter;
import org.tongchou.benefit.policy.Failure;
import org.tongchou.benefit.policy.PolicyPack;
import org.tongchou.benefit.policy.Unit;
import org.tongchou.benefit.settle.BenefitEngine;
import org.tongchou.benefit.settle.Bill;
import org.tongchou.benefit.settle.CounterLayout;
import org.tongchou.benefit.settle.Outcome;
import org.tongchou.benefit.settle.Policy;
import org.tongchou.benefit.settle.Settlement;
import org.tongchou.benefit.settle.YearState;

/** Settles cases and compares. A pack is made ready once for each span of days that occurs. */
public final class CaseRunner {
    private final PolicyPack pack;
    private final CounterLayout layout;
    private final List<Policy> policies = new ArrayList<>();

    /** A runner of one pack. */
    public CaseRunner(PolicyPack pack) {
        this.pack = pack;
        this.layout = CounterLayout.of(pack);
    }

    /** Settles the bills of a case in order, or asks its calculator, with explanations. */
    public CaseResult run(Case tried) {
        Calculated calculated = tried.calculated();
        if (calculated != null) {
            return new CalculatorRun(pack, calculated).run(tried);
        }
        Run run = new Run(tried);
        tried.steps().forEach(run::step);
        return new CaseResult(tried, run.outcomes, run.coverages, null, run.differences);
    }

    private Policy policy(LocalDate day) {
        Optional<Policy> known =
                policies.stream().filter(policy -> policy.covers(day)).findFirst();
        if (known.isPresent()) {
            return known.get();
        }
        Policy compiled = Policy.compile(pack, day);
        policies.add(compiled);
        return compiled;
    }

    /** One case on its way. */
    private final class Run {
        private final Case tried;
        private final List<Outcome> outcomes = new ArrayList<>();
        private final List<Result<Coverage>> coverages = new ArrayList<>();
        private final List<String> differences = new ArrayList<>();
        private final List<Settlement> settled = new ArrayList<>();
        private YearState year;
        private @Nullable LocalDate last;
        private int number;

        Run(Case tried) {
            this.tried = tried;
            this.year = YearState.start(layout);
            tried.year().forEach((name, words) -> words.forEach((word, value) -> set(name, word, value)));
        }

        private void set(String name, String word, BigDecimal value) {
            Optional<Integer> cell = layout.findCell(name, word);
            if (cell.isEmpty()) {
                differences.add("year 中没有累计“" + name + (word.isEmpty() ? "" : "." + word) + "”，请检查拼写");
                return;
            }
            year = year.withCell(
                    cell.get(),
                    value.movePointRight(decimals(name))
                            .setScale(0, RoundingMode.HALF_UP)
                            .longValueExact());
        }

        void step(Case.Step step) {
            number++;
            if (step.bill() == null) {
                undo(step.expect());
                return;
            }
            turn(step.bill().date());
            Outcome outcome = settle(step.bill());
            outcomes.add(outcome);
            Optional<Failure> failure = outcome.failure();
            differ(
                    "failure",
                    step.expect().failure(),
                    failure.map(found -> found.code().id()).orElse(""),
                    failure);
            outcome.settlement().ifPresent(settlement -> {
                settled.add(settlement);
                year = settlement.after();
                compare(step.expect(), settlement);
            });
        }

        private Outcome settle(Bill bill) {
            Member member = tried.member();
            if (member == null) {
                return BenefitEngine.settleAndExplain(policy(bill.date()), tried.person(), year, bill);
            }
            MemberSettlement.Answer answer = MemberSettlement.settle(policy(bill.date()), member, year, bill);
            coverages.add(answer.coverage());
            return answer.outcome();
        }

        /** Starts a new day, month, quarter or calendar year when the date is in one. */
        private void turn(LocalDate date) {
            LocalDate before = last;
            if (before != null) {
                year = date.getYear() > before.getYear() ? year.newYear(layout) : year.turned(layout, before, date);
            }
            last = date;
        }

        private void undo(Expectation expect) {
            if (settled.isEmpty()) {
                differences.add(place() + "没有可以撤销的结算");
                return;
            }
            Settlement last = settled.remove(settled.size() - 1);
            Bill bill = last.bill();
            BenefitEngine.Undone undone = BenefitEngine.undo(policy(bill.date()), year, last);
            Failure failure = undone.failure();
            differ(
                    "failure",
                    expect.failure(),
                    failure == null ? "" : failure.code().id(),
                    Optional.ofNullable(failure));
            undone.state().ifPresent(before -> year = before);
            counters(expect);
        }

        private String place() {
            return tried.steps().size() == 1 ? "" : "第 " + number + " 步：";
        }

        private void differ(String field, String expected, String got, Optional<Failure> why) {
            if (!expected.equals(got)) {
                differences.add(place() + field + " 应为“" + expected + "”，得到“" + got + "”"
                        + why.map(failure -> "（" + failure.message() + "）").orElse(""));
            }
        }

        private void differ(String field, BigDecimal expected, @Nullable BigDecimal got) {
            if (got == null) {
                differences.add(place() + "没有“" + field + "”，请检查拼写");
            } else if (expected.compareTo(got) != 0) {
                differences.add(place() + field + " 应为 " + expected.toPlainString() + "，得到 " + got.toPlainString());
            }
        }

        private void compare(Expectation expect, Settlement settlement) {
            if (!expect.plan().isEmpty()) {
                differ("plan", expect.plan(), settlement.plan().id(), Optional.empty());
            }
            expect.amounts().forEach((word, amount) -> differ(word, amount, Amounts.of(settlement, word)));
            Map<String, BigDecimal> funds = expect.funds();
            if (funds != null) {
                Map<String, BigDecimal> got = new HashMap<>();
                settlement.funds().forEach((fund, paid) -> got.put(fund, Amounts.yuan(paid)));
                funds.forEach((fund, paid) -> differ("funds." + fund, paid, got.getOrDefault(fund, knownFund(fund))));
                got.forEach((fund, paid) -> {
                    if (!funds.containsKey(fund)) {
                        differ("funds." + fund, BigDecimal.ZERO, paid);
                    }
                });
            }
            expect.tiers()
                    .forEach((tier, paid) -> differ(
                            "tiers." + tier,
                            paid,
                            pack.tiers().containsKey(tier) ? Amounts.yuan(settlement.paidBy(tier)) : null));
            expect.national()
                    .forEach((field, amount) -> differ(
                            "national." + field,
                            amount,
                            settlement.national().setlinfo().get(field)));
            counters(expect);
        }

        private @Nullable BigDecimal knownFund(String fund) {
            return pack.vocabulary().funds().containsKey(fund) ? BigDecimal.ZERO : null;
        }

        private void counters(Expectation expect) {
            expect.counters()
                    .forEach((name, words) -> words.forEach((word, expected) -> {
                        BigDecimal got = layout.findCell(name, word)
                                .map(cell -> BigDecimal.valueOf(year.cell(cell), decimals(name)))
                                .orElse(null);
                        differ("counters." + name + (word.isEmpty() ? "" : "." + word), expected, got);
                    }));
        }
    }

    private int decimals(String counter) {
        return layout.counters().stream()
                .filter(found -> found.name().equals(counter))
                .map(Counter::unit)
                .mapToInt(Unit::decimals)
                .findFirst()
                .orElse(0);
    }
}
