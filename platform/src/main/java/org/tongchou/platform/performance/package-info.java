/**
 * Performance (绩效管理): targets, monitoring at cut-off dates, self-evaluation with evidence, review, roll-up, reports.
 *
 * <p>Owns schema {@code performance}. Takes the money of projects and departments from {@code accounts}, always live until a
 * form is submitted; scores come from the engine's declared rules. Other modules offer values to indicators through {@link
 * org.tongchou.platform.performance.IndicatorSource}. Must not know how money is booked or published.
 */
@ApplicationModule(displayName = "绩效管理")
@NullMarked
package org.tongchou.platform.performance;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
