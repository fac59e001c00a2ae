package org.tongchou.platform.accounts.book;

import java.time.LocalDate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tongchou.platform.TestActors;
import org.tongchou.platform.TestUnits;
import org.tongchou.platform.accounts.EntryKind;
import org.tongchou.platform.identity.Units;
import org.tongchou.platform.web.Actor;

/**
 * A bureau with an open book of 2024 and a project of each unit.
 *
 * @param units its units
 * @param book the book
 * @param ownProject project of the 本级
 * @param centreProject project of the fund centre
 */
public record BookFixture(TestUnits units, Book book, long ownProject, long centreProject) {
    /** Somebody who may do everything with books everywhere. */
    public static final Actor CLERK = TestActors.actor();

    /** Creates it in the database of the test class; once a class. */
    public static BookFixture create(Units units, Books books, JdbcClient database) {
        TestUnits tree = TestUnits.create(units);
        Book book = books.open(CLERK, tree.bureau().id(), 2024);
        return new BookFixture(
                tree,
                book,
                project(database, book, tree.own().id(), "P01", "医疗救助补助"),
                project(database, book, tree.centre().id(), "P02", "信息化建设"));
    }

    private static long project(JdbcClient database, Book book, long unit, String code, String name) {
        return database.sql("""
                        insert into accounts.project (book_id, unit_id, code, name, updated_by)
                        values (:book, :unit, :code, :name, '测试') returning id
                        """)
                .param("book", book.id())
                .param("unit", unit)
                .param("code", code)
                .param("name", name)
                .query(Long.class)
                .single();
    }

    /** Basic expenditure of the 本级. */
    public NewEntry basic(long fen) {
        return entry(units.own().id(), EntryKind.EXPENSE, null, "30201", "一般公共预算", "基本支出", fen);
    }

    /** Project expenditure of the 本级. */
    public NewEntry spent(long fen) {
        return entry(units.own().id(), EntryKind.EXPENSE, ownProject, "30227", "一般公共预算", "项目支出", fen);
    }

    /** An entry of 2101501 on 15 March 2024. */
    public NewEntry entry(
            long unit, EntryKind kind, @Nullable Long project, String economic, String fund, String nature, long fen) {
        LocalDate date = kind == EntryKind.OPENING ? LocalDate.of(2024, 1, 1) : LocalDate.of(2024, 3, 15);
        return new NewEntry(
                unit, kind, date, "记-0001", "购置办公用品", "样例文具店", project, "2101501", economic, fund, nature, fen);
    }

    /** An entry with another date. */
    public static UnaryOperator<NewEntry> on(LocalDate date) {
        return e -> new NewEntry(
                e.unitId(),
                e.kind(),
                date,
                e.voucherNo(),
                e.summary(),
                e.counterparty(),
                e.projectId(),
                e.functionalCode(),
                e.economicCode(),
                e.fund(),
                e.nature(),
                e.fen());
    }
}
