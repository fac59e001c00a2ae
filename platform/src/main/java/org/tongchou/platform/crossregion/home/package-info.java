/** We are the place of insurance (参保地): our people treated elsewhere. */
@NullMarked
package org.tongchou.platform.crossregion.home;

import org.jspecify.annotations.NullMarked;
