package org.tongchou.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tongchou.benefit.claims.ClaimsFailure;
import org.tongchou.benefit.claims.ClaimsYear;
import org.tongchou.benefit.claims.WordMap;
import org.tongchou.benefit.policy.PackReading;
import org.tongchou.benefit.policy.PolicyPack;
import org.tongchou.benefit.simulation.ReportTable;
import org.tongchou.benefit.simulation.Resettlement;
import org.tongchou.benefit.simulation.WhatIf;
import org.tongchou.files.AtomicFile;
import org.tongchou.money.Money;
import org.tongchou.money.MoneyFormatException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code tongchou whatif}. */
@Command(
        name = "whatif",
        description = "用一年的账单试算改革方案：各基金多付多少，谁减轻，谁加重 (re-settle a year under a reform)",
        footer = {
            "",
            "年文件的格式见 docs/claims-file.md，可用 tongchou claims generate 生成合成数据。",
            "例：tongchou whatif --base regions/demo --reform regions/demo/reforms/three-numbers.yaml --claims year --html out.html"
        })
final class WhatIfCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Option(names = "--base", required = true, paramLabel = "目录", description = "现行规则包的目录，如 regions/demo")
    private Path base = Path.of("");

    @Option(names = "--reform", required = true, paramLabel = "文件", description = "改革方案（YAML）")
    private Path reform = Path.of("");

    @Option(names = "--claims", required = true, paramLabel = "目录", description = "结算数据年文件的目录")
    private Path claims = Path.of("");

    @Option(names = "--threads", paramLabel = "个数", description = "同时计算的线程数（默认为处理器个数），不影响结果")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Option(names = "--heavy", paramLabel = "元", description = "全年个人负担超过多少元算灾难性负担（默认 30000）")
    private String heavy = "30000";

    @Option(names = "--reserve", paramLabel = "基金=元", description = "某个基金的累计结余，用来算可支付月数；可多次给出")
    private Map<String, String> reserves = new LinkedHashMap<>();

    @Option(names = "--html", paramLabel = "文件", description = "写出带图的网页，可打印")
    private @Nullable Path html;

    @Option(names = "--xlsx", paramLabel = "文件", description = "写出工作簿，每张表一页")
    private @Nullable Path xlsx;

    @Option(names = "--json", description = "输出 JSON")
    private boolean json;

    WhatIfCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (threads < 1) {
            throw new CommandFailure("线程数至少是 1：" + threads);
        }
        if (!Files.isRegularFile(reform)) {
            throw new CommandFailure("文件不存在：" + reform);
        }
        PackReading reading = PolicyPack.read(base);
        PolicyPack pack = ClaimsCommand.pack(reading);
        PackReading reformed = reading.with(reform);
        PolicyPack changed = ClaimsCommand.pack(reformed);
        String name = String.join("、", reformed.reforms());
        WhatIf.Question question = new WhatIf.Question(money("--heavy", heavy), reserves(pack));
        ClaimsYear year = ClaimsCommand.year(claims);
        List<ClaimsFailure> failures = new ArrayList<>();
        WordMap words = year.wordsIn(pack.vocabulary(), failures);
        if (!failures.isEmpty()) {
            throw ClaimsCommand.failure(failures);
        }
        WhatIf answer = compare(new Resettlement(year, words, threads), pack, changed, question, year.persons());
        WhatIfReport report = new WhatIfReport(
                pack.region().name() + "：" + name + " 试算",
                ClaimsCommand.summary(year.manifest()) + "；规则包 " + pack.id() + "，改革方案 " + name + "（"
                        + reform.getFileName() + "）",
                answer.tables());
        write(report);
        return ExitCode.CLEAN;
    }

    private WhatIf compare(
            Resettlement resettlement, PolicyPack pack, PolicyPack changed, WhatIf.Question question, int persons)
            throws InterruptedException {
        try (Counting counting = new Counting(terminal, "已重算（人次）", 2L * persons)) {
            return WhatIf.compare(resettlement, pack, changed, question, counting::done);
        }
    }

    private Map<String, Money> reserves(PolicyPack pack) {
        Map<String, Money> amounts = new LinkedHashMap<>();
        reserves.forEach((fund, amount) -> {
            if (!pack.vocabulary().funds().containsKey(fund)) {
                throw new CommandFailure("规则包没有基金“" + fund + "”，应为 "
                        + String.join("、", pack.vocabulary().funds().keySet()) + " 之一");
            }
            amounts.put(fund, money("--reserve " + fund, amount));
        });
        return amounts;
    }

    private static Money money(String option, String amount) {
        try {
            Money money = Money.yuan(amount);
            if (money.fen() >= 0) {
                return money;
            }
        } catch (MoneyFormatException e) {
            throw new CommandFailure(option + " 应为金额（元），写的是“" + amount + "”", e);
        }
        throw new CommandFailure(option + " 不能是负数：" + amount);
    }

    private void write(WhatIfReport report) throws IOException {
        Path page = html;
        if (page != null) {
            AtomicFile.writeText(page, new WhatIfPage(report).html());
        }
        Path workbook = xlsx;
        if (workbook != null) {
            AtomicFile.write(workbook, stream -> WhatIfWorkbook.write(report, stream));
        }
        if (json) {
            terminal.write(report.json());
            return;
        }
        List<String> lines = new ArrayList<>(List.of(report.title(), report.subtitle()));
        for (ReportTable table : report.tables()) {
            lines.add("");
            lines.add(table.title());
            lines.addAll(WhatIfReport.text(table).lines());
            lines.add("说明：" + table.definition());
        }
        if (page != null) {
            lines.add("网页：" + page);
        }
        if (workbook != null) {
            lines.add("工作簿：" + workbook);
        }
        terminal.print(lines);
    }
}
