package org.tongchou.accounts.source.format;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.tongchou.accounts.source.Block;
import org.tongchou.accounts.source.Paragraph;
import org.tongchou.accounts.source.Place;
import org.tongchou.accounts.source.ProblemCode;
import org.tongchou.accounts.source.RawRow;
import org.tongchou.accounts.source.RawTable;
import org.tongchou.accounts.source.format.pdf.PdfPages;

/**
 * Reads PDF files with a text layer. Tables are found by their ruling lines, or by aligned columns where they have
 * none; a table that runs over pages is one table per page. Page numbers and running headers are left out.
 *
 * <p>Encrypted files are tried with the empty password. A scan has no text: it is told, not guessed.
 */
final class PdfReader {
    private static final int LISTED_PAGES = 20;
    private static final String NO_PASSWORD = "";

    private PdfReader() {}

    /** Reads a file whose pages are places {@code 第N页} with the running number of the line or row on the page. */
    static List<Block> read(Path file, Collector collector) throws IOException {
        try (PDDocument document =
                Loader.loadPDF(file.toFile(), NO_PASSWORD, IOUtils.createTempFileOnlyStreamCache())) {
            int pageCount = document.getNumberOfPages();
            PdfPages pages = PdfPages.read(document);
            refuseUnreadable(pages, pageCount);
            noteGaps(pages, pageCount, collector);
            return cleaned(pages.blocks(), collector);
        } catch (InvalidPasswordException locked) {
            throw encrypted();
        } catch (IOException broken) {
            if (speaksOfEncryption(broken)) {
                throw encrypted();
            }
            throw broken;
        } catch (NoClassDefFoundError certificates) {
            // Only files encrypted for a certificate need more libraries than we have.
            throw encrypted();
        } catch (OutOfMemoryError bomb) {
            throw new Refusal(ProblemCode.FILE_BOMB, "文件展开后过大，超出内存，未读取；请重新导出 PDF 后再试");
        }
    }

    private static void refuseUnreadable(PdfPages pages, int pageCount) {
        if (pages.unmapped() > pages.characters()) {
            throw new Refusal(
                    ProblemCode.FILE_WITHOUT_TEXT,
                    pageCount + " 页中有 " + pages.unmapped() + " 个字没有编码对照表，读不出是什么字；请重新导出 PDF 或先做文字识别");
        }
        if (pages.blocks().isEmpty() && pages.damagedPages().isEmpty()) {
            throw new Refusal(ProblemCode.FILE_WITHOUT_TEXT, pageCount + " 页没有文字层，像是扫描件；请先做文字识别");
        }
        if (pages.blocks().isEmpty()) {
            throw new Refusal(ProblemCode.FILE_UNREADABLE, pageCount + " 页内容损坏，无法读取；请重新导出 PDF 后再试");
        }
    }

    private static void noteGaps(PdfPages pages, int pageCount, Collector collector) {
        note(collector, ProblemCode.PAGE_UNREADABLE, pages.damagedPages(), "内容损坏，未读取；请重新导出 PDF 后再试");
        note(collector, ProblemCode.TABLE_TOO_LARGE, pages.cutPages(), "内容过多，超出部分未读取");
        if (pages.unread() > 0) {
            int read = pageCount - pages.unread();
            collector.problem(
                    ProblemCode.TABLE_TOO_LARGE,
                    page(read + 1, collector),
                    pageCount + " 页",
                    "文件过长，只读取前 " + read + " 页，其余 " + pages.unread() + " 页未读取");
        }
    }

    private static void note(Collector collector, ProblemCode code, List<Integer> pages, String what) {
        if (!pages.isEmpty()) {
            String numbers =
                    pages.stream().limit(LISTED_PAGES).map(String::valueOf).collect(Collectors.joining("、"));
            String all =
                    pages.size() > LISTED_PAGES ? "第 " + numbers + " 等 " + pages.size() + " 页" : "第 " + numbers + " 页";
            collector.problem(code, page(pages.get(0), collector), numbers, all + what);
        }
    }

    private static Place page(int number, Collector collector) {
        return collector.row("第" + number + "页", 1);
    }

    /** The blocks as every format gives them: white space tidied, lengths within the limits. */
    private static List<Block> cleaned(List<Block> blocks, Collector collector) {
        List<Block> result = new ArrayList<>();
        for (Block block : blocks) {
            if (block instanceof RawTable table) {
                result.add(new RawTable(table.rows().stream()
                        .map(row -> cleaned(row, collector))
                        .toList()));
            } else if (block instanceof Paragraph paragraph) {
                result.addAll(collector.paragraphs(paragraph.text(), paragraph.heading(), paragraph.place()));
            }
        }
        return result;
    }

    private static RawRow cleaned(RawRow row, Collector collector) {
        List<String> cells = new ArrayList<>();
        for (String cell : row.cells()) {
            cells.add(collector.cell(cell, row.place().withCell(cells.size() + 1)));
        }
        return new RawRow(cells, row.place());
    }

    private static Refusal encrypted() {
        return new Refusal(ProblemCode.FILE_ENCRYPTED, "文件已加密，需要口令或证书才能打开；请先解除加密");
    }

    private static boolean speaksOfEncryption(IOException failure) {
        String message = String.valueOf(failure.getMessage()).toLowerCase(Locale.ROOT);
        return message.contains("decrypt") || message.contains("encrypt") || message.contains("security handler");
    }
}
