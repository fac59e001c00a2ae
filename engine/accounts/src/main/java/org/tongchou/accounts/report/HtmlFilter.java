package org.tongchou.accounts.report;

import static org.tongchou.accounts.report.HtmlPage.add;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.tongchou.accounts.check.CheckResult;
import org.tongchou.accounts.check.CheckResult.Outcome;

/** The filter over a list of results. It is hidden until the page's script finds it; without script all is listed. */
final class HtmlFilter {
    private HtmlFilter() {}

    /** Appends a filter bar for the children of the element with an id. */
    static void bar(Element parent, String listId, List<CheckResult> results) {
        Set<Outcome> outcomes = new LinkedHashSet<>();
        Set<String> groups = new LinkedHashSet<>();
        for (CheckResult result : results) {
            outcomes.add(result.outcome());
            groups.add(result.group());
        }
        if (outcomes.size() + groups.size() <= 2) {
            return;
        }
        Element bar = add(parent, "div", "filter").attr("data-list", listId).attr("hidden", "");
        Element outcome = select(bar, "结果", "result");
        Element group = select(bar, "类别", "group");
        for (Outcome value : Outcome.values()) {
            if (outcomes.contains(value)) {
                add(outcome, "option", "", Labels.outcome(value)).attr("value", value.name());
            }
        }
        for (String value : groups) {
            add(group, "option", "", Labels.group(value)).attr("value", value);
        }
        Element label = add(bar, "label", "", "查找 ");
        add(label, "input", "").attr("type", "search").attr("placeholder", "科目、表名、编号");
        add(bar, "output", "").attr("aria-live", "polite");
    }

    /** Makes an element filterable by its result. */
    static void tag(Element item, CheckResult result) {
        item.attr("data-result", result.outcome().name()).attr("data-group", result.group());
    }

    private static Element select(Element bar, String label, String key) {
        Element select = add(add(bar, "label", "", label + " "), "select", "").attr("data-key", key);
        add(select, "option", "", "全部").attr("value", "");
        return select;
    }
}
