/**
 * People and what they are enrolled in (参保管理, 一人一档): persons, households, employers, periods in schemes, special identities,
 * the acts that change them, transfers, credentials, participation figures, and who should be enrolled and is not.
 *
 * <p>Owns schema {@code enrolment}. Offers {@link org.tongchou.platform.enrolment.Persons}, {@link
 * org.tongchou.platform.enrolment.Enrolments}, {@link org.tongchou.platform.enrolment.Employers} and, for many at once, {@link
 * org.tongchou.platform.enrolment.Registry}; asks {@link org.tongchou.platform.enrolment.PaymentHistory} for what was paid and
 * {@link org.tongchou.platform.enrolment.AccountCarrier} for the money of transfers; tells every {@link
 * org.tongchou.platform.enrolment.StandingChange}.
 * Must not know contribution.
 */
@ApplicationModule(displayName = "参保管理")
@NullMarked
package org.tongchou.platform.enrolment;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
