/**
 * The structured figures of one budget or final accounts on disk: what {@code tongchou publish} reads.
 *
 * <p>A folder holds {@code document.yaml} and one CSV per base table; {@code printed/<topic>.csv} gives a table exactly
 * as it was published. The format is described in {@code docs/accounts-figures.md}. {@link
 * org.tongchou.accounts.figures.AccountsFigures#load} returns the figures and every problem with its file and line.
 */
@NullMarked
package org.tongchou.accounts.figures;

import org.jspecify.annotations.NullMarked;
