/** Bills: what the engine is asked, what is kept of its answer. */
@NullMarked
package org.tongchou.platform.settlement.bill;

import org.jspecify.annotations.NullMarked;
