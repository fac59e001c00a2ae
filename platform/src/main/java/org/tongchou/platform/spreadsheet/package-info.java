/**
 * Tables as files (导出): real Excel workbooks and CSV, written as a stream, safe against formulas in texts.
 *
 * <p>Owns no tables. A duty describes the layout ({@link org.tongchou.platform.spreadsheet.Layout}), hands its rows over
 * one by one ({@link org.tongchou.platform.spreadsheet.Rows}) and answers with {@link
 * org.tongchou.platform.spreadsheet.Export}. Knows no other module.
 */
@ApplicationModule(displayName = "导出")
@NullMarked
package org.tongchou.platform.spreadsheet;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
