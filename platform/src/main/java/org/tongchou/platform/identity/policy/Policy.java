package org.tongchou.platform.identity.policy;

import org.tongchou.platform.web.Refusal;

/**
 * The security policy. It can be made stricter, never weaker than what level-3 protection asks for.
 *
 * @param passwordLength fewest characters of a password
 * @param passwordKinds of upper case, lower case, digits and signs, how many must occur
 * @param passwordHistory how many former passwords may not come back
 * @param passwordDays after how many days a password must be changed
 * @param lockTries after how many failures in a row signing in is locked
 * @param lockMinutes for how long
 * @param sessionMinutes after how many idle minutes a session ends
 * @param signInsPerMinute how often one address may try to sign in within a minute
 * @param auditMonths for how many months audit entries are kept at least
 */
public record Policy(
        int passwordLength,
        int passwordKinds,
        int passwordHistory,
        int passwordDays,
        int lockTries,
        int lockMinutes,
        int sessionMinutes,
        int signInsPerMinute,
        int auditMonths) {
    /** What holds unless something else was set. */
    public static final Policy USUAL = new Policy(10, 3, 5, 90, 5, 30, 15, 30, 6);

    /** Refuses what is out of range. */
    public Policy {
        range("口令最短长度", passwordLength, 10, 32);
        range("口令字符种类", passwordKinds, 3, 4);
        range("口令历史个数", passwordHistory, 5, 24);
        range("口令有效天数", passwordDays, 7, 90);
        range("锁定前失败次数", lockTries, 3, 5);
        range("锁定分钟数", lockMinutes, 30, 1440);
        range("空闲退出分钟数", sessionMinutes, 5, 15);
        range("每分钟登录次数", signInsPerMinute, 5, 600);
        range("审计日志保留月数", auditMonths, 6, 120);
    }

    private static void range(String name, int value, int least, int most) {
        if (value < least || value > most) {
            throw Refusal.field("E-IDN-201", name, Integer.toString(value), least + " 至 " + most + " 的整数");
        }
    }
}
