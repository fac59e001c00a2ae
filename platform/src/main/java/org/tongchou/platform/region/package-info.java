/**
 * Which pooling region this is (统筹区): its counties and their people, and the policy pack whose rules are in force.
 *
 * <p>Owns schema {@code region}. Offers {@link org.tongchou.platform.region.Region}. Knows no duty.
 */
@ApplicationModule(displayName = "统筹区")
@NullMarked
package org.tongchou.platform.region;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
