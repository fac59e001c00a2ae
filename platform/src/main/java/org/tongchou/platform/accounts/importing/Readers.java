package org.tongchou.platform.accounts.importing;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tongchou.platform.accounts.book.Book;
import org.tongchou.platform.accounts.book.Books;
import org.tongchou.platform.accounts.importing.mapping.Header;
import org.tongchou.platform.accounts.importing.mapping.ImportKind;
import org.tongchou.platform.accounts.importing.mapping.Lookup;
import org.tongchou.platform.accounts.importing.mapping.Mapping;
import org.tongchou.platform.accounts.importing.mapping.RowReader;
import org.tongchou.platform.accounts.importing.mapping.Words;
import org.tongchou.platform.identity.Unit;
import org.tongchou.platform.web.Actor;

/** Makes readers that know the units, projects and rules of a book. */
@Component
class Readers {
    private final Books books;
    private final Destinations destinations;
    private final JdbcClient database;
    private final Words words = Words.standard();

    Readers(Books books, Destinations destinations, JdbcClient database) {
        this.books = books;
        this.destinations = destinations;
        this.database = database;
    }

    Words words() {
        return words;
    }

    /** A reader for rows below a header. */
    RowReader reader(Actor actor, long bookId, Mapping mapping, Header header) {
        return new RowReader(mapping, header, words, context(actor, books.get(actor, bookId), mapping.importKind()));
    }

    /** The budget year of a book. */
    int year(Actor actor, long bookId) {
        return books.get(actor, bookId).year();
    }

    private RowReader.Book context(Actor actor, Book book, ImportKind kind) {
        Lookup units = new Lookup();
        List<Unit> all = books.units(book);
        all.forEach(unit -> units.add(unit.code(), unit.name(), unit.id()));
        Lookup projects = new Lookup();
        database.sql("select code, name, id from accounts.project where book_id = :book and active")
                .param("book", book.id())
                .query(row -> {
                    projects.add(row.getString(1), row.getString(2), row.getLong(3));
                });
        return new RowReader.Book(book.year(), units, projects, destinations.rules(actor, book.id(), kind));
    }
}
