package org.tongchou.platform.accounts;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.tongchou.platform.accounts.book.BookFixture;
import org.tongchou.platform.accounts.book.Books;
import org.tongchou.platform.identity.Units;

/**
 * Calls of the books' interface as somebody.
 *
 * @param http the application
 * @param books a bureau with an open book
 */
public record ApiFixture(MockMvcTester http, BookFixture books) {
    /** Creates the bureau in the database of the test class; once a class. */
    public static ApiFixture create(MockMvcTester http, Units units, Books books, JdbcClient database) {
        return new ApiFixture(http, BookFixture.create(units, books, database));
    }

    /** A request without a body. */
    public MvcTestResult get(RequestPostProcessor who, String uri, Object... values) {
        return http.get().uri("/api/accounts" + uri, values).with(who).exchange();
    }

    /** A POST of JSON in which {@code BOOK}, {@code OWN} and {@code PROJECT} stand for the fixture's ids. */
    public MvcTestResult post(RequestPostProcessor who, String uri, String json) {
        return http.post()
                .uri("/api/accounts" + uri)
                .with(who)
                .with(csrf())
                .contentType(MediaType.APPLICATION_JSON)
                .content(filled(json))
                .exchange();
    }

    /** A PUT of JSON, see {@link #post}. */
    public MvcTestResult put(RequestPostProcessor who, String uri, String json) {
        return http.put()
                .uri("/api/accounts" + uri)
                .with(who)
                .with(csrf())
                .contentType(MediaType.APPLICATION_JSON)
                .content(filled(json))
                .exchange();
    }

    private String filled(String json) {
        return json.replace("'", "\"")
                .replace("BOOK", Long.toString(books.book().id()))
                .replace("OWN", Long.toString(books.units().own().id()))
                .replace("PROJECT", Long.toString(books.ownProject()));
    }

    /** The id in an answer. */
    public static long id(MvcTestResult answer) {
        return number(answer, "$.id");
    }

    /** A number in an answer. */
    public static long number(MvcTestResult answer, String path) {
        try {
            Number found =
                    com.jayway.jsonpath.JsonPath.read(answer.getResponse().getContentAsString(), path);
            return found.longValue();
        } catch (java.io.UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }
}
