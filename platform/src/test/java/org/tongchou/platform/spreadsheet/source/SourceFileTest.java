package org.tongchou.platform.spreadsheet.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tongchou.platform.web.Refusal;

class SourceFileTest {
    @TempDir
    private Path folder;

    @Test
    void readsNumbersDatesAndFormulas() throws IOException {
        byte[] content = workbook(workbook -> {
            Sheet sheet = workbook.createSheet("明细");
            Row row = sheet.createRow(4);
            row.createCell(0).setCellValue(0.1 + 0.2);
            row.createCell(1).setCellValue(1234567.89);
            CellStyle date = workbook.createCellStyle();
            date.setDataFormat(workbook.createDataFormat().getFormat("yyyy\"年\"m\"月\"d\"日\""));
            row.createCell(2).setCellValue(LocalDate.of(2024, 2, 29));
            row.getCell(2).setCellStyle(date);
            row.createCell(3).setCellFormula("1+1");
            row.createCell(4).setCellFormula("A5*2");
            workbook.getCreationHelper().createFormulaEvaluator().evaluateFormulaCell(row.getCell(4));
            row.createCell(5).setCellValue("　 文字\u200b ");
            row.createCell(6).setCellErrorValue((byte) 0x17);
            row.createCell(7).setCellValue(true);
            row.createCell(9).setBlank();
            CellStyle money = workbook.createCellStyle();
            money.setDataFormat(workbook.createDataFormat().getFormat("[Red]#,##0.00\"日元\""));
            row.createCell(8).setCellValue(45000);
            row.getCell(8).setCellStyle(money);
            sheet.createRow(900).createCell(0).setBlank();
            workbook.createSheet("隐藏");
            workbook.setSheetHidden(1, true);
        });
        SourceFile file = SourceFile.open(write("a.xlsx", content));
        assertThat(file.sheets()).containsExactly("明细");
        List<SourceRow> rows = rows(file, "");
        assertThat(rows).hasSize(1);
        SourceRow row = rows.get(0);
        assertThat(row.number()).isEqualTo(5);
        assertThat(row.cells().subList(0, 3)).containsExactly("0.3", "1234567.89", "2024-02-29");
        assertThat(row.formulas()).contains(3, 4);
        assertThat(row.cell(4)).startsWith("0.6");
        assertThat(row.cells().subList(5, 9)).containsExactly("文字", "#REF!", "true", "45000");
        assertThatThrownBy(() -> rows(file, "没有")).isInstanceOf(Refusal.class).hasMessageContaining("明细");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "GB18030", "UTF-16"})
    void readsCsvOfAnyCommonEncoding(String charset) throws IOException {
        String text = "单位,金额,摘要\r\n市局,\"1,234.50\",\"一\n二\"\r\n\r\n,,\r\n=\"001\",2,𠮷\r\n";
        List<SourceRow> rows = rows(SourceFile.open(write("a.csv", text.getBytes(Charset.forName(charset)))), "");
        assertThat(rows).extracting(SourceRow::number).containsExactly(1, 2, 5);
        assertThat(rows.get(1).cells()).containsExactly("市局", "1,234.50", "一\n二");
        assertThat(rows.get(2).cells()).containsExactly("001", "2", "𠮷");
    }

    @Test
    void findsTheDelimiter() throws IOException {
        assertThat(rows(SourceFile.open(write("a.txt", "a\tb,c\td\r\n1\t2\t3".getBytes(StandardCharsets.UTF_8))), ""))
                .extracting(SourceRow::cells)
                .containsExactly(List.of("a", "b,c", "d"), List.of("1", "2", "3"));
        assertThat(rows(SourceFile.open(write("b.csv", "\uFEFFa;b\n1;2".getBytes(StandardCharsets.UTF_8))), "")
                        .get(0)
                        .cells())
                .containsExactly("a", "b");
    }

    @Test
    void refusesOldAndEncryptedFiles() throws IOException {
        try (POIFSFileSystem old = new POIFSFileSystem();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            old.createDocument(new java.io.ByteArrayInputStream(new byte[5000]), "Workbook");
            old.writeFilesystem(out);
            refused(out.toByteArray(), "E-IMP-004", "xls");
        }
        try (POIFSFileSystem encrypted = new POIFSFileSystem();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            encrypted.createDocument(new java.io.ByteArrayInputStream(new byte[5000]), "EncryptedPackage");
            encrypted.writeFilesystem(out);
            refused(out.toByteArray(), "E-IMP-003", "密码");
        }
    }

    @Test
    void refusesWhatIsNoTable() throws IOException {
        refused(new byte[0], "E-IMP-001", "文件");
        refused(new byte[] {1, 2, 3, 0, (byte) 0xff}, "E-IMP-002", "CSV");
        refused(zip("readme.txt", "hello".getBytes(StandardCharsets.UTF_8)), "E-IMP-002", "工作簿");
        refused("PK\u0003\u0004broken".getBytes(StandardCharsets.ISO_8859_1), "E-IMP-005", "损坏");
    }

    @Test
    void refusesBombs() throws IOException {
        byte[] content = workbook(workbook -> workbook.createSheet("a"));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("[Content_Types].xml"));
            zip.putNextEntry(new ZipEntry("xl/sharedStrings.xml"));
            byte[] part =
                    "<si><t>aaaaaaaaaaaaaaaaaaaaaaaa</t></si>".repeat(2000).getBytes(StandardCharsets.UTF_8);
            for (int i = 0; i < 1300; i++) {
                zip.write(part);
            }
        }
        assertThat(out.size()).isLessThan(1024 * 1024);
        refused(out.toByteArray(), "E-IMP-006", "解压");
        refused(zip("xl/workbook.xml", "a".repeat(600_000).getBytes(StandardCharsets.UTF_8)), "E-IMP-006", "解压");
        assertThat(content).isNotEmpty();
    }

    @Test
    void doesNotFollowEntities() throws IOException {
        byte[] content = workbook(
                workbook -> workbook.createSheet("a").createRow(0).createCell(0).setCellValue("x"));
        Path file = write("xxe.xlsx", content);
        try (java.nio.file.FileSystem zip = java.nio.file.FileSystems.newFileSystem(file)) {
            Files.writeString(
                    zip.getPath("xl/worksheets/sheet1.xml"),
                    "<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY e SYSTEM \"file:///etc/hostname\">]>"
                            + "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>"
                            + "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>&e;</t></is></c></row></sheetData></worksheet>");
        }
        try {
            assertThat(rows(SourceFile.open(file), ""))
                    .allMatch(row -> row.cell(0).isEmpty());
        } catch (Refusal e) {
            assertThat(e.code()).isEqualTo("E-IMP-005");
        }
    }

    @Test
    void holdsItsLimits() throws IOException {
        refusedWhenRead("a,".repeat(250) + "a", "E-IMP-007");
        refusedWhenRead("\"" + "a".repeat(20_000) + "\"", "E-IMP-008");
        refusedWhenRead("a\n".repeat(300_001), "E-IMP-010");
    }

    @Test
    void anyDamageIsARefusal() throws IOException {
        byte[] content = workbook(workbook -> {
            Sheet sheet = workbook.createSheet("a");
            for (int i = 0; i < 50; i++) {
                Row row = sheet.createRow(i);
                row.createCell(0).setCellValue("行" + i);
                row.createCell(1).setCellValue(i * 1.5);
            }
        });
        Random random = new Random(4);
        for (int i = 0; i < 300; i++) {
            byte[] damaged = content.clone();
            for (int hits = random.nextInt(1, 20); hits > 0; hits--) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
            }
            byte[] file = random.nextBoolean()
                    ? damaged
                    : java.util.Arrays.copyOf(damaged, random.nextInt(1, damaged.length));
            try {
                rows(SourceFile.open(write("fuzz", file)), "");
            } catch (Refusal e) {
                assertThat(e.code()).startsWith("E-IMP-");
            }
        }
    }

    private void refusedWhenRead(String csv, String code) throws IOException {
        SourceFile file = SourceFile.open(write("limit.csv", csv.getBytes(StandardCharsets.UTF_8)));
        assertThatThrownBy(() -> rows(file, ""))
                .isInstanceOfSatisfying(Refusal.class, e -> assertThat(e.code()).isEqualTo(code));
    }

    private void refused(byte[] content, String code, String says) throws IOException {
        Path file = write("refused", content);
        assertThatThrownBy(() -> SourceFile.open(file))
                .hasMessageContaining(says)
                .isInstanceOfSatisfying(Refusal.class, e -> assertThat(e.code()).isEqualTo(code));
    }

    private static List<SourceRow> rows(SourceFile file, String sheet) throws IOException {
        List<SourceRow> rows = new ArrayList<>();
        file.read(sheet, rows::add);
        return rows;
    }

    private Path write(String name, byte[] content) throws IOException {
        return Files.write(folder.resolve(name), content);
    }

    private static byte[] zip(String name, byte[] content) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry(name));
            ((OutputStream) zip).write(content);
        }
        return out.toByteArray();
    }

    private interface Filling {
        void fill(XSSFWorkbook workbook);
    }

    private static byte[] workbook(Filling filling) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (XSSFWorkbook workbook = new XSSFWorkbook()) {
            filling.fill(workbook);
            workbook.write(out);
        }
        return out.toByteArray();
    }
}
