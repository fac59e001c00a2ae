/** What institutions are paid for a month: applications, statements drawn from settlements, deposits. */
@NullMarked
package org.tongchou.platform.settlement.clearing;

import org.jspecify.annotations.NullMarked;
