/**
 * Imports (导入): files of treasury systems become entries of a book.
 *
 * <p>A file is uploaded, mapped by a template, checked row by row into staging tables ({@code accounts.import_*}), mended
 * in place, and posted as one batch in one transaction; a batch can be reversed. Posts through {@link
 * org.tongchou.platform.accounts.book.Ledger} only.
 */
@NullMarked
package org.tongchou.platform.accounts.importing;

import org.jspecify.annotations.NullMarked;
