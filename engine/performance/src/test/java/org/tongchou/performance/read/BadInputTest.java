package org.tongchou.performance.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tongchou.accounts.source.Problem;
import org.tongchou.performance.check.PerformanceAuditor;
import org.tongchou.performance.model.Indicator;
import org.tongchou.performance.model.PerformanceDocument;

/** What is wrong in one cell is said with its place, and everything else is read. */
class BadInputTest {
    private static final String FORM = """
            项目支出绩效自评表
            项目名称|服务站建设
            项目资金(万元)||年初预算数|全年预算数|全年执行数|分值|执行率|得分
            |年度资金总额|150.00|148.00|148.00|10|100.00|10
            绩效指标|一级指标|二级指标|三级指标|年度指标值|实际完成值|指标分值|自评得分|偏差原因分析及改进措施
            |产出指标|数量指标|建成服务站|%s|
            |||组织培训|≥2次|3|20|20|
            总分|||||||100|100
            """;

    private static PerformanceDocument read(String cells) {
        return Read.text(FORM.formatted(cells));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "≥100100%|100|70|70;W-PER-001",
                "≤0起0起|0|70|70;W-PER-001",
                "|19|70|70;W-PER-002",
                "≠0家|0|70|70;W-PER-004",
                "≥95% ≥90%|96%|70|70;W-PER-005",
                "90/95|96|70|70;W-PER-005",
                "≥19家|19||70;W-PER-006",
                "≥95%|0.96|70|70;W-PER-007",
                "≥0.95|96%|70|70;W-PER-007",
                "≥1.7万人|19700|70|70;W-PER-007",
                "≥19家|18/20|70|70;W-PER-008",
                "≥19家||70|70;W-PER-008",
                "≥19家|-3|70|70;W-PER-008",
                "≥19家|暂未统计|70|70;W-PER-008",
                "≥19家|19|70|七十;E-ACC-020"
            })
    void namesProblemAndPlaceAndReadsTheRest(String cells, String code) {
        PerformanceDocument document = read(cells);
        assertThat(document.problems())
                .extracting(problem -> problem.code().id())
                .contains(code);
        assertThat(document.problems()).allSatisfy(BadInputTest::isPlain);
        assertThat(document.sheets()).hasSize(1);
        List<Indicator> lines = document.sheets().get(0).indicators();
        assertThat(lines).extracting(Indicator::level3).containsExactly("建成服务站", "组织培训");
        assertThat(lines.get(1).score()).isNotNull();
        assertThatCode(() -> PerformanceAuditor.standard().audit(document, null))
                .doesNotThrowAnyException();
    }

    private static void isPlain(Problem problem) {
        assertThat(Read.row(problem)).isEqualTo("L6");
        assertThat(problem.message()).contains("建成服务站");
        assertThat(problem.file()).isEqualTo("样例市.txt");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "≥0家|0|70|70",
                "=0家|3|70|0",
                "≤0家|0|70|70",
                "≥19家|-3|70|70",
                "≥19家|19|0|0",
                "≥１９家|１９|７０|７０",
                "≥19家|19|70分|70分",
                "≥19家|99999999999999999999999999|70|70"
            })
    void strangeNumbersAreReadAndChecked(String cells) {
        PerformanceDocument document = read(cells);
        Indicator line = document.sheets().get(0).indicators().get(0);
        assertThat(line.target().value()).isNotNull();
        assertThat(line.weight()).isNotNull();
        assertThat(PerformanceAuditor.standard().audit(document, null).scored()).hasSize(3);
    }

    @Test
    void unitsOfTenThousandAreComparedWithUnits() {
        Indicator line =
                read("≥1.7万人|19700人|70|70").sheets().get(0).indicators().get(0);
        assertThat(Read.plain(line.actual().value())).isEqualTo("1.9700");
        assertThat(line.met()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "|产出指标|数量指标|建成服务站|≥19家|18|40|38|选址调整",
                "|产出指标|数量指标||建成服务站|≥19家|18|40|38|选址调整",
                "产出指标|数量指标|建成服务站|≥19家|18|40|38|选址调整",
                "|产出指标|数量指标|建成服务站|≥19家|18||40|38|选址调整",
                "||产出指标|数量指标|建成服务站|≥19家|18|40|38|选址调整",
                "绩效指标|产出指标|数量指标|建成服务站|≥19家|18|40|38|选址调整"
            })
    void cellsThatAreLostOrAddedAreFoundAgain(String row) {
        String form = FORM.replace("|产出指标|数量指标|建成服务站|%s|", row);
        Indicator line = Read.text(form).sheets().get(0).indicators().get(0);
        assertThat(line.level1()).isEqualTo("产出指标");
        assertThat(line.level2()).isEqualTo("数量指标");
        assertThat(line.level3()).isEqualTo("建成服务站");
        assertThat(line.target().printed()).isEqualTo("≥19家");
        assertThat(line.actual().printed()).isEqualTo("18");
        assertThat(Read.plain(line.weight())).isEqualTo("40");
        assertThat(Read.plain(line.score())).isEqualTo("38");
        assertThat(line.reason()).isEqualTo("选址调整");
    }

    @Test
    void formsWithoutIndicatorsAreNoSheets() {
        assertThat(Read.text("项目名称|甲\n项目资金(万元)|年初预算数|全年预算数|全年执行数\n").sheets()).isEmpty();
        assertThat(Read.text("一级指标|二级指标|三级指标|年度指标值\n").sheets()).isEmpty();
        assertThat(Read.text("|||\n").isEmpty()).isTrue();
    }
}
