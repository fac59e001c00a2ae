/**
 * Files that people write and read: results that appear whole or not at all, CSV and YAML whose every mistake can be
 * shown with its line.
 *
 * <p>Knows money and its printed numbers, and no engine; every engine uses it.
 */
@NullMarked
package org.tongchou.files;

import org.jspecify.annotations.NullMarked;
