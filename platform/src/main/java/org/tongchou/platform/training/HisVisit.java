package org.tongchou.platform.training;

import java.time.LocalDateTime;

/**
 * A visit at the institution.
 *
 * @param number 就诊ID
 * @param person who
 * @param kind {@code med_type}
 * @param stay whether it is a stay in hospital
 * @param begun since when
 * @param complaint what for
 */
public record HisVisit(
        String number, HisPerson person, String kind, boolean stay, LocalDateTime begun, HisComplaint complaint) {}
