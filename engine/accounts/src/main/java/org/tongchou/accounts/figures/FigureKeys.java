package org.tongchou.accounts.figures;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The keys that sentences know; see {@code forms/keys.txt}. A figure under another key would be dropped unseen. */
public final class FigureKeys {
    private static final Pattern KNOWN = read();

    private FigureKeys() {}

    /** Whether some sentence uses the key. */
    public static boolean knows(String key) {
        return KNOWN.matcher(key).matches();
    }

    private static Pattern read() {
        try (InputStream stream = FigureKeys.class.getResourceAsStream("/forms/keys.txt")) {
            if (stream == null) {
                throw new IllegalStateException("missing resource forms/keys.txt");
            }
            return Pattern.compile(new String(stream.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .collect(Collectors.joining("|")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
