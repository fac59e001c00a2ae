package org.tongchou.accounts.report;

import org.tongchou.accounts.check.Audit;
import org.tongchou.accounts.check.CheckResult.Outcome;
import org.tongchou.accounts.model.AccountsDocument;
import org.tongchou.accounts.model.BudgetUnit;
import org.tongchou.accounts.model.DocumentMeta;

/**
 * An audit in numbers.
 *
 * @param title whose accounts, for example {@code 宁德市医疗保障局 2024 年度部门决算}; what is unknown is left out
 * @param tables tables recognised
 * @param facts figures in tables
 * @param narrative figures in sentences
 * @param pass relations that hold
 * @param fail relations that are broken
 * @param warn unusual relations
 * @param skip relations that could not be checked
 * @param problems reading problems
 * @param usable false when nothing could be read: then no outcome counts
 */
public record Summary(
        String title,
        int tables,
        int facts,
        int narrative,
        int pass,
        int fail,
        int warn,
        int skip,
        int problems,
        boolean usable) {

    /** Counts an audit. */
    public static Summary of(Audit audit) {
        AccountsDocument document = audit.document();
        boolean fatal =
                document.problems().stream().anyMatch(problem -> problem.code().fatal());
        boolean empty = document.tables().isEmpty()
                && document.narrative().isEmpty()
                && audit.supplements().isEmpty();
        return new Summary(
                title(document),
                document.tables().size(),
                document.facts().size(),
                document.narrative().size(),
                audit.with(Outcome.PASS).size(),
                audit.with(Outcome.FAIL).size(),
                audit.with(Outcome.WARN).size(),
                audit.with(Outcome.SKIP).size(),
                document.problems().size(),
                !fatal && !empty);
    }

    /** One line of verdict. */
    public String verdict() {
        if (!usable) {
            return "无法审核";
        }
        if (fail > 0) {
            return "发现 " + fail + " 处不符";
        }
        if (warn > 0) {
            return "未发现不符，" + warn + " 处提示";
        }
        return pass > 0 ? "未发现不符" : "没有可作的检查";
    }

    /** How the verdict is shown: {@code fail}, {@code warn} or {@code pass}. */
    String style() {
        if (!usable || fail > 0) {
            return "fail";
        }
        return warn > 0 || pass == 0 ? "warn" : "pass";
    }

    /** The unit of money as printed; 未注明 when none is. */
    public static String unit(DocumentMeta meta) {
        return meta.unit() == null ? "未注明" : meta.unit().printed();
    }

    /** The number of staff of all units; 0 when no unit prints it. */
    public static int staff(DocumentMeta meta) {
        return meta.units().stream()
                .map(BudgetUnit::staff)
                .mapToInt(staff -> staff == null ? 0 : staff)
                .sum();
    }

    private static String title(AccountsDocument document) {
        DocumentMeta meta = document.meta();
        StringBuilder title = new StringBuilder();
        if (meta.bureau() != null) {
            title.append(meta.bureau()).append(' ');
        }
        if (meta.year() != null) {
            title.append(meta.year()).append(" 年度");
        }
        if (meta.kind() != null) {
            title.append("部门").append(meta.kind().printed());
        }
        return title.isEmpty() ? document.file() : title.toString().strip();
    }
}
