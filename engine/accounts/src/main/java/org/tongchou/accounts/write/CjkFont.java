package org.tongchou.accounts.write;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds a Chinese TrueType font to embed in PDF files. Only {@code .ttf} is taken: collections ({@code .ttc}) and
 * CFF-flavoured {@code .otf} cannot be subset by the PDF libraries.
 *
 * <p>A fallback font such as Droid Sans Fallback has no Latin letters and digits: always name a Latin family after it.
 */
public final class CjkFont {
    /** Names the font file to use, before anything else. */
    public static final String PROPERTY = "tongchou.font";

    /** Environment variable that names the font file to use, after {@link #PROPERTY}. */
    public static final String ENVIRONMENT = "TONGCHOU_FONT";

    /** What to tell a user when nothing was found. */
    public static final String HOW_TO_INSTALL =
            "没有找到可嵌入的中文 TrueType 字体：Debian/Ubuntu 请运行 apt-get install fonts-droid-fallback，" + "或用 -D" + PROPERTY
                    + "=文件 或环境变量 " + ENVIRONMENT + " 指定一个 .ttf 文件";

    /** File names in order of preference: fonts with Latin letters first, fonts of the system's owner last. */
    private static final List<String> KNOWN = Stream.of(
                    "NotoSansSC-Regular.ttf",
                    "NotoSansSC_400Regular.ttf",
                    "NotoSansCJKsc-Regular.ttf",
                    "SourceHanSansSC-Regular.ttf",
                    "SourceHanSansCN-Regular.ttf",
                    "LXGWWenKai-Regular.ttf",
                    "LXGWWenKaiGB-Regular.ttf",
                    "NotoSerifSC-Regular.ttf",
                    "wqy-microhei.ttf",
                    "wqy-zenhei.ttf",
                    "DroidSansFallbackFull.ttf",
                    "DroidSansFallback.ttf",
                    "simhei.ttf",
                    "simfang.ttf",
                    "simkai.ttf",
                    "Arial Unicode.ttf")
            .map(name -> name.toLowerCase(Locale.ROOT))
            .toList();

    private static final int MAX_DEPTH = 6;

    private CjkFont() {}

    /** The font named by {@link #PROPERTY} or {@link #ENVIRONMENT}, or else the best known one on this machine. */
    public static Optional<Path> find() {
        return named(System.getProperty(PROPERTY))
                .or(() -> named(System.getenv(ENVIRONMENT)))
                .or(() -> best(usualDirectories()));
    }

    /** The best known font below these directories; directories that do not exist are passed over. */
    static Optional<Path> best(List<Path> directories) {
        Map<String, Path> found = new HashMap<>();
        for (Path directory : directories) {
            if (Files.isDirectory(directory)) {
                collect(directory, found);
            }
        }
        return KNOWN.stream().map(found::get).filter(Objects::nonNull).findFirst();
    }

    private static void collect(Path directory, Map<String, Path> found) {
        try (Stream<Path> files = Files.walk(directory, MAX_DEPTH, FileVisitOption.FOLLOW_LINKS)) {
            files.forEach(file -> {
                String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
                if (KNOWN.contains(name)) {
                    found.putIfAbsent(name, file);
                }
            });
        } catch (IOException | UncheckedIOException unreadable) {
            // A folder we may not look into holds no font for us; what was found before it stays.
        }
    }

    private static Optional<Path> named(@Nullable String path) {
        if (path == null || path.isBlank()) {
            return Optional.empty();
        }
        try {
            Path file = Path.of(path.strip());
            return isTrueType(file) ? Optional.of(file) : Optional.empty();
        } catch (InvalidPathException notAPath) {
            return Optional.empty();
        }
    }

    private static boolean isTrueType(Path file) {
        return file.toString().toLowerCase(Locale.ROOT).endsWith(".ttf") && Files.isReadable(file);
    }

    private static List<Path> usualDirectories() {
        String home = System.getProperty("user.home", ".");
        String windows = Objects.requireNonNullElse(System.getenv("WINDIR"), "C:\\Windows");
        return Stream.of(
                        home + "/.local/share/fonts",
                        home + "/.fonts",
                        "/usr/local/share/fonts",
                        "/usr/share/fonts",
                        home + "/Library/Fonts",
                        "/Library/Fonts",
                        "/System/Library/Fonts",
                        windows + "/Fonts")
                .map(Path::of)
                .toList();
    }
}
