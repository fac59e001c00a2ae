package org.tongchou.accounts.source.format;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tongchou.accounts.source.Block;

/** Reads web pages. Nothing a page refers to is fetched, and its scripts are not run. */
final class HtmlReader {
    private static final Pattern CHARSET =
            Pattern.compile("(?:charset|encoding)\\s*=\\s*[\"']?\\s*([A-Za-z0-9_.:-]{2,40})", Pattern.CASE_INSENSITIVE);

    private static final int DECLARED_WITHIN = 4096;
    private static final String PICTURE = ";base64,";

    private HtmlReader() {}

    static List<Block> read(Path file, Collector collector) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        String page = withoutPictures(TextDecoder.read(bytes, declared(bytes), collector));
        collector.checkLength(page);
        return HtmlBlocks.ofDocument(page, collector);
    }

    /** Pictures written into the page as letters and digits would count as text. */
    private static String withoutPictures(String page) {
        StringBuilder rest = new StringBuilder();
        int from = 0;
        for (int start = page.indexOf(PICTURE); start >= 0; start = page.indexOf(PICTURE, from)) {
            int end = start + PICTURE.length();
            rest.append(page, from, end);
            while (end < page.length() && isBase64(page.charAt(end))) {
                end++;
            }
            from = end;
        }
        return rest.append(page, from, page.length()).toString();
    }

    private static boolean isBase64(char c) {
        return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || "+/=\n\r".indexOf(c) >= 0;
    }

    private static Optional<Charset> declared(byte[] bytes) {
        String start = new String(bytes, 0, Math.min(bytes.length, DECLARED_WITHIN), StandardCharsets.ISO_8859_1);
        Matcher charset = CHARSET.matcher(start);
        return charset.find() ? TextDecoder.named(charset.group(1)) : Optional.empty();
    }
}
