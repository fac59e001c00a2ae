/** Monitoring while the year runs (绩效运行监控): values as of a cut-off date, warnings by declared rules. */
@NullMarked
package org.tongchou.platform.performance.monitoring;

import org.jspecify.annotations.NullMarked;
