package org.tongchou.platform.web;

import java.util.List;

/**
 * One page of a long list.
 *
 * @param items the rows of this page
 * @param total rows of all pages
 * @param page 1-based number of this page
 * @param size rows of a full page
 * @param <T> a row
 */
public record Page<T>(List<T> items, long total, int page, int size) {
    /** Copies the list. */
    public Page {
        items = List.copyOf(items);
    }
}
