/** What providers settled, summed. */
@NullMarked
package org.tongchou.platform.settlement.total;

import org.jspecify.annotations.NullMarked;
