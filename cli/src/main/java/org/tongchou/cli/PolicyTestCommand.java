package org.tongchou.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.tongchou.benefit.cases.CaseFolder;
import org.tongchou.benefit.cases.CaseResult;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code tongchou policy test}. */
@Command(
        name = "test",
        description = "用规则包目录中 cases/ 的例子测试政策规则 (run the cases of policy packs)",
        footer = {"", "退出码：0 例子全部相符；1 有不符；2 规则包或例子无法使用。", "例：tongchou policy test regions/demo"})
final class PolicyTestCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Parameters(arity = "1..*", paramLabel = "目录", description = "规则包的目录，可多次给出")
    private List<Path> folders = List.of();

    PolicyTestCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        int code = ExitCode.CLEAN;
        for (Path folder : folders) {
            CaseFolder.Report report = CaseFolder.run(folder);
            report.problems().forEach(terminal::complain);
            List<String> lines = new ArrayList<>();
            for (CaseResult result : report.results()) {
                if (!result.passed()) {
                    lines.add("[不符] " + result.tried().place() + " "
                            + result.tried().name());
                    result.differences().forEach(difference -> lines.add("       " + difference));
                }
            }
            long passed = report.results().stream().filter(CaseResult::passed).count();
            lines.add(folder + "：例子 " + report.results().size() + " 个，相符 " + passed + " 个，不符 "
                    + (report.results().size() - passed) + " 个");
            terminal.print(lines);
            if (!report.problems().isEmpty()) {
                code = ExitCode.UNUSABLE;
            } else if (!report.passed() && code == ExitCode.CLEAN) {
                code = ExitCode.FINDINGS;
            }
        }
        return code;
    }
}
