/** Who may call, and whether a call is theirs. */
@NullMarked
package org.tongchou.platform.gateway.access;

import org.jspecify.annotations.NullMarked;
