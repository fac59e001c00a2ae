/**
 * The counter (结算): visits, charges, settlements and what takes them back, the year's accumulators.
 *
 * <p>Owns schema {@code settlement}. Offers {@link org.tongchou.platform.settlement.Visits}, {@link
 * org.tongchou.platform.settlement.Charges} and {@link org.tongchou.platform.settlement.Settlements} in the words of the policy pack; the
 * codes of the national interface are only kept. A bill is settled by the engine, in one transaction with its lines, accumulators,
 * account movements and vouchers; bills of one person queue, bills of different people never wait for each other.
 */
@ApplicationModule(displayName = "医疗结算")
@NullMarked
package org.tongchou.platform.settlement;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
