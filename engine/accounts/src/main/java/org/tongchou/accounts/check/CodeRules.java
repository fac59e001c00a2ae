package org.tongchou.accounts.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.tongchou.accounts.check.CheckResult.CellRef;
import org.tongchou.accounts.classification.Classification;
import org.tongchou.accounts.classification.Classification.NameMatch;
import org.tongchou.accounts.classification.Subject;
import org.tongchou.accounts.model.NarrativeFigure;
import org.tongchou.accounts.model.Row;
import org.tongchou.accounts.model.Table;

/** Rules about classification codes and their names. */
final class CodeRules {
    private static final Pattern CODE_IN_TEXT =
            Pattern.compile("(?<!\\d)(\\d{7})(?!\\d)\\s*(?:（[类款项]）)?[-—、.．\\s（(]*([\\u4e00-\\u9fff、（）]{2,40})");
    private static final String CODE_KEY = "科目/";
    private static final int SHORTEST_CUT_NAME = 4;
    private static final int MOST_SLIPS = 2;
    private static final int ITEM_DIGITS = 7;

    private final Classification classification = Classification.standard();

    /**
     * A name that is another code's; for codes the classification does not know, not the one printed elsewhere. A name
     * that no code has is only doubtful.
     */
    List<CheckResult> names(Findings findings, Scope scope) {
        Map<String, String> printedElsewhere = new HashMap<>();
        int year = year(scope);
        for (Table table : scope.document().tables()) {
            for (Row row : scope.tree(table).coded()) {
                if (row.code() == null || row.name().isEmpty()) {
                    continue;
                }
                String code = CodeTree.codeOf(row);
                boolean known = classification.knows(code);
                String elsewhere = printedElsewhere.putIfAbsent(code, row.name());
                String expected = known
                        ? classification.findName(code, year).orElse("")
                        : elsewhere == null ? row.name() : elsewhere;
                Classification names = known
                        ? classification
                        : Classification.of(List.of(new Subject(code, expected, null, null, "")));
                if (names.judge(code, row.name(), year) != NameMatch.DIFFERENT || isCutOff(row.name(), expected)) {
                    findings.fine(CellRules.refs(table, row).get(0));
                    continue;
                }
                String what = table.topic() + "/" + code;
                String message =
                        "“" + table.topic() + "”表科目编码 " + code + " 的名称为“" + row.name() + "”，应为“" + expected + "”";
                if (known && classification.findCodes(row.name()).isEmpty()) {
                    findings.doubtful(what, message + "；该名称不在科目表中，可能是别名或识别有误", CellRules.refs(table, row));
                } else {
                    findings.found(what, message, CellRules.refs(table, row));
                }
            }
        }
        return findings.orNothing("文件中没有带科目编码的表格");
    }

    private static int year(Scope scope) {
        Integer year = scope.document().meta().year();
        return year == null ? 0 : year;
    }

    /** A narrow column may print only the beginning of a name. */
    private static boolean isCutOff(String printed, String name) {
        return printed.length() >= SHORTEST_CUT_NAME && name.startsWith(printed);
    }

    /** A code the classification does not know. */
    List<CheckResult> unknown(Findings findings, Scope scope) {
        for (Table table : scope.document().tables()) {
            for (Row row : scope.tree(table).coded()) {
                CellRef ref = CellRules.refs(table, row).get(0);
                if (classification.knows(CodeTree.codeOf(row))) {
                    findings.fine(ref);
                } else {
                    findings.found(
                            table.topic() + "/" + CodeTree.codeOf(row),
                            "“" + table.topic() + "”表科目编码 " + CodeTree.codeOf(row) + "（" + row.name() + "）不在科目表中",
                            List.of(ref));
                }
            }
        }
        return findings.orNothing("文件中没有带科目编码的表格");
    }

