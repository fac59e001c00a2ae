package org.tongchou.accounts.figures;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tongchou.accounts.figures.AccountsFigures.Line;
import org.tongchou.accounts.figures.AccountsFigures.Loaded;
import org.tongchou.accounts.source.ProblemCode;

/** Reads a figures folder. */
final class FiguresLoader {
    static final String DOCUMENT = "document.yaml";
    static final String PRINTED = "printed";

    private FiguresLoader() {}

    static Loaded load(Path folder) {
        FigureProblems problems = new FigureProblems();
        if (!Files.isDirectory(folder)) {
            problems.file(ProblemCode.FIGURES_MISSING, folder.toString(), "目录不存在，应为含 " + DOCUMENT + " 的目录");
            return new Loaded(null, problems.all());
        }
        DocumentReader.Head head = DocumentReader.read(folder, problems);
        if (head == null) {
            return new Loaded(null, problems.all());
        }
        TableReader tables = new TableReader(head, problems);
        Map<BaseFile, List<Line>> base = new EnumMap<>(BaseFile.class);
        for (BaseFile file : BaseFile.values()) {
            Path path = folder.resolve(file.fileName());
            if (Files.exists(path)) {
                base.put(file, tables.base(file, path));
            } else if (file == BaseFile.INCOME || file == BaseFile.EXPENSE) {
                problems.file(ProblemCode.FIGURES_MISSING, file.fileName(), "缺少文件，应有收入、支出的基础数据");
            }
        }
        Map<String, FigureTable> printed = new LinkedHashMap<>();
        for (Path path : files(folder.resolve(PRINTED))) {
            String name = PRINTED + "/" + path.getFileName();
            if (name.endsWith(".csv")) {
                FigureTable table = tables.printed(name, path);
                printed.put(table.topic(), table);
            }
        }
        reportUnknownFiles(folder, problems);
        AccountsFigures figures = head.with(base, printed);
        if (!problems.fatal()) {
            Balance.check(figures, problems);
        }
        return new Loaded(problems.fatal() ? null : figures, problems.all());
    }

    private static List<Path> files(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException e) {
            return List.of();
        }
    }

    /** A misspelt file name would silently drop its figures. */
    private static void reportUnknownFiles(Path folder, FigureProblems problems) {
        Set<String> known = Stream.of(BaseFile.values()).map(BaseFile::fileName).collect(Collectors.toSet());
        for (Path file : files(folder)) {
            String name = String.valueOf(file.getFileName());
            if (name.endsWith(".csv") && !known.contains(name)) {
                problems.file(
                        ProblemCode.FIGURES_UNUSED,
                        name,
                        "不认识的文件，没有使用；可用的文件：" + known.stream().sorted().collect(Collectors.joining("、")));
            }
        }
    }
}
