/** The tree of units and its pages. */
@NullMarked
package org.tongchou.platform.identity.unit;

import org.jspecify.annotations.NullMarked;
