package org.tongchou.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The habits of CONTRIBUTING.md that can be read off the files of the repository. */
class RepositoryTest {
    private static final Path ROOT = root();
    private static final Set<String> NOT_OURS = Set.of("LICENSE", "mvnw", "mvnw.cmd", "schema.d.ts");
    private static final Set<String> NOT_SOURCE =
            Set.of(".git", "target", "build", ".idea", ".vscode", "node_modules", "dist");
    private static final int LONGEST_FILE = 600;

    /** Folders that exist on the machine of whoever wrote the line, not on the reader's. */
    private static final Pattern MACHINE_PATH = Pattern.compile(
            "(?<![\\w.~}*])/(?:" + String.join("|", "work", "root", "tmp", "home", "Users") + ")/|[A-Z]:\\\\Users");

    private static final Pattern UNFINISHED = Pattern.compile("\\b(?:" + "TO" + "DO|FIX" + "ME)\\b|@Dis" + "abled");
    private static final Pattern PUBLIC = Pattern.compile("^\\s*public\\s+\\w");
    private static final Pattern PUBLIC_TYPE = Pattern.compile("^public\\s+\\w");
    private static final Pattern LINK = Pattern.compile("(?<!!)\\[[^]]*]\\(([^)#]+)(?:#[^)]*)?\\)");
    private static final Pattern EXAMPLE_FILE = Pattern.compile("\\b(?:regions|examples)/[\\w./-]+\\.yaml\\b");
    private static final Pattern LAUNCHER_LINE = Pattern.compile("(?m)^\\./tongchou .*?(?=\\s*(?:#|$))");

    @Test
    void everyYamlFileParses() {
        YAMLMapper yaml = YAMLMapper.builder()
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .build();
        assertThat(files(".yaml", ".yml"))
                .allSatisfy(
                        file -> assertThat(problemOf(yaml, file)).as(name(file)).isEmpty());
    }

    @Test
    void noFileNamesSomebodysMachine() {
        assertThat(textFiles()).isNotEmpty();
        assertThat(linesWith(MACHINE_PATH, textFiles())).isEmpty();
    }

    @Test
    void nothingIsLeftUnfinished() {
        assertThat(linesWith(UNFINISHED, files(".java", ".yaml", ".sh", "pom.xml", ".ts", ".vue", ".sql")))
                .isEmpty();
    }

    @Test
    void filesStayReadable() {
        assertThat(files(".java", "pom.xml", "tongchou", ".md", ".ts", ".vue", ".sql"))
                .allSatisfy(file -> assertThat(lines(file)).as(name(file)).hasSizeLessThanOrEqualTo(LONGEST_FILE));
    }

    @Test
    void bothReadmesShowTheSameCommands() {
        List<String> english = commands("README.md");
        assertThat(english).contains("./tongchou demo", "./tongchou test");
        assertThat(commands("README.zh-CN.md")).isEqualTo(english);
    }

    @Test
    void everyCommandInTheReadmesExists() {
        String known = text(ROOT.resolve("tongchou"))
                + files("Command.java").stream().map(RepositoryTest::text).collect(Collectors.joining());
        assertThat(commands("README.md").stream().map(line -> line.split(" ", -1)[1]))
                .allSatisfy(
                        word -> assertThat(known).containsPattern("(?m)^ +%1$s\\)|name = \"%1$s\"".formatted(word)));
    }

    @Test
    void filesInTheHelpOfCommandsAreThere() {
        Set<String> named = files("Command.java").stream()
                .flatMap(file -> EXAMPLE_FILE.matcher(text(file)).results().map(MatchResult::group))
                .collect(Collectors.toSet());
        assertThat(named)
                .hasSizeGreaterThan(1)
                .allSatisfy(file -> assertThat(ROOT.resolve(file)).isRegularFile());
    }

    @Test
    void bothReadmesHaveTheSameParts() {
        Pattern heading = Pattern.compile("^#+ ");
        List<String> english = headings("README.md", heading);
        assertThat(headings("README.zh-CN.md", heading)).isEqualTo(english);
    }

    @Test
    void decisionsAreNumberedInOrderAndListed() throws IOException {
        Path folder = ROOT.resolve("docs/decisions");
        List<String> pages;
        try (Stream<Path> found = Files.list(folder)) {
            pages = found.map(page -> page.getFileName().toString())
                    .filter(page -> page.matches("\\d{4}-.*\\.md"))
                    .sorted()
                    .toList();
        }
        assertThat(pages.stream().map(page -> page.substring(0, 4)))
                .isEqualTo(IntStream.range(0, pages.size())
                        .mapToObj("%04d"::formatted)
                        .toList());
        assertThat(text(folder.resolve("README.md")))
                .contains(pages.stream().map(page -> "](" + page + ")").toList());
    }

