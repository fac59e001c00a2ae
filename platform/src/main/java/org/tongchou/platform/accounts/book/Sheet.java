package org.tongchou.platform.accounts.book;

import java.util.List;

/**
 * One page of a list with the totals of the whole list.
 *
 * @param items the rows of this page
 * @param total rows of all pages
 * @param page 1-based number of this page
 * @param size rows of a full page
 * @param totals sums over all pages
 * @param <T> a row
 * @param <S> the sums
 */
public record Sheet<T, S>(List<T> items, long total, int page, int size, S totals) {
    /** Copies the list. */
    public Sheet {
        items = List.copyOf(items);
    }
}
