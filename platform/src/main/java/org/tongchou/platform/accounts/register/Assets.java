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
import org.tongchou.money.Money;
import org.tongchou.platform.accounts.book.Book;
import org.tongchou.platform.accounts.book.Books;
import org.tongchou.platform.accounts.book.Sheet;
import org.tongchou.platform.accounts.register.Registers.Kind;
import org.tongchou.platform.database.Where;
import org.tongchou.platform.web.Actor;
import org.tongchou.platform.web.Given;
import org.tongchou.platform.web.PageQuery;
import org.tongchou.platform.web.Refusal;

/** Vehicles and large equipment of the bureaus. They last longer than a book and are looked at from one. */
@Service
public class Assets {
    /** 100 万元 in fen: from this value on equipment is counted. */
    private static final long LARGE = 100_000_000;

    private static final Map<String, String> SORTABLE = Map.of(
            "number", "a.number",
            "name", "a.name",
            "unitName", "a.unit_id",
            "kind", "a.kind",
            "purpose", "a.purpose",
            "fen", "a.fen",
            "boughtOn", "a.bought_on",
            "disposedOn", "a.disposed_on");

    private final JdbcClient database;
    private final Books books;
    private final Registers registers;

    Assets(JdbcClient database, Books books, Registers registers) {
        this.database = database;
        this.books = books;
        this.registers = registers;
    }

    Sheet<Asset, Asset.Totals> list(Actor actor, Asset.Filter filter, PageQuery page) {
        List<Asset> all = all(actor, filter, page);
        return new Sheet<>(
                all.stream().skip(page.offset()).limit(page.rows()).toList(),
                all.size(),
                page.number(),
                page.rows(),
                Asset.Totals.of(all));
    }

    List<Asset> all(Actor actor, Asset.Filter filter, PageQuery order) {
        Book book = books.get(actor, filter.bookId());
        Where where = new Where()
                .and("a.bureau_id = :bureau", "bureau", book.bureauId())
                .and("a.unit_id in (:scope)", "scope", books.unitsInScope(actor, book))
                .and("a.cancelled = :cancelled", "cancelled", Boolean.TRUE.equals(filter.cancelled()))
                .when(filter.unitId(), "a.unit_id = :unit", "unit")
                .when(filter.kind(), "a.kind = :kind", "kind")
                .when(filter.purpose(), "a.purpose = :purpose", "purpose")
                .when(filter.text(), "strpos(lower(a.number || ' ' || a.name), lower(:text)) > 0", "text");
        if (!Boolean.FALSE.equals(filter.held())) {
            where.and(
                    "a.bought_on <= :end and (a.disposed_on is null or a.disposed_on > :end)",
                    "end",
                    LocalDate.of(book.year(), 12, 31));
        }
        return where.query(
                        database,
                        "select a.* from accounts.asset a",
                        order.orderBy(SORTABLE, "a.kind desc, a.bought_on, a.id"))
                .query(reader(book))
                .list();
    }

    /** Registers an asset; refuses what breaks a rule. */
    @Transactional
    public Asset create(Actor actor, Asset.Request request) {
        Book book = books.get(actor, Given.required("账套", request.bookId()));
        try {
            long id = database.sql("""
                            insert into accounts.asset (bureau_id, unit_id, kind, purpose, number, name, fen, bought_on,
                                disposed_on, created_by, created_name, updated_by)
                            values (:bureau, :unit, :kind, :purpose, :number, :name, :fen, :bought,
                                :disposed::date, :whoId, :who, :who)
                            returning id
                            """)
                    .params(values(actor, book, request))
                    .param("bureau", book.bureauId())
                    .param("whoId", actor.userId())
                    .param("who", actor.displayName())
                    .query(Long.class)
                    .single();
            Asset made = get(actor, book, id);
            registers.created(actor, Kind.ASSET, id, made.name(), state(made));
            return made;
        } catch (DuplicateKeyException e) {
            throw taken(request);
        }
    }

