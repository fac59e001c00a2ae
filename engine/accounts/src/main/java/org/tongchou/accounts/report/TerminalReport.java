package org.tongchou.accounts.report;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.tongchou.accounts.check.Audit;
import org.tongchou.accounts.check.CheckResult;
import org.tongchou.accounts.check.CheckResult.CellRef;
import org.tongchou.accounts.check.CheckResult.Outcome;
import org.tongchou.accounts.model.DocumentMeta;
import org.tongchou.accounts.source.Problem;
import org.tongchou.money.PrintedNumber;

/**
 * An audit as lines for a terminal, in Chinese.
 *
 * @param color whether to use ANSI colours
 * @param everything whether to list all findings, skipped checks, reading problems and passed checks; otherwise only
 *     the worst
 */
public record TerminalReport(boolean color, boolean everything) {
    private static final int WORST = 10;
    private static final int FIRST_PROBLEMS = 5;

    private static final Pattern FOREIGN_CONTROL = Pattern.compile("\\u001b(?!\\[\\d{1,2}m)|[\\p{Cntrl}&&[^\\u001b]]");

    private static final String BOLD = "1";
    private static final String RED = "31";
    private static final String GREEN = "32";
    private static final String YELLOW = "33";
    private static final String GREY = "90";

    /** The lines about one file. */
    public List<String> lines(AuditedFile file) {
        Audit audit = file.audit();
        Summary summary = Summary.of(audit);
        List<String> lines = new ArrayList<>();
        lines.add(paint(BOLD, summary.title()) + "  " + paint(GREY, file.path()));
        if (!summary.usable()) {
            lines.add("  " + paint(RED, summary.verdict()));
            problems(audit.document().problems(), lines);
            return clean(lines);
        }
        lines.add("  " + facts(audit, summary));
        audit.supplements().forEach(supplement -> lines.add("  " + supplement.title() + " " + supplement.summary()));
        lines.add("  " + counts(summary));
        findings(audit, lines);
        problems(audit.document().problems(), lines);
        if (everything) {
            others(audit, Outcome.SKIP, GREY, lines);
            others(audit, Outcome.PASS, GREEN, lines);
        }
        return clean(lines);
    }

    /** The closing line over several files. */
    public String total(List<Summary> summaries) {
        long unusable = summaries.stream().filter(summary -> !summary.usable()).count();
        List<Summary> usable = summaries.stream().filter(Summary::usable).toList();
        int fail = usable.stream().mapToInt(Summary::fail).sum();
        int warn = usable.stream().mapToInt(Summary::warn).sum();
        return paint(BOLD, "共 " + summaries.size() + " 份文件") + "：不符 " + paint(fail > 0 ? RED : GREEN, "" + fail)
                + "，提示 "
                + paint(warn > 0 ? YELLOW : GREEN, "" + warn)
                + (unusable > 0 ? "，" + paint(RED, "无法审核 " + unusable + " 份") : "");
    }

    private static String facts(Audit audit, Summary summary) {
        DocumentMeta meta = audit.document().meta();
        List<String> parts = new ArrayList<>();
        parts.add("金额单位 " + Summary.unit(meta));
        if (!meta.units().isEmpty()) {
            int staff = Summary.staff(meta);
            parts.add("编制单位 " + meta.units().size() + " 个" + (staff > 0 ? "（" + staff + " 人）" : ""));
        }
        parts.add("表格 " + summary.tables() + " 张");
        parts.add("表内数据 " + PrintedNumber.print(BigDecimal.valueOf(summary.facts())) + " 个");
        parts.add("文字数据 " + PrintedNumber.print(BigDecimal.valueOf(summary.narrative())) + " 个");
        return String.join(" · ", parts);
    }

    private String counts(Summary summary) {
        return "相符 " + paint(GREEN, "" + summary.pass()) + "  不符 "
                + paint(summary.fail() > 0 ? RED : GREEN, "" + summary.fail()) + "  提示 "
                + paint(summary.warn() > 0 ? YELLOW : GREEN, "" + summary.warn()) + "  未查 " + summary.skip() + "  读取问题 "
                + summary.problems();
    }

