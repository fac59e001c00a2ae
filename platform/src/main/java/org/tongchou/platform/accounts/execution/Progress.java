package org.tongchou.platform.accounts.execution;

import java.time.LocalDate;
import java.util.List;

/**
 * The execution of a book up to a day.
 *
 * @param asOf the day
 * @param timeMillionths share of the year that has passed, in millionths
 * @param total all units
 * @param units by unit
 * @param projects by project
 * @param months by month up to the day
 * @param warnings what stands out: first what needs a reason and has none
 */
record Progress(
        LocalDate asOf,
        long timeMillionths,
        ProgressLine total,
        List<ProgressLine> units,
        List<ProgressLine> projects,
        List<MonthLine> months,
        List<Warning> warnings) {
    Progress {
        units = List.copyOf(units);
        projects = List.copyOf(projects);
        months = List.copyOf(months);
        warnings = List.copyOf(warnings);
    }
}
