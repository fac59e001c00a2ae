package org.tongchou.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tongchou.accounts.check.CheckResult;
import org.tongchou.accounts.check.CheckResult.Outcome;
import org.tongchou.accounts.classification.Classification;
import org.tongchou.accounts.model.AccountsDocument;
import org.tongchou.accounts.report.Labels;
import org.tongchou.accounts.source.Problem;
import org.tongchou.money.PrintedNumber;
import org.tongchou.performance.check.PerformanceAudit;
import org.tongchou.performance.check.PerformanceAuditor;
import org.tongchou.performance.check.Scored;
import org.tongchou.performance.figures.PerformanceFigures;
import org.tongchou.performance.model.PerformanceDocument;
import org.tongchou.performance.read.PerformanceReader;
import org.tongchou.performance.scoring.RulePacks;
import org.tongchou.performance.scoring.Verdict;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code tongchou score}. */
@Command(
        name = "score",
        description = "复算绩效自评表、评价报告的每一项得分并说明理由 (recompute and explain performance scores)",
        footer = {
            "",
            "退出码：0 每项得分都有规则可解释且没有不符；1 有得分无规则可解释或有不符；2 文件无法使用或没有绩效内容。",
            "例：tongchou score 自评表.docx --region 福建省",
            "    tongchou score 决算.pdf --only P03"
        })
final class ScoreCommand implements Callable<Integer> {
    private final Terminal terminal;
    private final Engine engine;

    @Parameters(paramLabel = "文件", description = "txt、md、html、docx、xlsx、pdf 文件，或 performance.yaml")
    private Path file = Path.of("");

    @Option(names = "--only", paramLabel = "编号", description = "只看一张表或一份报告，例如 P03、R1")
    private @Nullable String only;

    @Option(names = "--region", paramLabel = "地区", description = "按哪个省、市的规则，默认按文件中的单位")
    private @Nullable String region;

    @Option(names = "--year", paramLabel = "年度", description = "按哪一年的规则，默认按文件中的年度")
    private @Nullable Integer year;

    @Option(names = "--earlier", paramLabel = "文件", description = "同一单位以前年度的文件，可多次给出，用于查目标值是否多年不变")
    private List<Path> earlier = List.of();

    @Option(names = "--pack", paramLabel = "文件", description = "加上一个自己的规则文件")
    private @Nullable Path pack;

    ScoreCommand(Terminal terminal, Engine engine) {
        this.terminal = terminal;
        this.engine = engine;
    }

    @Override
    public Integer call() {
        RulePacks packs = RulesCommand.packs(pack);
        PerformanceDocument read = read(file);
        if (read.isEmpty()) {
            throw new CommandFailure("文件 " + file + " 中没有找到绩效目标表、自评表、评价报告或汇总表");
        }
        PerformanceDocument document = new PerformanceDocument(
                read.file(),
                region == null ? read.region() : region,
                read.bureau(),
                year == null ? read.year() : year,
                read.sheets(),
                read.reports(),
                read.lists(),
                read.stated(),
                read.problems());
        PerformanceAudit audit = PerformanceAuditor.with(packs)
                .audit(document, null, earlier.stream().map(this::read).toList());
        List<String> lines = new ArrayList<>();
        lines.add("按 " + audit.pack().region() + " " + audit.pack().years() + "计分规则（"
                + audit.pack().id() + "）复算");
        document.sheets().stream().filter(sheet -> wanted(document.key(sheet))).forEach(sheet -> {
            lines.addAll(List.of("", document.key(sheet) + " " + sheet.project().name() + "（" + sheet.where() + "）"));
            scores(audit, document.sheets().indexOf(sheet), -1, lines);
            lines.add("  合计 " + PrintedNumber.shortest(sheet.scoresSum()) + " 分，满分 "
                    + PrintedNumber.shortest(sheet.weightsSum())
                    + (sheet.totals().score() == null
                            ? ""
                            : "，表列总分 "
                                    + PrintedNumber.shortest(
                                            sheet.totals().score().value()))
                    + (sheet.totals().grade().isEmpty()
                            ? ""
                            : "，等次 " + sheet.totals().grade()));
        });
        document.reports().stream()
                .filter(report -> wanted(document.key(report)))
                .forEach(report -> {
                    lines.addAll(List.of("", document.key(report) + " " + report.title() + "（" + report.where() + "）"));
                    scores(audit, -1, document.reports().indexOf(report), lines);
                });
        findings(audit, lines);
        lines.addAll(List.of("", "按规则算出 " + audit.reproduced() + " 项，无规则可解释 " + audit.unexplained() + " 项"));
        terminal.print(lines);
        boolean broken = audit.unexplained() > 0
                || audit.results().stream().anyMatch(result -> result.outcome() == Outcome.FAIL);
        return broken ? ExitCode.FINDINGS : ExitCode.CLEAN;
    }

    private boolean wanted(String key) {
        return only == null || only.equalsIgnoreCase(key);
    }

    private PerformanceDocument read(Path file) {
        if (!Files.exists(file)) {
            throw new CommandFailure("文件不存在：" + file);
        }
        boolean figures = Files.isDirectory(file) || file.toString().endsWith(".yaml");
        if (figures) {
            PerformanceFigures.Loaded loaded = PerformanceFigures.load(file);
            loaded.problems().stream().map(Problem::line).forEach(terminal::complain);
            return loaded.document().orElseThrow(() -> new CommandFailure("绩效数字 " + file + " 有误，请按上面的提示改正"));
        }
        AccountsDocument document = engine.read(file, Classification.standard());
        document.problems().stream()
                .filter(problem -> problem.code().fatal())
                .findFirst()
                .ifPresent(problem -> {
                    throw new CommandFailure(problem.line());
                });
        PerformanceDocument performance = PerformanceReader.read(document.raw(), document.meta());
        performance.problems().stream().map(Problem::line).forEach(terminal::complain);
        return performance;
    }

    private static void scores(PerformanceAudit audit, int sheet, int report, List<String> lines) {
        for (Scored scored : audit.scored()) {
            if (scored.sheet() == sheet && scored.report() == report) {
                lines.add("  " + Verdicts.mark(scored.verdict()) + " " + scored.name() + "  "
                        + PrintedNumber.shortest(scored.score()) + "/" + PrintedNumber.shortest(scored.weight()));
                lines.add("      " + scored.verdict().explanation());
            }
        }
    }

    private void findings(PerformanceAudit audit, List<String> lines) {
        List<CheckResult> found = audit.results().stream()
                .filter(result -> result.outcome() == Outcome.FAIL || result.outcome() == Outcome.WARN)
                .filter(result -> !result.check().equals("perf.score"))
                .filter(result -> only == null
                        || result.cells().stream().anyMatch(cell -> cell.topic().startsWith(only + " ")))
                .toList();
        if (!found.isEmpty()) {
            lines.addAll(List.of("", "检查"));
        }
        for (CheckResult result : found) {
            lines.add("  [" + Labels.outcome(result.outcome()) + "] " + result.message());
        }
    }

    /** How verdicts are shown. */
    private static final class Verdicts {
        static String mark(Verdict verdict) {
            return verdict.reproduced() == null ? "[未查]" : verdict.reproduced() ? "[相符]" : "[无解]";
        }
    }
}
