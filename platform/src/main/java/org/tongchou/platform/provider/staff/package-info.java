/** Physicians, nurses, pharmacists: where they practise, and what they may do for the fund. */
@NullMarked
package org.tongchou.platform.provider.staff;

import org.jspecify.annotations.NullMarked;
