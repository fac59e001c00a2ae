package org.tongchou.platform.settlement.advance;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An accident for which a third party should pay (意外伤害): 社会保险法 art. 30 lets the fund pay first when the third party does not pay
 * or is not known, and recover it.
 *
 * @param happenedOn day of the accident
 * @param place where
 * @param course what happened
 * @param known whether the third party is known
 * @param debtor its name; empty while it is not known
 * @param contact how to reach it
 * @param refusal why it did not pay, or why it is not known
 */
public record Accident(
        @Nullable LocalDate happenedOn,
        @Nullable String place,
        @Nullable String course,
        @Nullable Boolean known,
        @Nullable String debtor,
        @Nullable String contact,
        @Nullable String refusal) {}
