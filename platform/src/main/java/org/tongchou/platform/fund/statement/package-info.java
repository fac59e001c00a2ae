/** Statements of the funds (基金报表): balance sheet, income and spending, months of reserve. */
@NullMarked
package org.tongchou.platform.fund.statement;

import org.jspecify.annotations.NullMarked;
