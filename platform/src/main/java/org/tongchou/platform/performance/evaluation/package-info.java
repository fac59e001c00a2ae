/** Self-evaluation (绩效自评): values, evidence, scores by declared rules, review. */
@NamedInterface("evaluation")
@NullMarked
package org.tongchou.platform.performance.evaluation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
