/** The desk for manual reimbursement (手工零星报销): acceptance, review, approval, payment to the person. */
@NullMarked
package org.tongchou.platform.settlement.manual;

import org.jspecify.annotations.NullMarked;
