/** Files of rows as other systems export them: xlsx, CSV, TXT with tabs, read row by row within limits. */
@NamedInterface
@NullMarked
package org.tongchou.platform.spreadsheet.source;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
