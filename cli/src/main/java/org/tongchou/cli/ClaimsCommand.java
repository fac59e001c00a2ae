package org.tongchou.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.tongchou.benefit.claims.ClaimsFailure;
import org.tongchou.benefit.claims.ClaimsGenerator;
import org.tongchou.benefit.claims.ClaimsManifest;
import org.tongchou.benefit.claims.ClaimsReading;
import org.tongchou.benefit.claims.ClaimsYear;
import org.tongchou.benefit.policy.PackReading;
import org.tongchou.benefit.policy.PolicyPack;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code tongchou claims}. */
@Command(
        name = "claims",
        description = "结算数据年文件：生成合成数据，检查 (generate and check year files of claims)",
        footer = {"", "例：tongchou claims generate --region regions/demo --persons 100000 --seed 1 --to year"},
        synopsisSubcommandLabel = "命令")
final class ClaimsCommand implements Runnable {
    private final Terminal terminal;

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

    ClaimsCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    /** Without a subcommand: the help. */
    @Override
    public void run() {
        spec.commandLine().usage(terminal.out());
        terminal.out().flush();
    }

    /** Generates a synthetic year. */
    @Command(name = "generate", description = "按一个地区的词汇生成合成的参保人和账单，不是任何人的记录；同样的种子生成同样的字节 (generate synthetic claims)")
    int generate(
            @Option(names = "--region", required = true, paramLabel = "目录", description = "规则包的目录，如 regions/demo")
                    Path region,
            @Option(names = "--persons", required = true, paramLabel = "人数", description = "参保人数") int persons,
            @Option(names = "--seed", defaultValue = "1", paramLabel = "种子", description = "随机种子（默认 1）") long seed,
            @Option(names = "--year", defaultValue = "2026", paramLabel = "年", description = "账单的年份（默认 2026）") int year,
            @Option(names = "--to", required = true, paramLabel = "目录", description = "写到这个目录") Path folder)
            throws IOException {
        if (persons < 0) {
            throw new CommandFailure("人数不能是负数：" + persons);
        }
        PolicyPack pack = pack(PolicyPack.read(region));
        terminal.print(List.of(
                summary(generate(new ClaimsGenerator(pack, year, persons, seed), folder, persons)), "年文件：" + folder));
        return ExitCode.CLEAN;
    }

    private ClaimsManifest generate(ClaimsGenerator generator, Path folder, int persons) throws IOException {
        try (Counting counting = new Counting(terminal, "已生成", persons)) {
            return generator.write(folder, counting::done);
        }
    }

    /** Checks a year file. */
    @Command(name = "check", description = "检查年文件是否完整、有没有被改动 (check a year file)")
    int check(@Parameters(paramLabel = "目录", description = "年文件的目录") Path folder) {
        ClaimsReading reading = ClaimsYear.open(folder);
        reading.failures().forEach(failure -> terminal.complain(failure.message()));
        reading.found().ifPresent(year -> terminal.print(List.of(summary(year.manifest()), "没有发现问题")));
        return reading.failures().isEmpty() ? ExitCode.CLEAN : ExitCode.FINDINGS;
    }

    static String summary(ClaimsManifest manifest) {
        return "%s：%,d 人，%,d 张账单，%,d 条明细"
                .formatted(manifest.title(), manifest.persons(), manifest.bills(), manifest.lines());
    }

    /** @throws CommandFailure with the errors of a pack that has some */
    static PolicyPack pack(PackReading reading) {
        return reading.findPack()
                .orElseThrow(() -> new CommandFailure("规则包或改革方案有错误，请用 tongchou policy check 检查："
                        + reading.findings().stream()
                                .filter(finding -> finding.isError())
                                .findFirst()
                                .map(Object::toString)
                                .orElse("")));
    }

    /** @throws CommandFailure with what is wrong with a year file */
    static ClaimsYear year(Path folder) {
        ClaimsReading reading = ClaimsYear.open(folder);
        return reading.found().orElseThrow(() -> failure(reading.failures()));
    }

    static CommandFailure failure(List<ClaimsFailure> failures) {
        return new CommandFailure("年文件不能使用："
                + String.join(
                        "\n  ", failures.stream().map(ClaimsFailure::message).toList()));
    }
}
