/**
 * The national code catalogues of the region (目录管理): diseases, operations, drugs, services, consumables and what the fund pays
 * of them, by version and by day; the catalogues of hospitals matched with them.
 *
 * <p>Owns schema {@code catalogue}. Offers {@link org.tongchou.platform.catalogue.Catalogue} and {@link
 * org.tongchou.platform.catalogue.Matchings}. Must not know who settles by them.
 */
@ApplicationModule(displayName = "目录管理")
@NullMarked
package org.tongchou.platform.catalogue;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
