package org.tongchou.platform.accounts.document;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tongchou.platform.TestActors;
import org.tongchou.platform.accounts.EntryKind;
import org.tongchou.platform.accounts.book.BookFixture;
import org.tongchou.platform.accounts.book.Books;
import org.tongchou.platform.accounts.book.Ledger;
import org.tongchou.platform.accounts.book.NewEntry;
import org.tongchou.platform.identity.Units;
import org.tongchou.platform.web.Actor;

/**
 * A small bureau in the books of 2024: budget, income, expenditure, carry-over, registers.
 *
 * @param books its units and book
 */
public record DocumentFixture(BookFixture books) {
    static final Actor EDITOR = person(11, "编制人", DocumentRights.READ, DocumentRights.EDIT, DocumentRights.SUBMIT);
    static final Actor REVIEWER = person(12, "审核人", DocumentRights.READ, DocumentRights.APPROVE);
    static final Actor PUBLISHER = person(13, "公开人", DocumentRights.READ, DocumentRights.PUBLISH);

    private static final Map<String, DocumentFixture> MADE = new ConcurrentHashMap<>();

    private static Actor person(long id, String name, String... rights) {
        Actor any = TestActors.actor(rights);
        return new Actor(id, "user" + id, name, 0, List.of(), true, List.of("test"), any.rights());
    }

    /** The one of this database. */
    public static DocumentFixture get(BeanFactory beans) {
        JdbcClient database = beans.getBean(JdbcClient.class);
        String name =
                database.sql("select current_database()").query(String.class).single();
        return MADE.computeIfAbsent(name, any -> create(beans, database));
    }

    private static DocumentFixture create(BeanFactory beans, JdbcClient database) {
        DocumentFixture fixture = new DocumentFixture(
                BookFixture.create(beans.getBean(Units.class), beans.getBean(Books.class), database));
        fixture.post(beans.getBean(Ledger.class));
        fixture.registers(database);
        return fixture;
    }

    /** A draft of the department's final accounts. */
    public static long draft(DocumentFixture fixture, JdbcClient database) {
        long id = database.sql("""
                        insert into accounts.document (unit_id, year, kind, rolled_up, created_by)
                        values (:unit, 2024, '决算', true, '编制人') returning id
                        """)
                .param("unit", fixture.bureau())
                .query(Long.class)
                .single();
        database.sql("insert into accounts.document_version (document_id, number, updated_by) values (:id, 1, '编制人')")
                .param("id", id)
                .update();
        return id;
    }

    long bureau() {
        return books.units().bureau().id();
    }

    long own() {
        return books.units().own().id();
    }

    long centre() {
        return books.units().centre().id();
    }

    private void post(Ledger ledger) {
        List<NewEntry> entries = new ArrayList<>();
        for (EntryKind kind : List.of(EntryKind.BUDGET_INITIAL, EntryKind.EXPENSE)) {
            entries.add(entry(own(), kind, "2101501", "30101", "一般公共预算", "基本支出", null, 1_234_567_89L));
            entries.add(entry(own(), kind, "2080505", "30108", "一般公共预算", "基本支出", null, 120_000_00L));
            entries.add(entry(own(), kind, "2210201", "30113", "一般公共预算", "基本支出", null, 98_765_43L));
            entries.add(entry(own(), kind, "2101501", "30201", "一般公共预算", "基本支出", null, 65_432_10L));
            entries.add(entry(own(), kind, "2101501", "30217", "一般公共预算", "基本支出", null, 3_210_00L));
            entries.add(entry(own(), kind, "2101501", "30231", "一般公共预算", "基本支出", null, 28_000_00L));
            entries.add(entry(centre(), kind, "2101501", "30101", "一般公共预算", "基本支出", null, 876_543_21L));
            entries.add(entry(own(), kind, "2101301", "30306", "一般公共预算", "项目支出", books.ownProject(), 5_000_000_00L));
            entries.add(
                    entry(centre(), kind, "2101550", "30227", "一般公共预算", "项目支出", books.centreProject(), 450_000_00L));
            entries.add(entry(own(), kind, "2296013", "30399", "政府性基金", "项目支出", books.ownProject(), 300_000_00L));
            entries.add(entry(centre(), kind, "2101599", "30299", "其他资金", "项目支出", books.centreProject(), 12_345_67L));
        }
        long general = entries.stream()
                .filter(entry ->
                        entry.kind() == EntryKind.EXPENSE && entry.fund().equals("一般公共预算"))
                .mapToLong(NewEntry::fen)
                .sum();
        for (EntryKind kind : List.of(EntryKind.BUDGET_INCOME, EntryKind.INCOME)) {
            entries.add(entry(own(), kind, "2101501", "", "一般公共预算", "", null, general));
            entries.add(entry(own(), kind, "2296013", "", "政府性基金", "", null, 300_000_00L));
            entries.add(entry(centre(), kind, "2101599", "", "其他收入", "", null, 12_345_67L));
        }
        entries.add(entry(own(), EntryKind.OPENING, "", "", "一般公共预算", "", null, 50_000_00L));
        var posting = ledger.post(BookFixture.CLERK, books.book().id(), entries);
        if (!posting.posted()) {
            throw new AssertionError(posting.problems().toString());
        }
    }

    /** An entry of this fixture's book. */
    NewEntry entry(
            long unit,
            EntryKind kind,
            String functional,
            String economic,
            String fund,
            String nature,
            @Nullable Long project,
            long fen) {
        LocalDate date = kind == EntryKind.OPENING ? LocalDate.of(2024, 1, 1) : LocalDate.of(2024, 6, 30);
        return new NewEntry(
                unit, kind, date, "记-0007", "<b>测试</b>支出", "样例商户", project, functional, economic, fund, nature, fen);
    }

    private void registers(JdbcClient database) {
        database.sql("""
                        insert into accounts.contract (book_id, unit_id, number, name, kind, supplier, sme, micro, fen,
                            signed_on, created_by, created_name, updated_by)
                        values (:book, :unit, 'HT-1', '办公设备采购', '货物', '样例公司', true, true, 3200000, '2024-05-06', 1,
                            '采购员', '采购员'),
                            (:book, :unit, 'HT-2', '系统运维', '服务', '样例公司二', true, false, 12000000, '2024-07-08', 1,
                            '采购员', '采购员')
                        """).param("book", books.book().id()).param("unit", own()).update();
        database.sql("""
                        insert into accounts.asset (bureau_id, unit_id, kind, purpose, number, name, fen, bought_on,
                            created_by, created_name, updated_by)
                        values (:bureau, :unit, '车辆', '机要通信用车', 'ZC-1', '公务车', 18000000, '2020-01-01', 1, '资产员', '资产员')
                        """).param("bureau", bureau()).param("unit", own()).update();
        database.sql("""
                        insert into accounts.three_public_event (book_id, unit_id, kind, event_date, name, times, people,
                            created_by, created_name, updated_by)
                        values (:book, :unit, '公务接待', '2024-04-01', '调研接待', 2, 9, 1, '经办', '经办')
                        """).param("book", books.book().id()).param("unit", own()).update();
        database.sql("""
                        insert into accounts.prior_figure (book_id, unit_id, key, value, source, updated_by)
                        values (:book, 0, '收入合计', 6000000, '2023 年决算批复', '经办'),
                            (:book, 0, '支出合计', 8100000, '2023 年决算批复', '经办'),
                            (:book, 0, '三公合计', 31210, '2023 年决算批复', '经办')
                        """).param("book", books.book().id()).update();
    }
}
