package org.tongchou.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.tongchou.benefit.simulation.Tally;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ./tongchou bench resettle}. */
@Command(name = "resettle", description = "整年重算与读取并求和同样明细的 CPU 时间之比", mixinStandardHelpOptions = true)
final class ResettlementCommand implements Callable<Integer> {
    private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    private static final int MILLION = 1_000_000;

    @Option(names = "--region", description = "规则包（默认 ${DEFAULT-VALUE}）")
    private Path region = Path.of("regions", "demo");

    @Option(names = "--persons", split = ",", description = "各次的人数（默认 ${DEFAULT-VALUE}）")
    private List<Integer> persons = List.of(100_000);

    @Option(names = "--seed", description = "随机种子（默认 ${DEFAULT-VALUE}）")
    private long seed = 1;

    @Option(names = "--runs", description = "计数的次数，取最小值（默认 ${DEFAULT-VALUE}）")
    private int runs = 3;

    @Option(names = "--folder", required = true, description = "年文件写在这个目录下")
    private Path folder = Path.of("");

    @Override
    public Integer call() throws IOException, InterruptedException {
        for (int count : persons) {
            ResettlementBench bench =
                    ResettlementBench.generate(region, folder.resolve("persons-" + count), count, seed);
            print(bench.measure(runs));
            Tally tally = bench.tally();
            OUT.printf("  不能结算 %,d 张；%s%n", tally.refused(), tally);
            if (count == persons.get(0)) {
                print(bench.single(runs * 2));
            }
        }
        return 0;
    }

    private static void print(ResettlementBench.Timing timing) {
        OUT.printf("%,d 人，%,d 张账单，%,d 条明细%n", timing.persons(), timing.bills(), timing.lines());
        OUT.printf(
                "  打开并检查 %,d 毫秒；只加金额 %,d 毫秒；加明细各列 %,d 毫秒%n",
                timing.open() / MILLION, timing.sum() / MILLION, timing.columns() / MILLION);
        OUT.printf(
                "  重算：1 线程 %,d 毫秒（每张 %,d 纳秒），2 线程 %,d 毫秒；每张分配 %,d 字节%n",
                timing.one() / MILLION,
                timing.one() / Math.max(1, timing.bills()),
                timing.two() / MILLION,
                timing.allocated());
        OUT.printf(
                "  比值（1 线程）：重算 ÷ 只加金额 %s；重算 ÷ 加各列 %s；（打开 + 重算）÷（打开 + 只加金额）%s；1 线程 ÷ 2 线程（时钟）%s%n",
                ratio(timing.one(), timing.sum()),
                ratio(timing.one(), timing.columns()),
                ratio(timing.open() + timing.one(), timing.open() + timing.sum()),
                ratio(timing.oneClock(), timing.twoClock()));
    }

    private static void print(ResettlementBench.Single single) {
        OUT.printf(
                "  逐张结算：%,d 纳秒、%,d 字节；带说明 %,d 纳秒、%,d 字节；比值 %s%n",
                single.plain(),
                single.plainBytes(),
                single.explained(),
                single.explainedBytes(),
                ratio(single.explained(), single.plain()));
    }

    private static String ratio(long part, long whole) {
        long tenths = whole == 0 ? 0 : part * 10 / whole;
        return tenths / 10 + "." + tenths % 10;
    }
}
