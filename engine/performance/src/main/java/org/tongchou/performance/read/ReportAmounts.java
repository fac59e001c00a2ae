package org.tongchou.performance.read;

/** Which column of a sheet an amount in a report repeats. */
public final class ReportAmounts {
    private ReportAmounts() {}

    /** The column; the name itself when no pattern has it. */
    public static String column(String name) {
        return ReportPatterns.standard().amounts.stream()
                .filter(said -> said.name().equals(name))
                .findFirst()
                .map(ReportPatterns.Said::column)
                .orElse(name);
    }

    /** Whether the amount must be that of the sheet; otherwise a difference may have its reasons. */
    public static boolean compulsory(String name) {
        return ReportPatterns.standard().amounts.stream()
                .anyMatch(said -> said.name().equals(name) && said.severity().equals("error"));
    }
}
