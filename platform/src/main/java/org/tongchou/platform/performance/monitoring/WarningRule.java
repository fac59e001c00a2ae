package org.tongchou.platform.performance.monitoring;

import java.math.BigDecimal;

/**
 * A declared limit.
 *
 * @param measure 执行率, 执行数, 完成进度 or 预计完成率
 * @param below warns below this: percent, for 执行数 yuan
 * @param level 提示 or 预警
 * @param says the warning in Chinese
 */
record WarningRule(String measure, BigDecimal below, String level, String says) {
    /** Whether it is about single indicators. */
    boolean ofLines() {
        return measure.equals("完成进度") || measure.equals("预计完成率");
    }
}
