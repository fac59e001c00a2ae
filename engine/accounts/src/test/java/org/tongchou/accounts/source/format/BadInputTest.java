package org.tongchou.accounts.source.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.crypt.Encryptor;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tongchou.accounts.source.Problem;
import org.tongchou.accounts.source.ProblemCode;
import org.tongchou.accounts.source.RawDocument;

/** Files that cannot be read, or not as they are: each says what is wrong, and nothing breaks. */
class BadInputTest {
    @TempDir
    Path folder;

    @Test
    void emptyFile() {
        assertRefused(Samples.read(folder, "空.docx", new byte[0]), ProblemCode.FILE_EMPTY, "0 字节");
    }

    @ParameterizedTest
    @ValueSource(strings = {" \n\t\n ", "\uFEFF", "<html><body><p> </p></body></html>", "----"})
    void fileWithoutText(String content) {
        assertRefused(Samples.read(folder, "a.txt", content), ProblemCode.FILE_EMPTY, "没有文字");
    }

    @Test
    void documentsWithoutText() throws IOException {
        try (XWPFDocument document = new XWPFDocument();
                XSSFWorkbook workbook = new XSSFWorkbook()) {
            workbook.createSheet();
            assertRefused(Samples.read(folder, "a.docx", Samples.bytes(document)), ProblemCode.FILE_EMPTY, "没有文字");
            assertRefused(Samples.read(folder, "a.xlsx", Samples.bytes(workbook)), ProblemCode.FILE_EMPTY, "没有文字");
        }
    }

