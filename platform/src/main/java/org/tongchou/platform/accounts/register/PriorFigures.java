package org.tongchou.platform.accounts.register;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tongchou.accounts.figures.FigureKeys;
import org.tongchou.platform.accounts.book.Book;
import org.tongchou.platform.accounts.book.Books;
import org.tongchou.platform.accounts.book.Sheet;
import org.tongchou.platform.accounts.register.Registers.Kind;
import org.tongchou.platform.database.Where;
import org.tongchou.platform.web.Actor;
import org.tongchou.platform.web.Given;
import org.tongchou.platform.web.PageQuery;
import org.tongchou.platform.web.Refusal;

/** Last year's closing figures, to compare this year's with; by the keys that the published sentences know. */
@Service
public class PriorFigures {
    private static final BigDecimal LARGEST = new BigDecimal("1e13");
    private static final Map<String, String> SORTABLE =
            Map.of("key", "f.key", "value", "f.value", "unitName", "f.unit_id", "source", "f.source");

    private final JdbcClient database;
    private final Books books;
    private final Registers registers;

    PriorFigures(JdbcClient database, Books books, Registers registers) {
        this.database = database;
        this.books = books;
        this.registers = registers;
    }

    /**
     * A figure of last year.
     *
     * @param id its id
     * @param bookId this year's book
     * @param unitId the unit; 0 for the roll-up of the department
     * @param unitName name of the unit; 部门汇总 for the roll-up
     * @param key what it is, as in the published sentences
     * @param value in yuan, or a count
     * @param source where it was taken from
     * @param version for changing it
     * @param updatedBy who changed it last
     * @param updatedAt when
     */
    public record Figure(
            long id,
            long bookId,
            long unitId,
            String unitName,
            String key,
            BigDecimal value,
            String source,
            int version,
            String updatedBy,
            OffsetDateTime updatedAt) {}

    /**
     * A figure that is typed in; the fields of {@link Figure}.
     *
     * @param version the version that was seen; not looked at when creating
     */
    public record Request(
            @Nullable Long bookId,
            @Nullable Long unitId,
            @Nullable String key,
            @Nullable BigDecimal value,
            @Nullable String source,
            @Nullable Integer version) {}

    /**
     * Which figures are wanted.
     *
     * @param bookId this year's book
     * @param unitId the unit; 0 for the roll-up
     * @param text a part of key or source
     */
    record Filter(
            long bookId, @Nullable Long unitId, @Nullable String text) {}

    /**
     * How many there are.
     *
     * @param count figures
     */
    record Totals(long count) {}

    Sheet<Figure, Totals> list(Actor actor, Filter filter, PageQuery page) {
        List<Figure> all = all(actor, filter, page);
        return new Sheet<>(
                all.stream().skip(page.offset()).limit(page.rows()).toList(),
                all.size(),
                page.number(),
                page.rows(),
                new Totals(all.size()));
    }

    List<Figure> all(Actor actor, Filter filter, PageQuery order) {
        Book book = books.get(actor, filter.bookId());
        return new Where()
                .and("f.book_id = :book", "book", book.id())
                .and("(f.unit_id = 0 or f.unit_id in (:scope))", "scope", books.unitsInScope(actor, book))
                .when(filter.unitId(), "f.unit_id = :unit", "unit")
                .when(filter.text(), "strpos(f.key || ' ' || f.source, :text) > 0", "text")
                .query(database, "select f.* from accounts.prior_figure f", order.orderBy(SORTABLE, "f.unit_id, f.id"))
                .query(reader(book))
                .list();
    }

