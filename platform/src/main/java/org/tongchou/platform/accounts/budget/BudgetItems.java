package org.tongchou.platform.accounts.budget;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tongchou.money.Money;
import org.tongchou.platform.accounts.EntryKind;
import org.tongchou.platform.accounts.book.Book;
import org.tongchou.platform.accounts.book.Books;
import org.tongchou.platform.accounts.book.Ledger;
import org.tongchou.platform.accounts.book.NewEntry;
import org.tongchou.platform.accounts.book.Sheet;
import org.tongchou.platform.accounts.book.Subjects;
import org.tongchou.platform.database.Where;
import org.tongchou.platform.identity.Unit;
import org.tongchou.platform.web.Actor;
import org.tongchou.platform.web.Given;
import org.tongchou.platform.web.PageQuery;
import org.tongchou.platform.web.Refusal;

/** The budget of expenditure by item: what is allotted and what is spent, summed from the entries. */
@Service
class BudgetItems {
    private static final String SELECT = """
            select e.unit_id, e.project_id, p.code as project_code, p.name as project_name, e.functional_code,
                e.economic_code, e.fund, e.nature,
                coalesce(sum(e.fen) filter (where e.kind = 'budget_initial'), 0)::bigint as initial_fen,
                coalesce(sum(e.fen) filter (where e.kind = 'budget_carry_over'), 0)::bigint as carry_over_fen,
                coalesce(sum(e.fen) filter (where e.kind = 'budget_adjustment'), 0)::bigint as adjustment_fen,
                coalesce(sum(e.fen) filter (where e.kind <> 'expense'), 0)::bigint as total_fen,
                coalesce(sum(e.fen) filter (where e.kind = 'expense'), 0)::bigint as executed_fen
            from accounts.entry e left join accounts.project p on p.id = e.project_id
            """;
    private static final String GROUP = """
             group by e.unit_id, e.project_id, p.code, p.name, e.functional_code, e.economic_code, e.fund, e.nature
            """;
    private static final String USUAL =
            "e.unit_id, e.functional_code, e.nature, p.code nulls first, e.economic_code, e.fund";
    private static final Map<String, String> SORTABLE = Map.of(
            "unitName", "e.unit_id",
            "functionalCode", "e.functional_code",
            "economicCode", "e.economic_code",
            "projectName", "p.name",
            "initialFen", "initial_fen",
            "adjustmentFen", "adjustment_fen",
            "totalFen", "total_fen",
            "executedFen", "executed_fen");

    private final JdbcClient database;
    private final Books books;
    private final Ledger ledger;
    private final Subjects subjects;

    BudgetItems(JdbcClient database, Books books, Ledger ledger, Subjects subjects) {
        this.database = database;
        this.books = books;
        this.ledger = ledger;
        this.subjects = subjects;
    }

    /** One page of items and the sums of all of them. */
    Sheet<BudgetItem, BudgetTotals> list(Actor actor, BudgetFilter filter, PageQuery page) {
        List<BudgetItem> all = all(actor, filter, page);
        return new Sheet<>(
                all.stream().skip(page.offset()).limit(page.rows()).toList(),
                all.size(),
                page.number(),
                page.rows(),
                BudgetTotals.of(all));
    }

    /** All items that the filter lets through. */
    List<BudgetItem> all(Actor actor, BudgetFilter filter, PageQuery order) {
        Book book = books.get(actor, filter.bookId());
        Set<Long> scope = books.unitsInScope(actor, book);
        Where where = new Where()
                .and("e.year = :year", "year", book.year())
                .and("e.book_id = :book", "book", book.id())
                .and("e.unit_id in (:scope)", "scope", scope)
                .and("e.kind in ('budget_initial', 'budget_adjustment', 'budget_carry_over', 'expense')")
                .when(filter.unitId(), "e.unit_id = :unit", "unit")
                .when(filter.functionalCode(), "starts_with(e.functional_code, :functional)", "functional")
                .when(filter.economicCode(), "starts_with(e.economic_code, :economic)", "economic")
                .when(filter.fund(), "e.fund = :fund", "fund")
                .when(filter.nature(), "e.nature = :nature", "nature")
                .when(filter.projectId(), "e.project_id = :project", "project");
        return where.query(database, SELECT, GROUP + order.orderBy(SORTABLE, USUAL))
                .query(reader(book))
                .list();
    }

