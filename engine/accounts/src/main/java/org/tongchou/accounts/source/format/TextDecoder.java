package org.tongchou.accounts.source.format;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.mozilla.universalchardet.UniversalDetector;
import org.tongchou.accounts.source.ProblemCode;

/**
 * Finds out in which encoding text is written. Unicode with a mark at the start, then exact UTF-8, then what the file
 * declares, then what its bytes look like, GB18030 (with GBK and GB2312 inside) when nothing else is certain.
 */
final class TextDecoder {
    private static final Charset GB18030 = Charset.forName("GB18030");

    /** Detected encodings that are believed; others are guesses that short Chinese texts provoke. */
    private static final Set<String> BELIEVED = Set.of("BIG5", "EUC-TW");

    /** Of so many characters one may be damaged for the text still to be UTF-8. */
    private static final int UTF8_DAMAGE = 50;

    /** Of so many characters one may be a control character for the file still to be text. */
    private static final int CONTROLS = 100;

    /** Of so many characters one may be undecodable for the file still to be text. */
    private static final int UNDECODABLE = 10;

    private TextDecoder() {}

    /**
     * Text with the encoding it was read in.
     *
     * @param text the text, with U+FFFD for bytes that mean nothing
     * @param charset the encoding
     * @param certain whether the encoding is declared or proven, not guessed
     * @param damaged how many places could not be decoded
     */
    record Decoded(String text, Charset charset, boolean certain, int damaged) {
        /** Whether this is no text at all but the content of some other kind of file. */
        boolean binary() {
            long controls = text.chars().filter(TextDecoder::isControl).count();
            return controls * CONTROLS > text.length() || (long) damaged * UNDECODABLE > text.length();
        }
    }

    /**
     * The text of a whole file; an encoding that had to be guessed is noted as a problem.
     *
     * @param declared the encoding the file says it has
     * @throws Refusal when the file is no text
     */
    static String read(byte[] bytes, Optional<Charset> declared, Collector collector) {
        Decoded decoded = decode(bytes, declared);
        if (decoded.binary()) {
            throw new Refusal(ProblemCode.FILE_UNSUPPORTED, "文件不是文字文档（内容为二进制数据），请提供 docx、xlsx、pdf、html、txt 或 md 文件");
        }
        String name = decoded.charset().name();
        if (!decoded.certain()) {
            String loss = decoded.damaged() == 0 ? "" : "，有 " + decoded.damaged() + " 处无法识别";
            collector.problem(
                    ProblemCode.ENCODING_GUESSED,
                    null,
                    name,
                    "文件没有注明编码，按 " + name + " 读取" + loss + "；如有乱码，请另存为 UTF-8 后再试");
        }
        return decoded.text();
    }

    /**
     * Decodes a whole file.
     *
     * @param declared the encoding the file says it has
     */
    static Decoded decode(byte[] bytes, Optional<Charset> declared) {
        Optional<Decoded> marked = byMark(bytes);
        if (marked.isPresent()) {
            return marked.get();
        }
        Optional<Charset> wide = utf16WithoutMark(bytes);
        if (wide.isPresent()) {
            return lenient(bytes, wide.get(), false);
        }
        Optional<String> exact = strict(bytes);
        if (exact.isPresent()) {
            return new Decoded(exact.get(), StandardCharsets.UTF_8, true, 0);
        }
        Decoded utf8 = lenient(bytes, StandardCharsets.UTF_8, false);
        if ((long) utf8.damaged() * UTF8_DAMAGE <= beyondAscii(utf8.text())) {
            return utf8;
        }
        Charset charset = declared.map(TextDecoder::widened).orElseGet(() -> guess(bytes));
        return lenient(bytes, charset, declared.isPresent());
    }

    /** The encoding of a name as written in HTML, with the smaller Chinese sets widened to GB18030. */
    static Optional<Charset> named(String name) {
        try {
            return Optional.of(widened(Charset.forName(name.strip())));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Charset widened(Charset charset) {
        String name = charset.name().toUpperCase(Locale.ROOT);
        return name.startsWith("GB") || name.equals("X-EUC-CN") || name.equals("X-MSWIN-936") ? GB18030 : charset;
    }

    private static Optional<Decoded> byMark(byte[] bytes) {
        String name = bytes.length < 4 ? null : UniversalDetector.detectCharsetFromBOM(Arrays.copyOf(bytes, 4));
        return name == null ? Optional.empty() : named(name).map(charset -> lenient(bytes, charset, true));
    }

    private static Optional<String> strict(byte[] bytes) {
        try {
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    private static Decoded lenient(byte[] bytes, Charset charset, boolean certain) {
        String text = new String(bytes, charset);
        if (!text.isEmpty() && text.charAt(0) == '\uFEFF') {
            text = text.substring(1);
        }
        int damaged = (int) text.chars().filter(c -> c == '\uFFFD').count();
        return new Decoded(text, charset, certain, damaged);
    }

    private static Charset guess(byte[] bytes) {
        UniversalDetector detector = new UniversalDetector();
        detector.handleData(bytes, 0, Math.min(bytes.length, 256 * 1024));
        detector.dataEnd();
        String name = detector.getDetectedCharset();
        return name != null && BELIEVED.contains(name) ? named(name).orElse(GB18030) : GB18030;
    }

    /** UTF-16 without a mark shows in line ends and digits: every second byte is zero, always on the same side. */
    private static Optional<Charset> utf16WithoutMark(byte[] bytes) {
        int[] zeros = new int[2];
        for (int i = 0; i < bytes.length; i++) {
            zeros[i % 2] += bytes[i] == 0 ? 1 : 0;
        }
        int many = Math.max(zeros[0], zeros[1]);
        if (bytes.length % 2 != 0 || many * 50L < bytes.length || Math.min(zeros[0], zeros[1]) * 10 > many) {
            return Optional.empty();
        }
        return Optional.of(zeros[0] > zeros[1] ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_16LE);
    }

    private static int beyondAscii(String text) {
        return (int) text.chars().filter(c -> c > 127).count();
    }

    private static boolean isControl(int c) {
        return c < ' ' && c != '\t' && c != '\n' && c != '\r' && c != '\f' && c != '\u000B';
    }
}
