/** Settlements, visits and accumulators as people read, print and take them out. */
@NullMarked
package org.tongchou.platform.settlement.view;

import org.jspecify.annotations.NullMarked;