    @Test
    void linksBetweenPagesLeadSomewhere() {
        List<String> broken = new ArrayList<>();
        for (Path page : files(".md")) {
            Matcher link = LINK.matcher(text(page));
            while (link.find()) {
                String target = link.group(1);
                if (!target.contains(":") && !Files.exists(page.resolveSibling(target))) {
                    broken.add(name(page) + " -> " + target);
                }
            }
        }
        assertThat(broken).isEmpty();
    }

    @Test
    void everyMainPackageIsExplained() {
        assertThat(files(".java").stream()
                        .filter(file -> name(file).contains("src/main/java"))
                        .map(Path::getParent)
                        .distinct()
                        .filter(folder -> !Files.exists(folder.resolve("package-info.java")))
                        .map(RepositoryTest::name))
                .isEmpty();
    }

    @Test
    void everythingPublicIsDocumented() {
        List<String> silent = new ArrayList<>();
        for (Path file : files(".java")) {
            List<String> lines = lines(file);
            if (name(file).contains("src/main/java") && lines.stream().anyMatch(PUBLIC_TYPE.asPredicate())) {
                IntStream.range(0, lines.size())
                        .filter(i -> PUBLIC.matcher(lines.get(i)).find() && !isDocumented(lines, i))
                        .forEach(i -> silent.add(
                                name(file) + ":" + (i + 1) + " " + lines.get(i).strip()));
            }
        }
        assertThat(silent).isEmpty();
    }

    /** Whether Javadoc, or an {@code @Override} that inherits it, stands before a declaration and its annotations. */
    private static boolean isDocumented(List<String> lines, int declaration) {
        for (int i = declaration - 1; i >= 0; i--) {
            String line = lines.get(i).strip();
            if (line.endsWith("*/") || line.equals("@Override")) {
                return true;
            }
            if (line.isEmpty() || line.endsWith(";") || line.endsWith("{") || line.endsWith("}")) {
                return false;
            }
        }
        return false;
    }

    private static List<String> commands(String page) {
        return LAUNCHER_LINE
                .matcher(text(ROOT.resolve(page)))
                .results()
                .map(result -> result.group().strip())
                .toList();
    }

    private static List<String> headings(String page, Pattern heading) {
        return lines(ROOT.resolve(page)).stream()
                .map(heading::matcher)
                .filter(Matcher::find)
                .map(Matcher::group)
                .toList();
    }

    private static List<String> linesWith(Pattern pattern, List<Path> files) {
        List<String> found = new ArrayList<>();
        for (Path file : files) {
            List<String> lines = lines(file);
            for (int i = 0; i < lines.size(); i++) {
                if (pattern.matcher(lines.get(i)).find()) {
                    found.add(name(file) + ":" + (i + 1) + " " + lines.get(i).strip());
                }
            }
        }
        return found;
    }

    private static String problemOf(YAMLMapper yaml, Path file) {
        try {
            return yaml.readTree(file.toFile()).isMissingNode() ? "empty" : "";
        } catch (JacksonException e) {
            return String.valueOf(e.getMessage());
        }
    }

    private static List<Path> textFiles() {
        return files(
                ".java",
                ".md",
                ".xml",
                ".yaml",
                ".yml",
                ".csv",
                ".json",
                ".html",
                ".css",
                ".js",
                ".mjs",
                ".ts",
                ".vue",
                ".sql",
                ".sh",
                ".properties",
                ".txt",
                "tongchou",
                "run",
                "pre-commit",
                "NOTICE");
    }

    /** Our own files whose names end in one of these. */
    private static List<Path> files(String... endings) {
        List<Path> found = new ArrayList<>();
        collect(ROOT, List.of(endings), found);
        return found;
    }

    private static void collect(Path folder, List<String> endings, List<Path> found) {
        try (Stream<Path> children = Files.list(folder)) {
            for (Path child : children.sorted().toList()) {
                String name = child.getFileName().toString();
                if (Files.isDirectory(child)) {
                    if (!NOT_SOURCE.contains(name)) {
                        collect(child, endings, found);
                    }
                } else if (!NOT_OURS.contains(name) && endings.stream().anyMatch(name::endsWith)) {
                    found.add(child);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Lines of a text file; none for a file that is not UTF-8, such as a test file in another encoding. */
    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (CharacterCodingException e) {
            return List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        return String.join("\n", lines(file)) + "\n";
    }

    private static String name(Path file) {
        return ROOT.relativize(file).toString().replace('\\', '/');
    }

    private static Path root() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("ARCHITECTURE.md"))) {
            Path parent = folder.getParent();
            if (parent == null) {
                throw new IllegalStateException("run inside the repository");
            }
            folder = parent;
        }
        return folder;
    }
}
