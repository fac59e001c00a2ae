package org.tongchou.accounts.source.format;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.tongchou.accounts.source.Medium;
import org.tongchou.accounts.source.ProblemCode;

/** Finds out what a file is: by its content, and by its name only where the content leaves it open. */
final class FileKind {
    private static final int HEAD = 4096;
    private static final Pattern MARKUP = Pattern.compile(
            "(?s)(<\\?xml[^>]*>\\s*)?(<!--.*?-->\\s*)*<(!doctype\\s+html|html|head|body|meta|div|p|title)[\\s>/].*");
    private static final Pattern TABLE = Pattern.compile("(?s)<table[\\s>].*");
    private static final List<String> TEXT_NAMES = List.of(".txt", ".md", ".markdown", ".text", ".tsv");
    private static final List<String> HTML_NAMES = List.of(".html", ".htm", ".xhtml");

    private FileKind() {}

    /**
     * The kind of a file that is not empty.
     *
     * @throws Refusal for a kind that is not read, saying what to do
     */
    static Medium of(Path file, String name) throws IOException {
        byte[] head = head(file);
        if (starts(head, 'P', 'K', 3, 4) || starts(head, 'P', 'K', 5, 6)) {
            return zipped(file);
        }
        if (starts(head, 0xD0, 0xCF, 0x11, 0xE0)) {
            throw oldOffice(file);
        }
        String start = new String(head, StandardCharsets.ISO_8859_1);
        if (start.contains("%PDF-")) {
            return Medium.PDF;
        }
        return written(start, name.toLowerCase(Locale.ROOT));
    }

    private static Medium written(String head, String name) {
        String start = head.replaceFirst("^(\\u00EF\\u00BB\\u00BF)?\\s*", "").toLowerCase(Locale.ROOT);
        if (start.startsWith("{\\rtf")) {
            throw unsupported("这是 RTF 文件，请用 Word 或 WPS 另存为 docx 后再试");
        }
        if (start.startsWith("mime-version:") || start.startsWith("from: <saved by")) {
            throw unsupported("这是单一文件网页（MHTML），请另存为 docx 或 html 后再试");
        }
        if (start.startsWith("<?xml") && (start.contains("progid=\"excel") || start.contains("progid=\"word"))) {
            throw unsupported("这是 Office 2003 的 XML 文件，请另存为 docx 或 xlsx 后再试");
        }
        boolean namedText = TEXT_NAMES.stream().anyMatch(name::endsWith);
        boolean namedHtml = HTML_NAMES.stream().anyMatch(name::endsWith);
        boolean markup = MARKUP.matcher(start).matches();
        boolean page = start.startsWith("<!doctype html") || start.startsWith("<html");
        boolean table = TABLE.matcher(start).matches();
        return page || namedHtml || ((markup || table) && !namedText) ? Medium.HTML : Medium.TEXT;
    }

    private static Medium zipped(Path file) throws IOException {
        try (ZipFile zip = Ooxml.zip(file)) {
            for (Enumeration<? extends ZipEntry> entries = zip.entries(); entries.hasMoreElements(); ) {
                String entry = entries.nextElement().getName().toLowerCase(Locale.ROOT);
                if (entry.startsWith("word/")) {
                    return Medium.DOCX;
                }
                if (entry.startsWith("xl/") && !entry.equals("xl/workbook.bin")) {
                    return Medium.XLSX;
                }
            }
        }
        throw unsupported("这是压缩包或其他格式的文件，不是 docx、xlsx；请解压后选择其中的文档，ods、odt、ofd 等请另存为 docx、xlsx 或 pdf");
    }

    private static Refusal oldOffice(Path file) {
        try (POIFSFileSystem files = new POIFSFileSystem(file.toFile(), true)) {
            if (files.getRoot().hasEntryCaseInsensitive("EncryptedPackage")) {
                return new Refusal(ProblemCode.FILE_ENCRYPTED, "文件设有打开密码，无法读取，请取消密码后再试");
            }
        } catch (IOException | RuntimeException e) {
            return unsupported("这是旧版 Office 文件（doc、xls、wps 或 et）且可能已损坏，请用 Office 或 WPS 打开并另存为 docx 或 xlsx 后再试");
        }
        return unsupported("这是旧版 Office 文件（doc、xls、wps 或 et），请另存为 docx 或 xlsx 后再试");
    }

    private static Refusal unsupported(String message) {
        return new Refusal(ProblemCode.FILE_UNSUPPORTED, message);
    }

    private static byte[] head(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(HEAD);
        }
    }

    private static boolean starts(byte[] head, int... magic) {
        for (int i = 0; i < magic.length; i++) {
            if (head.length <= i || (head[i] & 0xFF) != magic[i]) {
                return false;
            }
        }
        return true;
    }
}
