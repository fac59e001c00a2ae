/** What is to be recovered (追偿): from third parties for whom the fund paid in advance, from people who were paid wrongly. */
@NullMarked
package org.tongchou.platform.settlement.advance;

import org.jspecify.annotations.NullMarked;
