/** Published documents side by side. */
@NullMarked
package org.tongchou.platform.disclosure.comparison;

import org.jspecify.annotations.NullMarked;
