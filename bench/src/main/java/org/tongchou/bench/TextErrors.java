package org.tongchou.bench;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.tongchou.accounts.model.NarrativeFigure;
import org.tongchou.accounts.source.Paragraph;
import org.tongchou.accounts.source.Place;

/** Errors in the narrative. */
final class TextErrors {
    private TextErrors() {}

    static List<ErrorKind> all() {
        List<ErrorKind> kinds = new ArrayList<>();
        kinds.add(value("text-total", "说明中的收支总额与表不符", key("收入总计|支出总计|收入合计|支出合计")));
        kinds.add(value("text-income-part", "说明中的分项收入与表不符", key("收入/.*")));
        kinds.add(value("text-kind", "说明中的基本支出、项目支出与表不符", key("基本支出|项目支出|人员支出|公用支出")));
        kinds.add(value("text-fiscal", "说明中的财政拨款收支与表不符", key("财政拨款.*总计|一般公共预算(基本)?支出")));
        kinds.add(value("text-item", "说明中的项级科目金额与表不符", key("科目/.*")));
        kinds.add(value("text-personnel", "说明中的人员经费、公用经费与表不符", key("人员经费|公用经费")));
        kinds.add(value("text-three-public", "说明中的“三公”经费与表不符", key("三公.*")));
        kinds.add(value("text-procurement", "政府采购分项之和与总额不符", key("政府采购.*")));
        kinds.add(value("text-share", "占比算错", key("占比/.*")));
        kinds.add(value("text-grades", "评价等次个数与项目数不符", key("评价等次/.*|评价项目数")));
        kinds.add(changedNumber("change-amount", "增减额印错", NarrativeFigure.Change::amount));
        kinds.add(changedNumber("change-percent", "增减百分比印错", NarrativeFigure.Change::percent));
        kinds.add(change(
                "growth-word",
                "增加、减少写反",
                change -> change.amount() != null && change.direction() != 0,
                (clause, change, random) -> flip(clause, "增加", "减少")));
        kinds.add(change(
                "percent-word",
                "增长、下降写反",
                change -> change.percent() != null && change.percentDirection() != null,
                (clause, change, random) -> flip(clause, "增长", "下降")));
        kinds.add(change(
                "change-unit",
                "增减额单位写错",
                change -> change.amount() != null && change.words().contains("万元"),
                (clause, change, random) -> clause.replaceFirst("万元", "元")));
        kinds.add(new ErrorKind(
                "text-unit",
                "说明中金额单位写错",
                (s, r) -> sentence(
                        s,
                        r,
                        figure -> figure.unit().equals("万元")
                                && figure.value().signum() != 0
                                && figure.key().matches("收入.*|支出.*|科目/.*|三公.*|人员经费|公用经费"),
                        (text, figure) -> Specimen.replaceNumber(text, figure.value(), number -> number + "\u0000")
                                .replaceFirst("\u0000\\s*万元", "元")
                                .replace("\u0000", ""))));
        kinds.add(new ErrorKind(
                "placeholder",
                "留有待填字样",
                (s, r) -> sentence(
                        s,
                        r,
                        figure -> figure.unit().equals("万元") && figure.value().signum() != 0,
                        (text, figure) -> Specimen.replaceNumber(text, figure.value(), number -> "XX"))));
        kinds.add(new ErrorKind(
                "code-in-text",
                "说明中的科目编码写错",
                (s, r) -> sentence(s, r, figure -> figure.key().startsWith("科目/"), (text, figure) -> {
                    String code = figure.key().substring(3);
                    return text.replace(code, Specimen.changeDigit(code.substring(0, 6), r) + code.charAt(6));
                })));
        kinds.add(new ErrorKind("sentence-missing", "漏写一个项级科目的说明", TextErrors::dropItem));
        return kinds;
    }

    /** Changes the words of a change clause. */
    @FunctionalInterface
    private interface ClauseChange {
        String apply(String clause, NarrativeFigure.Change change, Random random);
    }

    private static Predicate<NarrativeFigure> key(String pattern) {
        return figure -> figure.key().matches(pattern) && figure.value().signum() != 0;
    }

    private static String flip(String clause, String one, String other) {
        if (clause.contains(one)) {
            return clause.replace(one, other);
        }
        return clause.replace(other, one);
    }

    private static ErrorKind value(String id, String says, Predicate<NarrativeFigure> wanted) {
        return new ErrorKind(
                id,
                says,
                (specimen, random) -> sentence(
                        specimen,
                        random,
                        wanted,
                        (text, figure) -> Specimen.replaceNumber(
                                text, figure.value(), number -> Specimen.changeDigit(number, random))));
    }

    private static ErrorKind change(
            String id, String says, Predicate<NarrativeFigure.Change> wanted, ClauseChange how) {
        return new ErrorKind(
                id,
                says,
                (specimen, random) -> sentence(
                        specimen,
                        random,
                        figure -> figure.changes().stream().anyMatch(wanted)
                                && !figure.key().startsWith("占比"),
                        (text, figure) -> {
                            NarrativeFigure.Change change = figure.changes().stream()
                                    .filter(wanted)
                                    .findFirst()
                                    .orElseThrow();
                            return text.replace(change.words(), how.apply(change.words(), change, random));
                        }));
    }

    private static ErrorKind changedNumber(
            String id, String says, Function<NarrativeFigure.Change, @Nullable BigDecimal> part) {
        return change(id, says, change -> part.apply(change) != null, (clause, change, random) -> {
            BigDecimal number = part.apply(change);
            return number == null
                    ? clause
                    : Specimen.replaceNumber(clause, number, text -> Specimen.changeDigit(text, random));
        });
    }

    private interface SentenceChange {
        String apply(String text, NarrativeFigure figure);
    }

    private static Optional<Planted> sentence(
            Specimen specimen, Random random, Predicate<NarrativeFigure> wanted, SentenceChange how) {
        return Specimen.pick(specimen.figures(wanted), random).flatMap(figure -> {
            Place place = figure.place().wholeRow();
            String before = specimen.paragraph(place).orElse("");
            String after = how.apply(before, figure);
            UnaryOperator<String> change = text -> after;
            return before.equals(after)
                    ? Optional.empty()
                    : Optional.of(new Planted(
                            specimen.withParagraph(place, change), Set.of(place), figure.key() + "：" + after));
        });
    }

    private static Optional<Planted> dropItem(Specimen specimen, Random random) {
        return Specimen.pick(
                        specimen.figures(figure ->
                                figure.key().startsWith("科目/") && figure.value().signum() != 0),
                        random)
                .map(figure -> new Planted(
                        specimen.withBlocks(block -> block instanceof Paragraph paragraph
                                        && paragraph
                                                .place()
                                                .wholeRow()
                                                .equals(figure.place().wholeRow())
                                ? List.of()
                                : List.of(block)),
                        Set.of(),
                        "删去 " + figure.key()));
    }
}
