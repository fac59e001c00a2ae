package org.tongchou.platform.catalogue.item;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tongchou.platform.catalogue.Catalogue;
import org.tongchou.platform.catalogue.InsuredItem;
import org.tongchou.platform.catalogue.kind.Kind;
import org.tongchou.platform.catalogue.kind.Kinds;
import org.tongchou.platform.database.Where;
import org.tongchou.platform.web.Page;
import org.tongchou.platform.web.PageQuery;
import org.tongchou.platform.web.Refusal;

/** The items of the catalogues, searched and opened. */
@Service
public class Items {
    private static final Map<String, String> SORTABLE =
            Map.of("code", "i.code", "name", "i.name", "begins", "i.begins", "ends", "i.ends", "since", "i.since");

    private static final String USUAL = "i.code, i.part, i.begins";
    private static final List<String> PERSONS = List.of("310", "390", "330");
    private static final List<String> LEVELS = List.of("1", "2", "3");

    private final JdbcClient database;
    private final Catalogue catalogue;
    private final Clock clock;

    Items(JdbcClient database, Catalogue catalogue, Clock clock) {
        this.database = database;
        this.catalogue = catalogue;
        this.clock = clock;
    }

    /**
     * Which items are wanted.
     *
     * @param kind key of the catalogue
     * @param text the beginning of a code, or a part of a name
     * @param day items in force on this day only; null for all
     * @param part level or person type
     */
    record Filter(
            @Nullable String kind,
            @Nullable String text,
            @Nullable LocalDate day,
            @Nullable String part) {}

    /**
     * An item in a list.
     *
     * @param id its id
     * @param kind key of the catalogue
     * @param code national code
     * @param part level or person type in words; empty for none
     * @param name its name, that of the insured catalogue when the kind has none
     * @param says the figure or words that matter: class, limit, share, form and specification
     * @param begins first day
     * @param ends last day; null while open
     * @param valid whether it counts (有效标志)
     * @param since number of the version that says so
     */
    record Item(
            long id,
            String kind,
            String code,
            String part,
            String name,
            String says,
            LocalDate begins,
            @Nullable LocalDate ends,
            boolean valid,
            int since) {}

    /**
     * A kind of catalogue.
     *
     * @param key stable key
     * @param name name
     * @param transaction number of its download
     * @param columns titles of its columns
     * @param words columns with fixed words
     * @param number number of its latest version; 0 for none
     * @param label label of its latest version; may be empty
     * @param items items of the latest version
     */
    record KindView(
            String key,
            String name,
            String transaction,
            List<String> columns,
            Map<String, Map<String, String>> words,
            int number,
            String label,
            long items) {}

    /**
     * Everything that is said of an item.
     *
     * @param item the item
     * @param cells columns with a content
     * @param history all rows of the code and part that ever held, the newest version first
     */
    record Details(Item item, List<Cell> cells, List<Said> history) {}

    /**
     * A column of an item.
     *
     * @param title its title
     * @param value what it says
     */
    record Cell(String title, String value) {}

    /**
     * What a version said.
     *
     * @param since number of the version that said it
     * @param until number of the version that replaced it; null while it holds
     * @param begins first day
     * @param ends last day; null while open
     * @param says the figure or words that matter
     */
    record Said(
            int since,
            @Nullable Integer until,
            LocalDate begins,
            @Nullable LocalDate ends,
            String says) {}

    /**
     * What the fund pays of an item.
     *
     * @param level level of the hospital
     * @param personType person type
     * @param itemClass A, B or C
     * @param share own pre-payment share; null for that of the class
     * @param limit price limit in yuan; null for none
     * @param restricted whether its use is restricted
     */
    record Payment(
            String level,
            String personType,
            String itemClass,
            @Nullable BigDecimal share,
            @Nullable BigDecimal limit,
            boolean restricted) {}

    List<KindView> kinds() {
        Map<String, String> labels = new HashMap<>();
        Map<String, Integer> numbers = new HashMap<>();
        database.sql("""
                        select distinct on (kind) kind, number, label from catalogue.version where number is not null
                        order by kind, number desc
                        """).query(row -> {
            labels.put(row.getString(1), row.getString(3));
            numbers.put(row.getString(1), row.getInt(2));
        });
        Map<String, Long> counts = new HashMap<>();
        database.sql("select kind, count(*) from catalogue.item where until is null group by kind")
                .query(row -> {
                    counts.put(row.getString(1), row.getLong(2));
                });
        return Kinds.all().stream()
                .map(kind -> new KindView(
                        kind.key(),
                        kind.name(),
                        kind.transaction(),
                        kind.columns(),
                        kind.words(),
                        numbers.getOrDefault(kind.key(), 0),
                        labels.getOrDefault(kind.key(), ""),
                        counts.getOrDefault(kind.key(), 0L)))
                .toList();
    }

