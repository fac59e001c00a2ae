package org.tongchou.performance.figures;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tongchou.accounts.figures.FigureProblems;
import org.tongchou.accounts.source.Place;
import org.tongchou.accounts.source.Problem;
import org.tongchou.accounts.source.ProblemCode;
import org.tongchou.files.yaml.YamlFields;
import org.tongchou.performance.model.PerformanceDocument;

/**
 * A performance document as a YAML file; {@code docs/performance-figures.md} explains its fields.
 *
 * <p>{@link #load} gives back what {@link #write} was given, except for two things: places are lines of the YAML file,
 * and the problems of an earlier reading are not kept.
 */
public final class PerformanceFigures {
    /** The file's name in a folder of figures. */
    public static final String FILE = "performance.yaml";

    private PerformanceFigures() {}

    /**
     * Loads the figures.
     *
     * @param path the YAML file, or a folder with a {@link #FILE}
     * @return the document with places in the YAML file, or why there is none; never fails because of the file's content
     */
    public static Loaded load(Path path) {
        Path file = Files.isDirectory(path) ? path.resolve(FILE) : path;
        String name = String.valueOf(file.getFileName());
        if (!Files.isRegularFile(file)) {
            return unreadable(ProblemCode.FIGURES_MISSING, name, "文件不存在，应为绩效数据文件 " + FILE + " 或含有它的目录");
        }
        try {
            return parse(name, Files.readString(file));
        } catch (CharacterCodingException e) {
            return unreadable(ProblemCode.FIGURES_INVALID, name, "文件不是 UTF-8 编码，请另存为 UTF-8");
        } catch (IOException e) {
            return unreadable(ProblemCode.FIGURES_INVALID, name, "文件无法读取：" + e.getMessage());
        }
    }

    /**
     * As {@link #load}, of a file that was read already.
     *
     * @param name the file's name, for problems
     * @param text its content
     */
    public static Loaded parse(String name, String text) {
        FigureProblems problems = new FigureProblems();
        YamlFields fields = YamlFields.read(text, problems.in(name));
        PerformanceDocument document = problems.fatal() ? null : DocumentForm.read(fields, name);
        return new Loaded(problems.fatal() ? null : document, problems.all());
    }

    /** The YAML text of a document: one line an indicator, numbers with their printed decimals. */
    public static String write(PerformanceDocument document) {
        return DocumentForm.write(document);
    }

    private static Loaded unreadable(ProblemCode code, String name, String message) {
        return new Loaded(null, List.of(new Problem(code, name, null, name, message)));
    }

    /**
     * What loading gives.
     *
     * @param found the document; null when a problem is fatal
     * @param problems what is missing, wrong or not known, in file order; {@link Place}s are lines of the file
     */
    public record Loaded(@Nullable PerformanceDocument found, List<Problem> problems) {
        /** Copies the list. */
        public Loaded {
            problems = List.copyOf(problems);
        }

        /** The document; empty when a problem is fatal. */
        public Optional<PerformanceDocument> document() {
            return Optional.ofNullable(found);
        }
    }
}
