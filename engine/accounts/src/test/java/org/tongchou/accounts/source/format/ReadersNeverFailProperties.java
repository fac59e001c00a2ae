package org.tongchou.accounts.source.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.tongchou.accounts.source.Problem;
import org.tongchou.accounts.source.ProblemCode;
import org.tongchou.accounts.source.RawDocument;
import org.tongchou.accounts.source.RawTable;

/** Damaged and senseless files of every kind give an answer, and never an exception or an endless loop. */
class ReadersNeverFailProperties {
    private static final int TRIES = 200;

    private static final List<String> SYNTAX = List.of(
            "<table>",
            "</table>",
            "<tr>",
            "<td rowspan=0 colspan=9>",
            "</td>",
            "<td>",
            "|",
            "\t",
            "\n",
            "\r",
            "---",
            "|---|",
            "**",
            "#",
            "$",
            "\\geq",
            "\\",
            "&amp;",
            "&#",
            "<!--",
            "-->",
            "<b",
            ">",
            "[",
            "](",
            "合计",
            "7,328.50",
            "\f",
            "\u0000",
            "\uD800",
            "<br/>",
            "<script>",
            "</p>",
            "<html>");

    private static final byte[] PDF = pdf();

    private static Path folder = Path.of(".");

    @BeforeContainer
    static void makeFolder() throws IOException {
        folder = Files.createTempDirectory("readers");
    }

    @AfterContainer
    static void deleteFolder() throws IOException {
        Files.deleteIfExists(folder.resolve("a"));
        Files.delete(folder);
    }

    @Property(tries = TRIES)
    void damagedPackages(@ForAll("packages") byte[] original, @ForAll Random random) {
        assertAnswered(damaged(original, random, 20));
    }

    @Property(tries = TRIES)
    void damagedPartsOfSoundPackages(@ForAll("packages") byte[] original, @ForAll Random random) {
        Map<String, byte[]> parts = unzipped(original);
        List<String> names = parts.keySet().stream()
                .filter(name -> name.matches("(word|xl)/.*\\.xml"))
                .toList();
        parts.computeIfPresent(names.get(random.nextInt(names.size())), (name, content) -> reshuffled(content, random));
        assertAnswered(Samples.zip(parts));
    }

    @Property(tries = TRIES)
    void damagedPages(@ForAll Random random) {
        byte[] page = ("<!DOCTYPE html>" + Samples.html(Samples.EXPENDITURE)).getBytes(StandardCharsets.UTF_8);
        assertAnswered(reshuffled(damaged(page, random, 5), random));
    }

    @Property(tries = TRIES)
    void damagedPdfs(@ForAll Random random) {
        assertAnswered(damaged(PDF, random, 10));
    }

    @Property(tries = TRIES)
    void damagedTexts(@ForAll Random random) {
        String text = "# 支出决算表\n" + Samples.text(Samples.EXPENDITURE_CELLS) + "\n" + Samples.html(Samples.EXPENDITURE);
        assertAnswered(damaged(text.getBytes(StandardCharsets.UTF_8), random, 10));
    }

    @Property(tries = TRIES)
    void syntaxWithoutSense(@ForAll("syntax") List<String> pieces) {
        String text = String.join("", pieces);
        assertAnswered(text.getBytes(StandardCharsets.UTF_8));
        assertAnswered(("<html>" + text).getBytes(StandardCharsets.UTF_8));
    }

    @Property(tries = TRIES)
    void anyText(@ForAll String text) {
        assertAnswered(text.getBytes(StandardCharsets.UTF_8));
    }

    @Property(tries = TRIES)
    void anyBytes(@ForAll byte[] bytes) {
        assertAnswered(bytes);
    }

    @Provide
    Arbitrary<byte[]> packages() {
        return Arbitraries.of(docx(), xlsx());
    }

    @Provide
    Arbitrary<List<String>> syntax() {
        return Arbitraries.of(SYNTAX).list().ofMaxSize(60);
    }

    private static byte[] docx() {
        try (XWPFDocument document = new XWPFDocument()) {
            document.createParagraph().createRun().setText("支出决算表");
            Samples.addTable(document, Samples.EXPENDITURE);
            return Samples.bytes(document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] xlsx() {
        try (XSSFWorkbook workbook = new XSSFWorkbook()) {
            XSSFSheet sheet = workbook.createSheet("支出决算表");
            Samples.addTable(sheet, 2, Samples.EXPENDITURE);
            sheet.createRow(20).createCell(1).setCellFormula("SUM(A1:A9)");
            sheet.createRow(21).createCell(2).setCellValue(7328.5);
            return Samples.bytes(workbook);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A page with a small ruled table, not compressed, so that damage reaches everything in it. */
    private static byte[] pdf() {
        try (PDDocument document = new PDDocument()) {
            PDPage page = new PDPage();
            document.addPage(page);
            try (PDPageContentStream content =
                    new PDPageContentStream(document, page, PDPageContentStream.AppendMode.OVERWRITE, false)) {
                for (int row = 0; row < 4; row++) {
                    for (int column = 0; column < 3; column++) {
                        content.addRect(100 + 80f * column, 700 - 20f * row, 80, 20);
                        content.stroke();
                        content.beginText();
                        content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 10);
                        content.newLineAtOffset(104 + 80f * column, 706 - 20f * row);
                        content.showText(column == 0 ? "2080" + row : "7,328.50");
                        content.endText();
                    }
                }
            }
            return Samples.written(document::save);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] damaged(byte[] original, Random random, int most) {
        byte[] bytes = original.clone();
        for (int i = random.nextInt(most); i >= 0; i--) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        }
        return bytes;
    }

    /** Drops, doubles and swaps whole elements, so that most results are still markup. */
    private static byte[] reshuffled(byte[] content, Random random) {
        List<String> pieces =
                new java.util.ArrayList<>(List.of(new String(content, StandardCharsets.UTF_8).split("(?=<)|(?<=>)")));
        for (int i = random.nextInt(6); i >= 0; i--) {
            int at = random.nextInt(pieces.size());
            int other = random.nextInt(pieces.size());
            switch (random.nextInt(3)) {
                case 0 -> pieces.set(at, "");
                case 1 -> pieces.add(at, pieces.get(other));
                default -> pieces.set(at, pieces.set(other, pieces.get(at)));
            }
        }
        return String.join("", pieces).getBytes(StandardCharsets.UTF_8);
    }

    private static Map<String, byte[]> unzipped(byte[] zip) {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        try (ZipInputStream in = new ZipInputStream(new java.io.ByteArrayInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                parts.put(entry.getName(), in.readAllBytes());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return parts;
    }

    private static void assertAnswered(byte[] content) {
        RawDocument read = Samples.read(folder, "a", content);
        assertThat(read.file()).isEqualTo("a");
        assertThat(read.problems()).extracting(Problem::code).doesNotContain(ProblemCode.INTERNAL);
        boolean fatal =
                read.problems().stream().anyMatch(problem -> problem.code().fatal());
        assertThat(fatal).isEqualTo(read.blocks().isEmpty());
        assertThat(Samples.paragraphs(read))
                .allMatch(paragraph -> !paragraph.text().isBlank());
        assertThat(Samples.tables(read)).allMatch(ReadersNeverFailProperties::isSound);
    }

    private static boolean isSound(RawTable table) {
        return !table.rows().isEmpty()
                && table.rows().stream()
                        .allMatch(row -> row.cells().stream().allMatch(cell -> cell.equals(cell.strip()))
                                && row.place().row() > 0);
    }
}
