package org.tongchou.accounts.recognise;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.tongchou.accounts.model.Cell;
import org.tongchou.accounts.model.Row;
import org.tongchou.accounts.model.Table;
import org.tongchou.accounts.source.Block;
import org.tongchou.accounts.source.Medium;
import org.tongchou.accounts.source.Paragraph;
import org.tongchou.accounts.source.Place;
import org.tongchou.accounts.source.RawDocument;
import org.tongchou.accounts.source.RawRow;
import org.tongchou.accounts.source.RawTable;

/** One row that lost or gained a blank cell, or recognition spaces in figures, do not change what is read. */
class DamagedRowsProperties {
    private static final String[] ITEMS = {"2101501", "2101502", "2101506", "2101599"};
    private static final String[] NAMES = {"行政运行", "一般行政管理事务", "医疗保障经办事务", "其他医疗保障管理事务支出"};

    @Property(tries = 200)
    void aLostBlankDoesNotMoveFigures(@ForAll @LongRange(max = 1_000_000) long seed) {
        Random random = new Random(seed);
        List<List<String>> rows = rows(random);
        int at = 1 + random.nextInt(rows.size() - 1);
        List<String> damaged = new ArrayList<>(rows.get(at));
        int blank = damaged.lastIndexOf("");
        damaged.remove(blank);

        assertThat(figures(replaced(rows, at, damaged))).isEqualTo(figures(rows));
    }

    @Property(tries = 200)
    void aGainedBlankDoesNotMoveFigures(
            @ForAll @LongRange(max = 1_000_000) long seed, @ForAll @IntRange(max = 8) int cell) {
        Random random = new Random(seed);
        List<List<String>> rows = rows(random);
        int at = 1 + random.nextInt(rows.size() - 1);
        List<String> damaged = new ArrayList<>(rows.get(at));
        damaged.add(cell, "");

        assertThat(figures(replaced(rows, at, damaged))).isEqualTo(figures(rows));
    }

    @Property(tries = 100)
    void spacesInsideFiguresDoNotMatter(@ForAll @LongRange(max = 1_000_000) long seed) {
        List<List<String>> rows = rows(new Random(seed));
        List<List<String>> spaced = rows.stream()
                .map(row -> row.stream()
                        .map(cell -> cell.replace(",", ", ").replace(".", ". "))
                        .toList())
                .toList();

        assertThat(figures(spaced)).isEqualTo(figures(rows));
    }

    /** 类, 款 and four 项, each basic or project or both; blank where nothing is spent. */
    private static List<List<String>> rows(Random random) {
        long[] basic = new long[ITEMS.length];
        long[] project = new long[ITEMS.length];
        long basicSum = 0;
        long projectSum = 0;
        for (int i = 0; i < ITEMS.length; i++) {
            // The first item is all basic and the second all project, so that the rows above have both.
            basic[i] = i == 1 ? 0 : amount(random, i == 0);
            project[i] = i == 0 ? 0 : amount(random, i == 1);
            basicSum += basic[i];
            projectSum += project[i];
        }
        List<List<String>> rows = new ArrayList<>();
        rows.add(row("合计", "", basicSum, projectSum));
        rows.add(row("210", "卫生健康支出", basicSum, projectSum));
        rows.add(row("21015", "医疗保障管理事务", basicSum, projectSum));
        for (int i = 0; i < ITEMS.length; i++) {
            rows.add(row(ITEMS[i], NAMES[i], basic[i], project[i]));
        }
        return rows;
    }

    private static long amount(Random random, boolean always) {
        return always || random.nextBoolean() ? 10_000 + random.nextInt(900_000) : 0;
    }

    private static List<String> row(String code, String name, long basic, long project) {
        return List.of(code, name, print(basic + project), print(basic), print(project), "", "", "");
    }

    private static String print(long hundredths) {
        return hundredths == 0 ? "" : "%,d.%02d".formatted(hundredths / 100, hundredths % 100);
    }

    private static List<List<String>> replaced(List<List<String>> rows, int at, List<String> row) {
        List<List<String>> copy = new ArrayList<>(rows);
        copy.set(at, row);
        return copy;
    }

    private static List<String> figures(List<List<String>> rows) {
        List<RawRow> raw = new ArrayList<>();
        raw.add(new RawRow(
                List.of("科目编码", "科目名称", "本年支出合计", "基本支出", "项目支出", "上缴上级支出", "经营支出", "对附属单位补助支出"), Place.line(3)));
        for (List<String> row : rows) {
            raw.add(new RawRow(row, Place.line(4 + raw.size())));
        }
        List<Block> blocks = List.of(
                new Paragraph("支出决算表", 0, Place.line(1)), new Paragraph("单位：万元", 0, Place.line(2)), new RawTable(raw));
        List<Table> tables = Recogniser.standard()
                .recognise(new RawDocument("x.txt", Medium.TEXT, blocks, List.of()))
                .tables();
        assertThat(tables).hasSize(1);
        return tables.get(0).rows().stream()
                .map(row -> row.role() + amounts(row))
                .toList();
    }

    private static List<Long> amounts(Row row) {
        return row.figures().stream()
                .map(Cell::orZero)
                .map(money -> money.fen())
                .toList();
    }
}
