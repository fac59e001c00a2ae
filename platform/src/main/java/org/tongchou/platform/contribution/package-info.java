/**
 * Money that comes in (征缴管理): employers' monthly declarations and bills, collection by the files of tax office and banks,
 * arrears and late fees, refunds, residents' yearly dues, subsidies of the fiscal levels.
 *
 * <p>Owns schema {@code contribution}. Offers {@link org.tongchou.platform.contribution.EmployerMonths}; tells enrolment what was
 * paid; posts everything into the ledger of {@link org.tongchou.platform.fund}.
 */
@ApplicationModule(displayName = "征缴管理")
@NullMarked
package org.tongchou.platform.contribution;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