    private void findings(Audit audit, List<String> lines) {
        List<CheckResult> findings = Findings.ranked(audit);
        int shown = everything ? findings.size() : Math.min(WORST, findings.size());
        for (int i = 0; i < shown; i++) {
            CheckResult result = findings.get(i);
            String style = result.outcome() == Outcome.FAIL ? RED : YELLOW;
            lines.add(String.format("  %2d. ", i + 1) + paint(style, "[" + Labels.outcome(result.outcome()) + "]") + " "
                    + result.message());
            detail(result, lines);
        }
        if (shown < findings.size()) {
            lines.add("      还有 " + (findings.size() - shown) + " 条，用 --all 全部列出，或用 --report 目录 生成报告");
        }
    }

    private void detail(CheckResult result, List<String> lines) {
        String indent = "      ";
        Optional<CellRef> suspect = Findings.suspect(result);
        suspect.ifPresent(cell -> lines.add(
                indent + "可疑  " + Labels.cell(cell) + "（" + cell.place().label() + "）"));
        if (result.cells().stream()
                .anyMatch(cell -> !result.message().contains(cell.place().label()))) {
            lines.add(indent + "位置  " + result.where());
        }
        if (!tellsNumbers(result) && !result.message().contains(result.expression())) {
            lines.add(indent + "关系  " + result.expression());
        }
        String numbers = numbers(result);
        if (!numbers.isEmpty()) {
            lines.add(indent + "数字  " + numbers);
        }
        String cause = Labels.cause(result.cause());
        lines.add(indent + paint(GREY, "检查  " + result.id() + (cause.isEmpty() ? "" : "（" + cause + "）")));
    }

    /** Whether the message spells the relation out with both of its sides. */
    private static boolean tellsNumbers(CheckResult result) {
        return result.left() != null
                && result.right() != null
                && result.message().contains(PrintedNumber.print(result.left()))
                && result.message().contains(PrintedNumber.print(result.right()));
    }

    /** 列示, 应为, 相差, 允许 as far as they are known, with the unit. */
    static String numbers(CheckResult result) {
        List<String> parts = new ArrayList<>();
        if (result.left() != null) {
            parts.add("列示 " + PrintedNumber.print(result.left()));
        }
        if (result.right() != null) {
            parts.add("应为 " + PrintedNumber.print(result.right()));
        }
        if (result.diff() != null) {
            parts.add("相差 " + PrintedNumber.print(result.diff()));
        }
        if (result.tolerance() != null && !parts.isEmpty()) {
            parts.add("允许 " + PrintedNumber.print(result.tolerance()));
        }
        if (parts.isEmpty()) {
            return "";
        }
        return String.join("，", parts) + (result.unit().isEmpty() ? "" : "（" + result.unit() + "）");
    }

    private void problems(List<Problem> problems, List<String> lines) {
        int shown = everything ? problems.size() : Math.min(FIRST_PROBLEMS, problems.size());
        if (shown > 0) {
            lines.add("  读取问题");
        }
        for (Problem problem : problems.subList(0, shown)) {
            lines.add("      " + problem.code().id()
                    + (problem.place() == null ? "" : " " + problem.place().label()) + "：" + problem.message());
        }
        if (shown < problems.size()) {
            lines.add("      还有 " + (problems.size() - shown) + " 条");
        }
    }

    private void others(Audit audit, Outcome outcome, String style, List<String> lines) {
        List<CheckResult> results = audit.with(outcome);
        if (!results.isEmpty()) {
            lines.add("  " + Labels.outcome(outcome) + " " + results.size());
        }
        for (CheckResult result : results) {
            String text = outcome == Outcome.SKIP ? result.message() : result.expression();
            lines.add("      " + paint(style, "[" + Labels.outcome(outcome) + "]") + " " + result.id() + "  " + text);
        }
    }

    /** Takes out control characters that a document might send to the terminal; our own colours stay. */
    private static List<String> clean(List<String> lines) {
        return lines.stream()
                .map(line -> FOREIGN_CONTROL.matcher(line).replaceAll(" ").stripTrailing())
                .toList();
    }

    private String paint(String style, String text) {
        return color ? "\u001b[" + style + "m" + text + "\u001b[0m" : text;
    }
}
