package org.tongchou.platform.catalogue.item;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.tongchou.platform.catalogue.CatalogueFiles;
import org.tongchou.platform.catalogue.kind.Kind;
import org.tongchou.platform.catalogue.kind.Kinds;
import org.tongchou.platform.database.Where;
import org.tongchou.platform.region.Region;

/** Rows of the catalogues in the columns of their official files. */
@Service
class CatalogueTables implements CatalogueFiles {
    private static final String SELECT = """
            select i.id, i.cells, i.begins, i.ends, i.valid, i.since, v.released_at::date as released
            from catalogue.item i join catalogue.version v on v.kind = i.kind and v.number = i.since""";

    private static final int FETCHED = 1000;

    private final JdbcClient database;
    private final Region region;

    CatalogueTables(JdbcClient database, Region region) {
        this.database = database;
        this.region = region;
    }

    @Override
    public Set<String> transactions() {
        return Kinds.all().stream().map(Kind::transaction).collect(Collectors.toUnmodifiableSet());
    }

    private static Kind kind(String transaction) {
        return Kinds.all().stream()
                .filter(kind -> kind.transaction().equals(transaction))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(transaction));
    }

    @Override
    @Transactional(readOnly = true)
    public int latest(String transaction) {
        return database.sql("select coalesce(max(number), 0) from catalogue.version where kind = :kind")
                .param("kind", kind(transaction).key())
                .query(Integer.class)
                .single();
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void each(String transaction, int since, Consumer<List<String>> taker) {
        Kind kind = kind(transaction);
        holding(kind)
                .and("i.since > :since", "since", since)
                .query(database, SELECT, " order by i.code, i.part, i.begins")
                .withFetchSize(FETCHED)
                .query(row -> {
                    taker.accept(cells(kind, row));
                });
    }

    @Override
    @Transactional(readOnly = true)
    public List<List<String>> page(String transaction, Wanted wanted) {
        Kind kind = kind(transaction);
        Where where = holding(kind)
                .when(wanted.day(), "i.begins <= :day and (i.ends is null or i.ends >= :day)", "day")
                .when(wanted.changedSince(), "v.released_at >= :changed", "changed");
        wanted.equal()
                .forEach((at, value) -> where.and("i.cells[" + (at + 1) + "] = :equal" + at, "equal" + at, value));
        wanted.containing()
                .forEach((at, value) ->
                        where.and("strpos(i.cells[" + (at + 1) + "], :has" + at + ") > 0", "has" + at, value));
        return where.with("size", wanted.size())
                .with("skipped", (wanted.page() - 1L) * wanted.size())
                .query(database, SELECT, " order by i.code, i.part, i.begins limit :size offset :skipped")
                .query((row, number) -> cells(kind, row))
                .list();
    }

    private static Where holding(Kind kind) {
        return new Where().and("i.kind = :kind", "kind", kind.key()).and("i.until is null");
    }

    /** What a row says, with its days, whether it counts and its version as they are now. */
    private List<String> cells(Kind kind, ResultSet row) throws SQLException {
        @Nullable String[] said = (String[]) row.getArray("cells").getArray();
        String[] cells = new String[kind.columns().size()];
        for (int at = 0; at < cells.length; at++) {
            String cell = at < said.length ? said[at] : null;
            cells[at] = cell == null ? "" : cell;
        }
        LocalDate ends = row.getObject("ends", LocalDate.class);
        set(kind, cells, kind.begins(), row.getObject("begins", LocalDate.class).toString());
        set(kind, cells, kind.ends(), ends == null ? "" : ends.toString());
        set(kind, cells, Kind.VALID, row.getBoolean("valid") ? "1" : "0");
        set(kind, cells, "版本号", row.getString("since"));
        Map<String, String> missing = Map.of(
                "唯一记录号", row.getString("id"),
                "数据更新时间", row.getString("released"),
                "更新时间", row.getString("released"),
                "参保机构医保区划", region.code(),
                "统筹区", region.code());
        missing.forEach((column, value) -> kind.find(column)
                .filter(at -> cells[at].isEmpty())
                .ifPresent(at -> {
                    cells[at] = value;
                }));
        return Arrays.asList(cells);
    }

    private static void set(Kind kind, String[] cells, @Nullable String column, String value) {
        kind.find(column).ifPresent(at -> {
            cells[at] = value;
        });
    }
}
