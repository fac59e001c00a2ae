/** Vouchers and entries (凭证、分录): posted, reversed, listed, added up. */
@NullMarked
package org.tongchou.platform.fund.ledger;

import org.jspecify.annotations.NullMarked;
