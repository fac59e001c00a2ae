/** A region that this installation plays itself, for tests and training. */
@NullMarked
package org.tongchou.platform.crossregion.simulated;

import org.jspecify.annotations.NullMarked;
