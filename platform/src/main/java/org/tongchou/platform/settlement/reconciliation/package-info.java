/** What institutions say they settled, compared with what was settled here. */
@NullMarked
package org.tongchou.platform.settlement.reconciliation;

import org.jspecify.annotations.NullMarked;
