/**
 * Tables as files (电子表格): real Excel workbooks and CSV, written as a stream, safe against formulas in texts; and read row by
 * row ({@code spreadsheet.source}).
 *
 * <p>Owns no tables. A duty describes the layout ({@link org.tongchou.platform.spreadsheet.Layout}), hands its rows over
 * one by one ({@link org.tongchou.platform.spreadsheet.Rows}) and answers with {@link
 * org.tongchou.platform.spreadsheet.Export}. Knows no duty.
 */
@ApplicationModule(displayName = "电子表格")
@NullMarked
package org.tongchou.platform.spreadsheet;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
