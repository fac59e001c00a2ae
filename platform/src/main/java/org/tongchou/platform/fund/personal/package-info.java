/** Personal accounts (个人账户): what came in, what was paid, what is left. */
@NullMarked
package org.tongchou.platform.fund.personal;

import org.jspecify.annotations.NullMarked;
