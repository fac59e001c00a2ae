/**
 * Care outside the region (异地就医): people of other regions treated here, people of ours treated there.
 *
 * <p>Owns schema {@code crossregion}. Regions speak by messages through a {@link org.tongchou.platform.crossregion.Node}, each answered
 * once. {@code care} forwards what concerns people insured elsewhere to their region and keeps what it decides; {@code home} settles
 * what other regions tell of our people; {@code month} compares a month with the other region and pays or receives it; {@code
 * simulated} plays a region for tests and training. It knows nothing of the national interface.
 */
@ApplicationModule(displayName = "异地就医")
@NullMarked
package org.tongchou.platform.crossregion;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
