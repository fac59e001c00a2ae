/** Files of rows as other systems export them: xlsx and CSV, read row by row within limits; knows nothing of entries. */
@NullMarked
package org.tongchou.platform.accounts.importing.source;

import org.jspecify.annotations.NullMarked;
