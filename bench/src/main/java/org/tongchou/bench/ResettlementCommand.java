package org.tongchou.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.tongchou.benefit.claims.ClaimsManifest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ./tongchou bench resettle}. */
@Command(name = "resettle", description = "整年重算与读取并求和同样的列的 CPU 时间之比", mixinStandardHelpOptions = true)
final class ResettlementCommand implements Callable<Integer> {
    private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    private static final int MILLION = 1_000_000;

    @Option(names = "--region", description = "规则包（默认 ${DEFAULT-VALUE}）")
    private Path region = Path.of("regions", "demo");

    @Option(names = "--persons", split = ",", description = "各次的人数（默认 ${DEFAULT-VALUE}）")
    private List<Integer> persons = List.of(100_000);

    @Option(names = "--seed", description = "随机种子（默认 ${DEFAULT-VALUE}）")
    private long seed = 1;

    @Option(names = "--runs", description = "计数的次数，取中位数（默认 ${DEFAULT-VALUE}）")
    private int runs = 9;

    @Option(names = "--folder", required = true, description = "年文件写在这个目录下")
    private Path folder = Path.of("");

    @Override
    public Integer call() throws IOException, InterruptedException {
        for (int count : persons) {
            print(ResettlementBench.measure(region, folder.resolve("persons-" + count), count, seed, runs));
        }
        return 0;
    }

    private static void print(ResettlementBench.Timing timing) {
        ClaimsManifest rows = timing.rows();
        OUT.printf("%,d 人，%,d 张账单，%,d 条明细%n", rows.persons(), rows.bills(), rows.lines());
        print("生成", timing.generate(), timing);
        print("打开并检查", timing.open(), timing);
        timing.sums().forEach((columns, time) -> print(name(columns), time, timing));
        print("重算", timing.settle(), timing);
        OUT.printf(
                "  重算每张分配 %,d 字节；不能结算 %,d 张%n",
                timing.allocated(), timing.result().tally().refused());
        timing.sums()
                .forEach((columns, time) -> OUT.printf(
                        "  重算 ÷ %s：%s；各加上打开：%s%n",
                        name(columns),
                        ratio(timing.settle(), time),
                        ratio(timing.open() + timing.settle(), timing.open() + time)));
        OUT.printf(
                "  时钟：1 线程 %,d 毫秒，2 线程 %,d 毫秒，比值 %s%n",
                timing.clockOfOne() / MILLION,
                timing.clockOfTwo() / MILLION,
                ratio(timing.clockOfOne(), timing.clockOfTwo()));
    }

    private static void print(String what, long time, ResettlementBench.Timing timing) {
        OUT.printf(
                "  %s：%,d 毫秒，每张账单 %,d 纳秒%n",
                what, time / MILLION, time / Math.max(1, timing.rows().bills()));
    }

    private static String name(LineSums.Columns columns) {
        return switch (columns) {
            case AMOUNTS -> "加明细金额";
            case LINES -> "加明细各列";
            case ALL -> "加人、账单和明细各列";
        };
    }

    private static String ratio(long part, long whole) {
        long tenths = whole == 0 ? 0 : part * 10 / whole;
        return tenths / 10 + "." + tenths % 10;
    }
}
