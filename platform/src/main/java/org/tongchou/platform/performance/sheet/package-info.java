/** Targets (绩效目标): sheets, their indicators, flow, checks, money, scoring facts and the library of indicators. */
@NullMarked
package org.tongchou.platform.performance.sheet;

import org.jspecify.annotations.NullMarked;
