package org.tongchou.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tongchou.accounts.report.Labels;
import org.tongchou.performance.check.PerformanceCheck;
import org.tongchou.performance.check.PerformanceChecks;
import org.tongchou.performance.scoring.RulePack;
import org.tongchou.performance.scoring.RulePackException;
import org.tongchou.performance.scoring.RulePacks;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code tongchou rules}. */
@Command(
        name = "rules",
        description = "列出绩效计分规则和绩效检查及其说明 (list scoring rules and performance checks)",
        footer = {"", "例：tongchou rules --region 宁德市 --year 2024", "    tongchou rules --pack 本市计分规则.yaml"})
final class RulesCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Option(names = "--region", paramLabel = "地区", description = "只列适用于该省、市的规则")
    private @Nullable String region;

    @Option(names = "--year", paramLabel = "年度", description = "适用的年度，默认最新")
    private @Nullable Integer year;

    @Option(names = "--pack", paramLabel = "文件", description = "加上一个自己的规则文件，并检查它写得对不对")
    private @Nullable Path pack;

    RulesCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    /**
     * The shipped rules and those of a file.
     *
     * @throws CommandFailure naming file, line and how to mend it
     */
    static RulePacks packs(@Nullable Path pack) {
        try {
            return pack == null ? RulePacks.standard() : RulePacks.with(pack);
        } catch (RulePackException e) {
            throw new CommandFailure(String.valueOf(e.getMessage()));
        }
    }

    @Override
    public Integer call() {
        RulePacks packs = packs(pack);
        List<RulePack> shown = region == null && year == null ? packs.all() : List.of(packs.of(region, year));
        List<String> lines = new ArrayList<>(List.of("计分规则"));
        for (RulePack one : shown) {
            List<String> described = one.describe();
            lines.add("");
            lines.add(described.get(0));
            described.stream().skip(1).map(line -> "  " + line).forEach(lines::add);
        }
        lines.addAll(List.of("", "绩效检查"));
        String heading = "";
        for (PerformanceCheck check : PerformanceChecks.list()) {
            if (!check.group().equals(heading)) {
                heading = check.group();
                lines.addAll(List.of("", Labels.group(heading) + "（" + heading + "）"));
            }
            lines.add(
                    "  " + check.id() + "  [" + Labels.outcome(check.severity().outcome()) + "]  " + check.says());
            if (!check.relation().isEmpty()) {
                lines.add("      关系：" + check.each() + "：" + check.relation());
            }
            lines.add("      依据：" + check.source());
        }
        lines.addAll(List.of(
                "",
                "规则包 " + shown.size() + " 个，绩效检查 " + PerformanceChecks.list().size() + " 项"));
        terminal.print(lines);
        return ExitCode.CLEAN;
    }
}
