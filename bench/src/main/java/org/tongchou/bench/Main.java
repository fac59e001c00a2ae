package org.tongchou.bench;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tongchou.accounts.check.Audit;
import org.tongchou.accounts.check.Auditor;
import org.tongchou.accounts.model.AccountsDocument;
import org.tongchou.accounts.read.AccountsReader;
import org.tongchou.performance.check.PerformanceAuditor;
import org.tongchou.performance.report.PerformanceSupplement;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/** {@code ./tongchou bench}: measurements. */
@Command(
        name = "bench",
        description = "测量：植入错误的检出率、审核用时、与答案逐格比较、整年重算的用时",
        mixinStandardHelpOptions = true,
        subcommands = {Main.Mutations.class, Main.Speed.class, Main.Keys.class, ResettlementCommand.class})
public final class Main {
    private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);

    private Main() {}

    /** Runs a measurement and exits with its code. */
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Main()).execute(arguments));
    }

    /** Plants errors. */
    @Command(name = "mutations", description = "在没有错误的文件中逐一植入错误，统计检出率", mixinStandardHelpOptions = true)
    static final class Mutations implements Callable<Integer> {
        @Parameters(description = "审核结果没有问题的文件；用 --performance 时可以不给，以自编的绩效文件代替")
        private List<Path> files = List.of();

        @Option(names = "--performance", description = "植入绩效表和绩效报告的错误")
        private boolean performance;

        @Spec
        private @Nullable CommandSpec command;

        @Option(names = "--seed", description = "随机种子（默认 ${DEFAULT-VALUE}）")
        private long seed = 2026;

        @Option(names = "--times", description = "每种错误植入的次数（默认 ${DEFAULT-VALUE}）")
        private int times = 1000;

        @Override
        public Integer call() {
            if (files.isEmpty() && !performance && command != null) {
                throw new ParameterException(command.commandLine(), "请给出文件，或用 --performance");
            }
            if (files.isEmpty()) {
                run(CleanDocument.read());
            }
            files.forEach(file -> run(AccountsReader.read(file)));
            return 0;
        }

        private void run(AccountsDocument clean) {
            MutationBench bench = performance ? MutationBench.ofPerformance(clean) : MutationBench.ofAccounts(clean);
            OUT.printf("%s：原文件已有提示 %d 条%n", clean.file(), bench.findingsOnClean());
            List<MutationBench.Score> scores = bench.run(seed, times);
            int planted = 0;
            int caught = 0;
            for (MutationBench.Score score : scores) {
                planted += score.planted();
                caught += score.caught();
                OUT.printf(
                        "  %-20s 植入 %5d  检出 %5d  首位指出 %5d  %s%n",
                        score.id(), score.planted(), score.caught(), score.first(), score.says());
                score.misses().forEach(miss -> OUT.println("      漏检：" + miss));
            }
            OUT.printf("  合计 %d 种错误，植入 %d 处，检出 %d 处（%s）%n", scores.size(), planted, caught, share(caught, planted));
        }
    }

    /** Accounts and performance, as {@code tongchou audit} checks them. */
    static Audit audit(AccountsDocument document) {
        return PerformanceSupplement.add(
                Auditor.standard().audit(document),
                PerformanceAuditor.standard().audit(document));
    }

    private static String share(int part, int whole) {
        long tenths = whole == 0 ? 0 : part * 1000L / whole;
        return tenths / 10 + "." + tenths % 10 + "%";
    }

    /** Measures time. */
    @Command(name = "speed", description = "审核的 CPU 时间与只切分单元格的时间之比", mixinStandardHelpOptions = true)
    static final class Speed implements Callable<Integer> {
        @Parameters(description = "文件", arity = "1..*")
        private List<Path> files = List.of();

        @Option(names = "--runs", description = "计数的次数（默认 ${DEFAULT-VALUE}）")
        private int runs = 21;

        @Override
        public Integer call() {
            for (Path file : files) {
                SpeedBench.Timing timing = SpeedBench.measure(file, runs);
                OUT.printf(
                        "%s：%d 格；只切分 %d 微秒，读取并审核 %d 微秒（CPU 中位数，%d 次），比值 %d.%d%n",
                        timing.file(),
                        timing.cells(),
                        timing.split(),
                        timing.audit(),
                        runs,
                        timing.tenths() / 10,
                        timing.tenths() % 10);
            }
            return 0;
        }
    }

    /** Compares with answer keys. */
    @Command(name = "keys", description = "把审核结果与独立制作的答案逐格比较", mixinStandardHelpOptions = true)
    static final class Keys implements Callable<Integer> {
        @Option(names = "--key", required = true, description = "答案文件（可多次给出）")
        private List<Path> keys = List.of();

        @Option(names = "--verbose", description = "列出每一处差别")
        private boolean verbose;

        @Parameters(description = "文件", arity = "1..*")
        private List<Path> files = List.of();

        @Override
        public Integer call() {
            List<JsonNode> answers = keys.stream().map(KeyComparison::key).toList();
            boolean clean = true;
            for (Path file : files) {
                AccountsDocument document = AccountsReader.read(file);
                Audit audit = audit(document);
                List<JsonNode> matching = new ArrayList<>();
                for (JsonNode answer : answers) {
                    String bureau = answer.path("meta").path("bureau").asString("");
                    if (bureau.equals(document.meta().bureau())) {
                        matching.add(answer);
                    }
                }
                for (JsonNode answer : matching) {
                    KeyComparison comparison = KeyComparison.compare(audit, answer);
                    clean &= comparison.clean();
                    print(comparison);
                    list(comparison.notes());
                    list(comparison.failures().notes());
                    PerformanceComparison performance =
                            PerformanceComparison.compare(audit, answer).orElse(null);
                    if (performance != null) {
                        clean &= performance.clean();
                        print(performance);
                        list(performance.notes());
                    }
                }
                if (matching.isEmpty()) {
                    OUT.printf("%s：没有对应的答案%n", file.getFileName());
                }
            }
            return clean ? 0 : 1;
        }

        private static void print(KeyComparison comparison) {
            OUT.printf(
                    "%s：单元格 对 %d，错 %d，缺 %d；%s%n",
                    comparison.file(),
                    comparison.right(),
                    comparison.wrong(),
                    comparison.missing(),
                    failures(comparison.failures()));
        }

        private static void print(PerformanceComparison comparison) {
            OUT.printf(
                    "  绩效：表 %s，%s；报告 %s，%s；得分 可复算 %s，不可解释 %s；%s%n",
                    comparison.tables(),
                    fields(comparison.sheets()),
                    comparison.reports(),
                    fields(comparison.prose()),
                    comparison.reproduced(),
                    comparison.unexplained(),
                    failures(comparison.failures()));
        }

        private static String fields(FieldComparison fields) {
            return "字段 对 %d 错 %d 缺 %d".formatted(fields.right(), fields.wrong(), fields.missing());
        }

        private static String failures(KeyFailures failures) {
            return "真实错误 %d 处，报告 %d 处；答案中没有的 %d 处"
                    .formatted(failures.genuine(), failures.reported(), failures.unsupported());
        }

        private void list(List<String> notes) {
            if (verbose) {
                notes.forEach(note -> OUT.println("    " + note));
            }
        }
    }
}
