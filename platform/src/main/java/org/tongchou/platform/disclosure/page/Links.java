package org.tongchou.platform.disclosure.page;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.tongchou.platform.disclosure.library.Filter;
import org.tongchou.platform.disclosure.library.PublicationRow;

/**
 * Addresses of the public pages, which keep the size of letters that was chosen.
 *
 * @param large whether large letters were chosen
 */
record Links(boolean large) {
    private static final String LARGE = "text=large";

    /** The list. */
    public String list() {
        return of("/public");
    }

    /** A publication. */
    public String to(PublicationRow row) {
        return of("/public/" + row.slug());
    }

    private String of(String path) {
        return large ? path + "?" + LARGE : path;
    }

    /** A part of the list, filtered as it is. */
    String part(Filter filter, int number) {
        StringBuilder link = new StringBuilder("/public?page=").append(number);
        add(link, "q", filter.q());
        add(link, "region", filter.region());
        add(link, "year", filter.year());
        add(link, "kind", filter.kind());
        return large ? link.append('&').append(LARGE).toString() : link.toString();
    }

    private static void add(StringBuilder link, String name, @Nullable Object value) {
        if (value != null) {
            link.append('&')
                    .append(name)
                    .append('=')
                    .append(URLEncoder.encode(value.toString(), StandardCharsets.UTF_8));
        }
    }
}
