package org.tongchou.platform.spreadsheet;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Takes the rows of a table one by one; keeps none of them in memory. */
public interface RowSink {
    /** Adds a row; as many cells as there are columns, each of the type its column's kind names. */
    void row(@Nullable Object... cells) throws IOException;

    /** Adds the totals row (合计), in bold; called after the last row. */
    void totals(@Nullable Object... cells) throws IOException;
}
