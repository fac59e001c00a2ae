/**
 * Finds the accounts tables in a raw document: which table is which, what each column and row stands for, and what text
 * extraction did to the rows.
 *
 * <p>What tables look like is data ({@code layouts/*.yaml}); {@link org.tongchou.accounts.recognise.Recogniser} is the
 * entry.
 */
@NullMarked
package org.tongchou.accounts.recognise;

import org.jspecify.annotations.NullMarked;
