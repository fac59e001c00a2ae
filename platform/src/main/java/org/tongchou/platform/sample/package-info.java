/**
 * A pooling region in a box (合成统筹区): people, employers, providers, catalogue, dues and subsidies of a year, all synthetic, put in
 * through the modules that own them as two people would. The same seed gives the same region.
 *
 * <p>Owns schema {@code sample}: which region was made and which of its steps are done. Offers {@link
 * org.tongchou.platform.sample.SampleRegion}.
 */
@ApplicationModule(displayName = "合成统筹区")
@NullMarked
package org.tongchou.platform.sample;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