    @Test
    void missingFileAndFolder() {
        assertRefused(SourceReader.read(folder.resolve("没有.docx")), ProblemCode.FILE_UNREADABLE, "不存在");
        assertRefused(SourceReader.read(folder), ProblemCode.FILE_UNREADABLE, "不是普通文件");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.txt", "a.docx", "a.xlsx", "a.html", "a"})
    void binaryFile(String name) {
        byte[] content = new byte[20_000];
        new Random(7).nextBytes(content);
        assertRefused(Samples.read(folder, name, content), ProblemCode.FILE_UNSUPPORTED, "二进制");
    }

    @ParameterizedTest
    @CsvSource({
        "'{\\rtf1\\ansi text}', RTF",
        "'MIME-Version: 1.0\nContent-Type: multipart/related', MHTML",
        "'<?xml version=\"1.0\"?><?mso-application progid=\"Excel.Sheet\"?><Workbook/>', 2003"
    })
    void otherKinds(String content, String said) {
        assertRefused(Samples.read(folder, "a.doc", content), ProblemCode.FILE_UNSUPPORTED, said);
    }

    @Test
    void oldOfficeFile() throws IOException {
        try (HSSFWorkbook workbook = new HSSFWorkbook()) {
            workbook.createSheet().createRow(0).createCell(0).setCellValue("支出决算表");
            byte[] content = Samples.written(workbook::write);
            assertRefused(Samples.read(folder, "a.xls", content), ProblemCode.FILE_UNSUPPORTED, "另存为 docx 或 xlsx");
            byte[] broken = Arrays.copyOf(content, 600);
            assertRefused(Samples.read(folder, "b.xls", broken), ProblemCode.FILE_UNSUPPORTED, "另存为 docx 或 xlsx");
        }
    }

    @Test
    void otherZipFile() {
        byte[] zip = Samples.zip(Map.of("content.xml", "<office/>".getBytes(StandardCharsets.UTF_8)));
        assertRefused(Samples.read(folder, "a.ods", zip), ProblemCode.FILE_UNSUPPORTED, "另存为");
    }

    @Test
    void fileTooLarge() {
        Limits small = Limits.STANDARD.withFileBytes(3L * 1024 * 1024);
        RawDocument read = Samples.read(folder, "大.txt", new byte[4 * 1024 * 1024], small);
        assertRefused(read, ProblemCode.FILE_TOO_LARGE, "文件大小 4 MB，超过上限 3 MB");
    }

    @Test
    void twoHundredMegabytes() throws IOException {
        Path huge = folder.resolve("200MB.docx");
        try (RandomAccessFile file = new RandomAccessFile(huge.toFile(), "rw")) {
            file.setLength(200L * 1024 * 1024);
        }
        assertRefused(SourceReader.read(huge), ProblemCode.FILE_TOO_LARGE, "200 MB");
    }

    @Test
    void tooMuchText() {
        Limits small = Limits.STANDARD.withText(1_000, 5_000);
        assertRefused(
                Samples.read(folder, "a.txt", "医保".repeat(3_000).getBytes(StandardCharsets.UTF_8), small),
                ProblemCode.FILE_TOO_LARGE,
                "5000");
    }

    @Test
    void passwordProtected() throws Exception {
        try (POIFSFileSystem files = new POIFSFileSystem();
                XSSFWorkbook workbook = new XSSFWorkbook()) {
            workbook.createSheet();
            Encryptor encryptor = new EncryptionInfo(EncryptionMode.agile).getEncryptor();
            encryptor.confirmPassword("demo");
            try (OutputStream out = encryptor.getDataStream(files)) {
                workbook.write(out);
            }
            RawDocument read = Samples.read(folder, "a.xlsx", Samples.written(files::writeFilesystem));
            assertRefused(read, ProblemCode.FILE_ENCRYPTED, "密码");
        }
    }

    @ParameterizedTest
    @CsvSource({"word/document.xml", "xl/workbook.xml", "xl/sharedStrings.xml", "word/_rels/document.xml.rels"})
    void zipBomb(String entry) {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        entries.put(entry, new byte[30 * 1024 * 1024]);
        RawDocument read = Samples.read(folder, "a.docx", Samples.zip(entries));
        assertRefused(read, ProblemCode.FILE_BOMB, "压缩炸弹");
        assertThat(read.problems().get(0).message()).contains(entry);
    }

    @Test
    void zipThatUnpacksTooLarge() {
        byte[] noise = new byte[300_000];
        new Random(3).nextBytes(noise);
        Map<String, byte[]> entries = Map.of("word/document.xml", noise, "word/media/image1.png", noise);
        Limits one = Limits.STANDARD.withInflated(1_000_000, 200_000);
        Limits all = Limits.STANDARD.withInflated(500_000, 400_000);
        assertRefused(Samples.read(folder, "a.docx", Samples.zip(entries), one), ProblemCode.FILE_BOMB, "过大");
        assertRefused(Samples.read(folder, "b.docx", Samples.zip(entries), all), ProblemCode.FILE_BOMB, "过大");
    }

    @Test
    void zipWithTooManyEntries() {
        Map<String, byte[]> entries =
                IntStream.range(0, 10_001).boxed().collect(Collectors.toMap(i -> "word/" + i, i -> new byte[0]));
        assertRefused(Samples.read(folder, "a.docx", Samples.zip(entries)), ProblemCode.FILE_BOMB, "10001");
    }

    @Test
    void oddNamesInsideAPackage() {
        byte[] odd = Samples.docx(Map.of(
                "word/document.xml", "<w:document xmlns:w='w'><w:p><w:r><w:t>正文</w:t></w:r></w:p></w:document>",
                "word/media/图.png", ""));
        assertThat(Samples.lines(Samples.read(folder, "a.docx", odd))).containsExactly("正文");
    }

    @Test
    void documentTypesAreNotFollowed() throws IOException {
        Path secret = Files.writeString(folder.resolve("secret"), "机密");
        String xml = "<!DOCTYPE x [<!ENTITY s SYSTEM \"" + secret.toUri() + "\">]><w:document xmlns:w=\"w\"><w:body>"
                + "<w:p><w:r><w:t>&s;</w:t></w:r></w:p></w:body></w:document>";
        RawDocument read = Samples.read(folder, "a.docx", Samples.docx(Map.of("word/document.xml", xml)));
        assertThat(read.toString()).doesNotContain("机密");
        assertThat(read.blocks()).isEmpty();
    }

    @Test
    void entitiesDoNotMultiply() {
        StringBuilder xml = new StringBuilder("<!DOCTYPE x [<!ENTITY a0 \"医保医保医保医保\">");
        for (int i = 1; i < 12; i++) {
            xml.append("<!ENTITY a").append(i).append(" \"");
            xml.append(("&a" + (i - 1) + ";").repeat(10)).append("\">");
        }
        xml.append("]><w:document xmlns:w=\"w\"><w:p><w:r><w:t>&a11;</w:t></w:r></w:p></w:document>");
        assertRefused(
                Samples.read(folder, "a.docx", Samples.docx(Map.of("word/document.xml", xml.toString()))),
                ProblemCode.FILE_UNREADABLE,
                "损坏");
    }

    @Test
    void damagedDocument() throws IOException {
        try (XWPFDocument document = new XWPFDocument()) {
            document.createParagraph().createRun().setText("支出决算表");
            byte[] content = Samples.bytes(document);
            byte[] half = Arrays.copyOf(content, content.length / 2);
            assertRefused(Samples.read(folder, "a.docx", half), ProblemCode.FILE_UNREADABLE, "损坏");
        }
    }

    @Test
    void chineseEncodingWithoutDeclaration() {
        byte[] gbk = "收入决算表\n单位：万元\n合计\t7,328.50".getBytes(Charset.forName("GBK"));
        RawDocument read = Samples.read(folder, "gbk.txt", gbk);
        assertThat(Samples.lines(read)).containsExactly("收入决算表", "单位：万元");
        assertThat(read.problems()).extracting(Problem::code).containsExactly(ProblemCode.ENCODING_GUESSED);
        assertThat(read.problems().get(0).message()).contains("GB18030");
    }

    private static void assertRefused(RawDocument read, ProblemCode code, String said) {
        assertThat(read.blocks()).isEmpty();
        assertThat(read.problems()).hasSize(1);
        Problem problem = read.problems().get(0);
        assertThat(problem.code()).as(problem.message()).isEqualTo(code);
        assertThat(problem.file()).isEqualTo(read.file());
        assertThat(problem.message()).contains(said);
    }
}
