package org.tongchou.accounts.check;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tongchou.accounts.check.language.Part;
import org.tongchou.accounts.model.NarrativeFigure;
import org.tongchou.accounts.model.NarrativeFigure.Change;
import org.tongchou.accounts.narrative.NarrativeFigures;
import org.tongchou.money.PrintedNumber;

/** Rules about what sentences say of the change of a figure. */
final class ChangeRules {
    private static final Pattern COMPARED = Pattern.compile("(大于|高于|超过|小于|低于|少于|等于)(?:当年|本年)?(?:年初|全年|调整)?预算");
    private static final Pattern BROKEN_DOWN = Pattern.compile("情况如下|如下[：:]");
    private static final BigDecimal WHOLE = BigDecimal.valueOf(100);

    /** Words for up and down that contradict each other, or the figures. */
    List<CheckResult> words(Findings findings, Scope scope) {
        each(
                scope,
                (figure, change) -> contradiction(scope, figure, change)
                        .ifPresentOrElse(
                                what -> findings.found(name(figure, change), what, List.of(TextFigures.ref(figure))),
                                () -> findings.fine(TextFigures.ref(figure))));
        return findings.orNothing("说明中没有增减变动");
    }

    private static Optional<String> contradiction(Scope scope, NarrativeFigure figure, Change change) {
        if (change.completion()) {
            return Optional.empty();
        }
        Integer percentWord = change.percentDirection();
        if (change.direction() != 0 && percentWord != null && percentWord != change.direction()) {
            return Optional.of("“" + figure.key() + "”的增减额与百分比方向相反：“" + change.words() + "”");
        }
        if (change.direction() == 0 && (isSome(change.amount()) || isSome(change.percent()))) {
            return Optional.of("“" + figure.key() + "”写“持平”却有增减：“" + change.words() + "”");
        }
        return new TextFigures(scope)
                .part(figure, change, Part.BASE)
                .flatMap(base -> againstBase(scope, figure, change, base.value()));
    }

    private static Optional<String> againstBase(Scope scope, NarrativeFigure figure, Change change, BigDecimal base) {
        int sign = new TextFigures(scope).value(figure).value().compareTo(base);
        if (sign == change.direction()) {
            return Optional.empty();
        }
        return Optional.of("“" + figure.key() + "”写“" + change.words() + "”，与对比数的大小不符");
    }

    private static boolean isSome(@org.jspecify.annotations.Nullable BigDecimal number) {
        return number != null && number.signum() != 0;
    }

    /** 大于/小于预算 against the stated completion rate or budget. */
    List<CheckResult> comparisons(Findings findings, Scope scope) {
        Paragraphs paragraphs = new Paragraphs(scope.document().raw());
        each(scope, (figure, change) -> {
            Optional<Integer> actual = againstBudget(scope, figure, change);
            if (actual.isEmpty() || !change.base().contains("预算")) {
                return;
            }
            Matcher said = COMPARED.matcher(paragraphs.from(figure, change));
            if (!said.find()) {
                return;
            }
            int word = switch (said.group(1)) {
                case "大于", "高于", "超过" -> 1;
                case "等于" -> 0;
                default -> -1;
            };
            if (word == actual.get()) {
                findings.fine(TextFigures.ref(figure));
            } else {
                findings.found(
                        name(figure, change),
                        "“" + figure.key() + "”写“" + said.group() + "”，与“" + change.words() + "”不符",
                        List.of(TextFigures.ref(figure)));
            }
        });
        return findings.orNothing("说明中没有“大于（小于）预算”的表述");
    }

    private static Optional<Integer> againstBudget(Scope scope, NarrativeFigure figure, Change change) {
        TextFigures texts = new TextFigures(scope);
        Optional<Integer> byBase = texts.part(figure, change, Part.BASE)
                .map(base -> texts.value(figure).value().compareTo(base.value()));
        BigDecimal percent = change.percent();
        return byBase.or(() ->
                change.completion() && percent != null ? Optional.of(percent.compareTo(WHOLE)) : Optional.empty());
    }

    /** Percentages of nothing. */
    List<CheckResult> zeroBase(Findings findings, Scope scope) {
        TextFigures texts = new TextFigures(scope);
        for (Binding share : new Bindings(scope).of(java.util.Map.of("占比", List.of("*")))) {
            NarrativeFigure figure = share.figure();
            if (figure == null) {
                continue;
            }
            Optional<NarrativeFigure> whole = scope.nearest(share.fill("$整体"), figure);
            if (figure.value().signum() != 0
                    && whole.map(NarrativeFigure::value)
                            .filter(value -> value.signum() == 0)
                            .isPresent()) {
                findings.found(
                        figure.key() + "@" + figure.place().label(),
                        "“" + share.fill("$整体") + "”为 0，占比 " + PrintedNumber.print(figure.value()) + "% 没有意义",
                        figure.value(),
                        BigDecimal.ZERO,
                        "%",
                        List.of(TextFigures.ref(figure), TextFigures.ref(whole.get())));
            } else {
                findings.fine(TextFigures.ref(figure));
            }
        }
        each(scope, (figure, change) -> {
            BigDecimal percent = change.percent();
            if (percent == null || percent.signum() == 0) {
                return;
            }
            Optional<BigDecimal> base = texts.part(figure, change, Part.BASE)
                    .or(() -> change.completion() ? Optional.empty() : texts.part(figure, change, Part.PRIOR))
                    .map(Value.Leaf::value);
            boolean nothing = base.map(value -> value.signum() == 0)
                    .orElse(change.completion() && figure.value().signum() == 0);
            if (nothing) {
                findings.found(
                        name(figure, change),
                        "“" + figure.key() + "”的对比数为 0，“" + change.words() + "”的百分比没有意义",
                        percent,
                        BigDecimal.ZERO,
                        "%",
                        List.of(TextFigures.ref(figure)));
            } else {
                findings.fine(TextFigures.ref(figure));
            }
        });
        return findings.orNothing("说明中没有百分比");
    }

    /** A change or a gap without a reason, and not broken down into items that have their own. */
    List<CheckResult> reasons(Findings findings, Scope scope) {
        NarrativeFigures narrative = NarrativeFigures.of(scope.document().raw());
        each(scope, (figure, change) -> {
            BigDecimal percent = change.percent();
            boolean gap = change.completion()
                    ? percent != null && percent.compareTo(WHOLE) != 0
                    : isSome(change.amount()) || isSome(percent);
            if (!gap) {
                return;
            }
            boolean broken = BROKEN_DOWN.matcher(figure.sentence()).find();
            if (broken || narrative.reasonAfter(figure).isPresent()) {
                findings.fine(TextFigures.ref(figure));
            } else {
                findings.found(
                        name(figure, change),
                        "“" + figure.key() + "”" + change.words() + "，没有说明原因",
                        List.of(TextFigures.ref(figure)));
            }
        });
        return findings.orNothing("说明中没有增减变动");
    }

    private static String name(NarrativeFigure figure, Change change) {
        return figure.key() + "@" + figure.place().label() + (change.base().isEmpty() ? "" : "/" + change.base());
    }

    private static void each(Scope scope, BiConsumer<NarrativeFigure, Change> rule) {
        scope.document().narrative().stream()
                .filter(figure -> scope.vocabulary().findDimension(figure.key()).isPresent())
                .forEach(figure -> figure.changes().forEach(change -> rule.accept(figure, change)));
    }
}
