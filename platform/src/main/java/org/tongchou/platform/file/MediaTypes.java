package org.tongchou.platform.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** What a file is, by its content; what it calls itself is not believed. */
final class MediaTypes {
    static final String UNKNOWN = "application/octet-stream";

    private static final int HEAD = 8192;
    private static final String OPEN_XML = "application/vnd.openxmlformats-officedocument.";

    private MediaTypes() {}

    /** The type of a file on disk; {@link #UNKNOWN} when nothing is recognised. */
    static String of(Path file, String name) throws IOException {
        byte[] head;
        try (InputStream content = Files.newInputStream(file)) {
            head = content.readNBytes(HEAD);
        }
        String bytes = new String(head, StandardCharsets.ISO_8859_1);
        if (bytes.startsWith("PK\u0003\u0004") || bytes.startsWith("PK\u0005\u0006")) {
            return archive(file);
        }
        if (bytes.startsWith("\u00d0\u00cf\u0011\u00e0")) {
            return "application/x-ole-storage";
        }
        if (bytes.startsWith("\u0089PNG\r\n")) {
            return "image/png";
        }
        if (bytes.startsWith("\u00ff\u00d8\u00ff")) {
            return "image/jpeg";
        }
        if (bytes.startsWith("GIF8")) {
            return "image/gif";
        }
        if (bytes.contains("%PDF-")) {
            return "application/pdf";
        }
        return bytes.indexOf(0) >= 0 ? UNKNOWN : text(bytes, name);
    }

    private static String archive(Path file) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            if (zip.getEntry("[Content_Types].xml") == null) {
                return "application/zip";
            }
            if (zip.getEntry("xl/vbaProject.bin") != null) {
                return "application/vnd.ms-excel.sheet.macroenabled.12";
            }
            if (zip.getEntry("xl/workbook.xml") != null) {
                return OPEN_XML + "spreadsheetml.sheet";
            }
            if (zip.getEntry("word/document.xml") != null) {
                return OPEN_XML + "wordprocessingml.document";
            }
            if (zip.getEntry("ppt/presentation.xml") != null) {
                return OPEN_XML + "presentationml.presentation";
            }
            return "application/zip";
        } catch (ZipException e) {
            return UNKNOWN;
        }
    }

    private static String text(String bytes, String name) {
        String start =
                bytes.replaceFirst("^\u00ef\u00bb\u00bf", "").stripLeading().toLowerCase(Locale.ROOT);
        if (start.startsWith("<!doctype html") || start.contains("<html")) {
            return "text/html";
        }
        if (start.contains("<svg")) {
            return "image/svg+xml";
        }
        if (start.startsWith("<?xml")) {
            return "application/xml";
        }
        return name.toLowerCase(Locale.ROOT).endsWith(".csv") ? "text/csv" : "text/plain";
    }
}
