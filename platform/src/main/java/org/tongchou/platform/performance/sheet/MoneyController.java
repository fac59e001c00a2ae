package org.tongchou.platform.performance.sheet;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.tongchou.platform.accounts.Spending;
import org.tongchou.platform.web.Actor;
import org.tongchou.platform.web.PageQuery;
import org.tongchou.platform.web.Refusal;
import org.tongchou.platform.web.Requires;

/** The way from an amount of a performance sheet to the entries behind it. */
@RestController
@RequestMapping("/api/performance/sheets/{id}/vouchers")
class MoneyController {
    private final SheetStore store;
    private final Funds funds;

    MoneyController(SheetStore store, Funds funds) {
        this.store = store;
        this.funds = funds;
    }

    /**
     * The entries behind an amount, one page.
     *
     * @param row name of its row
     * @param until last day that counts, as the sheet says
     * @param lastEntry last entry that counts, as the sheet says; none for money that is live
     */
    @Requires("performance.sheet.view")
    @GetMapping
    Spending.Vouchers vouchers(
            @AuthenticationPrincipal Actor actor,
            @PathVariable long id,
            @RequestParam String row,
            @RequestParam Spending.Column column,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate until,
            @RequestParam(required = false) @Nullable Long lastEntry,
            PageQuery page) {
        TargetSheet sheet = store.get(actor, id);
        if (until.getYear() != sheet.year()) {
            throw Refusal.field("E-PER-076", "截止日", until.toString(), sheet.year() + " 年内的日期");
        }
        return funds.vouchers(sheet, row, column, until, lastEntry, page);
    }
}
