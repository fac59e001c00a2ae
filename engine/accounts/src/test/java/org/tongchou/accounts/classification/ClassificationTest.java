package org.tongchou.accounts.classification;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tongchou.accounts.classification.Classification.NameMatch;
import org.tongchou.accounts.source.Place;

class ClassificationTest {
    private final Classification table = Classification.standard();

    @Test
    void everyCodeHasItsParentAndASource() {
        assertThat(table.subjects()).hasSizeGreaterThan(350).allSatisfy(subject -> {
            assertThat(subject.source()).isNotBlank();
            if (subject.code().length() > 3) {
                String parent = subject.code().substring(0, subject.code().length() - 2);
                assertThat(table.knows(parent)).as(subject.code()).isTrue();
            }
        });
    }

    @Test
    void namesOfOneCodeDoNotOverlapUnlessABoundIsUnknown() {
        for (Subject a : table.subjects()) {
            for (Subject b : table.subjects()) {
                if (a.code().equals(b.code()) && a.to() != null && b.from() != null && !a.equals(b)) {
                    assertThat(b.from()).as(a + " / " + b).isGreaterThanOrEqualTo(a.to());
                }
            }
        }
    }

    @Test
    void aNameDependsOnTheYear() {
        assertThat(table.findName("21305", 2020)).contains("扶贫");
        assertThat(table.findName("21305", 2024)).contains("巩固脱贫攻坚成果衔接乡村振兴");
        assertThat(table.findName("210", 2017)).contains("医疗卫生与计划生育支出");
        assertThat(table.findName("210", 2024)).contains("卫生健康支出");
        assertThat(table.findName("2990101", 2024)).isEmpty();
    }

    @Test
    void aNameOfAnotherYearIsStillTheSameCode() {
        assertThat(table.judge("21305", "扶贫", 2020)).isEqualTo(NameMatch.SAME);
        assertThat(table.judge("21305", "扶贫", 2024)).isEqualTo(NameMatch.OTHER_YEAR);
        assertThat(table.accepts("21305", "扶贫", 2024)).isTrue();
        assertThat(table.judge("2101501", "事业运行", 2024)).isEqualTo(NameMatch.DIFFERENT);
        assertThat(table.judge("2990101", "事业运行", 2024)).isEqualTo(NameMatch.UNKNOWN_CODE);
        assertThat(table.accepts("2990101", "事业运行", 2024)).isFalse();
    }

    @Test
    void spellingDoesNotMatter() {
        assertThat(table.accepts("30212", "因公出国(境)费用", 2024)).isTrue();
        assertThat(table.accepts("30212", "因公出国（境） 费", 2024)).isTrue();
        assertThat(table.accepts("216", "十五、商业服务业支出", 2024)).isTrue();
        assertThat(table.accepts("2080505", "机关事业单位基本养老保险缴费", 2024)).isTrue();
        assertThat(table.accepts("2080505", "机关事业单位职业年金缴费", 2024)).isFalse();
    }

    @Test
    void classesOfTheTotalTable() {
        assertThat(table.classOf("卫生健康支出")).contains("210");
        assertThat(table.classOf("二十五、债务付息支出")).contains("232");
        assertThat(table.classOf("抗疫特别国债安排的支出")).contains("234");
        assertThat(table.classOf("国有资本经营预算支出")).contains("223");
        assertThat(table.classOf("其他支出")).contains("229");
        assertThat(table.classOf("资源勘探信息等支出")).contains("215");
        assertThat(table.classOf("年末结转和结余")).isEmpty();
    }

    @Test
    void codesOfAName() {
        assertThat(table.findCodes("城乡医疗救助")).containsExactly("2101301");
        assertThat(table.findCodes("行政运行")).contains("2010601", "2101501").isSorted();
        assertThat(table.findCodes("没有这个科目")).isEmpty();
    }

    @Test
    void restoresACodeCutOffByANarrowColumn() {
        assertThat(table.resolve("208050", "机关事业单位基本养老保险缴费支出")).contains("2080505");
        assertThat(table.resolve("20805", "机关事业单位基本养老保险缴费支出")).contains("2080505");
        assertThat(table.resolve("80505", "机关事业单位基本养老保险缴费支出")).contains("2080505");
        assertThat(table.resolve("", "城乡医疗救助")).contains("2101301");
        assertThat(table.resolve("21015", "行政运行")).contains("2101501");
    }

    @Test
    void siblingsDecideBetweenCodesOfOneName() {
        assertThat(table.resolve("210", "行政运行")).isEmpty();
        assertThat(table.resolve("210", "行政运行", List.of("21011", "2101101", "21015")))
                .contains("2101501");
        assertThat(table.resolve("", "事业运行", List.of("2101501", "2101502"))).contains("2101550");
        assertThat(table.resolve("", "一般行政管理事务", List.of("208"))).isEmpty();
    }

    @Test
    void keepsAWholeCodeThatTheTableCannotDispute() {
        assertThat(table.resolve("2990101", "本地新设科目")).contains("2990101");
        assertThat(table.resolve("2101501", "没有这个科目")).contains("2101501");
        assertThat(table.resolve("2101501", "城乡医疗救助")).contains("2101501");
        assertThat(table.resolve("29901", "")).contains("29901");
        assertThat(table.resolve("2990", "本地新设科目")).isEmpty();
    }

    @Test
    void importsGoodRowsAndReportsTheOthersWithTheirLine(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("city.csv");
        Files.writeString(
                file,
                "\ufeffcode,name,from,to,source\n21077,本地科目,2024,,市财政局\n2107,错码,,,\n21078,,,,\n21079,年份错,二〇,,\n2108,少列\n");
        ClassificationCsv.Result result = ClassificationCsv.importCsv(file);
        assertThat(result.subjects()).containsExactly(new Subject("21077", "本地科目", 2024, null, "市财政局"));
        assertThat(result.problems())
                .extracting(problem -> problem.place())
                .containsExactly(Place.line(3), Place.line(4), Place.line(5), Place.line(6));
        assertThat(result.problems().get(0).line()).contains("city.csv L3", "2107");
        assertThat(table.with(result.subjects()).findName("21077", 2024)).contains("本地科目");
    }

    @Test
    void reportsAFileThatIsNotATable(@TempDir Path folder) throws IOException {
        assertThat(ClassificationCsv.importCsv(folder.resolve("none.csv")).problems())
                .hasSize(1);
        Path gbk = folder.resolve("gbk.csv");
        Files.write(gbk, "code,name\n201,一般公共服务".getBytes(java.nio.charset.Charset.forName("GBK")));
        assertThat(ClassificationCsv.importCsv(gbk).problems()).hasSize(1);
        Path headless = folder.resolve("headless.csv");
        Files.write(headless, "201,一般公共服务".getBytes(StandardCharsets.UTF_8));
        assertThat(ClassificationCsv.importCsv(headless).problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.message()).contains("缺少"));
    }
}
