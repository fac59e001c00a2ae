/**
 * Imports (导入): files of treasury systems become entries of a book, files of contracts and of three-public events rows
 * of their registers.
 *
 * <p>A file is uploaded, mapped by a template, checked row by row into staging tables ({@code accounts.import_*}), mended
 * in place, and posted as one batch in one transaction; a batch can be reversed. Posts through the ledger and the
 * registers only.
 */
@NullMarked
package org.tongchou.platform.accounts.importing;

import org.jspecify.annotations.NullMarked;
