/** Documents read and checked by the engines, as pages show them and as comparison needs them. */
@NullMarked
package org.tongchou.platform.disclosure.analysis;

import org.jspecify.annotations.NullMarked;
