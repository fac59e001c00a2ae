package org.tongchou.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.tongchou.benefit.calculation.Result;
import org.tongchou.benefit.cases.CaseFolder;
import org.tongchou.benefit.cases.CaseResult;
import org.tongchou.benefit.coverage.Coverage;
import org.tongchou.benefit.explain.ExplanationText;
import org.tongchou.benefit.policy.Bucket;
import org.tongchou.benefit.policy.Source;
import org.tongchou.benefit.settle.Outcome;
import org.tongchou.benefit.settle.Payment;
import org.tongchou.benefit.settle.Settlement;
import org.tongchou.money.Money;
import org.tongchou.money.MoneyUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code tongchou settle}. */
@Command(
        name = "settle",
        description = "按一个地区的政策规则结算文件中的账单，说明每一分钱由谁支付、为什么 (settle bills and explain every fen)",
        footer = {
            "",
            "文件的写法与规则包 cases/ 中的例子相同；写有 expect 的，同时比较。",
            "退出码：0 与 expect 相符；1 有不符；2 规则包或文件无法使用。",
            "例：tongchou settle --region regions/demo examples/settle/one-stop.yaml --explain"
        })
final class SettleCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Parameters(paramLabel = "文件", description = "写有人员和账单的 YAML 文件")
    private Path file = Path.of("");

    @Option(names = "--region", required = true, paramLabel = "目录", description = "政策规则包的目录，如 regions/demo")
    private Path region = Path.of("");

    @Option(names = "--explain", description = "逐步说明怎样算出，依据哪一条规定")
    private boolean explain;

    @Option(names = "--json", description = "输出 JSON")
    private boolean json;

    SettleCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        CaseFolder.Report report = CaseFolder.run(region, file);
        if (!report.problems().isEmpty()) {
            report.problems().forEach(terminal::complain);
            return ExitCode.UNUSABLE;
        }
        Map<String, Source> sources = report.pack().sources();
        if (json) {
            terminal.write(SettlementJson.of(report.results(), sources, explain));
        } else {
            terminal.print(text(report.results(), sources));
        }
        report.results().stream()
                .flatMap(result -> result.differences().stream())
                .forEach(difference -> terminal.complain("[不符] " + difference));
        return report.passed() ? ExitCode.CLEAN : ExitCode.FINDINGS;
    }

    private List<String> text(List<CaseResult> results, Map<String, Source> sources) {
        List<String> lines = new ArrayList<>();
        for (CaseResult result : results) {
            lines.add((lines.isEmpty() ? "" : "\n") + result.tried().name());
            result.findCalculated().ifPresent(calculated -> calculated(calculated, sources, lines));
            for (int i = 0; i < result.outcomes().size(); i++) {
                Outcome outcome = result.outcomes().get(i);
                lines.add("");
                if (i < result.coverages().size()) {
                    covered(
                            result.coverages().get(i),
                            explain || outcome.settlement().isEmpty(),
                            sources,
                            lines);
                }
                outcome.failure().ifPresent(failure -> lines.add("不能结算：" + failure.message()));
                outcome.settlement().ifPresent(settlement -> {
                    amounts(settlement, lines);
                    if (explain) {
                        settlement.explanation().ifPresent(explanation -> {
                            lines.add("");
                            lines.addAll(ExplanationText.print(explanation, sources));
                        });
                    }
                });
            }
        }
        return lines;
    }

    private void calculated(Result<Map<String, String>> calculated, Map<String, Source> sources, List<String> lines) {
        lines.add("");
        if (calculated instanceof Result.Refused<Map<String, String>> refused) {
            lines.add("不能测算：" + refused.failure().message());
            return;
        }
        Result.Found<Map<String, String>> found = calculated.getFound();
        found.value().forEach((name, value) -> lines.add("  " + name + "  " + value));
        if (explain) {
            lines.add("");
            lines.addAll(ExplanationText.print(found.explanation(), sources));
        }
    }

    /** How coverage was decided, when that is asked for or the bill is refused for it. */
    private static void covered(
            Result<Coverage> decided, boolean told, Map<String, Source> sources, List<String> lines) {
        if (told && decided instanceof Result.Found<Coverage> found) {
            lines.addAll(ExplanationText.print(found.explanation(), sources));
            lines.add("");
        }
    }

    private static void amounts(Settlement settlement, List<String> lines) {
        lines.add(settlement.plan().name() + "，" + settlement.bill().date() + " 结算");
        line(lines, "费用总额", settlement.total());
        line(lines, "全自费", settlement.part(Bucket.FULL_OWN));
        line(lines, "超限价", settlement.part(Bucket.OVER_LIMIT));
        line(lines, "先行自付", settlement.part(Bucket.PRE_PAY).plus(settlement.part(Bucket.FIRST_PAY)));
        line(lines, "政策范围内", settlement.part(Bucket.SCOPE));
        line(lines, "起付线", settlement.part(Bucket.DEDUCTIBLE));
        for (Payment payment : settlement.payments()) {
            line(lines, payment.name(), payment.amount());
        }
        lines.add("  个人现金  " + settlement.cash().print(MoneyUnit.YUAN, 2));
        if (!settlement.recoverable().isZero()) {
            line(lines, "先行支付，可追偿", settlement.recoverable());
        }
    }

    private static void line(List<String> lines, String what, Money amount) {
        if (!amount.isZero()) {
            lines.add("  " + what + "  " + amount.print(MoneyUnit.YUAN, 2));
        }
    }
}
