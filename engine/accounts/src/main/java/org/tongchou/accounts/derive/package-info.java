/**
 * From the figures of a budget or final accounts to the whole document: tables, totals, comparison with last year,
 * sentences, charts.
 *
 * <p>{@link org.tongchou.accounts.derive.Derivation} is the entry. Amounts are added in fen; every printed figure is
 * rounded half up from its exact value, so a printed total may differ from the sum of its printed parts in the last
 * digit. The order and the words of the document are data ({@code forms/*.yaml}).
 */
@NullMarked
package org.tongchou.accounts.derive;

import org.jspecify.annotations.NullMarked;