    /** A row that stands twice in one table: the same code, or the same named item with figures. */
    List<CheckResult> duplicates(Findings findings, Scope scope) {
        for (Table table : scope.document().tables()) {
            Map<String, List<Row>> rows = new LinkedHashMap<>();
            for (Row row : table.rows()) {
                if (!row.repeated() && isItem(row, scope, table)) {
                    String code = CodeTree.codeOf(row);
                    String side = row.side() == null ? "" : row.side().printed();
                    rows.computeIfAbsent(side + (code.isEmpty() ? row.role() : code), any -> new ArrayList<>())
                            .add(row);
                }
            }
            rows.forEach((key, same) -> {
                List<CellRef> refs = same.stream()
                        .flatMap(row -> CellRules.refs(table, row).stream())
                        .toList();
                if (same.size() > 1) {
                    findings.found(
                            table.topic() + "/" + key,
                            "“" + table.topic() + "”表“" + key + " "
                                    + same.get(0).name() + "”出现 " + same.size() + " 次",
                            refs);
                } else {
                    findings.fine(refs.get(0));
                }
            });
        }
        return findings.orNothing("文件中没有可识别的表格行");
    }

    private static boolean isItem(Row row, Scope scope, Table table) {
        if (!CodeTree.codeOf(row).isEmpty()) {
            return true;
        }
        var words = scope.vocabulary().topics().get(table.topic());
        return words != null && words.rows().contains(row.role()) && !row.role().endsWith("计");
    }

    /** A code that stands before a smaller one, where a table is in the order of the classification but for that. */
    List<CheckResult> order(Findings findings, Scope scope) {
        for (String topic : findings.check().words("tables")) {
            for (Table table : scope.tables(topic)) {
                List<Row> rows = scope.tree(table).coded();
                List<Integer> slips = new ArrayList<>();
                for (int i = 1; i < rows.size(); i++) {
                    if (CodeTree.codeOf(rows.get(i)).compareTo(CodeTree.codeOf(rows.get(i - 1))) < 0) {
                        slips.add(i);
                    }
                }
                if (slips.size() > MOST_SLIPS) {
                    continue;
                }
                rows.forEach(row -> findings.fine(CellRules.refs(table, row).get(0)));
                for (int slip : slips) {
                    Row before = rows.get(slip - 1);
                    Row row = rows.get(slip);
                    List<CellRef> refs = new ArrayList<>(CellRules.refs(table, before));
                    refs.addAll(CellRules.refs(table, row));
                    findings.found(
                            topic + "/" + CodeTree.codeOf(row),
                            "“" + topic + "”表科目 " + CodeTree.codeOf(row) + " 排在 " + CodeTree.codeOf(before)
                                    + " 之后，未按编码顺序",
                            refs);
                }
            }
        }
        return findings.orNothing("文件中没有按科目编码排列的表格");
    }

    /** A code whose 类 or 款 is not printed, or whose 款 or 项 are not, although the table prints others of that level. */
    List<CheckResult> orphans(Findings findings, Scope scope) {
        for (String topic : findings.check().words("tables")) {
            for (Table table : scope.tables(topic)) {
                CodeTree tree = scope.tree(table);
                Set<String> codes = tree.coded().stream().map(CodeTree::codeOf).collect(Collectors.toSet());
                Map<String, List<CellRef>> missing = new LinkedHashMap<>();
                for (Row row : tree.coded()) {
                    List<CellRef> refs = CellRules.refs(table, row);
                    findings.fine(refs.get(0));
                    String code = CodeTree.codeOf(row);
                    for (int length = 3; length < code.length(); length += 2) {
                        String above = code.substring(0, length);
                        if (!codes.contains(above) && tree.hasDepth(length)) {
                            missing.computeIfAbsent(above, any -> new ArrayList<>())
                                    .addAll(refs);
                        }
                    }
                }
                if (findings.check().words("complete").contains(topic)) {
                    childless(findings, table, tree);
                }
                missing.forEach((above, refs) -> findings.found(
                        topic + "/" + above,
                        "“" + topic + "”表有下级科目，却没有上级科目 " + above
                                + classification.findName(above, year(scope)).orElse(""),
                        refs));
            }
        }
        return findings.orNothing("文件中没有按科目编码排列的表格");
    }

