package org.tongchou.platform.fund.closing;

import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.tongchou.platform.fund.ledger.FundDays;
import org.tongchou.platform.fund.ledger.FundScope;
import org.tongchou.platform.web.Actor;
import org.tongchou.platform.web.Given;
import org.tongchou.platform.web.Requires;

/** Months closed and opened again. */
@RestController("fundPeriodController")
@Tag(name = "基金财务")
@RequestMapping("/api/fund/periods")
class PeriodController {
    private final Periods periods;
    private final FundScope scope;

    PeriodController(Periods periods, FundScope scope) {
        this.periods = periods;
        this.scope = scope;
    }

    @Requires("fund.ledger.view")
    @GetMapping
    List<Periods.Period> list(@AuthenticationPrincipal Actor actor, @RequestParam String fund, @RequestParam int year) {
        scope.mustSee(actor);
        return periods.list(fund, year);
    }

    @Requires("fund.ledger.view")
    @GetMapping("/checks")
    List<ClosingChecks.Check> checks(
            @AuthenticationPrincipal Actor actor, @RequestParam String fund, @RequestParam String month) {
        scope.mustSee(actor);
        return periods.checks(fund, FundDays.month("会计期间", month));
    }

    /**
     * Which month.
     *
     * @param fund code of the fund
     * @param month 2025-03
     * @param reason why it is opened again
     */
    record Request(
            @Nullable String fund,
            @Nullable String month,
            @Nullable String reason) {}

    @Requires("fund.period.close")
    @PostMapping("/closing")
    List<Periods.Period> close(@AuthenticationPrincipal Actor actor, @RequestBody Request request) {
        scope.mustSee(actor);
        YearMonth month = FundDays.month("会计期间", request.month());
        periods.close(actor, Given.text(request.fund()), month);
        return periods.list(Given.text(request.fund()), month.getYear());
    }

    @Requires("fund.period.reopen")
    @PostMapping("/reopening")
    List<Periods.Period> reopen(@AuthenticationPrincipal Actor actor, @RequestBody Request request) {
        scope.mustSee(actor);
        YearMonth month = FundDays.month("会计期间", request.month());
        periods.reopen(actor, Given.text(request.fund()), month, request.reason());
        return periods.list(Given.text(request.fund()), month.getYear());
    }
}
