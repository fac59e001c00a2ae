package org.tongchou.platform.intake.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tongchou.platform.intake.Checking;
import org.tongchou.platform.intake.Field;
import org.tongchou.platform.intake.Intake;
import org.tongchou.platform.intake.Posting;
import org.tongchou.platform.spreadsheet.source.SourceRow;
import org.tongchou.platform.web.Refusal;

class RowReaderTest {
    private static final Map<String, String> WORDS = Map.of("01", "特困人员", "02", "低保对象");

    private static RowReader.Outcome read(Field.Type type, String text) {
        Field field = Field.of("x", "栏", type, "").atMost(type == Field.Type.DECIMAL ? 6 : 10);
        return new RowReader(List.of(field)).read(1, List.of(text));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "TEXT | 甲 乙 | 甲 乙",
                "DATE | 2026年3月1日 | 2026-03-01",
                "DATE | 20260301 | 2026-03-01",
                "DATE | 46082 | 2026-03-01",
                "MONTH | 202603 | 2026-03",
                "MONTH | 2026/3 | 2026-03",
                "MONTH | 2026-03-15 | 2026-03",
                "MONEY | ￥1,234.50元 | 1234.5",
                "MONEY | －0.01 | -0.01",
                "MONEY | 100 | 100",
                "INTEGER | １２ | 12",
                "DECIMAL | 0.123456 | 0.123456",
                "DECIMAL | 1.5000000 | 1.5",
                "CODE | XN001 | XN001",
                "FLAG | Y | 是",
                "FLAG | 无 | 否",
                "IDENTITY | 11010519491231002x | 11010519491231002X",
                "CREDIT_CODE | 91350100m000100y43 | 91350100M000100Y43",
            })
    void givesTheNormalForm(Field.Type type, String text, String value) {
        RowReader.Outcome read = read(type, text);
        assertThat(read.problems()).isEmpty();
        assertThat(read.row().text("x")).isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource({
        "TEXT, 一二三四五六七八九十一, E-INT-101",
        "DATE, 2026-02-30, E-INT-102",
        "DATE, 0026-02-03, E-INT-102",
        "MONTH, 2026-13, E-INT-103",
        "MONEY, 1.001, E-INT-104",
        "MONEY, 1e3, E-INT-104",
        "MONEY, 99999999999999, E-INT-104",
        "INTEGER, 1.5, E-INT-105",
        "DECIMAL, 0.1234567, E-INT-106",
        "CODE, a b, E-INT-107",
        "FLAG, 也许, E-INT-108",
        "IDENTITY, 110105194912310021, E-COD-104",
        "CREDIT_CODE, 91350100M000100Y44, E-COD-204",
    })
    void tellsWhatIsWrong(Field.Type type, String text, String code) {
        List<CellProblem> problems = read(type, text).problems();
        assertThat(problems).singleElement().extracting(CellProblem::code).isEqualTo(code);
        if (type == Field.Type.IDENTITY) {
            assertThat(problems.get(0).value()).isEqualTo("110105********0021");
        }
    }

    @Test
    void takesWordsAndCodesForEachOther() {
        Field field = Field.ofWords("x", "类别", WORDS).mandatory();
        RowReader reader = new RowReader(List.of(field));
        assertThat(reader.read(1, List.of("01")).row().text("x")).isEqualTo("01");
        assertThat(reader.read(1, List.of("低保 对象（城市）")).row().text("x")).isEqualTo("02");
        assertThat(reader.read(1, List.of("五保")).problems())
                .singleElement()
                .extracting(CellProblem::code)
                .isEqualTo("E-INT-107");
        assertThat(reader.read(1, List.of()).problems())
                .singleElement()
                .extracting(CellProblem::code)
                .isEqualTo("E-INT-100");
    }

    @Test
    void findsColumnsByAnyOfTheirTitles() {
        Columns columns = Columns.of(new Two(), rows("某市名单", "序号,身份证号码 （必填）,姓名*", "1,2,3"));
        assertThat(columns.headerRow()).isEqualTo(2);
        assertThat(columns.places()).containsExactly(2, 1, -1);
        assertThat(columns.ignored()).containsExactly("序号");
        assertThat(columns.cells(rows("x,y,z").get(0))).containsExactly("z", "y", "");
        assertThatThrownBy(() -> Columns.of(new Two(), rows("姓名,备注", "a,b")))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("证件号码");
    }

    private static List<SourceRow> rows(String... lines) {
        List<SourceRow> rows = new ArrayList<>();
        for (String line : lines) {
            rows.add(new SourceRow(rows.size() + 1, List.of(line.split(",")), List.of()));
        }
        return rows;
    }

    /** A kind with two mandatory fields. */
    private static final class Two implements Intake {
        @Override
        public String kind() {
            return "two";
        }

        @Override
        public String name() {
            return "二";
        }

        @Override
        public String right() {
            return "two.import";
        }

        @Override
        public List<Field> fields() {
            return List.of(
                    Field.of("name", "姓名", Field.Type.TEXT, "").mandatory(),
                    Field.of("number", "证件号码", Field.Type.IDENTITY, "")
                            .mandatory()
                            .or("身份证号码"),
                    Field.of("note", "说明", Field.Type.TEXT, ""));
        }

        @Override
        public void check(Checking batch) {}

        @Override
        public void post(Posting part) {}
    }
}
