package org.tongchou.platform.demo;

import java.util.List;

/**
 * One project of the synthetic bureau.
 *
 * @param code project code
 * @param name project name
 * @param unit code of the unit that carries it out
 * @param functional functional code it is paid under
 * @param fund source of its money
 * @param economic economic codes it is spent on
 * @param initialYuan 年初预算, yuan
 * @param adjustmentYuan what the budget was changed by, yuan
 * @param executedYuan what was spent, yuan with two decimals
 * @param rhythm how the year's payments are spread
 */
record SampleProject(
        String code,
        String name,
        String unit,
        String functional,
        String fund,
        List<String> economic,
        String initialYuan,
        String adjustmentYuan,
        String executedYuan,
        Rhythm rhythm) {
    /** How payments are spread over the year. */
    enum Rhythm {
        /** Every month about the same. */
        EVEN,
        /** At the end of every quarter. */
        QUARTERLY,
        /** Slow at first, most of it in December. */
        RUSH
    }
}
