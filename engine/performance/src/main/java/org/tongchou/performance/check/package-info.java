/** Checks performance sheets and reports, with themselves, with one another and with the accounts. */
@NullMarked
package org.tongchou.performance.check;

import org.jspecify.annotations.NullMarked;
