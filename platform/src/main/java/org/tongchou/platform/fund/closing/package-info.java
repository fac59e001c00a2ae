/** Months and years closed and opened again (结账、反结账). */
@NullMarked
package org.tongchou.platform.fund.closing;

import org.jspecify.annotations.NullMarked;
