/**
 * The bureau's own books and their published tables (部门预决算): budget items, execution, income, carry-over, contracts, assets,
 * the nine tables and ten budget tables derived from them, versions from draft to publication.
 *
 * <p>Owns schema {@code accounts}. Publishes through {@code disclosure}. Must not know performance.
 */
@ApplicationModule(displayName = "部门预决算")
@NullMarked
package org.tongchou.platform.accounts;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
