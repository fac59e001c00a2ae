/** Calls from the first byte to the last: read, proved, answered once. */
@NullMarked
package org.tongchou.platform.gateway.call;

import org.jspecify.annotations.NullMarked;
