/**
 * Performance (绩效管理): targets, quarterly monitoring, self-evaluation with evidence, review, roll-up, reports.
 *
 * <p>Owns schema {@code performance}. Takes the money of projects from {@code accounts}.
 */
@ApplicationModule(displayName = "绩效管理")
@NullMarked
package org.tongchou.platform.performance;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
