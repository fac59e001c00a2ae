/** Settlement lists: taken, completed, checked by rules that are data. */
@NullMarked
package org.tongchou.platform.settlement.list;

import org.jspecify.annotations.NullMarked;
