package org.tongchou.accounts.check;

import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.tongchou.accounts.check.CheckResult.CellRef;
import org.tongchou.accounts.model.BudgetUnit;
import org.tongchou.accounts.model.DocumentKind;
import org.tongchou.accounts.model.DocumentMeta;
import org.tongchou.accounts.model.NarrativeFigure;
import org.tongchou.accounts.model.Table;
import org.tongchou.accounts.recognise.Recogniser;
import org.tongchou.accounts.source.Place;
import org.tongchou.accounts.source.ProblemCode;

/** Rules about whole tables: is the set complete, is one printed twice, is an empty one explained. */
final class TableRules {
    private static final Pattern PAGE = Pattern.compile("[\\s.…·]+\\d{1,3}$");
    private static final int SOME = 3;
    private static final Pattern STAFF = Pattern.compile("^(?:年末|本部门|全部门|部门|共有|现有|实有)*在职(?:人员|职工|人数)(?:总数|合计|共计)?$");
    private static final Set<String> STAFF_UNITS = Set.of("人", "名");
    private static final Pattern NOTHING = Pattern.compile("没有|未|无|不涉及|为零|(?<![\\d.])0\\s*万?元");

    /**
     * A table of the standard set, or of the document's own table of contents, that is not there although most are:
     * where hardly any is, the tables are published in another file.
     */
    List<CheckResult> missing(Findings findings, Scope scope) {
        Map<String, Place> announced = contents(scope);
        List<String> standard = standard(findings.check(), scope.document().meta());
        int enough = Integer.parseInt(findings.check().words("enough").get(0));
        Map<String, Place> expected = new LinkedHashMap<>();
        if (present(scope, announced.keySet()) * 2 > announced.size()) {
            expected.putAll(announced);
        }
        boolean unrecognised = scope.document().problems().stream()
                .anyMatch(problem -> problem.code() == ProblemCode.TABLE_UNRECOGNISED);
        if (present(scope, standard) >= enough && !unrecognised) {
            standard.forEach(topic ->
                    expected.putIfAbsent(topic, scope.document().tables().get(0).first()));
        }
        expected.forEach((topic, place) -> {
            if (scope.tables(topic).isEmpty()) {
                findings.found(topic, "缺少“" + topic + "”表", List.of(new CellRef(topic, "", "", place)));
            } else {
                findings.fine(
                        new CellRef(topic, "", "", scope.tables(topic).get(0).first()));
            }
        });
        return findings.orNothing("不是整套公开文件");
    }

    private static long present(Scope scope, Collection<String> topics) {
        return topics.stream().filter(topic -> !scope.tables(topic).isEmpty()).count();
    }

    /** The tables of the standard set; {@code 国有资本经营@2020} belongs to it since that budget year. */
    private static List<String> standard(CheckDefinition check, DocumentMeta meta) {
        DocumentKind kind = meta.kind();
        Integer year = meta.year();
        if (kind == null) {
            return List.of();
        }
        return check.words(kind.printed()).stream()
                .map(word -> word.split("@", 2))
                .filter(word -> word.length == 1 || (year != null && year >= Integer.parseInt(word[1])))
                .map(word -> word[0])
                .toList();
    }

    /** The tables that lines before the first table announce; fewer than a few are no table of contents. */
    private static Map<String, Place> contents(Scope scope) {
        Map<String, Place> topics = new LinkedHashMap<>();
        if (scope.document().tables().isEmpty()) {
            return topics;
        }
        Recogniser recogniser = Recogniser.standard();
        Place firstTable = scope.document().tables().get(0).first();
        for (Lines.Line line : Lines.of(scope.document().raw())) {
            if (line.place().wholeRow().equals(firstTable.wholeRow())) {
                break;
            }
            recogniser
                    .topicOf(PAGE.matcher(line.text()).replaceFirst(""))
                    .ifPresent(topic -> topics.putIfAbsent(topic, line.place()));
        }
        return topics.size() < SOME ? Map.of() : topics;
    }

    /** A table that stands twice: the same topic and title, and mostly the same rows. */
    List<CheckResult> duplicated(Findings findings, Scope scope) {
        List<Table> tables = scope.document().tables();
        for (int i = 0; i < tables.size(); i++) {
            Table table = tables.get(i);
            Table before = tables.subList(0, i).stream()
                    .filter(other -> other.topic().equals(table.topic()))
                    .filter(other -> other.title().equals(table.title()) && mostlySame(other, table))
                    .findFirst()
                    .orElse(null);
            if (before == null) {
                findings.fine(ref(table));
            } else {
                findings.found(
                        table.topic() + "@" + table.first().label(),
                        "“" + Scope.name(table) + "”重复出现，先见于 " + before.first().label(),
                        List.of(ref(table), ref(before)));
            }
        }
        return findings.orNothing("文件中没有表格");
    }

    private static boolean mostlySame(Table one, Table other) {
        Set<String> roles = roles(one);
        Set<String> shared = new HashSet<>(roles(other));
        shared.retainAll(roles);
        return shared.size() * 2 > roles.size();
    }

    private static Set<String> roles(Table table) {
        return table.rows().stream()
                .map(row -> (row.side() == null ? "" : row.side().printed()) + row.role())
                .collect(Collectors.toSet());
    }

