package org.tongchou.accounts.source.format.pdf;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Tells page numbers and running headers and footers from text. */
final class Furniture {
    private static final float TOP = 0.085f;
    private static final float BOTTOM = 0.9f;
    private static final int MIN_PAGES = 3;
    private static final float SAME_HEIGHT = 6;

    private static final Pattern PAGE_NUMBER = Pattern.compile("[-—–－―·•~～_\\s]*"
            + "(?:第?\\s*\\d{1,4}\\s*页?(?:\\s*[/／,，]?\\s*(?:共|of)?\\s*\\d{1,4}\\s*页?)?|[ivxIVX]{1,6})"
            + "[-—–－―·•~～_\\s]*");

    /** Lines that stand at the same height above table after table, and belong to the table. */
    private static final Pattern TABLE_CAPTION = Pattern.compile("单位[:：]|公开|附[件表]|表(?:（.*）)?$");

    private final Map<String, Integer> pagesWith = new HashMap<>();

    private Furniture(List<PageLayout> pages) {
        for (PageLayout page : pages) {
            page.items().stream()
                    .filter(item -> inMargin(item, page))
                    .map(item -> key(((PageItem.Line) item).line()))
                    .distinct()
                    .forEach(key -> pagesWith.merge(key, 1, Integer::sum));
        }
    }

    /** The pages without their page numbers and the lines that come again and again at the same height. */
    static List<PageLayout> removed(List<PageLayout> pages) {
        Furniture furniture = new Furniture(pages);
        return pages.stream()
                .map(page -> page.with(page.items().stream()
                        .filter(item -> !furniture.contains(item, page))
                        .toList()))
                .toList();
    }

    private boolean contains(PageItem item, PageLayout page) {
        if (!inMargin(item, page)) {
            return false;
        }
        TextLine line = ((PageItem.Line) item).line();
        boolean number = PAGE_NUMBER.matcher(line.text()).matches();
        boolean running = pagesWith.getOrDefault(key(line), 0) >= MIN_PAGES
                && !TABLE_CAPTION.matcher(line.text()).find();
        return number || running;
    }

    private static boolean inMargin(PageItem item, PageLayout page) {
        return item instanceof PageItem.Line line
                && (line.line().baseline() < TOP * page.height() || line.line().baseline() > BOTTOM * page.height());
    }

    /** The line without its digits, with its height on the page. */
    private static String key(TextLine line) {
        return Math.round(line.baseline() / SAME_HEIGHT) + line.text().replaceAll("[\\d\\s]+", "");
    }
}
