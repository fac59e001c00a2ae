package org.tongchou.platform.accounts.document;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tongchou.platform.accounts.EntryKind;

/** Adds up the entries of a book. */
@Repository
class EntrySums {
    private final JdbcClient jdbc;

    EntrySums(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The book of the nearest of these bureaus that has one. */
    Optional<Long> book(List<Long> bureausNearestFirst, int year) {
        return jdbc.sql("""
                        select id from accounts.book where year = :year and bureau_id = any(:bureaus)
                        order by array_position(:bureaus, bureau_id) limit 1
                        """)
                .param("year", year)
                .param("bureaus", bureausNearestFirst.toArray(Long[]::new))
                .query(Long.class)
                .optional();
    }

    /** The unit at the top of a book. */
    long bureau(long book) {
        return jdbc.sql("select bureau_id from accounts.book where id = :book")
                .param("book", book)
                .query(Long.class)
                .single();
    }

    /** Waits for everybody who is posting, keeps others from it until the transaction ends, and gives the last entry. */
    long freeze(long book, int year) {
        jdbc.sql("select id from accounts.book where id = :book for update")
                .param("book", book)
                .query(Long.class)
                .single();
        return jdbc.sql("select coalesce(max(id), 0) from accounts.entry where year = :year and book_id = :book")
                .param("year", year)
                .param("book", book)
                .query(Long.class)
                .single();
    }

    /** The entries of these units up to one, added up by everything that documents look at. */
    List<EntryGroup> groups(long book, int year, List<Long> units, long watermark) {
        return jdbc.sql("""
                        select unit_id, kind, functional_code, economic_code, fund, nature, sum(fen) as fen
                        from accounts.entry
                        where year = :year and book_id = :book and unit_id = any(:units) and id <= :watermark
                        group by unit_id, kind, functional_code, economic_code, fund, nature
                        """)
                .param("year", year)
                .param("book", book)
                .param("units", units.toArray(Long[]::new))
                .param("watermark", watermark)
                .query((row, at) -> new EntryGroup(
                        row.getLong("unit_id"),
                        EntryKind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                        row.getString("functional_code"),
                        row.getString("economic_code"),
                        row.getString("fund"),
                        row.getString("nature"),
                        row.getBigDecimal("fen").longValueExact()))
                .list();
    }
}
