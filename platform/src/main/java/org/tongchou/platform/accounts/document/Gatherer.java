package org.tongchou.platform.accounts.document;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import org.tongchou.accounts.derive.Origin;
import org.tongchou.accounts.figures.AccountsFigures;
import org.tongchou.accounts.figures.AccountsFigures.Line;
import org.tongchou.accounts.figures.AccountsFigures.Narrative;
import org.tongchou.accounts.figures.AccountsFigures.Source;
import org.tongchou.accounts.figures.AccountsFigures.Stated;
import org.tongchou.accounts.figures.AccountsFigures.Statement;
import org.tongchou.accounts.figures.AccountsFigures.Texts;
import org.tongchou.accounts.figures.BaseFile;
import org.tongchou.accounts.model.BudgetUnit;
import org.tongchou.accounts.model.DocumentKind;
import org.tongchou.accounts.publish.Content;
import org.tongchou.money.Money;
import org.tongchou.money.MoneyUnit;
import org.tongchou.money.Rounding;
import org.tongchou.platform.accounts.DocumentAttachment;
import org.tongchou.platform.accounts.EntryKind;
import org.tongchou.platform.accounts.document.Covered.Scope;
import org.tongchou.platform.accounts.document.Snapshot.BudgetChange;
import org.tongchou.platform.accounts.document.Words.DocumentWord;
import org.tongchou.platform.identity.Unit;

/** Adds up a document from the books as they are now. */
@Component
class Gatherer {
    /** Sections whose lines are figures in words of our own: {@code 主题 数值 单位}. */
    static final List<String> STATEMENTS = List.of("工作", "绩效", "附件");

    /** Sections whose lines are printed as they stand. */
    static final List<String> LINES = List.of("主要职责", "主要工作");

    static final Pattern STATEMENT = Pattern.compile("(.{1,80}?)\\s+(-?\\d{1,15}(?:\\.\\d{1,4})?)\\s*(\\S{0,10})");
    private static final int DECIMALS = 2;
    private static final String GENERAL = "一般公共预算";

    private final Covered covered;
    private final EntrySums sums;
    private final DocumentRegisters registers;
    private final Priors priors;
    private final Words words;
    private final List<DocumentAttachment> attachments;

    Gatherer(
            Covered covered,
            EntrySums sums,
            DocumentRegisters registers,
            Priors priors,
            Words words,
            List<DocumentAttachment> attachments) {
        this.covered = covered;
        this.sums = sums;
        this.registers = registers;
        this.priors = priors;
        this.words = words;
        this.attachments = List.copyOf(attachments);
    }

    /**
     * The document with everything up to an entry.
     *
     * @param versionId the version whose words it takes
     * @param watermark the last entry that counts
     */
    Snapshot gather(Document document, long versionId, long watermark) {
        Scope scope = covered.scope(document);
        EntryRule rule = new EntryRule(
                document.kind(), document.threePublicBase().startsWith("全年"), new HashSet<>(scope.agencies()));
        List<EntryGroup> groups = sums.groups(scope.book(), document.year(), scope.unitIds(), watermark);
        Map<String, List<Evidence>> evidence =
                new TreeMap<>(registers.rows(document, scope.book(), scope.bureau(), scope.unitIds()));
        evidence.put("下属单位数", scope.subordinates());
        List<DocumentWord> written = words.list(versionId);
        MoneyUnit unit = MoneyUnit.of(document.moneyUnit());
        Priors.Found prior = priors.find(document, scope, unit, generalKeys(document.kind(), groups));
        Map<String, Stated> given = new TreeMap<>();
        evidence.forEach((key, rows) -> given.put(key, new Stated(value(key, rows, unit), null, null)));
        sumsByKey(rule, groups).forEach((key, fen) -> given.put(key, new Stated(printed(fen, unit), null, null)));
        Words.of(written, Words.FIGURE)
                .forEach((key, value) -> given.put(key, new Stated(new BigDecimal(value), null, null)));
        Map<String, String> texts = Words.of(written, Words.TEXT);
        AccountsFigures figures = new AccountsFigures(
                scope.unit().region(),
                scope.unit().name(),
                document.year(),
                document.kind(),
                unit,
                DECIMALS,
                document.blankZeros(),
                document.threePublicBase(),
                new Source(document.title(), scope.unit().name(), ""),
                scope.listed().stream().map(Gatherer::listed).toList(),
                new Texts(lines(texts, "主要职责"), lines(texts, "主要工作")),
                base(rule, groups),
                new Narrative(
                        given,
                        prior.values(),
                        Words.of(written, Words.REASON),
                        Map.of(),
                        Map.of(),
                        STATEMENTS.stream()
                                .flatMap(section ->
                                        lines(texts, section).stream().map(line -> statement(section, line)))
                                .toList()),
                Map.of());
        List<Content> annexes = attachments.stream()
                .flatMap(attachment -> attachment.contents(scope.unitIds(), document.year(), document.kind()).stream())
                .toList();
        return new Snapshot(
                figures,
                evidence,
                prior.sources(),
                annexes,
                scope.book(),
                watermark,
                scope.unitIds(),
                scope.agencies(),
                change(groups));
    }

