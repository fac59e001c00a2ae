package org.tongchou.platform.accounts.book;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.tongchou.platform.accounts.EntryKind;
import org.tongchou.platform.identity.Unit;
import org.tongchou.platform.web.Actor;
import org.tongchou.platform.web.Given;
import org.tongchou.platform.web.Requires;

/** Books: list, open, close; the words that entries may have. */
@RestController
@RequestMapping("/api/accounts/books")
class BookController {
    private final Books books;
    private final Subjects subjects;

    BookController(Books books, Subjects subjects) {
        this.books = books;
        this.subjects = subjects;
    }

    @Requires("accounts.book.view")
    @GetMapping
    List<BookView> list(@AuthenticationPrincipal Actor actor) {
        return books.list(actor).stream().map(book -> view(actor, book)).toList();
    }

    @Requires("accounts.book.open")
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    BookView open(@AuthenticationPrincipal Actor actor, @RequestBody NewBook request) {
        Book book = books.open(actor, Given.required("部门", request.bureauId()), Given.required("年度", request.year()));
        return view(actor, book);
    }

    @Requires("accounts.book.open")
    @PutMapping("/{id}")
    BookView change(@AuthenticationPrincipal Actor actor, @PathVariable long id, @RequestBody BookState request) {
        Book book =
                books.setOpen(actor, id, Given.required("状态", request.open()), Given.required("版本", request.version()));
        return view(actor, book);
    }

    /** What entries of this book may have: for pick lists. */
    @Requires("accounts.book.view")
    @GetMapping("/{id}/words")
    Words words(@AuthenticationPrincipal Actor actor, @PathVariable long id) {
        Book book = books.get(actor, id);
        return new Words(
                Arrays.stream(EntryKind.values())
                        .map(kind -> new KindWords(
                                kind.code(), kind.printed(), EntryRules.funds(kind), EntryRules.natures(kind)))
                        .toList(),
                subjects.list("2", 7, book.year()),
                subjects.list("3", 5, book.year()));
    }

    private BookView view(Actor actor, Book book) {
        List<Unit> units = books.units(book);
        return new BookView(
                book.id(),
                book.bureauId(),
                units.get(0).name(),
                book.year(),
                book.open(),
                book.version(),
                units.stream()
                        .filter(unit -> actor.sees(unit.id()))
                        .map(unit -> new UnitName(unit.id(), unit.name()))
                        .toList());
    }

    /**
     * A book to be opened.
     *
     * @param bureauId the bureau
     * @param year budget year
     */
    record NewBook(@Nullable Long bureauId, @Nullable Integer year) {}

    /**
     * The wanted state of a book.
     *
     * @param open whether entries can be posted
     * @param version the version that was seen
     */
    record BookState(@Nullable Boolean open, @Nullable Integer version) {}

    /**
     * A book as it is shown.
     *
     * @param id its id
     * @param bureauId its bureau
     * @param bureauName name of the bureau
     * @param year budget year
     * @param open whether entries can be posted
     * @param version for changing it
     * @param units the units within the actor's scope, parents first
     */
    record BookView(
            long id, long bureauId, String bureauName, int year, boolean open, int version, List<UnitName> units) {}

    /**
     * A unit in a pick list.
     *
     * @param id its id
     * @param name its name
     */
    record UnitName(long id, String name) {}

    /**
     * The words of one kind of entry.
     *
     * @param code code of the kind
     * @param name kind in Chinese
     * @param funds sources of money
     * @param natures natures of expenditure
     */
    record KindWords(String code, String name, List<String> funds, List<String> natures) {}

    /**
     * Words and codes.
     *
     * @param kinds by kind of entry
     * @param functional functional codes of 7 digits
     * @param economic economic codes of 5 digits
     */
    record Words(List<KindWords> kinds, List<Subjects.Named> functional, List<Subjects.Named> economic) {}
}
