/** Targets (绩效目标): sheets, their indicators, flow, checks, money, scoring facts and the library of indicators. */
@NamedInterface("sheet")
@NullMarked
package org.tongchou.platform.performance.sheet;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
