/** Statements of banks (银行对账单) matched with the books. */
@NullMarked
package org.tongchou.platform.fund.bank;

import org.jspecify.annotations.NullMarked;
