/** Who may call, and whether a call is theirs. */
@NamedInterface("access")
@NullMarked
package org.tongchou.platform.gateway.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
