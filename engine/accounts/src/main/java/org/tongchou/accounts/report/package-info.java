/**
 * Reports of an audit (审核报告): terminal text, HTML, workbook, JSON.
 *
 * <p>All of them show the same {@link org.tongchou.accounts.check.Audit}; none of them judges. {@link
 * org.tongchou.accounts.report.AuditSink} is what they have in common: audits come one at a time, in the order of the
 * files, so that a report over thousands of documents holds one of them in memory.
 */
@NullMarked
package org.tongchou.accounts.report;

import org.jspecify.annotations.NullMarked;
