/**
 * Performance sheets, reports and lists as a publication (绩效目标表、自评表、监控表、评价报告、汇总表 in their published layouts).
 *
 * <p>{@link org.tongchou.performance.publish.PerformancePublication} is the entry; what it gives is written to files by
 * {@code org.tongchou.accounts.write}. It prints what the documents say and computes nothing.
 */
@NullMarked
package org.tongchou.performance.publish;

import org.jspecify.annotations.NullMarked;