    // ---- base facts

    /** The lines of every base file, by code. */
    private static Map<BaseFile, List<Line>> base(EntryRule rule, List<EntryGroup> groups) {
        Map<BaseFile, Map<String, Map<String, Long>>> byFile = new HashMap<>();
        Map<String, Origin> lineOf = new HashMap<>();
        for (EntryGroup group : groups) {
            for (Origin fact : rule.facts(group)) {
                add(byFile, lineOf, fact, group.fen());
            }
        }
        List<String> columns = rule.kind() == DocumentKind.FINAL ? List.of("决算数", "预算数") : List.of("预算数");
        for (String item : EntryRule.THREE_PUBLIC_ITEMS) {
            columns.forEach(column -> add(byFile, lineOf, new Origin(BaseFile.THREE_PUBLIC, item, "", column, 1), 0));
        }
        Map<BaseFile, List<Line>> base = new HashMap<>();
        byFile.forEach((file, lines) -> base.put(file, lines(file, lines, lineOf)));
        return base;
    }

    private static void add(
            Map<BaseFile, Map<String, Map<String, Long>>> byFile, Map<String, Origin> lineOf, Origin fact, long fen) {
        String line = fact.file() + "|" + fact.key() + "|" + fact.fund();
        lineOf.put(line, fact);
        byFile.computeIfAbsent(fact.file(), any -> new TreeMap<>())
                .computeIfAbsent(line, any -> new TreeMap<>())
                .merge(fact.column(), fen, Math::addExact);
    }

    /** A code whose entries cancel each other out has no line. */
    private static List<Line> lines(BaseFile file, Map<String, Map<String, Long>> byLine, Map<String, Origin> lineOf) {
        List<Line> lines = new ArrayList<>();
        byLine.forEach((line, amounts) -> {
            Origin fact = java.util.Objects.requireNonNull(lineOf.get(line));
            if (file == BaseFile.THREE_PUBLIC || amounts.values().stream().anyMatch(fen -> fen != 0)) {
                Map<String, Money> money = new LinkedHashMap<>();
                amounts.forEach((column, fen) -> money.put(column, Money.ofFen(fen)));
                lines.add(new Line(fact.key(), fact.fund(), "", money));
            }
        });
        lines.sort(Comparator.comparing(Line::key).thenComparing(Line::fund));
        return lines;
    }

    // ---- figures of sentences

    private static Map<String, Long> sumsByKey(EntryRule rule, List<EntryGroup> groups) {
        Map<String, Long> byKey = new TreeMap<>();
        if (!rule.agencies().isEmpty()) {
            byKey.put(EntryRule.AGENCY_COST, 0L);
        }
        for (EntryGroup group : groups) {
            rule.keys(group).forEach(key -> byKey.merge(key, group.fen(), Math::addExact));
        }
        return byKey;
    }

    private static BigDecimal value(String key, List<Evidence> rows, MoneyUnit unit) {
        long sum = rows.stream().mapToLong(Evidence::amount).sum();
        return isMoney(key) ? printed(sum, unit) : BigDecimal.valueOf(sum);
    }

    /** Whether a figure of the registers is money, in fen. */
    static boolean isMoney(String key) {
        return key.startsWith("政府采购") || key.endsWith("合同金额");
    }

    private static BigDecimal printed(long fen, MoneyUnit unit) {
        return Money.ofFen(fen).in(unit, DECIMALS, Rounding.HALF_UP);
    }

    /** Keys that have a figure this year, so that last year's is nothing rather than not known. */
    private static List<String> generalKeys(DocumentKind kind, List<EntryGroup> groups) {
        EntryKind spending = kind == DocumentKind.FINAL ? EntryKind.EXPENSE : EntryKind.BUDGET_INITIAL;
        return groups.stream()
                .filter(group -> group.kind() == spending && group.fund().equals(GENERAL))
                .map(group -> "科目/" + group.functional())
                .distinct()
                .toList();
    }

    private static BudgetChange change(List<EntryGroup> groups) {
        long initial = 0;
        long changed = 0;
        for (EntryGroup group : groups) {
            if (group.fund().equals(GENERAL)) {
                switch (group.kind()) {
                    case BUDGET_INITIAL -> initial += group.fen();
                    case BUDGET_ADJUSTMENT, BUDGET_CARRY_OVER -> changed += group.fen();
                    default -> {
                        // not a budget
                    }
                }
            }
        }
        return new BudgetChange(initial, changed);
    }

    // ---- words

    private static BudgetUnit listed(Unit unit) {
        return new BudgetUnit(unit.name(), unit.nature(), unit.staff());
    }

    private static List<String> lines(Map<String, String> texts, String section) {
        return texts.getOrDefault(section, "")
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
    }

    private static Statement statement(String section, String line) {
        Matcher matcher = STATEMENT.matcher(line);
        if (!matcher.matches()) {
            throw new IllegalStateException("not a statement: section " + section);
        }
        return new Statement(section, matcher.group(1), new BigDecimal(matcher.group(2)), matcher.group(3));
    }
}
