package org.tongchou.platform.provider.agreement;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tongchou.platform.provider.act.ActKind;

/**
 * A step that is wanted; which fields count depends on the step.
 *
 * @param kind the step
 * @param onDate the day it takes effect: application, signing, suspension …
 * @param untilDate last day of a suspension; last day on which a new application is refused after a termination
 * @param reason why
 * @param materials what was handed in with an application
 * @param points points by item of the assessment
 * @param terms what was negotiated
 * @param number number of the agreement that is signed
 * @param begins its first day
 * @param ends its last day
 * @param depositRate share that it keeps back of what is due to the institution, 0 to 1
 * @param depositClause where it says so
 */
public record AgreementRequest(
        @Nullable ActKind kind,
        @Nullable LocalDate onDate,
        @Nullable LocalDate untilDate,
        @Nullable String reason,
        @Nullable List<String> materials,
        @Nullable Map<String, @Nullable BigDecimal> points,
        @Nullable String terms,
        @Nullable String number,
        @Nullable LocalDate begins,
        @Nullable LocalDate ends,
        @Nullable BigDecimal depositRate,
        @Nullable String depositClause) {}
