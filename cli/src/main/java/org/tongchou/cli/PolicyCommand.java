package org.tongchou.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tongchou.benefit.policy.Finding;
import org.tongchou.benefit.policy.PackReading;
import org.tongchou.benefit.policy.Parameter;
import org.tongchou.benefit.policy.PolicyPack;
import org.tongchou.benefit.policy.PolicyText;
import org.tongchou.files.AtomicFile;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** {@code tongchou policy}. */
@Command(
        name = "policy",
        description = "待遇规则包：检查写得对不对，查看参数，运行测试 (check, show and test policy packs)",
        footer = {"", "例：tongchou policy check regions/demo", "    tongchou policy show regions/wuhan resident.pool.cap"
        },
        synopsisSubcommandLabel = "命令")
final class PolicyCommand implements Runnable {
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private final Terminal terminal;

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

    private PolicyCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    /** The command with its subcommands. */
    static CommandLine of(Terminal terminal) {
        return new CommandLine(new PolicyCommand(terminal)).addSubcommand(new PolicyTestCommand(terminal));
    }

    /** Without a subcommand: the help. */
    @Override
    public void run() {
        spec.commandLine().usage(terminal.out());
        terminal.out().flush();
    }

    /**
     * Checks a pack, alone or with a reform.
     *
     * @return {@link ExitCode#FINDINGS} when there are errors, or with {@code strict} warnings
     */
    @Command(
            name = "check",
            description = "检查规则包，每处问题指出文件、行和改法 (check a pack)",
            footer = {
                "",
                "E 开头的是错误，规则包不能使用；W 开头的是警告，请核对。",
                "例：tongchou policy check regions/demo --overlay regions/demo/reforms/three-numbers.yaml"
            })
    int check(
            @Parameters(paramLabel = "目录", description = "规则包的目录，如 regions/demo") Path folder,
            @Option(names = "--overlay", paramLabel = "文件", description = "连同改革方案一起检查 (with a reform)") @Nullable
                    Path overlay,
            @Option(names = "--strict", description = "有警告也算不通过 (warnings count too)") boolean strict,
            @Option(names = "--json", paramLabel = "文件", description = "写出 JSON；- 为标准输出 (write JSON, - for stdout)")
                    @Nullable
                    Path json)
            throws IOException {
        PackReading reading = read(folder, overlay);
        long errors = reading.findings().stream().filter(Finding::isError).count();
        long warnings = reading.findings().size() - errors;
        if (json != null) {
            writeJson(reading, errors, warnings, json);
        }
        if (json == null || !json.toString().equals("-")) {
            List<String> lines = new ArrayList<>();
            reading.findings().forEach(finding -> lines.add(finding.toString()));
            lines.add(title(reading.pack()) + "：错误 " + errors + " 处，警告 " + warnings + " 处");
            if (json != null) {
                lines.add("JSON：" + json);
            }
            terminal.print(lines);
        }
        return errors > 0 || (strict && warnings > 0) ? ExitCode.FINDINGS : ExitCode.CLEAN;
    }

    /** Shows a parameter over time, or lists those whose name or meaning has a word. */
    @Command(
            name = "show",
            description = "显示参数历年的值和来源；不写全名时列出名称或意思含有该词的参数 (show a parameter over time)",
            footer = {
                "",
                "例：tongchou policy show regions/wuhan resident.inpatient.ratio",
                "    tongchou policy show regions/wuhan 起付"
            })
    int show(
            @Parameters(paramLabel = "目录", description = "规则包的目录，如 regions/demo") Path folder,
            @Parameters(paramLabel = "参数", arity = "0..1", defaultValue = "", description = "参数的名称，或其中的词") String word,
            @Option(names = "--overlay", paramLabel = "文件", description = "加上改革方案 (with a reform)") @Nullable
                    Path overlay) {
        PackReading reading = read(folder, overlay);
        if (reading.hasErrors()) {
            terminal.complain("规则包有错误，显示的可能不全，请先用 tongchou policy check " + folder + " 检查");
        }
        PolicyPack pack = reading.pack();
        Parameter exact = pack.parameters().get(word);
        if (exact != null) {
            terminal.print(new PolicyText(pack).lines(exact));
            return ExitCode.CLEAN;
        }
        List<Parameter> found = pack.parameters().values().stream()
                .filter(parameter -> (parameter.name() + " " + parameter.meaning()).contains(word))
                .toList();
        if (found.isEmpty()) {
            throw new CommandFailure("规则包 " + pack.id() + " 没有名称或意思含有“" + word + "”的参数；不写参数可列出全部");
        }
        List<String> lines = new ArrayList<>();
        found.forEach(parameter -> lines.add(parameter.name() + "  " + parameter.meaning() + "（"
                + parameter.unit().word() + "）"));
        lines.add("共 " + found.size() + " 个参数");
        terminal.print(lines);
        return ExitCode.CLEAN;
    }

    /** @throws CommandFailure when there is no such folder or file */
    private static PackReading read(Path folder, @Nullable Path overlay) {
        if (!Files.isDirectory(folder)) {
            throw new CommandFailure("目录不存在：" + folder);
        }
        if (overlay != null && !Files.isRegularFile(overlay)) {
            throw new CommandFailure("文件不存在：" + overlay);
        }
        PackReading reading = PolicyPack.read(folder);
        return overlay == null ? reading : reading.with(overlay);
    }

    private static String title(PolicyPack pack) {
        return pack.region().name() + "（" + pack.id() + "）：参数 "
                + pack.parameters().size() + " 个，支付层 " + pack.tiers().size() + " 个，方案 "
                + pack.plans().size() + " 个";
    }

    private void writeJson(PackReading reading, long errors, long warnings, Path target) throws IOException {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("pack", reading.pack().id());
        document.put("errors", errors);
        document.put("warnings", warnings);
        document.put(
                "findings", reading.findings().stream().map(PolicyCommand::json).collect(Collectors.toList()));
        String text = JSON.writeValueAsString(document) + "\n";
        if (target.toString().equals("-")) {
            terminal.write(text);
        } else {
            AtomicFile.writeText(target, text);
        }
    }

    private static Map<String, Object> json(Finding finding) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("code", finding.rule().code());
        fields.put("severity", finding.isError() ? "error" : "warning");
        fields.put("file", finding.place().file());
        fields.put("line", finding.place().line());
        fields.put("message", finding.message());
        fields.put("remedy", finding.remedy());
        return fields;
    }
}
