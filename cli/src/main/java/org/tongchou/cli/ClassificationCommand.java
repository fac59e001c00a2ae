package org.tongchou.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.tongchou.accounts.classification.Classification;
import org.tongchou.accounts.classification.ClassificationCsv;
import org.tongchou.accounts.classification.Subject;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code tongchou classification}. */
@Command(
        name = "classification",
        description = "政府收支分类科目：查询、检查导入文件 (the budget classification)",
        footer = {"", "例：tongchou classification show 210", "    tongchou classification import 科目.csv"},
        synopsisSubcommandLabel = "命令")
final class ClassificationCommand implements Runnable {
    private final Terminal terminal;

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

    ClassificationCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    /** Without a subcommand: the help. */
    @Override
    public void run() {
        spec.commandLine().usage(terminal.out());
        terminal.out().flush();
    }

    /**
     * Checks a file; says what it adds and what it renames. Good rows are listed even when others are bad.
     *
     * @param file CSV in UTF-8 with the columns code, name, from, to, source
     */
    @Command(
            name = "import",
            description = "检查科目 CSV 文件，说明新增和改名的科目；审核时用 --classification 指定该文件 (validate a CSV)",
            footer = {"", "列：code,name,from,to,source，UTF-8 编码；from、to 为起止年份，可留空。"})
    int importFile(@Parameters(paramLabel = "文件", description = "科目 CSV 文件") Path file) {
        ClassificationCsv.Result result = load(file);
        Classification standard = Classification.standard();
        List<String> lines = new ArrayList<>();
        TreeMap<Integer, Integer> levels = new TreeMap<>();
        int added = 0;
        int renamed = 0;
        for (Subject subject : result.subjects()) {
            levels.merge(subject.code().length(), 1, Integer::sum);
            if (!standard.knows(subject.code())) {
                added++;
                lines.add("新增 " + subject.code() + " " + subject.name());
            } else if (standard.findCodes(subject.name()).stream().noneMatch(subject.code()::equals)) {
                renamed++;
                lines.add("改名 " + subject.code() + " " + subject.name() + "（内置："
                        + standard.findName(subject.code(), year(subject)).orElse("") + "）");
            }
        }
        lines.add("共 " + result.subjects().size() + " 个科目（类 " + levels.getOrDefault(3, 0) + "，款 "
                + levels.getOrDefault(5, 0) + "，项 " + levels.getOrDefault(7, 0) + "）：新增 " + added + "，改名 " + renamed
                + "，与内置相同 " + (result.subjects().size() - added - renamed));
        terminal.print(lines);
        result.problems().forEach(problem -> terminal.complain(problem.line()));
        return result.problems().isEmpty() ? ExitCode.CLEAN : ExitCode.UNUSABLE;
    }

    /**
     * Lists the names of a code and of the codes below it.
     *
     * @param code the first digits of a code
     */
    @Command(name = "show", description = "列出内置科目 (list built-in codes)")
    int show(@Parameters(paramLabel = "编码", arity = "0..1", defaultValue = "", description = "编码的前几位") String code) {
        List<String> lines = Classification.standard().subjects().stream()
                .filter(subject -> subject.code().startsWith(code))
                .map(ClassificationCommand::line)
                .toList();
        if (lines.isEmpty()) {
            throw new CommandFailure("内置科目表中没有以 " + code + " 开头的编码");
        }
        terminal.print(lines);
        return ExitCode.CLEAN;
    }

    /** The classification that an audit uses: the built-in one, with a file's names added. */
    static Classification with(Path file) {
        ClassificationCsv.Result result = load(file);
        if (!result.problems().isEmpty()) {
            throw new CommandFailure(
                    "科目文件有误：" + result.problems().get(0).line() + "；用 tongchou classification import 查看全部");
        }
        return Classification.standard().with(result.subjects());
    }

    private static ClassificationCsv.Result load(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new CommandFailure("文件不存在：" + file);
        }
        return ClassificationCsv.importCsv(file);
    }

    private static int year(Subject subject) {
        return subject.from() == null ? 0 : subject.from();
    }

    private static String line(Subject subject) {
        String years = subject.from() == null && subject.to() == null
                ? ""
                : "（" + (subject.from() == null ? "" : subject.from()) + "–"
                        + (subject.to() == null ? "" : subject.to()) + "）";
        return subject.code() + "\t" + subject.name() + years;
    }
}
