/** Coverage of villages (村村通): which have a provider with an agreement in force, and the rate by county. */
@NullMarked
package org.tongchou.platform.provider.village;

import org.jspecify.annotations.NullMarked;
