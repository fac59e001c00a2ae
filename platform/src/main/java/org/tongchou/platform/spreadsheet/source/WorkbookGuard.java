package org.tongchou.platform.spreadsheet.source;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.springframework.http.HttpStatus;
import org.tongchou.platform.web.Refusal;

/** Looks at a workbook before it is opened. Sizes are counted while unpacking; what the file declares is not believed. */
final class WorkbookGuard {
    private static final long MB = 1024L * 1024;
    private static final long MOST_UNPACKED = 1024 * MB;
    /** The table of strings is held in memory. */
    private static final long MOST_STRINGS = 96 * MB;
    /** Longest run of bytes between two tags: a single token is held in memory. */
    private static final int LONGEST_TOKEN = 256 * 1024;

    private static final int MOST_ENTRIES = 2000;

    private WorkbookGuard() {}

    /** Passes, or refuses. */
    static void check(Path file) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            if (zip.getEntry("xl/workbook.xml") == null && zip.getEntry("[Content_Types].xml") == null) {
                throw refusal("E-IMP-002", "文件不是 Excel 工作簿；请上传 xlsx 或 CSV 文件");
            }
            if (zip.size() > MOST_ENTRIES) {
                throw bomb();
            }
            long total = 0;
            byte[] buffer = new byte[64 * 1024];
            for (Enumeration<? extends ZipEntry> entries = zip.entries(); entries.hasMoreElements(); ) {
                ZipEntry entry = entries.nextElement();
                boolean strings = entry.getName().toLowerCase(Locale.ROOT).contains("sharedstrings");
                long most = Math.min(MOST_UNPACKED - total, strings ? MOST_STRINGS : MOST_UNPACKED);
                try (InputStream in = zip.getInputStream(entry)) {
                    total += measure(in, most, buffer, entry.getName().endsWith(".xml"));
                }
            }
        } catch (ZipException | EOFException | IllegalArgumentException e) {
            throw damaged();
        }
    }

    private static long measure(InputStream in, long most, byte[] buffer, boolean xml) throws IOException {
        long size = 0;
        int token = 0;
        for (int read = in.read(buffer); read > 0; read = in.read(buffer)) {
            size += read;
            if (size > most) {
                throw bomb();
            }
            for (int i = 0; xml && i < read; i++) {
                token = buffer[i] == '<' ? 0 : token + 1;
                if (token > LONGEST_TOKEN) {
                    throw bomb();
                }
            }
        }
        return size;
    }

    /** What is wrong with a file in the old binary container: encrypted workbooks are kept in one too. */
    static Refusal old(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            String content = new String(in.readNBytes(1024 * 1024), StandardCharsets.ISO_8859_1);
            String name =
                    new String("EncryptedPackage".getBytes(StandardCharsets.UTF_16LE), StandardCharsets.ISO_8859_1);
            return content.contains(name)
                    ? refusal("E-IMP-003", "文件加了打开密码，无法读取；请取消密码后再上传")
                    : refusal("E-IMP-004", "文件是旧版 xls 格式；请用 Excel 或 WPS 另存为 xlsx 后再上传");
        }
    }

    static Refusal damaged() {
        return refusal("E-IMP-005", "文件已损坏或没有传完整，无法读取；请用 Excel 打开确认并重新保存后再上传");
    }

    private static Refusal bomb() {
        return refusal("E-IMP-006", "文件解压后异常大，未打开；请用 Excel 重新保存，或拆分后再上传");
    }

    private static Refusal refusal(String code, String message) {
        return Refusal.of(HttpStatus.UNPROCESSABLE_CONTENT, code, message);
    }
}
