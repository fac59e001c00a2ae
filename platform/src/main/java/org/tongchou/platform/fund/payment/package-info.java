/** Money paid out (付款): orders, batches, what the bank answers; prepayment, settlement and deposits of providers. */
@NullMarked
package org.tongchou.platform.fund.payment;

import org.jspecify.annotations.NullMarked;
