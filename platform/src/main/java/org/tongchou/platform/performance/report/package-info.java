/** Roll-up, sampled evaluation (重点评价) and published documents. */
@NullMarked
package org.tongchou.platform.performance.report;

import org.jspecify.annotations.NullMarked;
