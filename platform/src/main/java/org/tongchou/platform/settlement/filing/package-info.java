/** Filings in the database. */
@NullMarked
package org.tongchou.platform.settlement.filing;

import org.jspecify.annotations.NullMarked;
