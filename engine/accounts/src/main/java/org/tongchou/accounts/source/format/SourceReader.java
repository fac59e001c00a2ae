package org.tongchou.accounts.source.format;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.tongchou.accounts.source.Block;
import org.tongchou.accounts.source.Medium;
import org.tongchou.accounts.source.ProblemCode;
import org.tongchou.accounts.source.RawDocument;
import org.xml.sax.SAXException;

/**
 * Reads any supported file, whatever its name says: text and Markdown, docx, xlsx, pdf, html. Memory is bounded by
 * {@link Limits}; nothing is executed, computed or fetched.
 */
public final class SourceReader {
    private SourceReader() {}

    /** Reads a file; what cannot be read is a problem in the answer, never an exception. */
    public static RawDocument read(Path file) {
        return read(file, Limits.STANDARD);
    }

    /** Reads a file as {@link #read(Path)} does, within other limits. */
    public static RawDocument read(Path file, Limits limits) {
        String name = String.valueOf(file.getFileName());
        Collector collector = new Collector(name, Medium.TEXT, limits);
        try {
            checkSize(file, limits);
            Medium medium = FileKind.of(file, name);
            collector = new Collector(name, medium, limits);
            return collector.finish(blocks(file, medium, collector));
        } catch (Refusal e) {
            return collector.refuse(e.code(), String.valueOf(e.getMessage()));
        } catch (IOException | SAXException e) {
            return collector.refuse(ProblemCode.FILE_UNREADABLE, "文件无法读取，可能已损坏或没有权限，请用原软件打开并重新保存后再试");
        } catch (RuntimeException | StackOverflowError e) {
            return collector.refuse(
                    ProblemCode.INTERNAL, "读取时发生内部错误（" + e.getClass().getSimpleName() + "），请用原软件重新保存后再试，并把文件交给维护者");
        }
    }

    private static void checkSize(Path file, Limits limits) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new Refusal(ProblemCode.FILE_UNREADABLE, "文件不存在或不是普通文件，请检查路径");
        }
        long size = Files.size(file);
        if (size == 0) {
            throw new Refusal(ProblemCode.FILE_EMPTY, "文件为空（0 字节），请检查是否选错文件或下载不完整");
        }
        if (size > limits.fileBytes()) {
            throw new Refusal(
                    ProblemCode.FILE_TOO_LARGE,
                    "文件大小 " + megabytes(size) + " MB，超过上限 " + megabytes(limits.fileBytes())
                            + " MB，未读取；请只保留预算或决算公开的部分后重试");
        }
    }

    private static List<Block> blocks(Path file, Medium medium, Collector collector) throws IOException, SAXException {
        return switch (medium) {
            case TEXT -> TextReader.read(file, collector);
            case HTML -> HtmlReader.read(file, collector);
            case DOCX -> DocxReader.read(file, collector);
            case XLSX -> XlsxReader.read(file, collector);
            case PDF -> PdfReader.read(file, collector);
        };
    }

    private static String megabytes(long bytes) {
        return String.valueOf((bytes + 1024 * 1024 - 1) / (1024 * 1024));
    }
}
