/**
 * Functional classification (支出功能分类 类款项) and economic classification (部门预算支出经济分类) as a dated table.
 *
 * <p>The table is data: {@code functional.csv} and {@code economic.csv} beside this package, columns {@code
 * code,name,from,to,source}. A code may have several names: each with the first and last budget year it is known to
 * have been printed in; an empty year means that the bound is not known, not that it is unbounded. {@code source} names
 * the published accounts a row was read from, or 政府收支分类科目（通行名称） for a name in general use whose edition
 * was not at hand. A city imports its own full list with {@link
 * org.tongchou.accounts.classification.ClassificationCsv}.
 */
@NullMarked
package org.tongchou.accounts.classification;

import org.jspecify.annotations.NullMarked;
