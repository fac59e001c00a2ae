/**
 * The books (账套): a bureau's year of entries, and the one way to post and reverse them ({@link
 * org.tongchou.platform.accounts.book.Ledger}).
 */
@NamedInterface("book")
@NullMarked
package org.tongchou.platform.accounts.book;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
