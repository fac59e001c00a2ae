/**
 * Writing result files (结果文件): a file appears whole or not at all.
 *
 * <p>Knows nothing of accounts; writers and reports use it.
 */
@NullMarked
package org.tongchou.accounts.files;

import org.jspecify.annotations.NullMarked;
