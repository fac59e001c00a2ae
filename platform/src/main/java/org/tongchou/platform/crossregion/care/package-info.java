/** We are the place of care (就医地): people insured elsewhere. */
@NullMarked
package org.tongchou.platform.crossregion.care;

import org.jspecify.annotations.NullMarked;