    /**
     * Adjusts an item by a document: posts the difference.
     *
     * @throws Refusal when the item's budget is no more what the caller saw, or would fall below zero
     */
    @Transactional
    long adjust(Actor actor, BudgetAdjustment request) {
        Book book = books.lockOpen(actor, Given.required("账套", request.bookId()));
        NewEntry entry = new NewEntry(
                Given.required("单位", request.unitId()),
                EntryKind.BUDGET_ADJUSTMENT,
                request.date() == null ? LocalDate.of(book.year(), 1, 1) : request.date(),
                Given.text(request.documentNumber()),
                Given.text(request.reason()),
                "",
                request.projectId(),
                Given.text(request.functionalCode()),
                Given.text(request.economicCode()),
                Given.text(request.fund()),
                Given.text(request.nature()),
                Given.required("调整金额", request.fen()));
        database.sql("select pg_advisory_xact_lock(hashtextextended(:item, 0))")
                .param("item", key(book, entry))
                .query(row -> {});
        long now = total(book, entry);
        long seen = Given.required("调整前金额", request.seenFen());
        if (now != seen) {
            throw Refusal.conflict(
                    "E-BKS-211",
                    "这个预算项目的全年预算已由 " + Money.ofFen(seen) + " 变为 " + Money.ofFen(now) + "（他人刚刚调整），您的调整没有保存；请核对后重新填写");
        }
        if (entry.fen() < 0 && now + entry.fen() < 0) {
            throw Refusal.field(
                    "E-BKS-212", "调整金额", Money.ofFen(entry.fen()).toString(), "调减不超过全年预算 " + Money.ofFen(now));
        }
        return ledger.postOne(actor, book.id(), entry);
    }

    private static String key(Book book, NewEntry entry) {
        return String.join(
                "|",
                Long.toString(book.id()),
                Long.toString(entry.unitId()),
                String.valueOf(entry.projectId()),
                entry.functionalCode(),
                entry.economicCode(),
                entry.fund(),
                entry.nature());
    }

    private long total(Book book, NewEntry entry) {
        return database.sql("""
                        select coalesce(sum(fen), 0)::bigint from accounts.entry
                        where year = :year and book_id = :book and unit_id = :unit
                            and kind in ('budget_initial', 'budget_adjustment', 'budget_carry_over')
                            and project_id is not distinct from :project and functional_code = :functional
                            and economic_code = :economic and fund = :fund and nature = :nature
                        """)
                .param("year", book.year())
                .param("book", book.id())
                .param("unit", entry.unitId())
                .param("project", entry.projectId(), java.sql.Types.BIGINT)
                .param("functional", entry.functionalCode())
                .param("economic", entry.economicCode())
                .param("fund", entry.fund())
                .param("nature", entry.nature())
                .query(Long.class)
                .single();
    }

    private org.springframework.jdbc.core.RowMapper<BudgetItem> reader(Book book) {
        Map<Long, String> names =
                books.units(book).stream().collect(Collectors.toUnmodifiableMap(Unit::id, Unit::name));
        return (row, n) -> read(row, book.year(), names);
    }

    private BudgetItem read(ResultSet row, int year, Map<Long, String> unitNames) throws SQLException {
        long unit = row.getLong("unit_id");
        String functional = row.getString("functional_code");
        String economic = row.getString("economic_code");
        long total = row.getLong("total_fen");
        long executed = row.getLong("executed_fen");
        return new BudgetItem(
                unit,
                unitNames.getOrDefault(unit, ""),
                project(row),
                text(row, "project_code"),
                text(row, "project_name"),
                functional,
                subjects.name(functional, year),
                economic,
                subjects.name(economic, year),
                row.getString("fund"),
                row.getString("nature"),
                row.getLong("initial_fen"),
                row.getLong("carry_over_fen"),
                row.getLong("adjustment_fen"),
                total,
                executed,
                Share.millionths(executed, total));
    }

    private static @Nullable Long project(ResultSet row) throws SQLException {
        long id = row.getLong("project_id");
        return row.wasNull() ? null : id;
    }

    private static String text(ResultSet row, String column) throws SQLException {
        String text = row.getString(column);
        return text == null ? "" : text;
    }
}
