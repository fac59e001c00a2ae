/**
 * Designated providers (定点管理): hospitals, clinics, pharmacies and village posts, who practises there, and the agreements
 * with them, from application to termination.
 *
 * <p>Owns schema {@code provider}. Offers {@link org.tongchou.platform.provider.Providers}. Must not know catalogues, bills
 * and funds.
 */
@ApplicationModule(displayName = "定点管理")
@NullMarked
package org.tongchou.platform.provider;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