    Page<Item> list(Filter filter, PageQuery page) {
        Kind kind = Kinds.get(filter.kind());
        Where where = where(kind, filter);
        return where.page(
                database,
                page,
                "select count(*) from catalogue.item i",
                select(kind),
                page.orderBy(SORTABLE, USUAL),
                (row, n) -> read(kind, row));
    }

    /** Takes rows one by one. */
    @FunctionalInterface
    interface Taker {
        void take(Item item) throws IOException;
    }

    /** Gives every item that is wanted; memory stays bounded. */
    @Transactional(readOnly = true)
    public void each(Filter filter, PageQuery order, Taker taker) {
        Kind kind = Kinds.get(filter.kind());
        where(kind, filter)
                .query(database, select(kind), order.orderBy(SORTABLE, USUAL))
                .withFetchSize(1000)
                .query(row -> {
                    try {
                        taker.take(read(kind, row));
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                });
    }

    Details get(long id) {
        Kind kind = kindOf(id);
        return database.sql(select(kind) + " where i.id = :id")
                .param("id", id)
                .query((row, n) -> new Details(read(kind, row), cells(kind, row), history(kind, id)))
                .single();
    }

    List<Payment> payment(long id, @Nullable LocalDate day) {
        LocalDate on = day == null ? LocalDate.now(clock) : day;
        kindOf(id);
        String code = database.sql("select code from catalogue.item where id = :id")
                .param("id", id)
                .query(String.class)
                .single();
        List<Payment> payments = new ArrayList<>();
        for (String person : PERSONS) {
            for (String level : LEVELS) {
                InsuredItem item =
                        catalogue.insured(List.of(code), on, level, person).get(code);
                if (item != null) {
                    payments.add(new Payment(
                            Kinds.get("price-limit").partName(level),
                            Kinds.get("prepayment").partName(person),
                            item.itemClass(),
                            item.share(),
                            item.limit(),
                            item.restricted()));
                }
            }
        }
        return payments;
    }

    private Kind kindOf(long id) {
        return database.sql("select kind from catalogue.item where id = :id")
                .param("id", id)
                .query(String.class)
                .optional()
                .map(Kinds::get)
                .orElseThrow(() -> Refusal.notFound("目录项"));
    }

    private List<Said> history(Kind kind, long id) {
        return database.sql("""
                        select h.* from catalogue.item h join catalogue.item i using (kind, code, part)
                        where i.id = :id order by h.since desc, h.begins desc limit 200
                        """)
                .param("id", id)
                .query((row, n) -> new Said(
                        row.getInt("since"),
                        row.getObject("until", Integer.class),
                        row.getObject("begins", LocalDate.class),
                        row.getObject("ends", LocalDate.class),
                        says(kind, row)))
                .list();
    }

    /** Kinds without names of their own borrow that of the insured catalogue. */
    private static String select(Kind kind) {
        String name = kind.title() != null
                ? "i.name"
                : "coalesce((select n.name from catalogue.item n where n.kind = 'insured' and n.code = i.code"
                        + " and n.until is null order by n.begins desc limit 1), '')";
        return "select i.*, " + name + " as shown from catalogue.item i";
    }

    private static Where where(Kind kind, Filter filter) {
        return new Where()
                .and("i.until is null")
                .and("i.kind = :kind", "kind", kind.key())
                .when(filter.day(), "i.valid and i.begins <= :day and (i.ends is null or i.ends >= :day)", "day")
                .when(filter.part(), "i.part = :part", "part")
                .when(
                        filter.text(),
                        "(starts_with(i.code, :text) or strpos(i.name, :text) > 0 or exists (select from catalogue.item n"
                                + " where i.name = '' and n.kind = 'insured' and n.code = i.code and n.until is null"
                                + " and strpos(n.name, :text) > 0))",
                        "text");
    }

    private static Item read(Kind kind, ResultSet row) throws SQLException {
        return new Item(
                row.getLong("id"),
                kind.key(),
                row.getString("code"),
                kind.partName(row.getString("part")),
                row.getString("shown"),
                says(kind, row),
                row.getObject("begins", LocalDate.class),
                row.getObject("ends", LocalDate.class),
                row.getBoolean("valid"),
                row.getInt("since"));
    }

    private static String says(Kind kind, ResultSet row) throws SQLException {
        @Nullable String[] cells = (@Nullable String[]) row.getArray("cells").getArray();
        return kind.says().stream()
                .map(at -> at < cells.length ? kind.meaning(at, cells[at]) : "")
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining("，"));
    }

    private static List<Cell> cells(Kind kind, ResultSet row) throws SQLException {
        @Nullable String[] cells = (@Nullable String[]) row.getArray("cells").getArray();
        List<Cell> told = new ArrayList<>();
        for (int at = 0; at < Math.min(cells.length, kind.columns().size()); at++) {
            String text = kind.meaning(at, cells[at]);
            if (!text.isEmpty()) {
                told.add(new Cell(kind.columns().get(at), text));
            }
        }
        return told;
    }
}
