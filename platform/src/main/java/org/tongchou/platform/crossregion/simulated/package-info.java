/** A region that this installation plays itself, for tests and training. */
@NamedInterface("simulated")
@NullMarked
package org.tongchou.platform.crossregion.simulated;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
