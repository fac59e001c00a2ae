package org.tongchou.accounts.check;

import java.util.List;
import org.tongchou.accounts.source.Place;
import tools.jackson.databind.JsonNode;

/** What another engine found in the same document, as reports show it. */
public interface Supplement {
    /** Its key in JSON, for example {@code performance}. */
    String key();

    /** Its heading, for example 绩效. */
    String title();

    /** What it found, in a few words for the line of facts. */
    String summary();

    /** The columns of all listings. */
    List<String> columns();

    /** Its tables for people. */
    List<Listing> listings();

    /** All of it for programs. */
    JsonNode json();

    /**
     * A table.
     *
     * @param topic what findings name it by
     * @param title its heading
     * @param note a line under the heading; empty for none
     * @param lines its rows
     */
    record Listing(String topic, String title, String note, List<Line> lines) {
        /** Copies the list. */
        public Listing {
            lines = List.copyOf(lines);
        }
    }

    /**
     * A row.
     *
     * @param name what findings name it by
     * @param place where it stands
     * @param cells texts, one a column
     */
    record Line(String name, Place place, List<String> cells) {
        /** Copies the list. */
        public Line {
            cells = List.copyOf(cells);
        }
    }
}
