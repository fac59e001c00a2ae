package org.tongchou.platform.catalogue.kind;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RowReaderTest {
    private static final Kind LIMIT = Kinds.get("price-limit");

    @Test
    void readsARowOfTheOfficialLayout() {
        CatalogueRow row = read(
                        LIMIT,
                        "003109030010000",
                        "3",
                        "1",
                        "350000",
                        "2026-01-01 00:00:00",
                        "2099-12-31",
                        "12.345600",
                        "1")
                .row()
                .get(0);
        assertThat(row.part()).isEqualTo("3");
        assertThat(row.begins()).isEqualTo(LocalDate.of(2026, 1, 1));
        assertThat(row.ends()).isNull();
        assertThat(row.valid()).isTrue();
        assertThat(row.cells().get(LIMIT.at("定价上限金额"))).isEqualTo("12.3456");
    }

    @ParameterizedTest
    @CsvSource({
        "定价上限金额, 0.123456, ''",
        "定价上限金额, 9999999999.999999, ''",
        "定价上限金额, 0.1234567, E-CAT-015",
        "定价上限金额, 10000000000, E-CAT-015",
        "定价上限金额, -1, E-CAT-015",
        "定价上限金额, 1e3, E-CAT-015",
        "定价上限金额, null, E-CAT-010",
        "限价类型, 一级及以下, ''",
        "限价类型, 4, E-CAT-012",
        "开始日期, 20260101, ''",
        "开始日期, 2026-02-30, E-CAT-013",
        "开始日期, null, E-CAT-010",
        "结束日期, 2025-12-31, E-CAT-014",
        "有效标志, 2, E-CAT-016",
        "有效标志, 0, ''",
        "医保目录编码, 编码, E-CAT-011",
    })
    void tellsWhatIsWrongWithACell(String column, String value, String problem) {
        List<String> cells = new ArrayList<>(
                List.of("003109030010000", "3", "1", "350000", "2026-01-01", "null", "12.3", "1", "1", "", "", ""));
        cells.set(LIMIT.at(column), value);
        Reading reading = read(LIMIT, cells.toArray(String[]::new));
        assertThat(reading.problems().stream().map(RowProblem::code))
                .isEqualTo(problem.isEmpty() ? List.of() : List.of(problem));
        assertThat(reading.row()).hasSize(problem.isEmpty() ? 1 : 0);
    }

    /** A later download with another version number and time says the same of an item; another name does not. */
    @Test
    void bookkeepingIsNoChange() {
        Kind kind = Kinds.get("disease");
        String[] cells = new String[kind.columns().size() + 5];
        Arrays.fill(cells, "null");
        cells[kind.at("诊断代码")] = "I10.x00";
        cells[kind.at("诊断名称")] = "高血压";
        CatalogueRow first = read(kind, cells).row().get(0);
        cells[kind.at("版本号")] = "20260101";
        cells[kind.at("数据更新时间")] = "2026-01-01 10:00:00";
        CatalogueRow second = read(kind, cells).row().get(0);
        assertThat(second.digest()).isEqualTo(first.digest());
        assertThat(second.begins()).isNull();
        cells[kind.at("诊断名称")] = "原发性高血压";
        assertThat(read(kind, cells).row().get(0).digest()).isNotEqualTo(first.digest());
    }

    @Test
    void everyKindIsWhole() {
        assertThat(Kinds.all()).hasSize(18).allSatisfy(kind -> {
            assertThat(kind.codes()).isNotEmpty();
            assertThat(kind.says()).allMatch(at -> at < kind.columns().size());
            assertThat(kind.columns()).contains(Kind.VALID).doesNotHaveDuplicates();
        });
        assertThat(Kinds.get("drug").columns()).hasSize(92);
        assertThat(Kinds.get("consumable").columns()).hasSize(71);
    }

    private record Reading(List<CatalogueRow> row, List<RowProblem> problems) {}

    private static Reading read(Kind kind, String... cells) {
        List<RowProblem> problems = new ArrayList<>();
        List<CatalogueRow> rows = new RowReader(kind)
                .read(1, Arrays.asList(cells), problems::add).stream().toList();
        return new Reading(rows, problems);
    }
}
