/**
 * 结算数据年文件: a year of persons, bills and lines as columns in files that are read without being loaded, and a
 * generator of synthetic ones. The layout is told in {@code docs/claims-file.md}.
 *
 * <p>Offers {@link org.tongchou.benefit.claims.ClaimsYear} to read, {@link org.tongchou.benefit.claims.ClaimsWriter} to
 * write and {@link org.tongchou.benefit.claims.ClaimsGenerator} to make such a year. It must not know what is done with it.
 */
@NullMarked
package org.tongchou.benefit.claims;

import org.jspecify.annotations.NullMarked;
