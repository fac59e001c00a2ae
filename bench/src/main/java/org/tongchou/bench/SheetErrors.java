package org.tongchou.bench;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tongchou.accounts.source.Block;
import org.tongchou.accounts.source.Place;
import org.tongchou.accounts.source.RawRow;
import org.tongchou.accounts.source.RawTable;
import org.tongchou.money.PrintedNumber;
import org.tongchou.performance.model.Funding;
import org.tongchou.performance.model.Indicator;
import org.tongchou.performance.model.PerformanceDocument;
import org.tongchou.performance.model.Sheet;
import org.tongchou.performance.model.SummaryList;

/** Errors in performance sheets and summary lists. */
final class SheetErrors {
    private static final String WEIGHT = "(指标)?分值";
    private static final String SCORE = "(自评)?得分";
    private static final String TARGET = "(年度指标|绩效目标|目标)值";
    private static final String REASON = "偏差原因.*|未完成原因";
    private static final String RATE = "执行率.*|结余率.*";
    private static final String EXECUTED = "全年执行数|实际支出金额⑥";
    private static final String AMOUNT = "(年初|全年)(预算|执行)数|.*金额.*[①-⑦].*";
    private static final List<String> GRADES = List.of("优", "良", "中", "差");

    private final PerformanceDocument document;

    private SheetErrors(PerformanceDocument document) {
        this.document = document;
    }

    /** An indicator with its sheet. */
    private record Use(Sheet sheet, Indicator indicator) {
        Place row() {
            return indicator.place();
        }
    }

    /** A row of money with its sheet. */
    private record Money(Sheet sheet, Funding.Line line) {
        Place row() {
            return line.place();
        }

        boolean total() {
            return sheet.funding().rows().get(0).equals(line);
        }
    }

    /**
     * The kinds of errors that sheets of a document can have.
     *
     * @param document the clean document as recognised
     */
    static List<ErrorKind> all(PerformanceDocument document) {
        return new SheetErrors(document).kinds();
    }

    private List<ErrorKind> kinds() {
        List<ErrorKind> kinds = new ArrayList<>();
        kinds.add(indicator("weight-wrong", "指标分值印错", use -> use.indicator().weight() != null, WEIGHT, this::part));
        kinds.add(indicator("score-wrong", "指标得分印错", use -> use.indicator().score() != null, SCORE, this::part));
        kinds.add(digit(
                "execution-score", "执行率得分印错", totals(), Money::row, SCORE, money -> part(money.sheet(), money.row())));
        kinds.add(digit("total-wrong", "总分印错", scored(), SheetErrors::total, SCORE, sheet -> Set.of(total(sheet))));
        kinds.add(new ErrorKind("grade-wrong", "等次与总分不符", this::grade));
        kinds.add(digit("rate-wrong", "执行率或结余率印错", money(any -> true), Money::row, RATE, money -> Set.of(money.row())));
        kinds.add(digit("source-wrong", "一项资金来源的金额印错", money(line -> !line.total()), Money::row, AMOUNT, this::sum));
        kinds.add(digit("executed-wrong", "全年执行数印错", totals(), Money::row, EXECUTED, this::sum));
        kinds.add(changed(
                "operator-turned",
                "同一指标在一张表中方向写反",
                twins(),
                Use::row,
                TARGET,
                this::both,
                (text, random) -> turned(text)));
        kinds.add(changed(
                "target-changed", "同一指标在一张表中目标值不同", twins(), Use::row, TARGET, this::both, Specimen::changeDigit));
        kinds.add(changed(
                "reason-missing", "未得满分而没有原因", missed(), Use::row, REASON, use -> Set.of(use.row()), (text, r) -> ""));
        kinds.add(digit(
                "list-wrong",
                "汇总表金额或执行率印错",
                lines(),
                SummaryList.Line::place,
                AMOUNT + "|" + RATE,
                line -> Set.of(line.place())));
        return kinds;
    }

    // ---- what there is to spoil

    private Stream<Use> uses() {
        return document.sheets().stream()
                .flatMap(sheet -> sheet.indicators().stream().map(indicator -> new Use(sheet, indicator)));
    }

    private List<Sheet> scored() {
        return document.sheets().stream()
                .filter(sheet ->
                        sheet.totals().score() != null && sheet.totals().place() != null)
                .toList();
    }

    private List<Money> money(Predicate<Money> wanted) {
        return document.sheets().stream()
                .flatMap(sheet -> sheet.funding().rows().stream().map(line -> new Money(sheet, line)))
                .filter(wanted)
                .toList();
    }

    private List<Money> totals() {
        return money(Money::total);
    }

    /** Indicators that stand in another sheet too, with a sign that can be turned. */
    private List<Use> twins() {
        return uses().filter(use -> both(use).size() > 1
                        && !turned(use.indicator().target().printed())
                                .equals(use.indicator().target().printed()))
                .toList();
    }

