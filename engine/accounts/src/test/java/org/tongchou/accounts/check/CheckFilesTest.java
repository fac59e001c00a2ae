package org.tongchou.accounts.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The check files, and what is said of mistakes in them. */
class CheckFilesTest {
    @Test
    void allShippedChecksAreWellFormed() {
        List<CheckDefinition> checks = Checks.list();

        assertThat(checks).hasSizeGreaterThan(60);
        assertThat(checks).extracting(CheckDefinition::id).doesNotHaveDuplicates();
        assertThat(checks).allSatisfy(check -> {
            assertThat(check.says()).isNotBlank();
            assertThat(check.source()).isNotBlank();
            assertThat(check.relations().isEmpty()).isEqualTo(check.builtin() != null);
        });
    }

    private static List<CheckDefinition> read(String relation, String each) {
        String text = "- id: t\n  group: row\n  severity: error\n  kind: both\n  says: 测试\n  source: 测试\n  check: "
                + relation + "\n" + (each.isEmpty() ? "" : "  each: " + each + "\n");
        return CheckReader.definitions("t.yaml", text, Checks.vocabulary());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "总表[收入.总计].金额 = 总表[支出.总计].金额; ''",
                "abs(总表[收入.总计].金额 − 总表[支出.总计].金额) ≤ 100; ''",
                "比(三公经费[合计].金额, 支出[合计].合计) ≤ 5; ''",
                "说明[收入总计] = 总表[收入.总计].金额 或 说明[收入总计] = 总表[收入.本年收入合计].金额; ''",
                "本表[$行].合计 = Σ本表[$行].支出类别; '{表: [支出], 行: 本表}'",
                "本表[$上级科目].$列 = Σ本表[下级].$列; '{表: 科目表, 上级科目: 本表, 列: 本表}'",
                "变动.百分比 = 比(变动.差额, 变动.上年); '{变动: [支出合计]}'",
            })
    void soundRelationsAreRead(String relation, String each) {
        assertThat(read(relation, each)).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "总账[收入.总计].金额 = 1; ''; 没有表“总账”",
                "总表[收入.总收入].金额 = 1; ''; 没有行“总收入”",
                "支出[合计].决算数 = 1; ''; 没有列“决算数”",
                "说明[总收入] = 1; ''; 没有说明数据“总收入”",
                "说明[收入总计] = 说明[接待批次]; ''; 不是一种数",
                "支出[合计].合计 收入[合计].合计; ''; 应为“=”“≤”或“≥”",
                "支出[$行].合计 = 1; ''; each 中没有“行”",
                "本表[合计].合计 = 1; ''; each 中没有“表”",
                "支出[合计].合计 = 收入[合计].合计 +; ''; 应为一个名称，得到结尾",
                "支出[合计].合计 = 1; '{行列: [支出]}'; each 不认识“行列”",
            })
    void mistakesAreNamedWithFileLineAndRemedy(String relation, String each, String said) {
        assertThatThrownBy(() -> read(relation, each))
                .isInstanceOf(CheckFileException.class)
                .hasMessageContaining("t.yaml:1 检查 t")
                .hasMessageContaining(said);
    }

    @Test
    void unknownFieldsAndValuesAreRefused() {
        String start = "- id: t\n  group: row\n  kind: both\n  says: 测试\n  source: 测试\n  check: 支出[合计].合计 = 1\n";
        assertThatThrownBy(() -> CheckReader.definitions("t.yaml", start + "  severity: fatal\n", Checks.vocabulary()))
                .isInstanceOf(CheckFileException.class)
                .hasMessageContaining("severity 应为 error、warn、soft 之一，得到“fatal”");
        assertThatThrownBy(() -> CheckReader.definitions("t.yaml", start + "  sverity: error\n", Checks.vocabulary()))
                .isInstanceOf(CheckFileException.class)
                .hasMessageContaining("sverity");
        assertThatThrownBy(() -> CheckReader.definitions("t.yaml", start, Checks.vocabulary()))
                .isInstanceOf(CheckFileException.class)
                .hasMessageContaining("缺少 severity");
    }

    @Test
    void theSameIdTwiceIsRefused() {
        List<CheckDefinition> once = read("支出[合计].合计 = 1", "");

        assertThatThrownBy(() -> CheckReader.unique(List.of(once.get(0), once.get(0))))
                .isInstanceOf(CheckFileException.class)
                .hasMessageContaining("已在 t.yaml:1 定义");
    }
}