    /** Registers a figure; refuses what breaks a rule. */
    @Transactional
    public Figure create(Actor actor, Request request) {
        Book book = books.lockOpen(actor, Given.required("账套", request.bookId()));
        Map<String, Object> values = values(actor, book, request);
        try {
            long id = database.sql("""
                            insert into accounts.prior_figure (book_id, unit_id, key, value, source, updated_by)
                            values (:book, :unit, :key, :value, :source, :who) returning id
                            """)
                    .params(values)
                    .param("book", book.id())
                    .param("who", actor.displayName())
                    .query(Long.class)
                    .single();
            Figure made = get(actor, id);
            registers.created(actor, Kind.PRIOR, id, made.key(), state(made));
            return made;
        } catch (DuplicateKeyException e) {
            throw Refusal.conflict("E-BKS-443", "“" + values.get("key") + "”的上年数已经登记，请修改原来的一条");
        }
    }

    @Transactional
    Figure change(Actor actor, long id, Request request) {
        Figure before = get(actor, id);
        Book book = books.lockOpen(actor, before.bookId());
        Map<String, Object> values = values(actor, book, request);
        if (!before.key().equals(values.get("key")) || before.unitId() != Given.required("单位", request.unitId())) {
            throw Refusal.conflict("E-BKS-442", "单位和数据项不能修改，请另登记一条");
        }
        int rows = database.sql("""
                        update accounts.prior_figure set value = :value, source = :source, version = version + 1,
                            updated_by = :who, updated_at = now()
                        where id = :id and version = :version and key = :key and unit_id = :unit
                        """)
                .params(values)
                .param("who", actor.displayName())
                .param("id", id)
                .param("version", Given.required("版本", request.version()))
                .update();
        Figure after = get(actor, id);
        registers.changed(actor, Kind.PRIOR, id, before.key(), rows, state(before), state(after));
        return after;
    }

    private Figure get(Actor actor, long id) {
        long bookId = database.sql("select book_id from accounts.prior_figure where id = :id")
                .param("id", id)
                .query(Long.class)
                .optional()
                .orElseThrow(() -> Refusal.notFound("上年决算数"));
        Book book = books.get(actor, bookId);
        return database.sql("select * from accounts.prior_figure where id = :id")
                .param("id", id)
                .query(reader(book))
                .optional()
                .filter(figure -> figure.unitId() == 0 || actor.sees(figure.unitId()))
                .orElseThrow(() -> Refusal.notFound("上年决算数"));
    }

    private Map<String, Object> values(Actor actor, Book book, Request request) {
        long unit = Given.required("单位", request.unitId());
        books.mustContain(actor, book, unit == 0 ? book.bureauId() : unit);
        String key = Given.requiredLine("数据项", request.key(), 100);
        if (!FigureKeys.knows(key)) {
            throw Refusal.field("E-BKS-440", "数据项", key, "公开文本使用的数据项，例如 收入总计、科目/2101501、三公/公务接待费");
        }
        BigDecimal value = Given.required("数值", request.value());
        if (value.abs().compareTo(LARGEST) > 0 || value.stripTrailingZeros().scale() > 2) {
            throw Refusal.field("E-BKS-441", "数值", value.toPlainString(), "不超过两位小数、绝对值不超过 10 万亿的数（金额以元计）");
        }
        return Map.of(
                "unit", unit, "key", key, "value", value, "source", Given.requiredLine("来源", request.source(), 200));
    }

    private org.springframework.jdbc.core.RowMapper<Figure> reader(Book book) {
        Map<Long, String> names = registers.unitNames(book);
        return (row, n) -> new Figure(
                row.getLong("id"),
                row.getLong("book_id"),
                row.getLong("unit_id"),
                row.getLong("unit_id") == 0 ? "部门汇总" : names.getOrDefault(row.getLong("unit_id"), ""),
                row.getString("key"),
                row.getBigDecimal("value"),
                row.getString("source"),
                row.getInt("version"),
                row.getString("updated_by"),
                row.getObject("updated_at", OffsetDateTime.class));
    }

    private static Map<String, ?> state(Figure figure) {
        return Map.of(
                "unitId", figure.unitId(),
                "key", figure.key(),
                "value", figure.value(),
                "source", figure.source());
    }
}
