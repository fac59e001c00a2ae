package org.tongchou.platform.accounts.execution;

import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.tongchou.platform.accounts.book.Book;
import org.tongchou.platform.accounts.book.Books;
import org.tongchou.platform.accounts.execution.ProgressCalculator.ProjectName;
import org.tongchou.platform.database.Where;
import org.tongchou.platform.identity.Unit;
import org.tongchou.platform.web.Actor;
import org.tongchou.platform.web.Refusal;

/** The progress of a book, read from its entries. */
@Service
class ProgressService {
    private static final int MONTHS = 12;
    /** 1 万元 in fen. */
    private static final long TEN_THOUSAND_YUAN = 1_000_000;

    private final JdbcClient database;
    private final Books books;
    private final Limits limits;
    private final Reasons reasons;
    private final Clock clock;

    ProgressService(JdbcClient database, Books books, Limits limits, Reasons reasons, Clock clock) {
        this.database = database;
        this.books = books;
        this.limits = limits;
        this.reasons = reasons;
        this.clock = clock;
    }

    /**
     * The progress of a book within the actor's scope.
     *
     * @param unitId one unit; null for all in scope
     * @param fund one source of money; null for all
     * @param month to the end of this month; null for today, or the end of a year that is over
     */
    Progress progress(Actor actor, long bookId, @Nullable Long unitId, @Nullable String fund, @Nullable Integer month) {
        Book book = books.get(actor, bookId);
        LocalDate asOf = asOf(book, month);
        Map<Long, String> units = new LinkedHashMap<>();
        for (Unit unit : books.units(book)) {
            if (actor.sees(unit.id()) && (unitId == null || unitId == unit.id())) {
                units.put(unit.id(), unit.name());
            }
        }
        if (units.isEmpty()) {
            throw Refusal.notFound("本部门的这个单位");
        }
        Where where = new Where()
                .and("e.year = :year", "year", book.year())
                .and("e.book_id = :book", "book", book.id())
                .and("e.unit_id in (:units)", "units", units.keySet())
                .when(fund, "(e.fund = :fund)", "fund");
        ProgressCalculator calculator = new ProgressCalculator(asOf, amounts(where), units, projectNames(book));
        long time = ProgressCalculator.timeMillionths(asOf);
        List<ProgressLine> byUnit = calculator.units();
        List<ProgressLine> byProject = calculator.projects();
        List<Warning> warnings = warnings(book, where, asOf, time, byUnit, byProject);
        return new Progress(asOf, time, calculator.total(), byUnit, byProject, calculator.months(), warnings);
    }

    private LocalDate asOf(Book book, @Nullable Integer month) {
        if (month != null && (month < 1 || month > MONTHS)) {
            throw Refusal.field("E-BKS-301", "月份", month.toString(), "1 至 12");
        }
        LocalDate today = LocalDate.now(clock);
        LocalDate end = LocalDate.of(book.year(), MONTHS, 31);
        if (month != null) {
            return YearMonth.of(book.year(), month).atEndOfMonth();
        }
        if (today.getYear() < book.year()) {
            return LocalDate.of(book.year(), 1, 1);
        }
        return today.isAfter(end) ? end : today;
    }

    private List<Amounts> amounts(Where where) {
        return where.query(database, """
                        select e.unit_id, coalesce(e.project_id, 0) as project_id,
                            extract(month from e.entry_date)::int as month,
                            coalesce(sum(e.fen) filter (where e.kind = 'budget_initial'), 0)::bigint as initial_fen,
                            coalesce(sum(e.fen) filter (where e.kind in
                                ('budget_initial', 'budget_adjustment', 'budget_carry_over')), 0)::bigint as adjusted_fen,
                            coalesce(sum(e.fen) filter (where e.kind = 'expense'), 0)::bigint as executed_fen,
                            coalesce(sum(e.fen) filter (where e.kind = 'income'), 0)::bigint as income_fen
                        from accounts.entry e
                        """, " group by 1, 2, 3")
                .query(Amounts.class)
                .list();
    }

    private Map<Long, ProjectName> projectNames(Book book) {
        Map<Long, ProjectName> names = new HashMap<>();
        database.sql("select id, code, name from accounts.project where book_id = :book")
                .param("book", book.id())
                .query(row -> {
                    names.put(row.getLong(1), new ProjectName(row.getString(2), row.getString(3)));
                });
        return names;
    }

    private List<Warning> warnings(
            Book book,
            Where where,
            LocalDate asOf,
            long time,
            List<ProgressLine> byUnit,
            List<ProgressLine> byProject) {
        Map<String, Limit> known = limits.byCode();
        Warnings rules = new Warnings(known, asOf, time);
        List<Warning> found = new ArrayList<>();
        Stream.concat(byUnit.stream(), byProject.stream()).map(rules::about).forEach(found::addAll);
        Limit round = known.get(Limit.ROUND_SUM);
        if (round != null) {
            found.addAll(roundSums(rules, where, round, asOf, byUnit));
        }
        Comparator<Warning> order = Comparator.comparing((Warning warning) -> !warning.waits())
                .thenComparing(warning -> !warning.needsReason())
                .thenComparing(Warning::unitId)
                .thenComparing(Warning::projectId);
        return reasons.fill(book, found).stream().sorted(order).toList();
    }

    private List<Warning> roundSums(
            Warnings rules, Where where, Limit limit, LocalDate asOf, List<ProgressLine> byUnit) {
        List<Warning> found = new ArrayList<>();
        where.query(database, "select e.unit_id, count(*), sum(e.fen)::bigint from accounts.entry e", """
                         and e.kind = 'expense' and e.fen >= :least and mod(e.fen, :whole) = 0 and e.entry_date <= :asOf
                            and not exists (select from accounts.entry m where m.year = e.year and m.reverses = e.id)
                        group by e.unit_id
                        """)
                .param("least", limit.value())
                .param("whole", TEN_THOUSAND_YUAN)
                .param("asOf", asOf)
                .query(row -> {
                    long unit = row.getLong(1);
                    long count = row.getLong(2);
                    long fen = row.getLong(3);
                    for (ProgressLine line : byUnit) {
                        Warning warning = line.unitId() == unit ? rules.roundSums(line, count, fen) : null;
                        if (warning != null) {
                            found.add(warning);
                        }
                    }
                });
        return found;
    }
}
