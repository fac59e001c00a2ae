package org.tongchou.platform.accounts.document;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.tongchou.accounts.derive.Derived;
import org.tongchou.accounts.derive.KeyFigure;
import org.tongchou.accounts.derive.Piece;
import org.tongchou.accounts.figures.AccountsFigures;
import org.tongchou.accounts.model.DocumentKind;
import org.tongchou.platform.accounts.document.DocumentLimits.Limit;
import org.tongchou.platform.accounts.document.Snapshot.BudgetChange;

/** Which figures of a document need a reason, and why. Pure. */
final class ReasonRule {
    private static final BigDecimal MILLION = BigDecimal.valueOf(1_000_000);
    private static final String REASON = "原因";

    private final Composed composed;
    private final AccountsFigures figures;
    private final Derived derived;
    private final DocumentLimits.OfYear limits;
    private final Map<String, List<ReasonAsk>> asked = new LinkedHashMap<>();

    private ReasonRule(Composed composed, DocumentLimits.OfYear limits) {
        this.composed = composed;
        this.figures = composed.snapshot().figures();
        this.derived = composed.derived();
        this.limits = limits;
    }

    /**
     * Why a reason is asked for.
     *
     * @param limit code of the limit that is passed
     * @param says one Chinese sentence
     * @param source where the limit comes from
     */
    record ReasonAsk(String limit, String says, String source) {}

    /**
     * A figure whose sentence has room for a reason.
     *
     * @param key the figure
     * @param name what it is called
     * @param printed its value with unit
     * @param asks why a reason is needed; none when it may be left out
     * @param reason what was given; empty when nothing
     */
    record DocumentReason(String key, String name, String printed, List<ReasonAsk> asks, String reason) {
        boolean missing() {
            return !asks.isEmpty() && reason.isEmpty();
        }
    }

    /** The figures of the document's sentences that can have a reason, in the order of the document. */
    static List<DocumentReason> apply(Composed composed, DocumentLimits.OfYear limits) {
        return new ReasonRule(composed, limits).wanted();
    }

    private List<DocumentReason> wanted() {
        Set<String> keys = derived.sentences().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .flatMap(sentence -> sentence.getValue().stream())
                .filter(piece -> piece.view().equals(REASON))
                .map(Piece::key)
                .collect(Collectors.toCollection(java.util.LinkedHashSet::new));
        for (String key : keys) {
            find(key).ifPresent(figure -> {
                change(figure);
                threePublic(figure);
            });
        }
        if (figures.kind() == DocumentKind.FINAL) {
            adjusted();
            carriedOver();
        }
        return keys.stream()
                .flatMap(key -> find(key).stream())
                .map(figure -> new DocumentReason(
                        figure.key(),
                        SubjectNames.in(figure.key(), figures.year()).replace('/', ' '),
                        number(figure.value()) + " " + figure.unit(),
                        List.copyOf(asked.getOrDefault(figure.key(), List.of())),
                        figures.narrative().reasons().getOrDefault(figure.key(), "")))
                .toList();
    }

    private Optional<KeyFigure> find(String key) {
        return Optional.ofNullable(derived.figures().get(key));
    }

    private void ask(String key, String limit, String says) {
        Limit passed = limits.get(limit);
        asked.computeIfAbsent(key, any -> new ArrayList<>()).add(new ReasonAsk(limit, says, passed.source()));
    }

    private void change(KeyFigure figure) {
        BigDecimal prior = figure.prior();
        if (prior == null || !figure.unit().equals(figures.unit().printed())) {
            return;
        }
        BigDecimal change = figure.value().subtract(prior);
        BigDecimal size = change.abs();
        if (size.compareTo(amount("change_floor")) < 0) {
            return;
        }
        String words = "比上年" + (change.signum() > 0 ? "增加 " : "减少 ") + number(size) + " " + figure.unit();
        if (prior.signum() <= 0) {
            ask(figure.key(), "change_rate", words + "，上年为 " + number(prior));
        } else if (exceeds(size, prior, "change_rate")) {
            ask(figure.key(), "change_rate", words + "，变动 " + percent(size, prior) + "，达到 " + rate("change_rate"));
        } else if (size.compareTo(amount("change_amount")) >= 0) {
            ask(figure.key(), "change_amount", words + "，达到 " + number(amount("change_amount")) + " " + figure.unit());
        }
    }

    private void threePublic(KeyFigure figure) {
        BigDecimal budget = figure.budget();
        if (figures.kind() == DocumentKind.FINAL
                && budget != null
                && figure.value()
                                .multiply(MILLION)
                                .compareTo(budget.multiply(BigDecimal.valueOf(limits.value("three_public_rate"))))
                        > 0) {
            ask(
                    figure.key(),
                    "three_public_rate",
                    "决算数 " + number(figure.value()) + " 大于" + figures.threePublicBase() + " " + number(budget));
        }
    }

    private void adjusted() {
        BudgetChange budget = composed.snapshot().budget();
        BigDecimal changed = BigDecimal.valueOf(Math.abs(budget.changeFen()));
        BigDecimal initial = BigDecimal.valueOf(budget.initialFen());
        if (initial.signum() > 0 && exceeds(changed, initial, "adjusted_rate")) {
            ask(
                    "一般公共预算支出",
                    "adjusted_rate",
                    "预算调整和结转为年初预算的 " + percent(changed, initial) + "，达到 " + rate("adjusted_rate"));
        }
    }

    private void carriedOver() {
        Optional<KeyFigure> closing = find("年末结转和结余");
        Optional<KeyFigure> total = find("收入总计");
        if (closing.isPresent()
                && total.isPresent()
                && total.get().value().signum() > 0
                && exceeds(closing.get().value(), total.get().value(), "carry_over_rate")) {
            ask(
                    "收入总计",
                    "carry_over_rate",
                    "年末结转和结余为收入总计的 "
                            + percent(closing.get().value(), total.get().value())
                            + "，达到 "
                            + rate("carry_over_rate"));
        }
    }

    private boolean exceeds(BigDecimal part, BigDecimal whole, String limit) {
        return part.multiply(MILLION).compareTo(whole.multiply(BigDecimal.valueOf(limits.value(limit)))) >= 0;
    }

    /** A limit of fen in the printed unit. */
    private BigDecimal amount(String limit) {
        return BigDecimal.valueOf(limits.value(limit))
                .divide(BigDecimal.valueOf(figures.unit().fen()), 6, RoundingMode.HALF_UP);
    }

    private String number(BigDecimal value) {
        return Objects.requireNonNull(value)
                .setScale(figures.decimals(), RoundingMode.HALF_UP)
                .toPlainString();
    }

    private static String percent(BigDecimal part, BigDecimal whole) {
        return part.movePointRight(2).divide(whole, 2, RoundingMode.HALF_UP).toPlainString() + "%";
    }

    private String rate(String limit) {
        return BigDecimal.valueOf(limits.value(limit))
                        .movePointLeft(4)
                        .stripTrailingZeros()
                        .toPlainString() + "%";
    }
}
