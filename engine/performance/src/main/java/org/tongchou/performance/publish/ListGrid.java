package org.tongchou.performance.publish;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.tongchou.accounts.publish.Content.Grid;
import org.tongchou.accounts.publish.Content.GridCell;
import org.tongchou.performance.model.SummaryList;

/** Lays a summary list out: a numbered line a project. */
final class ListGrid {
    private static final List<String> HEADER = List.of("序号", "项目名称", "全年预算数", "全年执行数", "执行率（%）", "自评得分", "自评等次");

    private ListGrid() {}

    static Grid of(SummaryList list) {
        List<List<GridCell>> rows = new ArrayList<>();
        for (SummaryList.Line line : list.lines()) {
            rows.add(List.of(
                    GridCell.label(String.valueOf(rows.size() + 1)),
                    GridCell.label(line.project()),
                    FormRows.figure(line.budget()),
                    FormRows.figure(line.executed()),
                    FormRows.figure(line.rate()),
                    FormRows.figure(line.score()),
                    GridCell.label(line.grade())));
        }
        return new Grid(
                "",
                Stream.of(list.title(), "项目支出绩效自评汇总表")
                        .filter(title -> !title.isEmpty())
                        .findFirst()
                        .orElseThrow(),
                "",
                List.of("单位：" + list.unit().printed()),
                List.of(HEADER.stream().map(GridCell::label).toList()),
                rows,
                List.of());
    }
}
