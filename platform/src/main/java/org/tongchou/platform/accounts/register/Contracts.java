package org.tongchou.platform.accounts.register;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tongchou.platform.accounts.book.Book;
import org.tongchou.platform.accounts.book.Books;
import org.tongchou.platform.accounts.book.Given;
import org.tongchou.platform.accounts.book.Sheet;
import org.tongchou.platform.accounts.book.Where;
import org.tongchou.platform.accounts.register.Registers.Kind;
import org.tongchou.platform.web.Actor;
import org.tongchou.platform.web.PageQuery;
import org.tongchou.platform.web.Refusal;

/** The procurement contracts of the books. */
@Service
class Contracts {
    private static final List<String> KINDS = List.of("货物", "工程", "服务");
    private static final String SELECT = """
            select c.*, coalesce(p.name, '') as project_name
            from accounts.contract c left join accounts.project p on p.id = c.project_id
            """;
    private static final Map<String, String> SORTABLE = Map.of(
            "number", "c.number",
            "name", "c.name",
            "unitName", "c.unit_id",
            "kind", "c.kind",
            "supplier", "c.supplier",
            "fen", "c.fen",
            "signedOn", "c.signed_on");

    private final JdbcClient database;
    private final Books books;
    private final Registers registers;

    Contracts(JdbcClient database, Books books, Registers registers) {
        this.database = database;
        this.books = books;
        this.registers = registers;
    }

    Sheet<Contract, Contract.Totals> list(Actor actor, Contract.Filter filter, PageQuery page) {
        Book book = books.get(actor, filter.bookId());
        Where where = where(actor, filter, book);
        Contract.Totals totals = totals(where);
        List<Contract> rows = where.query(
                        database,
                        SELECT,
                        page.orderBy(SORTABLE, "c.signed_on, c.id") + " limit " + page.rows() + " offset "
                                + page.offset())
                .query(reader(book))
                .list();
        return new Sheet<>(rows, totals.count(), page.number(), page.rows(), totals);
    }

    List<Contract> all(Actor actor, Contract.Filter filter, PageQuery order) {
        Book book = books.get(actor, filter.bookId());
        return where(actor, filter, book)
                .query(database, SELECT, order.orderBy(SORTABLE, "c.signed_on, c.id"))
                .query(reader(book))
                .list();
    }

    Contract get(Actor actor, long id) {
        long bookId = database.sql("select book_id from accounts.contract where id = :id")
                .param("id", id)
                .query(Long.class)
                .optional()
                .orElseThrow(() -> Refusal.notFound("采购合同"));
        Book book = books.get(actor, bookId);
        return database.sql(SELECT + " where c.id = :id")
                .param("id", id)
                .query(reader(book))
                .optional()
                .filter(contract -> actor.sees(contract.unitId()))
                .orElseThrow(() -> Refusal.notFound("采购合同"));
    }

    @Transactional
    Contract create(Actor actor, Contract.Request request) {
        Book book = books.lockOpen(actor, Given.required("账套", request.bookId()));
        Map<String, @Nullable Object> values = values(actor, book, request);
        try {
            long id = database.sql("""
                            insert into accounts.contract (book_id, unit_id, project_id, number, name, kind, supplier, sme, micro,
                                fen, signed_on, created_by, created_name, updated_by)
                            values (:book, :unit, :project::bigint, :number, :name, :kind, :supplier, :sme, :micro,
                                :fen, :signedOn, :whoId, :who, :who)
                            returning id
                            """)
                    .params(values)
                    .param("book", book.id())
                    .param("whoId", actor.userId())
                    .param("who", actor.displayName())
                    .query(Long.class)
                    .single();
            Contract made = get(actor, id);
            registers.created(actor, Kind.CONTRACT, id, made.name(), state(made));
            return made;
        } catch (DuplicateKeyException e) {
            throw taken(request);
        }
    }

    @Transactional
    Contract change(Actor actor, long id, Contract.Request request) {
        Contract before = get(actor, id);
        Book book = books.lockOpen(actor, before.bookId());
        Registers.mustCount(Kind.CONTRACT, before.trail().cancelled());
        try {
            int rows = database.sql("""
                            update accounts.contract set unit_id = :unit, project_id = :project::bigint, number = :number,
                                name = :name, kind = :kind, supplier = :supplier, sme = :sme, micro = :micro, fen = :fen,
                                signed_on = :signedOn, version = version + 1, updated_by = :who, updated_at = now()
                            where id = :id and version = :version and not cancelled
                            """)
                    .params(values(actor, book, request))
                    .param("who", actor.displayName())
                    .param("id", id)
                    .param("version", Given.required("版本", request.version()))
                    .update();
            Contract after = get(actor, id);
            registers.changed(actor, Kind.CONTRACT, id, before.name(), rows, state(before), state(after));
            return after;
        } catch (DuplicateKeyException e) {
            throw taken(request);
        }
    }

