package org.tongchou.accounts.compare;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tongchou.accounts.compare.Comparison.Line;
import org.tongchou.accounts.compare.Comparison.Pair;
import org.tongchou.accounts.compare.Comparison.Section;
import org.tongchou.accounts.model.DocumentMeta;
import org.tongchou.accounts.publish.Content;
import org.tongchou.accounts.publish.Content.GridCell;
import org.tongchou.accounts.publish.Publication;
import org.tongchou.money.MoneyUnit;
import org.tongchou.money.Percent;

/** Lays a comparison out as a document: a grid a section, charts of totals and structure, notes. */
public final class ComparisonPublication {
    private static final String INDENT = "　";
    private static final String NUMERALS = "一二三四五六七八九十";

    private final Comparison comparison;

    private ComparisonPublication(Comparison comparison) {
        this.comparison = comparison;
    }

    /** The document. */
    public static Publication of(Comparison comparison) {
        return new ComparisonPublication(comparison).build();
    }

    private Publication build() {
        List<Content> contents = new ArrayList<>();
        contents.add(new Content.Heading(1, "比较对象"));
        contents.add(parties());
        contents.add(new Content.Heading(1, "比较结果"));
        int number = 0;
        for (Section section : comparison.sections()) {
            contents.add(new Content.Heading(2, NUMERALS.charAt(number) + "、" + section.title()));
            contents.add(grid(section));
            chart(section).ifPresent(contents::add);
            number++;
        }
        if (!comparison.notes().isEmpty()) {
            contents.add(new Content.Heading(1, "说明"));
            comparison.notes().forEach(note -> contents.add(new Content.Text(note + "。")));
        }
        DocumentMeta meta = new DocumentMeta(null, null, null, null, MoneyUnit.WAN_YUAN, List.of());
        return new Publication(List.of("部门预决算比较"), meta, contents);
    }

    private Content.Grid parties() {
        List<List<GridCell>> rows = new ArrayList<>();
        List<Optional<Integer>> staff = comparison.staff();
        for (int i = 0; i < comparison.parties().size(); i++) {
            Party party = comparison.parties().get(i);
            rows.add(List.of(
                    GridCell.label(party.label()),
                    GridCell.label(party.document().file()),
                    GridCell.label(
                            party.meta().unit() == null
                                    ? "未注明"
                                    : party.meta().unit().printed()),
                    GridCell.label(String.valueOf(party.meta().units().size())),
                    GridCell.label(staff.get(i).map(String::valueOf).orElse("未列全"))));
        }
        List<GridCell> header = List.of("部门", "文件", "原金额单位", "编制单位数", "在职人数").stream()
                .map(GridCell::label)
                .toList();
        return new Content.Grid("", "参加比较的文件", "", List.of(), List.of(header), rows, List.of());
    }

    private Content.Grid grid(Section section) {
        boolean codes = section.lines().stream().anyMatch(line -> !line.code().isEmpty());
        List<GridCell> upper = new ArrayList<>();
        List<GridCell> lower = new ArrayList<>();
        if (codes) {
            upper.add(GridCell.label("科目编码", 1, 2));
            lower.add(GridCell.COVERED);
        }
        upper.add(GridCell.label("项目", 1, 2));
        lower.add(GridCell.COVERED);
        for (Party party : comparison.parties()) {
            group(upper, lower, party.label(), section.shares() ? List.of("金额", "占比（%）") : List.of("金额"));
        }
        for (Pair pair : comparison.pairs()) {
            group(upper, lower, comparison.label(pair), List.of("增减额", pair.execution() ? "完成率（%）" : "增减（%）"));
        }
        List<List<GridCell>> rows =
                section.lines().stream().map(line -> row(section, line, codes)).toList();
        return new Content.Grid(
                "",
                section.title() + "比较表",
                "",
                List.of("单位：" + section.unit()),
                List.of(upper, lower),
                rows,
                List.of());
    }

    private static void group(List<GridCell> upper, List<GridCell> lower, String title, List<String> names) {
        upper.add(GridCell.label(title, names.size(), 1));
        for (int i = 1; i < names.size(); i++) {
            upper.add(GridCell.COVERED);
        }
        names.forEach(name -> lower.add(GridCell.label(name)));
    }

    private List<GridCell> row(Section section, Line line, boolean codes) {
        List<GridCell> row = new ArrayList<>();
        if (codes) {
            row.add(GridCell.code(line.code()));
        }
        row.add(GridCell.label(INDENT.repeat(Math.max(0, line.level() - (codes ? 1 : 0))) + line.name()));
        for (int i = 0; i < line.values().size(); i++) {
            row.add(GridCell.figure(line.values().get(i).orElse(null)));
            if (section.shares()) {
                row.add(GridCell.figure(share(line, i).orElse(null)));
            }
        }
        for (int i = 0; i < line.changes().size(); i++) {
            row.add(GridCell.figure(line.changes().get(i).orElse(null)));
            row.add(GridCell.figure(line.rates().get(i).map(Percent::value).orElse(null)));
        }
        return row;
    }

    private static Optional<BigDecimal> share(Line line, int party) {
        return line.shares().isEmpty()
                ? Optional.empty()
                : line.shares().get(party).map(Percent::value);
    }

    /** Bars of the lines that every party has: the classes for a structure, the lines without a parent otherwise. */
    private Optional<Content> chart(Section section) {
        List<Line> lines = section.lines().stream()
                .filter(line -> section.shares() ? line.code().length() == 3 : line.level() == 0)
                .filter(line -> line.values().stream().allMatch(Optional::isPresent))
                .toList();
        if (lines.isEmpty() || comparison.parties().size() < 2) {
            return Optional.empty();
        }
        List<Content.Series> series = new ArrayList<>();
        for (int i = 0; i < comparison.parties().size(); i++) {
            int party = i;
            series.add(new Content.Series(
                    comparison.parties().get(i).label(),
                    lines.stream()
                            .map(line -> section.shares()
                                    ? share(line, party).orElse(BigDecimal.ZERO)
                                    : line.values().get(party).orElse(BigDecimal.ZERO))
                            .toList()));
        }
        return Optional.of(new Content.Chart(
                section.title() + "比较图" + (section.shares() ? "（占比）" : ""),
                Content.ChartKind.BARS,
                section.shares() ? "%" : section.unit(),
                lines.stream().map(Line::name).toList(),
                series));
    }
}
