package org.tongchou.platform.performance.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tongchou.accounts.check.CheckResult;
import org.tongchou.accounts.check.CheckResult.CellRef;
import org.tongchou.accounts.check.CheckResult.Outcome;
import org.tongchou.accounts.model.AccountsDocument;
import org.tongchou.performance.check.PerformanceAudit;
import org.tongchou.performance.check.PerformanceAuditor;
import org.tongchou.performance.model.PerformanceDocument;
import org.tongchou.platform.performance.sheet.TargetSheet;

/**
 * What the engine's auditor says about our own forms.
 *
 * @param passed relations that hold
 * @param failed relations that are broken
 * @param warned what is unusual
 * @param items the broken and unusual ones, the broken first
 */
record Findings(long passed, long failed, long warned, List<Item> items) {
    private static final Pattern KEY = Pattern.compile("^P(\\d{2,})");

    Findings {
        items = List.copyOf(items);
    }

    /**
     * A finding.
     *
     * @param outcome fail or warn
     * @param check id of the check
     * @param message one Chinese sentence
     * @param sheets the sheets it is about; none when it is about all
     */
    record Item(String outcome, String check, String message, List<Involved> sheets) {
        Item {
            sheets = List.copyOf(sheets);
        }
    }

    /**
     * A sheet that a finding is about.
     *
     * @param sheetId its id
     * @param project its project
     */
    record Involved(long sheetId, String project) {}

    /**
     * Audits a document, with those of earlier years.
     *
     * @param accounts what the books say; null before the year is over
     */
    static Findings of(
            PerformanceDocuments.Made made, @Nullable AccountsDocument accounts, List<PerformanceDocument> earlier) {
        PerformanceAudit audit = PerformanceAuditor.standard().audit(made.document(), accounts, earlier);
        List<Item> items = new ArrayList<>();
        for (Outcome outcome : List.of(Outcome.FAIL, Outcome.WARN)) {
            audit.results().stream()
                    .filter(result -> result.outcome() == outcome)
                    .forEach(result -> items.add(item(result, made.sources())));
        }
        return new Findings(count(audit, Outcome.PASS), count(audit, Outcome.FAIL), count(audit, Outcome.WARN), items);
    }

    private static long count(PerformanceAudit audit, Outcome outcome) {
        return audit.results().stream()
                .filter(result -> result.outcome() == outcome)
                .count();
    }

    /** A message with the names of projects instead of the engine's keys of sheets. */
    private static String named(String message, List<TargetSheet> sources) {
        String named = message;
        for (int i = sources.size(); i > 0; i--) {
            String name = sources.get(i - 1).projectName();
            String key = "P%02d".formatted(i);
            named = named.replace(key + " " + name, "“" + name + "”").replace(key, "“" + name + "”");
        }
        return named;
    }

    private static Item item(CheckResult result, List<TargetSheet> sources) {
        Set<Integer> indexes = new TreeSet<>();
        Stream.concat(
                        Stream.of(result.id().substring(result.id().indexOf('/') + 1)),
                        result.cells().stream().map(CellRef::topic))
                .map(KEY::matcher)
                .filter(Matcher::find)
                .forEach(key -> indexes.add(Integer.parseInt(key.group(1)) - 1));
        return new Item(
                result.outcome().name().toLowerCase(Locale.ROOT),
                result.check(),
                named(result.message().replace("（L1）", ""), sources),
                indexes.stream()
                        .filter(index -> index >= 0 && index < sources.size())
                        .map(sources::get)
                        .map(sheet -> new Involved(sheet.id(), sheet.projectName()))
                        .toList());
    }
}
