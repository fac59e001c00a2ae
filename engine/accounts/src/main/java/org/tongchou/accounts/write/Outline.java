package org.tongchou.accounts.write;

import java.util.ArrayList;
import java.util.List;
import org.tongchou.accounts.publish.Content;
import org.tongchou.accounts.publish.Content.Grid;
import org.tongchou.accounts.publish.Content.Heading;
import org.tongchou.accounts.publish.Publication;

/**
 * The order of a publication for contents lists and page breaks.
 *
 * @param entries what a table of contents lists
 * @param sections runs of pages of one orientation
 */
record Outline(List<Entry> entries, List<Section> sections) {
    /**
     * A line of the table of contents.
     *
     * @param level 1 to 3
     * @param text the heading or the table's title
     * @param id anchor, unique in the document
     */
    record Entry(int level, String text, String id) {}

    /**
     * A run of contents on pages of one orientation.
     *
     * @param wide landscape
     * @param items the contents in order
     */
    record Section(boolean wide, List<Item> items) {}

    /**
     * One content with its anchor.
     *
     * @param id anchor, unique in the document
     * @param content what it is
     * @param newPage whether it starts a page: an accounts table does, together with the headings above it
     */
    record Item(String id, Content content, boolean newPage) {}

    /** Numbers the contents and cuts them into sections; headings go with the wide table they introduce. */
    static Outline of(Publication publication) {
        List<Item> items = items(publication);
        return new Outline(entries(items), sections(items));
    }

    private static List<Item> items(Publication publication) {
        List<Item> items = new ArrayList<>();
        int headings = 0;
        int grids = 0;
        int others = 0;
        for (int i = 0; i < publication.contents().size(); i++) {
            Content content = publication.contents().get(i);
            String id;
            if (content instanceof Heading) {
                id = "h" + ++headings;
            } else if (content instanceof Grid) {
                id = "table" + ++grids;
            } else {
                id = "p" + ++others;
            }
            items.add(new Item(id, content, startsTable(publication.contents(), i)));
        }
        return items;
    }

    /** Whether an accounts table begins here, with its headings; below a part's heading it shares the part's page. */
    private static boolean startsTable(List<Content> contents, int index) {
        boolean follows = index > 0 && contents.get(index - 1) instanceof Heading;
        return !follows
                && introduced(contents, index) instanceof Grid grid
                && !grid.topic().isEmpty()
                && !(contents.get(index) instanceof Heading heading && level(heading) == 1);
    }

    /** The content itself, or what follows when it is a heading; a heading only when the document ends with it. */
    private static Content introduced(List<Content> contents, int index) {
        int i = index;
        while (contents.get(i) instanceof Heading && i + 1 < contents.size()) {
            i++;
        }
        return contents.get(i);
    }

    private static List<Entry> entries(List<Item> items) {
        List<Entry> entries = new ArrayList<>();
        boolean introduced = false;
        for (Item item : items) {
            if (item.content() instanceof Heading heading) {
                entries.add(new Entry(level(heading), heading.text(), item.id()));
                introduced = true;
            } else {
                if (item.content() instanceof Grid grid
                        && !introduced
                        && !grid.title().isEmpty()) {
                    entries.add(new Entry(3, grid.title(), item.id()));
                }
                introduced = false;
            }
        }
        return entries;
    }

    /** A heading's level, 1 to 3 whatever was asked for. */
    static int level(Heading heading) {
        return Math.max(1, Math.min(3, heading.level()));
    }

    private static List<Section> sections(List<Item> items) {
        List<Content> contents = items.stream().map(Item::content).toList();
        List<Section> sections = new ArrayList<>();
        List<Item> run = new ArrayList<>();
        boolean wide = false;
        for (int i = 0; i < items.size(); i++) {
            boolean itemWide = introduced(contents, i) instanceof Grid grid
                    && GridShape.of(grid).wide();
            if (itemWide != wide && !run.isEmpty()) {
                sections.add(new Section(wide, List.copyOf(run)));
                run.clear();
            }
            wide = itemWide;
            run.add(items.get(i));
        }
        if (!run.isEmpty()) {
            sections.add(new Section(wide, List.copyOf(run)));
        }
        return sections;
    }
}
