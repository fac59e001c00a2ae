package org.tongchou.performance.read;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tongchou.money.PrintedNumber;
import org.tongchou.performance.model.EvaluationReport;
import org.tongchou.performance.model.EvaluationReport.Amount;
import org.tongchou.performance.model.EvaluationReport.Node;
import org.tongchou.performance.model.Indicator;
import org.tongchou.performance.model.Sheet;
import org.tongchou.performance.model.Target;

/** Which report is about which sheet, and what the report knows that the sheet leaves out. */
final class Links {
    private static final String ORDINALS = "一二三四五六七八九十";

    private Links() {}

    /** Gives each report its sheet: by the project's name; among sheets of one name by money, then by number. */
    static List<EvaluationReport> link(List<ReportReader.Found> reports, List<Sheet> sheets) {
        List<String> names =
                sheets.stream().map(sheet -> Plain.bare(sheet.project().name())).toList();
        List<EvaluationReport> linked = new ArrayList<>();
        for (ReportReader.Found found : reports) {
            EvaluationReport report = found.report();
            int sheet = sheet(report, sheets, names, Plain.bare(found.head()));
            linked.add(report.about(sheet >= 0 ? sheets.get(sheet).project().name() : report.project(), sheet));
        }
        return linked;
    }

    private static int sheet(EvaluationReport report, List<Sheet> sheets, List<String> names, String head) {
        String own = Plain.bare(report.project());
        int best = -1;
        int most = 0;
        for (int i = 0; i < sheets.size(); i++) {
            String name = names.get(i);
            int alike = name.isEmpty()
                    ? 0
                    : own.isEmpty() ? within(name, head) : Math.max(within(name, own), within(own, name));
            int weight =
                    alike == 0 ? 0 : 100 * alike + 10 * shared(report, sheets.get(i)) + (ordinal(report, i) ? 1 : 0);
            if (weight > most) {
                most = weight;
                best = i;
            }
        }
        return best;
    }

    /** The length of a name that a text has in it; 0 when it has not. */
    private static int within(String name, String text) {
        return text.contains(name) ? name.length() : 0;
    }

    /** How many amounts of the report are in the total row of the sheet. */
    private static int shared(EvaluationReport report, Sheet sheet) {
        int shared = 0;
        for (Amount amount : report.amounts()) {
            boolean found = sheet.funding().total().stream()
                    .flatMap(total -> total.values().values().stream())
                    .map(PrintedNumber::value)
                    .anyMatch(value -> value.signum() != 0
                            && value.compareTo(amount.value().value()) == 0);
            shared += found ? 1 : 0;
        }
        return Math.min(shared, 9);
    }

    private static boolean ordinal(EvaluationReport report, int index) {
        return index < ORDINALS.length() && report.title().contains("（" + ORDINALS.charAt(index) + "）");
    }

    /** Fills in units that only the report prints, and reasons where the form has no column for them. */
    static Sheet complete(Sheet sheet, EvaluationReport report, boolean hasReasons) {
        Map<String, Node> items = new HashMap<>();
        report.items().forEach(item -> items.putIfAbsent(Plain.bare(item.name()), item));
        List<Indicator> indicators = sheet.indicators().stream()
                .map(indicator -> {
                    Node item = items.get(Plain.bare(indicator.level3()));
                    return item == null ? indicator : complete(indicator, item, hasReasons);
                })
                .toList();
        return new Sheet(
                sheet.kind(),
                sheet.title(),
                sheet.project(),
                sheet.funding(),
                sheet.goal(),
                indicators,
                sheet.totals(),
                sheet.first(),
                sheet.last());
    }

    private static Indicator complete(Indicator indicator, Node item, boolean hasReasons) {
        Target target = indicator.target();
        Target other = item.target();
        boolean larger = target.value() != null
                && other.value() != null
                && target.value().value().compareTo(other.value().value()) == 0
                && !other.unit().equals(target.unit())
                && other.unit().endsWith(target.unit());
        Indicator complete = larger ? indicator.withTarget(target.withUnit(other.unit())) : indicator;
        boolean explained = !hasReasons
                && complete.reason().isEmpty()
                && !item.reason().isEmpty()
                && item.target().present();
        return explained ? complete.withReason(item.reason()) : complete;
    }
}
