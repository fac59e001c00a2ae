package org.tongchou.platform.accounts.execution;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.tongchou.platform.accounts.Spending;
import org.tongchou.platform.accounts.book.VoucherRows;
import org.tongchou.platform.database.Where;
import org.tongchou.platform.identity.Unit;
import org.tongchou.platform.identity.Units;
import org.tongchou.platform.web.PageQuery;

/** Adds up the entries of the books for other duties. */
@Service
class SpendingSums implements Spending {
    private static final String SUMS =
            """
            select e.unit_id, coalesce(e.project_id, 0) as project_id, e.functional_code, e.fund, e.nature,
                coalesce(sum(e.fen) filter (where\s""" + is(Column.INITIAL) + """
            ), 0)::bigint as initial_fen,
                coalesce(sum(e.fen) filter (where\s""" + is(Column.ADJUSTED) + """
            ), 0)::bigint as adjusted_fen,
                coalesce(sum(e.fen) filter (where\s""" + is(Column.EXECUTED) + """
            ), 0)::bigint as executed_fen
            from accounts.entry e
            """;

    private final JdbcClient database;
    private final Units units;
    private final VoucherRows vouchers;

    SpendingSums(JdbcClient database, Units units, VoucherRows vouchers) {
        this.database = database;
        this.units = units;
        this.vouchers = vouchers;
    }

    /** Whether an entry counts towards a column. */
    private static String is(Column column) {
        return switch (column) {
            case INITIAL -> "e.kind = 'budget_initial'";
            case ADJUSTED ->
                "(e.kind = 'budget_initial' or (e.kind in ('budget_adjustment', 'budget_carry_over')"
                        + " and e.entry_date <= :until))";
            case EXECUTED -> "(e.kind = 'expense' and e.entry_date <= :until)";
        };
    }

    @Override
    public List<Long> unitsOf(long unitId) {
        String level = units.get(unitId).level();
        return units.below(unitId).stream()
                .filter(unit -> unit.level().equals(level))
                .map(Unit::id)
                .toList();
    }

    private static Where where(Scope scope) {
        return new Where()
                .and("e.year = :year", "year", scope.year())
                .and("e.book_id in (select b.id from accounts.book b where b.year = :year)")
                .and("e.unit_id = any(:units)", "units", scope.unitIds().toArray(Long[]::new))
                .and("e.id <= :last", "last", scope.lastEntry())
                .when(scope.projectId(), "e.project_id = :project", "project");
    }

    @Override
    public List<Sum> sums(Scope scope) {
        return where(scope)
                .and("e.kind in ('budget_initial', 'budget_adjustment', 'budget_carry_over', 'expense')")
                .query(database, SUMS, " group by 1, 2, 3, 4, 5 order by 1, 2, 3, 4, 5")
                .param("until", scope.until())
                .query(Sum.class)
                .list();
    }

    @Override
    public Vouchers vouchers(Scope scope, Part part, PageQuery page) {
        Where where = where(scope).and(is(part.column())).when(part.nature(), "e.nature = :nature", "nature");
        if (!part.funds().isEmpty()) {
            where.and("e.fund in (:funds)", "funds", part.funds());
        }
        long[] sum = where.query(database, "select count(*), coalesce(sum(e.fen), 0)::bigint from accounts.entry e", "")
                .param("until", scope.until())
                .query((row, number) -> new long[] {row.getLong(1), row.getLong(2)})
                .single();
        return new Vouchers(
                where.query(
                                database,
                                VoucherRows.select("e.fen") + "from accounts.entry e",
                                " order by e.entry_date, e.id limit " + page.rows() + " offset " + page.offset())
                        .param("until", scope.until())
                        .query(vouchers::read)
                        .list(),
                sum[0],
                sum[1]);
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public long settle(List<Long> unitIds, int year) {
        Long[] asked = unitIds.toArray(Long[]::new);
        database.sql("""
                        select b.id from accounts.book b where b.year = :year and exists (
                            select from accounts.entry e where e.year = :year and e.book_id = b.id and e.unit_id = any(:units))
                        order by b.id for update""")
                .param("year", year)
                .param("units", asked)
                .query(Long.class)
                .list();
        return database.sql("""
                        select coalesce(max(id), 0) from accounts.entry where year = :year and unit_id = any(:units)""")
                .param("year", year)
                .param("units", asked)
                .query(Long.class)
                .single();
    }
}
