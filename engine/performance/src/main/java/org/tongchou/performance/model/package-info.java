/**
 * What performance sheets, evaluation reports and summary lists say (绩效目标表、自评表、评价报告、汇总表).
 *
 * <p>Plain immutable values; nothing here reads files or computes scores.
 */
@NullMarked
package org.tongchou.performance.model;

import org.jspecify.annotations.NullMarked;
