/**
 * The checks (勾稽关系): relations inside a table, between tables, and between tables and text.
 *
 * <p>Checks are data ({@code checks/*.yaml}); Java only knows how to evaluate them. {@link
 * org.tongchou.accounts.check.Auditor} is the entry.
 */
@NullMarked
package org.tongchou.accounts.check;

import org.jspecify.annotations.NullMarked;
