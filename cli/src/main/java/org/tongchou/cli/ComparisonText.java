package org.tongchou.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tongchou.accounts.compare.Comparison;
import org.tongchou.accounts.compare.Comparison.Line;
import org.tongchou.accounts.compare.Comparison.Pair;
import org.tongchou.accounts.compare.Comparison.Section;
import org.tongchou.accounts.compare.Party;
import org.tongchou.money.Percent;
import org.tongchou.money.PrintedNumber;

/**
 * A comparison as lines for a terminal: of structures only the classes.
 *
 * @param comparison what is shown
 * @param everything whether divisions and items of structures are shown too
 */
record ComparisonText(Comparison comparison, boolean everything) {
    private static final int CLASS_CODE = 3;

    /** The lines. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < comparison.parties().size(); i++) {
            Party party = comparison.parties().get(i);
            lines.add("[" + (i + 1) + "] " + party.label() + "，在职 "
                    + comparison.staff().get(i).map(staff -> staff + " 人").orElse("人数未列全") + "（"
                    + party.document().file() + "）");
        }
        for (Section section : comparison.sections()) {
            lines.add("");
            lines.add(section.title() + "（" + section.unit() + "）");
            lines.addAll(table(section).lines());
        }
        if (!comparison.notes().isEmpty()) {
            lines.add("");
            comparison.notes().forEach(note -> lines.add("说明：" + note));
        }
        return lines;
    }

    private TextTable table(Section section) {
        List<String> header = new ArrayList<>();
        header.add("项目");
        for (int i = 1; i <= comparison.parties().size(); i++) {
            header.add("[" + i + "]");
            if (section.shares()) {
                header.add("占比");
            }
        }
        for (Pair pair : comparison.pairs()) {
            String numbers =
                    "[" + (pair.to() + 1) + "]" + (pair.execution() ? "/" : "-") + "[" + (pair.from() + 1) + "]";
            header.add(numbers);
            header.add(pair.execution() ? "完成率" : "增减");
        }
        List<List<String>> rows = section.lines().stream()
                .filter(line -> everything || line.code().length() <= CLASS_CODE)
                .map(line -> row(section, line))
                .toList();
        return new TextTable(header, rows);
    }

    private static List<String> row(Section section, Line line) {
        List<String> row = new ArrayList<>();
        String code = line.code().isEmpty() ? "" : line.code() + " ";
        row.add("  ".repeat(line.level()) + code + line.name());
        for (int i = 0; i < line.values().size(); i++) {
            row.add(print(line.values().get(i)));
            if (section.shares()) {
                row.add(line.shares().isEmpty() ? "" : percent(line.shares().get(i)));
            }
        }
        for (int i = 0; i < line.changes().size(); i++) {
            row.add(print(line.changes().get(i)));
            row.add(percent(line.rates().get(i)));
        }
        return row;
    }

    private static String print(Optional<java.math.BigDecimal> value) {
        return value.map(PrintedNumber::print).orElse("—");
    }

    private static String percent(Optional<Percent> value) {
        return value.map(Percent::print).orElse("—");
    }
}
