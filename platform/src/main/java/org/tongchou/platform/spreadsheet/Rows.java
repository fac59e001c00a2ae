package org.tongchou.platform.spreadsheet;

import java.io.IOException;

/** The rows of an exported table. */
@FunctionalInterface
public interface Rows {
    /** Gives all rows, in order, and the totals if there are any. */
    void writeTo(RowSink sink) throws IOException;
}
