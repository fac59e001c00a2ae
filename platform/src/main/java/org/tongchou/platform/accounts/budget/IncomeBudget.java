package org.tongchou.platform.accounts.budget;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.tongchou.platform.accounts.book.Book;
import org.tongchou.platform.accounts.book.Books;
import org.tongchou.platform.accounts.book.Sheet;
import org.tongchou.platform.accounts.book.Subjects;
import org.tongchou.platform.database.Where;
import org.tongchou.platform.identity.Unit;
import org.tongchou.platform.web.Actor;
import org.tongchou.platform.web.PageQuery;

/** The budget of income, what came in of it, and whether it carries the budget of expenditure. */
@Service
class IncomeBudget {
    private static final String SELECT = """
            select e.unit_id, e.functional_code, e.fund,
                coalesce(sum(e.fen) filter (where e.kind = 'budget_income'), 0)::bigint as budget_fen,
                coalesce(sum(e.fen) filter (where e.kind = 'income'), 0)::bigint as received_fen
            from accounts.entry e
            """;
    private static final Map<String, String> SORTABLE = Map.of(
            "unitName", "e.unit_id",
            "functionalCode", "e.functional_code",
            "fund", "e.fund",
            "budgetFen", "budget_fen",
            "receivedFen", "received_fen");

    private final JdbcClient database;
    private final Books books;
    private final Subjects subjects;

    IncomeBudget(JdbcClient database, Books books, Subjects subjects) {
        this.database = database;
        this.books = books;
        this.subjects = subjects;
    }

    /**
     * One line of the budget of income. Amounts in fen.
     *
     * @param unitId the unit
     * @param unitName name of the unit
     * @param functionalCode functional code
     * @param functionalName its name
     * @param fund source of income
     * @param budgetFen 收入预算
     * @param receivedFen 收入
     * @param rateMillionths received of the budget, in millionths; null when there is no budget
     */
    record Line(
            long unitId,
            String unitName,
            String functionalCode,
            String functionalName,
            String fund,
            long budgetFen,
            long receivedFen,
            @Nullable Long rateMillionths) {}

    /**
     * Sums of income.
     *
     * @param budgetFen 收入预算
     * @param receivedFen 收入
     * @param rateMillionths received of the budget, in millionths; null when there is no budget
     */
    record Totals(
            long budgetFen, long receivedFen, @Nullable Long rateMillionths) {
        static Totals of(List<Line> lines) {
            long budget = lines.stream().mapToLong(Line::budgetFen).sum();
            long received = lines.stream().mapToLong(Line::receivedFen).sum();
            return new Totals(budget, received, Share.millionths(received, budget));
        }
    }

    /**
     * Whether the budget of a unit is balanced.
     *
     * @param unitId the unit
     * @param unitName name of the unit
     * @param incomeFen 收入预算
     * @param expenditureFen 年初支出预算
     * @param differenceFen income less expenditure
     */
    record Balance(long unitId, String unitName, long incomeFen, long expenditureFen, long differenceFen) {}

    /** One page of lines and the sums of all of them. */
    Sheet<Line, Totals> list(Actor actor, BudgetFilter filter, PageQuery page) {
        List<Line> all = all(actor, filter, page);
        return new Sheet<>(
                all.stream().skip(page.offset()).limit(page.rows()).toList(),
                all.size(),
                page.number(),
                page.rows(),
                Totals.of(all));
    }

    /** All lines that the filter lets through. */
    List<Line> all(Actor actor, BudgetFilter filter, PageQuery order) {
        Book book = books.get(actor, filter.bookId());
        Map<Long, String> names = names(book);
        return where(actor, book)
                .and("e.kind in ('budget_income', 'income')")
                .when(filter.unitId(), "e.unit_id = :unit", "unit")
                .when(filter.functionalCode(), "starts_with(e.functional_code, :functional)", "functional")
                .when(filter.fund(), "e.fund = :fund", "fund")
                .query(
                        database,
                        SELECT,
                        " group by e.unit_id, e.functional_code, e.fund"
                                + order.orderBy(SORTABLE, "e.unit_id, e.functional_code, e.fund"))
                .query((row, n) -> new Line(
                        row.getLong("unit_id"),
                        names.getOrDefault(row.getLong("unit_id"), ""),
                        row.getString("functional_code"),
                        subjects.name(row.getString("functional_code"), book.year()),
                        row.getString("fund"),
                        row.getLong("budget_fen"),
                        row.getLong("received_fen"),
                        Share.millionths(row.getLong("received_fen"), row.getLong("budget_fen"))))
                .list();
    }

    /** Every unit's budget of income against its initial budget of expenditure. */
    List<Balance> balances(Actor actor, long bookId) {
        Book book = books.get(actor, bookId);
        Map<Long, String> names = names(book);
        return where(actor, book)
                .and("e.kind in ('budget_income', 'budget_initial')")
                .query(database, """
                        select e.unit_id,
                            coalesce(sum(e.fen) filter (where e.kind = 'budget_income'), 0)::bigint as income,
                            coalesce(sum(e.fen) filter (where e.kind = 'budget_initial'), 0)::bigint as expenditure
                        from accounts.entry e
                        """, " group by e.unit_id order by e.unit_id")
                .query((row, n) -> new Balance(
                        row.getLong("unit_id"),
                        names.getOrDefault(row.getLong("unit_id"), ""),
                        row.getLong("income"),
                        row.getLong("expenditure"),
                        row.getLong("income") - row.getLong("expenditure")))
                .list();
    }

    private Where where(Actor actor, Book book) {
        Set<Long> scope = books.unitsInScope(actor, book);
        return new Where()
                .and("e.year = :year", "year", book.year())
                .and("e.book_id = :book", "book", book.id())
                .and("e.unit_id in (:scope)", "scope", scope);
    }

    private Map<Long, String> names(Book book) {
        Map<Long, String> names = new LinkedHashMap<>();
        for (Unit unit : books.units(book)) {
            names.put(unit.id(), unit.name());
        }
        return names;
    }
}
