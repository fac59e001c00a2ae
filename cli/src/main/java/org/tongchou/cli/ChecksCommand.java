package org.tongchou.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tongchou.accounts.check.CheckDefinition;
import org.tongchou.accounts.check.Checks;
import org.tongchou.accounts.report.Labels;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code tongchou checks}. */
@Command(
        name = "checks",
        description = "列出全部检查及其说明 (list the checks and what they say)",
        footer = {"", "例：tongchou checks --group cross", "    tongchou checks 三公"})
final class ChecksCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Parameters(arity = "0..1", paramLabel = "词", description = "只列编号或说明含有该词的检查")
    private String word = "";

    @Option(names = "--group", paramLabel = "类别", description = "只列一类，例如 parent、cross、narrative")
    private @Nullable String group;

    ChecksCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        List<String> lines = new ArrayList<>();
        String heading = "";
        int count = 0;
        for (CheckDefinition check : Checks.list()) {
            if ((group != null && !check.group().equals(group)) || !(check.id() + check.says()).contains(word)) {
                continue;
            }
            if (!check.group().equals(heading)) {
                heading = check.group();
                lines.add((lines.isEmpty() ? "" : "\n") + Labels.group(heading) + "（" + heading + "）");
            }
            count++;
            lines.add(
                    "  " + check.id() + "  [" + Labels.outcome(check.severity().outcome()) + "]"
                            + (check.kind() == null ? "" : "  仅" + check.kind().printed()));
            lines.add("      " + check.says());
            if (!check.relation().isEmpty()) {
                lines.add("      关系：" + check.relation() + (check.when().isEmpty() ? "" : "  条件：" + check.when()));
            }
            if (!check.source().isEmpty()) {
                lines.add("      依据：" + check.source());
            }
        }
        if (count == 0) {
            throw new CommandFailure("没有符合条件的检查");
        }
        lines.add("");
        lines.add("共 " + count + " 项检查");
        terminal.print(lines);
        return ExitCode.CLEAN;
    }
}