    private List<Use> missed() {
        return uses().filter(use -> {
                    PrintedNumber weight = use.indicator().weight();
                    PrintedNumber score = use.indicator().score();
                    return weight != null
                            && score != null
                            && score.value().compareTo(weight.value()) < 0
                            && !use.indicator().reason().isEmpty();
                })
                .toList();
    }

    private List<SummaryList.Line> lines() {
        return document.lists().stream().flatMap(list -> list.lines().stream()).toList();
    }

    // ---- where a finding may name it

    private static Place total(Sheet sheet) {
        Place place = sheet.totals().place();
        return place == null ? sheet.last() : place;
    }

    /** A part is found at its own row, or at the total that it no longer adds up to. */
    private static Set<Place> part(Sheet sheet, Place row) {
        return Set.of(row, total(sheet));
    }

    private Set<Place> part(Use use) {
        return part(use.sheet(), use.row());
    }

    private Set<Place> sum(Money money) {
        Set<Place> places = new HashSet<>();
        places.add(money.row());
        places.add(money.sheet().funding().rows().get(0).place());
        return places;
    }

    /** The rows of an indicator in all sheets. */
    private Set<Place> both(Use use) {
        return uses().filter(other ->
                        other.indicator().level3().equals(use.indicator().level3()))
                .map(Use::row)
                .collect(Collectors.toUnmodifiableSet());
    }

    // ---- how it is spoilt

    private ErrorKind indicator(
            String id, String says, Predicate<Use> wanted, String column, Function<Use, Set<Place>> places) {
        return digit(id, says, uses().filter(wanted).toList(), Use::row, column, places);
    }

    private static <T> ErrorKind digit(
            String id,
            String says,
            List<T> things,
            Function<T, Place> row,
            String column,
            Function<T, Set<Place>> places) {
        return changed(id, says, things, row, column, places, Specimen::changeDigit);
    }

    private static <T> ErrorKind changed(
            String id,
            String says,
            List<T> things,
            Function<T, Place> row,
            String column,
            Function<T, Set<Place>> places,
            Change change) {
        return new ErrorKind(
                id,
                says,
                (specimen, random) -> Specimen.pick(things, random)
                        .flatMap(thing -> Specimen.pick(cells(specimen, row.apply(thing), column), random)
                                .map(cell -> planted(
                                        specimen, cell, places.apply(thing), text -> change.of(text, random)))));
    }

    /** Changes what is printed. */
    @FunctionalInterface
    private interface Change {
        String of(String text, Random random);
    }

    private static Planted planted(Specimen specimen, Place cell, Set<Place> places, UnaryOperator<String> change) {
        String before = specimen.text(cell);
        String after = change.apply(before);
        return new Planted(specimen.withCell(cell, after), places, cell.label() + "：" + before + " → " + after);
    }

    private static String turned(String target) {
        return target.startsWith("≥") ? target.replace('≥', '≤') : target.replace('≤', '≥');
    }

    private Optional<Planted> grade(Specimen specimen, Random random) {
        return Specimen.pick(scored(), random)
                .flatMap(sheet -> cell(specimen, sheet.last(), sheet.totals().grade()::equals)
                        .map(cell -> planted(specimen, cell, Set.of(sheet.last()), text -> otherGrade(text, random))));
    }

    /** Another grade than this one. */
    static String otherGrade(String grade, Random random) {
        int at = GRADES.indexOf(grade);
        return GRADES.get((at + 1 + random.nextInt(GRADES.size() - 1)) % GRADES.size());
    }

    // ---- cells of the raw document

    private static Optional<Place> cell(Specimen specimen, Place row, Predicate<String> wanted) {
        return rows(specimen, row).stream()
                .filter(raw -> raw.place().equals(row))
                .flatMap(raw -> columns(raw, wanted).stream())
                .map(row::withCell)
                .findFirst();
    }

    /** The cells of a row, not blank, below the nearest header that has such columns. */
    private static List<Place> cells(Specimen specimen, Place row, String column) {
        List<Integer> columns = List.of();
        for (RawRow raw : rows(specimen, row)) {
            if (raw.place().equals(row)) {
                return columns.stream()
                        .map(row::withCell)
                        .filter(cell -> specimen.text(cell).chars().anyMatch(c -> c != '0' && c != '.' && c != ' '))
                        .toList();
            }
            List<Integer> found = columns(raw, text -> text.matches(column));
            columns = found.isEmpty() ? columns : found;
        }
        return List.of();
    }

    /** The 1-based columns of a row whose text, without white space, is wanted. */
    private static List<Integer> columns(RawRow row, Predicate<String> wanted) {
        List<Integer> columns = new ArrayList<>();
        for (int i = 0; i < row.cells().size(); i++) {
            if (wanted.test(row.cells().get(i).replaceAll("\\s", ""))) {
                columns.add(i + 1);
            }
        }
        return columns;
    }

    /** The rows of the table a row stands in. */
    private static List<RawRow> rows(Specimen specimen, Place row) {
        for (Block block : specimen.raw().blocks()) {
            if (block instanceof RawTable table
                    && table.rows().stream().anyMatch(raw -> raw.place().equals(row))) {
                return table.rows();
            }
        }
        return List.of();
    }
}