    /** An empty table without a sentence saying that there is nothing. */
    List<CheckResult> empty(Findings findings, Scope scope) {
        Map<String, List<String>> words = findings.check().words();
        for (Table table : scope.document().tables()) {
            if (!Resolver.emptyTable(table)) {
                continue;
            }
            List<String> names = words.getOrDefault(table.topic(), List.of(table.topic()));
            boolean explained = table.notes().stream()
                            .anyMatch(note -> NOTHING.matcher(note).find())
                    || Lines.of(scope.document().raw()).stream()
                            .map(Lines.Line::text)
                            .anyMatch(text -> names.stream().anyMatch(text::contains)
                                    && NOTHING.matcher(text).find());
            if (explained) {
                findings.fine(ref(table));
            } else {
                findings.found(table.topic(), "“" + Scope.name(table) + "”为空表，但没有说明本部门无此项收支", List.of(ref(table)));
            }
        }
        return findings.orNothing("没有空表");
    }

    /** Money in another unit than most tables, or most sentences, print. */
    List<CheckResult> units(Findings findings, Scope scope) {
        List<Table> tables = scope.document().tables().stream()
                .filter(table -> !Resolver.emptyTable(table))
                .toList();
        odd(tables, table -> table.unit().printed())
                .forEach(table -> findings.found(
                        table.topic() + "@" + table.first().label(),
                        "“" + Scope.name(table) + "”的金额单位为" + table.unit().printed() + "，与其他表不同",
                        List.of(ref(table))));
        List<NarrativeFigure> figures = scope.document().narrative().stream()
                .filter(figure -> TextFigures.isMoney(figure.unit())
                        && figure.value().signum() != 0
                        && scope.vocabulary().findDimension(figure.key()).isPresent())
                .toList();
        odd(figures, NarrativeFigure::unit)
                .forEach(figure -> findings.found(
                        figure.key() + "@" + figure.place().label(),
                        "说明“" + figure.key() + "”的金额单位为" + figure.unit() + "，与其他句不同",
                        List.of(TextFigures.ref(figure))));
        tables.forEach(table -> findings.fine(ref(table)));
        figures.forEach(figure -> findings.fine(TextFigures.ref(figure)));
        return findings.orNothing("文件中没有金额");
    }

    /** Those with another value than most. */
    private static <T> List<T> odd(List<T> items, Function<T, String> value) {
        Map<String, Long> counts =
                items.stream().collect(Collectors.groupingBy(value, LinkedHashMap::new, Collectors.counting()));
        String usual = counts.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse("");
        return items.stream().filter(item -> !value.apply(item).equals(usual)).toList();
    }

    /** Figures of the three public expenses without the counts that have to be published with them. */
    List<CheckResult> counts(Findings findings, Scope scope) {
        List<NarrativeFigure> costs = scope.keys().stream()
                .filter(key -> key.startsWith("三公"))
                .flatMap(key -> scope.figures(key).stream())
                .toList();
        if (!costs.isEmpty()) {
            for (String key : findings.check().words("keys")) {
                if (scope.figures(key).isEmpty()) {
                    findings.found(key, "三公经费说明没有写明" + key, List.of(TextFigures.ref(costs.get(0))));
                } else {
                    findings.fine(TextFigures.ref(scope.figures(key).get(0)));
                }
            }
        }
        return findings.orNothing("没有三公经费说明");
    }

    /** Numbers of subordinate units (with or without the bureau itself) and of staff that the list of units belies. */
    List<CheckResult> listedUnits(Findings findings, Scope scope) {
        List<BudgetUnit> units = scope.document().meta().units();
        if (units.isEmpty()) {
            return findings.orNothing("没有单位构成表");
        }
        for (NarrativeFigure figure : scope.figures("下属单位数")) {
            int stated = figure.value().intValue();
            boolean same = stated == units.size() || stated == units.size() - 1;
            listed(findings, figure, same, "单位构成表列出 " + units.size() + " 个单位");
        }
        if (units.stream().allMatch(unit -> unit.staff() != null)) {
            int staff = units.stream()
                    .mapToInt(unit -> Objects.requireNonNullElse(unit.staff(), 0))
                    .sum();
            scope.document().narrative().stream()
                    .filter(figure -> STAFF_UNITS.contains(figure.unit())
                            && STAFF.matcher(figure.key()).find())
                    .forEach(figure -> listed(
                            findings, figure, figure.value().intValue() == staff, "单位构成表在职人数合计 " + staff + " 人"));
        }
        return findings.orNothing("没有写明下属单位数或在职人数");
    }

    private static void listed(Findings findings, NarrativeFigure figure, boolean same, String list) {
        if (same) {
            findings.fine(TextFigures.ref(figure));
        } else {
            findings.found(
                    figure.key() + "@" + figure.place().label(),
                    "说明写“" + figure.key() + "”" + figure.value().toPlainString() + figure.unit() + "，" + list,
                    List.of(TextFigures.ref(figure)));
        }
    }

    private static CellRef ref(Table table) {
        return new CellRef(table.topic(), Scope.name(table), "", table.first());
    }
}
