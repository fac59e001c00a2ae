package org.tongchou.platform.settlement.manual;

import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.tongchou.platform.web.Actor;
import org.tongchou.platform.web.Given;
import org.tongchou.platform.web.Requires;

/** Working days over HTTP. */
@RestController("settlementCalendarController")
@Tag(name = "医疗结算")
@RequestMapping("/api/settlement/calendar")
class CalendarController {
    private final WorkingDays days;

    CalendarController(WorkingDays days) {
        this.days = days;
    }

    /**
     * A day that is told.
     *
     * @param day the day
     * @param working whether it is worked on
     * @param note why
     */
    record Telling(
            @Nullable LocalDate day,
            @Nullable Boolean working,
            @Nullable String note) {}

    @Requires("settlement.manual.view")
    @GetMapping("/{year}")
    List<WorkingDays.Told> list(@PathVariable int year) {
        return days.of(year);
    }

    @Requires("settlement.calendar.edit")
    @PutMapping
    WorkingDays.Told tell(@AuthenticationPrincipal Actor actor, @RequestBody Telling told) {
        return days.tell(
                actor,
                Given.required("日期", told.day()),
                Given.required("是否上班", told.working()),
                Given.text(told.note()));
    }
}
