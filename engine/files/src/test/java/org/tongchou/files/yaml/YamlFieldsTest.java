package org.tongchou.files.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tongchou.files.yaml.YamlIssue.Kind;
import org.tongchou.money.PrintedNumber;

class YamlFieldsTest {
    private final List<YamlIssue> issues = new ArrayList<>();

    private YamlFields read(String text) {
        return YamlFields.read(text, issues::add);
    }

    @Test
    void takesWhatIsWritten() {
        YamlFields fields = read("""
                text: "  两边有空格 "
                number: 1,500.00
                blank:
                kind: 决算
                list: [甲, ' 乙']
                rows:
                  - {name: 第一行}
                below:
                  a: 1
                  b:
                """);
        assertThat(fields.text("text")).isEqualTo("  两边有空格 ");
        assertThat(fields.word("text")).isEqualTo("两边有空格");
        assertThat(fields.number("number")).isEqualTo(PrintedNumber.parse("1500.00"));
        assertThat(fields.number("blank")).isNull();
        assertThat(fields.has("blank")).isTrue();
        assertThat(fields.<Integer>requiredChoice("kind", Map.of("决算", 1))).isEqualTo(1);
        assertThat(fields.<Integer>choice("other", Map.of("决算", 1))).isNull();
        assertThat(fields.texts("list")).containsExactly("甲", " 乙");
        assertThat(fields.texts("blank")).isEmpty();
        assertThat(fields.mappings("rows"))
                .singleElement()
                .satisfies(row -> assertThat(row.required("name", "名称")).isEqualTo("第一行"))
                .satisfies(row -> assertThat(row.line()).isEqualTo(7));
        assertThat(fields.isMapping("below")).isTrue();
        assertThat(fields.below("below").<PrintedNumber>all(YamlFields::number)).containsOnlyKeys("a");
        assertThat(fields.below("none").keys()).isEmpty();
        fields.reportUnknown();
        assertThat(issues).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    'a: 1'              | MISSING       | 1 | 缺少字段 number，应为数字
                    'number: 一'        | WRONG         | 1 | 字段 number 的值“一”应为数字
                    'number: [1]'       | WRONG         | 1 | 字段 number 的值“”应为一个值，不是列表或“键: 值”
                    'number: 1§list: 1' | WRONG         | 2 | 字段 list 的值“1”应为列表，每行以“- ”开头
                    'number: 1§list: [[1]]' | WRONG_ITEM | 2 | 字段 list 的每项应为一个值，含有冒号的请加引号，读到“”
                    'number: 1§rows: [1]'   | WRONG_ITEM | 2 | 字段 rows 的每项应为“键: 值”，读到“1”
                    'number: 1§below: 1'    | WRONG      | 2 | 字段 below 的值“1”应为“键: 值”
                    'number: 1§choice: c'   | WRONG      | 2 | 字段 choice 的值“c”应为 a 之一
                    'number: 1§nummer: 1'   | UNKNOWN    | 2 | 不认识的字段 nummer，没有使用，请检查拼写
                    'number: 1§number: 1'   | DUPLICATE  | 2 | 字段 number 写了两次，应只写一次，请删去重复的一处
                    """)
    void saysWhatIsWrongWithItsLine(String text, Kind kind, int line, String message) {
        YamlFields fields = read(text.replace("§", "\n"));
        fields.has("a");
        fields.text("a");
        fields.required("number", "数字", PrintedNumber::find);
        fields.texts("list");
        fields.mappings("rows");
        fields.below("below");
        fields.choice("choice", Map.of("a", 1));
        fields.reportUnknown();
        assertThat(issues).singleElement().satisfies(issue -> {
            assertThat(issue.kind()).isEqualTo(kind);
            assertThat(issue.line()).isEqualTo(line);
            assertThat(issue.message()).isEqualTo(message);
        });
    }

    @Test
    void filesThatAreNoneGiveNothing() {
        assertThat(List.of("", "只有一句话", "- 1", "a: [1", "# x".repeat(1_200_000)))
                .allSatisfy(text ->
                        assertThat(YamlReader.read(text, issues::add).entries()).isEmpty());
        assertThat(issues)
                .extracting(YamlIssue::kind)
                .containsExactly(
                        Kind.NOT_A_MAPPING, Kind.NOT_A_MAPPING, Kind.NOT_A_MAPPING, Kind.NOT_YAML, Kind.TOO_LARGE);
    }

    @Test
    void depthIsLimited() {
        read("a: " + "[".repeat(70) + "]".repeat(70) + "\nb: 1\n");
        assertThat(issues).extracting(YamlIssue::kind).containsExactly(Kind.TOO_DEEP);
        issues.clear();
        read("a: " + "[".repeat(100_000));
        assertThat(issues).extracting(YamlIssue::kind).contains(Kind.NOT_YAML);
    }

    @Test
    void theCallbackMayThrow() {
        assertThatThrownBy(() -> YamlFields.read("a: 1\na: 2\n", issue -> {
                    throw new IllegalStateException(issue.message());
                }))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("字段 a 写了两次");
    }

    @Test
    void longValuesAreShortenedBetweenCharacters() {
        read("a: " + "𠮷".repeat(70)).parsed("a", "数字", word -> Optional.empty());
        assertThat(issues.get(0).message()).isEqualTo("字段 a 的值“" + "𠮷".repeat(60) + "…”应为数字");
    }

    @Test
    void rareCharactersAreReadWhereverTheyStand() {
        for (int before = 1000; before < 1030; before++) {
            String text = "x".repeat(before) + "𠮷";
            assertThat(read("\uFEFFa: " + text + "\nb: 1\n").text("a")).isEqualTo(text);
        }
        assertThat(issues).isEmpty();
    }

    @Property(tries = 300)
    void anyTextIsReadOrReported(@ForAll String text) {
        List<YamlIssue> said = new ArrayList<>();
        assertThat(YamlFields.read(text, said::add).line()).isPositive();
        assertThat(said).allSatisfy(issue -> assertThat(issue.message()).isNotBlank());
    }
}