    @Transactional
    Asset change(Actor actor, long id, Asset.Request request) {
        Book book = books.get(actor, Given.required("账套", request.bookId()));
        Asset before = get(actor, book, id);
        Registers.mustCount(Kind.ASSET, before.trail().cancelled());
        try {
            int rows = database.sql("""
                            update accounts.asset set unit_id = :unit, kind = :kind, purpose = :purpose, number = :number,
                                name = :name, fen = :fen, bought_on = :bought, disposed_on = :disposed::date,
                                version = version + 1, updated_by = :who, updated_at = now()
                            where id = :id and version = :version and not cancelled
                            """)
                    .params(values(actor, book, request))
                    .param("who", actor.displayName())
                    .param("id", id)
                    .param("version", Given.required("版本", request.version()))
                    .update();
            Asset after = get(actor, book, id);
            registers.changed(actor, Kind.ASSET, id, before.name(), rows, state(before), state(after));
            return after;
        } catch (DuplicateKeyException e) {
            throw taken(request);
        }
    }

    @Transactional
    Asset cancel(Actor actor, long bookId, long id, Cancellation request) {
        Book book = books.get(actor, bookId);
        Asset before = get(actor, book, id);
        Registers.mustCount(Kind.ASSET, before.trail().cancelled());
        registers.cancel(actor, Kind.ASSET, id, before.name(), request);
        return get(actor, book, id);
    }

    Asset get(Actor actor, Book book, long id) {
        return database.sql("select * from accounts.asset where id = :id and bureau_id = :bureau")
                .param("id", id)
                .param("bureau", book.bureauId())
                .query(reader(book))
                .optional()
                .filter(asset -> actor.sees(asset.unitId()))
                .orElseThrow(() -> Refusal.notFound("资产"));
    }

    private Map<String, @Nullable Object> values(Actor actor, Book book, Asset.Request request) {
        long unit = Given.required("单位", request.unitId());
        books.mustContain(actor, book, unit);
        String kind = Given.text(request.kind());
        if (!kind.equals(Asset.VEHICLE) && !kind.equals(Asset.EQUIPMENT)) {
            throw Refusal.field("E-BKS-420", "资产类别", kind, "车辆或大型设备");
        }
        String purpose = Given.text(request.purpose());
        boolean vehicle = kind.equals(Asset.VEHICLE);
        if (vehicle && !Asset.PURPOSES.contains(purpose)) {
            throw Refusal.field("E-BKS-421", "车辆用途", purpose, String.join("、", Asset.PURPOSES) + "之一");
        }
        long fen = Given.amount("资产价值", request.fen());
        if (!vehicle && fen < LARGE) {
            throw Refusal.field("E-BKS-422", "资产价值", Money.ofFen(fen).toString(), "单价 100 万元（含）以上，其余设备不在此登记");
        }
        LocalDate bought = Given.required("购入日期", request.boughtOn());
        LocalDate disposed = request.disposedOn();
        if (disposed != null && disposed.isBefore(bought)) {
            throw Refusal.field("E-BKS-423", "处置日期", disposed.toString(), "不早于购入日期 " + bought);
        }
        Map<String, @Nullable Object> values = new HashMap<>();
        values.put("unit", unit);
        values.put("kind", kind);
        values.put("purpose", vehicle ? purpose : "");
        values.put("number", Given.requiredLine("资产编号", request.number(), 60));
        values.put("name", Given.requiredLine("资产名称", request.name(), 200));
        values.put("fen", fen);
        values.put("bought", bought);
        values.put("disposed", disposed);
        return values;
    }

    private static Refusal taken(Asset.Request request) {
        return Refusal.conflict("E-BKS-424", "资产编号“" + Given.text(request.number()) + "”已经登记，请勿重复登记");
    }

    private RowMapper<Asset> reader(Book book) {
        Map<Long, String> names = registers.unitNames(book);
        return (row, n) -> read(row, names);
    }

    private static Asset read(ResultSet row, Map<Long, String> unitNames) throws SQLException {
        long unit = row.getLong("unit_id");
        return new Asset(
                row.getLong("id"),
                unit,
                unitNames.getOrDefault(unit, ""),
                row.getString("kind"),
                row.getString("purpose"),
                row.getString("number"),
                row.getString("name"),
                row.getLong("fen"),
                row.getObject("bought_on", LocalDate.class),
                row.getObject("disposed_on", LocalDate.class),
                Registers.Trail.read(row));
    }

    private static Map<String, ?> state(Asset asset) {
        return Map.of(
                "unitId", asset.unitId(),
                "kind", asset.kind(),
                "purpose", asset.purpose(),
                "number", asset.number(),
                "name", asset.name(),
                "fen", asset.fen(),
                "boughtOn", asset.boughtOn().toString(),
                "disposedOn", String.valueOf(asset.disposedOn()));
    }
}
