/** A day of many visits at the counters of the region, through the interface alone. */
@NamedInterface("day")
@NullMarked
package org.tongchou.platform.training.day;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
