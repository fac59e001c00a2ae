package org.tongchou.accounts.publish;

import java.util.List;
import org.tongchou.accounts.model.DocumentMeta;

/**
 * A whole document to be written.
 *
 * @param title the cover title lines, for example {@code 2024 年度}, {@code 样例市医疗保障局}, {@code 部门决算}
 * @param meta whose accounts they are
 * @param contents headings, paragraphs, grids and charts in order
 */
public record Publication(List<String> title, DocumentMeta meta, List<Content> contents) {
    /** Copies the lists. */
    public Publication {
        title = List.copyOf(title);
        contents = List.copyOf(contents);
    }

    /** Whether it is a single form, which is printed by itself: without cover and list of contents. */
    public boolean isForm() {
        return contents.size() == 1 && contents.get(0) instanceof Content.Grid;
    }
}