    /** Rows above the last level with a figure and nothing below them. */
    private static void childless(Findings findings, Table table, CodeTree tree) {
        for (Row row : tree.leaves()) {
            String code = CodeTree.codeOf(row);
            boolean figure =
                    row.figures().stream().anyMatch(cell -> !cell.orZero().isZero());
            if (figure && code.length() < ITEM_DIGITS && tree.hasDepth(code.length() + 2)) {
                findings.found(
                        table.topic() + "/" + code + "/下级",
                        "“" + table.topic() + "”表科目 " + code + " " + row.name() + " 没有列出下级科目",
                        CellRules.refs(table, row));
            }
        }
    }

    /** A sentence whose code is not the one of the name beside it. */
    List<CheckResult> textCodes(Findings findings, Scope scope) {
        Set<String> sections = scope.document().narrative().stream()
                .filter(figure -> figure.key().startsWith(CODE_KEY))
                .map(NarrativeFigure::section)
                .collect(Collectors.toSet());
        for (NarrativeFigure figure : scope.document().narrative()) {
            Matcher matcher = CODE_IN_TEXT.matcher(figure.sentence());
            if (!sections.contains(figure.section()) || !matcher.find() || matcher.start() > figure.offset()) {
                continue;
            }
            String code = matcher.group(1);
            String name = matcher.group(2);
            if (names(scope, code, name)) {
                findings.fine(TextFigures.ref(figure));
            } else {
                findings.found(
                        code + "@" + figure.place().label(),
                        "说明中的科目编码 " + code + " 与名称“" + name + "”不符",
                        List.of(TextFigures.ref(figure)));
            }
        }
        return findings.orNothing("说明中没有带编码的科目");
    }

    /** Whether words start with a name of a code: one of the classification, or one that a table prints for it. */
    private boolean names(Scope scope, String code, String words) {
        for (int length = words.length(); length > 1; length--) {
            if (classification.accepts(code, words.substring(0, length), year(scope))) {
                return true;
            }
        }
        return scope.document().tables().stream()
                .flatMap(table -> scope.tree(table).coded().stream())
                .filter(row -> CodeTree.codeOf(row).equals(code))
                .anyMatch(row -> words.startsWith(row.name()));
    }

    /** A code with a figure that no sentence speaks of, where sentences speak of most codes. */
    List<CheckResult> missingItems(Findings findings, Scope scope) {
        List<CellRef> silent = new ArrayList<>();
        List<String> codes = new ArrayList<>();
        int stated = 0;
        for (String topic : findings.check().words("tables")) {
            Optional<Table> table = scope.table(topic);
            if (table.isEmpty()) {
                continue;
            }
            for (Row row : scope.tree(table.get()).leaves()) {
                if (row.figures().stream().allMatch(cell -> cell.orZero().isZero())) {
                    continue;
                }
                CellRef ref = CellRules.refs(table.get(), row).get(0);
                if (scope.figures(CODE_KEY + CodeTree.codeOf(row)).isEmpty()) {
                    silent.add(ref);
                    codes.add(CodeTree.codeOf(row));
                } else {
                    findings.fine(ref);
                    stated++;
                }
            }
        }
        if (stated > silent.size()) {
            for (int i = 0; i < silent.size(); i++) {
                findings.found(
                        codes.get(i),
                        "说明没有写到科目 " + codes.get(i) + " " + silent.get(i).row(),
                        List.of(silent.get(i)));
            }
            return findings.orNothing("说明没有按科目列示");
        }
        return new Findings(findings.check()).orNothing("说明没有按科目逐项列示");
    }
}
