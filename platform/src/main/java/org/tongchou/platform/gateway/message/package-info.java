/** Messages that were answered. */
@NullMarked
package org.tongchou.platform.gateway.message;

import org.jspecify.annotations.NullMarked;
