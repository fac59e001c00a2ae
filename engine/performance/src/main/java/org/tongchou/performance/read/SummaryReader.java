package org.tongchou.performance.read;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tongchou.money.MoneyUnit;
import org.tongchou.money.PrintedNumber;
import org.tongchou.performance.model.SummaryList;

/** Reads 汇总表: a header with project, score and money or grade, then a line for each project. */
final class SummaryReader {
    private static final int LEAST = 3;

    private final List<Line> lines;
    private final Words words;

    SummaryReader(List<Line> lines, Words words) {
        this.lines = lines;
        this.words = words;
    }

    List<SummaryList> read() {
        List<SummaryList> lists = new ArrayList<>();
        int at = 0;
        while (at < lines.size()) {
            Map<String, Integer> columns = header(lines.get(at));
            if (columns.isEmpty()) {
                at++;
                continue;
            }
            int next = at + 1;
            List<SummaryList.Line> found = new ArrayList<>();
            while (next < lines.size()
                    && lines.get(next).table() == lines.get(at).table()) {
                line(lines.get(next), columns).ifPresent(found::add);
                next++;
            }
            if (!found.isEmpty()) {
                lists.add(new SummaryList(
                        title(at),
                        unit(at),
                        found,
                        lines.get(at).place(),
                        lines.get(next - 1).place()));
            }
            at = next;
        }
        return lists;
    }

    private Map<String, Integer> header(Line line) {
        Map<String, Integer> columns = new HashMap<>();
        if (!line.isParagraph()) {
            for (Line.Cell cell : line.filled()) {
                words.summary(cell.text()).ifPresent(role -> columns.putIfAbsent(role, cell.column()));
            }
        }
        boolean whole = columns.size() >= LEAST && columns.containsKey("project") && columns.containsKey("score");
        return whole ? columns : Map.of();
    }

    private String title(int at) {
        for (int i = at - 1; i >= Math.max(0, at - 3); i--) {
            String text = lines.get(i).only();
            if (text.contains("汇总") || text.contains("一览")) {
                return text;
            }
        }
        return "";
    }

    private MoneyUnit unit(int at) {
        for (int i = at; i >= Math.max(0, at - 3); i--) {
            String text = String.join("", lines.get(i).cells());
            if (text.contains("单位：元") || text.contains("（元）")) {
                return MoneyUnit.YUAN;
            }
        }
        return MoneyUnit.WAN_YUAN;
    }

    private Optional<SummaryList.Line> line(Line line, Map<String, Integer> columns) {
        String project = cell(line, columns.get("project"));
        boolean total = project.isEmpty() || words.is("total", project);
        if (line.isParagraph() || total) {
            return Optional.empty();
        }
        return Optional.of(new SummaryList.Line(
                project,
                number(line, columns.get("budget")),
                number(line, columns.get("executed")),
                number(line, columns.get("rate")),
                number(line, columns.get("score")),
                cell(line, columns.get("grade")),
                line.place()));
    }

    private static String cell(Line line, @Nullable Integer column) {
        return column == null || column >= line.cells().size()
                ? ""
                : line.cells().get(column);
    }

    private static @Nullable PrintedNumber number(Line line, @Nullable Integer column) {
        return PrintedNumber.find(cell(line, column).replaceFirst("[%％分]$", "")).orElse(null);
    }
}