    @Transactional
    Contract cancel(Actor actor, long id, Cancellation request) {
        Contract before = get(actor, id);
        books.lockOpen(actor, before.bookId());
        Registers.mustCount(Kind.CONTRACT, before.trail().cancelled());
        registers.cancel(actor, Kind.CONTRACT, id, before.name(), request);
        return get(actor, id);
    }

    private Map<String, @Nullable Object> values(Actor actor, Book book, Contract.Request request) {
        long unit = Given.required("单位", request.unitId());
        books.mustContain(actor, book, unit);
        String kind = Given.text(request.kind());
        if (!KINDS.contains(kind)) {
            throw Refusal.field("E-BKS-410", "采购类别", kind, String.join("、", KINDS) + "之一");
        }
        boolean micro = Given.required("是否小微企业", request.micro());
        boolean sme = Given.required("是否中小企业", request.sme());
        if (micro && !sme) {
            throw Refusal.field("E-BKS-411", "是否中小企业", "否", "是（小微企业也是中小企业）");
        }
        Map<String, @Nullable Object> values = new HashMap<>();
        values.put("unit", unit);
        values.put("project", project(book, unit, request.projectId()));
        values.put("number", Given.requiredLine("合同编号", request.number(), 100));
        values.put("name", Given.requiredLine("合同名称", request.name(), 200));
        values.put("kind", kind);
        values.put("supplier", Given.requiredLine("供应商", request.supplier(), 200));
        values.put("sme", sme);
        values.put("micro", micro);
        values.put("fen", Given.amount("合同金额", request.fen()));
        values.put("signedOn", Registers.within("签订日期", request.signedOn(), book.year()));
        return values;
    }

    private @Nullable Long project(Book book, long unit, @Nullable Long project) {
        if (project != null
                && database.sql(
                                        "select count(*) from accounts.project where id = :id and book_id = :book and unit_id = :unit")
                                .param("id", project)
                                .param("book", book.id())
                                .param("unit", unit)
                                .query(Long.class)
                                .single()
                        == 0) {
            throw Refusal.field("E-BKS-412", "项目", project.toString(), "该单位在本账套中的项目");
        }
        return project;
    }

    private static Refusal taken(Contract.Request request) {
        return Refusal.conflict("E-BKS-413", "合同编号“" + Given.text(request.number()) + "”已经登记，请勿重复登记");
    }

    private Where where(Actor actor, Contract.Filter filter, Book book) {
        Where where = new Where()
                .and("c.book_id = :book", "book", book.id())
                .and("c.unit_id in (:scope)", "scope", books.unitsInScope(actor, book))
                .and("c.cancelled = :cancelled", "cancelled", Boolean.TRUE.equals(filter.cancelled()))
                .when(filter.unitId(), "c.unit_id = :unit", "unit")
                .when(filter.kind(), "c.kind = :kind", "kind")
                .when(filter.projectId(), "c.project_id = :project", "project")
                .when(
                        filter.text(),
                        "strpos(lower(c.number || ' ' || c.name || ' ' || c.supplier), lower(:text)) > 0",
                        "text");
        return switch (Given.text(filter.enterprise())) {
            case "中小企业" -> where.and("c.sme");
            case "小微企业" -> where.and("c.micro");
            case "其他" -> where.and("not c.sme");
            default -> where;
        };
    }

    private Contract.Totals totals(Where where) {
        return where.query(database, """
                        select count(*) as count, coalesce(sum(fen), 0)::bigint as fen,
                            coalesce(sum(fen) filter (where kind = '货物'), 0)::bigint as goods_fen,
                            coalesce(sum(fen) filter (where kind = '工程'), 0)::bigint as works_fen,
                            coalesce(sum(fen) filter (where kind = '服务'), 0)::bigint as services_fen,
                            coalesce(sum(fen) filter (where sme), 0)::bigint as sme_fen,
                            coalesce(sum(fen) filter (where micro), 0)::bigint as micro_fen
                        from accounts.contract c
                        """, "").query(Contract.Totals.class).single();
    }

    private RowMapper<Contract> reader(Book book) {
        Map<Long, String> names = registers.unitNames(book);
        return (row, n) -> read(row, names);
    }

    private static Contract read(ResultSet row, Map<Long, String> unitNames) throws SQLException {
        long unit = row.getLong("unit_id");
        return new Contract(
                row.getLong("id"),
                row.getLong("book_id"),
                unit,
                unitNames.getOrDefault(unit, ""),
                row.getObject("project_id", Long.class),
                row.getString("project_name"),
                row.getString("number"),
                row.getString("name"),
                row.getString("kind"),
                row.getString("supplier"),
                row.getBoolean("sme"),
                row.getBoolean("micro"),
                row.getLong("fen"),
                row.getObject("signed_on", LocalDate.class),
                Registers.Trail.read(row));
    }

    private static Map<String, ?> state(Contract contract) {
        return Map.of(
                "unitId", contract.unitId(),
                "number", contract.number(),
                "name", contract.name(),
                "kind", contract.kind(),
                "supplier", contract.supplier(),
                "sme", contract.sme(),
                "micro", contract.micro(),
                "fen", contract.fen(),
                "signedOn", contract.signedOn().toString());
    }
}
