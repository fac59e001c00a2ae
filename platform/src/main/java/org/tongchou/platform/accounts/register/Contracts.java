package org.tongchou.platform.accounts.register;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tongchou.platform.accounts.book.Book;
import org.tongchou.platform.accounts.book.Books;
import org.tongchou.platform.accounts.book.Posting;
import org.tongchou.platform.accounts.book.Sheet;
import org.tongchou.platform.accounts.register.Registers.Kind;
import org.tongchou.platform.database.Where;
import org.tongchou.platform.web.Actor;
import org.tongchou.platform.web.Given;
import org.tongchou.platform.web.PageQuery;
import org.tongchou.platform.web.Refusal;

/** The procurement contracts of the books. */
@Service
public class Contracts {
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

    /** Registers a contract; refuses what breaks a rule. */
    @Transactional
    public Contract create(Actor actor, Contract.Request request) {
        Book book = books.lockOpen(actor, Given.required("账套", request.bookId()));
        checked(actor, book, request);
        Contract made = get(actor, insert(actor, book, request, null));
        registers.created(actor, Kind.CONTRACT, made.id(), made.name(), state(made));
        return made;
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
                    .params(checked(actor, book, request))
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

    /** What contracts of a book must be like, as this person may register them. */
    public ContractRules rules(Actor actor, long bookId) {
        Book book = books.get(actor, bookId);
        return rules(book, books.unitsInScope(actor, book));
    }

    private ContractRules rules(Book book, Set<Long> units) {
        Map<Long, Long> unitByProject = new HashMap<>();
        database.sql("select id, unit_id from accounts.project where book_id = :book")
                .param("book", book.id())
                .query(row -> {
                    unitByProject.put(row.getLong(1), row.getLong(2));
                });
        return new ContractRules(book.year(), units, unitByProject);
    }

    /** Registers the contracts of a batch; all of them or none. */
    @Transactional
    public Posting post(Actor actor, long bookId, List<Contract.Request> requests, long batchId) {
        Book book = books.lockOpen(actor, bookId);
        ContractRules rules = rules(book, books.unitsInScope(actor, book));
        return Registers.post(requests, rules::check, request -> insert(actor, book, request, batchId));
    }

    /** Cancels the contracts of a batch that still count; tells how many. */
    @Transactional
    public int cancelBatch(Actor actor, long bookId, long batchId, String reason) {
        return registers.cancelBatch(actor, Kind.CONTRACT, bookId, batchId, reason);
    }

    private long insert(Actor actor, Book book, Contract.Request request, @Nullable Long batchId) {
        try {
            return database.sql("""
                            insert into accounts.contract (book_id, unit_id, project_id, number, name, kind, supplier, sme, micro,
                                fen, signed_on, batch_id, created_by, created_name, updated_by)
                            values (:book, :unit, :project::bigint, :number, :name, :kind, :supplier, :sme, :micro,
                                :fen, :signedOn, :batch::bigint, :whoId, :who, :who)
                            returning id
                            """)
                    .params(values(request))
                    .param("book", book.id())
                    .param("batch", batchId)
                    .param("whoId", actor.userId())
                    .param("who", actor.displayName())
                    .query(Long.class)
                    .single();
        } catch (DuplicateKeyException e) {
            throw taken(request);
        }
    }

    /** The values of a request that keeps the rules. */
    private Map<String, @Nullable Object> checked(Actor actor, Book book, Contract.Request request) {
        long unit = Given.required("单位", request.unitId());
        books.mustContain(actor, book, unit);
        Problems.refuse(rules(book, Set.of(unit)).check(request));
        return values(request);
    }

    private static Map<String, @Nullable Object> values(Contract.Request request) {
        Map<String, @Nullable Object> values = new HashMap<>();
        values.put("unit", request.unitId());
        values.put("project", request.projectId());
        values.put("number", Given.text(request.number()));
        values.put("name", Given.text(request.name()));
        values.put("kind", Given.text(request.kind()));
        values.put("supplier", Given.text(request.supplier()));
        values.put("sme", request.sme());
        values.put("micro", request.micro());
        values.put("fen", request.fen());
        values.put("signedOn", request.signedOn());
        return values;
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
                .when(filter.batchId(), "c.batch_id = :batch", "batch")
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
