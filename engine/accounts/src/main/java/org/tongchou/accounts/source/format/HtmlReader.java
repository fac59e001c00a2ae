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
import org.jsoup.parser.Parser;
import org.tongchou.accounts.source.Block;
import org.tongchou.accounts.source.ProblemCode;

/** Reads web pages. Nothing a page refers to is fetched, and its scripts are not run. */
final class HtmlReader {
    private static final Pattern CHARSET =
            Pattern.compile("(?:charset|encoding)\\s*=\\s*[\"']?\\s*([A-Za-z0-9_.:-]{2,40})", Pattern.CASE_INSENSITIVE);

    private static final int DECLARED_WITHIN = 4096;

    private HtmlReader() {}

    static List<Block> read(Path file, Collector collector) throws IOException {
        if (Files.size(file) > collector.limits().markupBytes()) {
            throw new Refusal(
                    ProblemCode.FILE_TOO_LARGE,
                    "网页文件超过 " + collector.limits().markupBytes() / 1024 + " KB，未读取；请去掉内嵌图片或只保存正文后重试");
        }
        byte[] bytes = Files.readAllBytes(file);
        String page = TextDecoder.read(bytes, declared(bytes), collector);
        return HtmlBlocks.ofDocument(Parser.htmlParser().parseInput(page, ""), collector);
    }

    private static Optional<Charset> declared(byte[] bytes) {
        String start = new String(bytes, 0, Math.min(bytes.length, DECLARED_WITHIN), StandardCharsets.ISO_8859_1);
        Matcher charset = CHARSET.matcher(start);
        return charset.find() ? TextDecoder.named(charset.group(1)) : Optional.empty();
    }
}
