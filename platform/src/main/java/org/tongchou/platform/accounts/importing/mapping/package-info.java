/**
 * How a file of another system becomes entries: columns and fields, their words for ours, and reading one row with every
 * problem of its cells. Pure; knows no tables and no files.
 */
@NullMarked
package org.tongchou.platform.accounts.importing.mapping;

import org.jspecify.annotations.NullMarked;
