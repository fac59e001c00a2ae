package org.tongchou.platform.sample;

import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;
import org.tongchou.platform.fund.Cause;
import org.tongchou.platform.fund.FundAccounts;
import org.tongchou.platform.fund.Funds;
import org.tongchou.platform.fund.Ledger;
import org.tongchou.platform.fund.Leg;
import org.tongchou.platform.fund.Voucher;
import org.tongchou.platform.sample.plan.RegionPlan;

/** What the funds had saved before the first month: without it an employer of pensioners could be the first to be settled. */
@Component
class OpeningFilling {
    private static final List<Saving> SAVED =
            List.of(new Saving(Funds.EMPLOYEE, 30_000, 90_000), new Saving(Funds.RESIDENT, 10_000, 40_000));

    /** What a fund has in the state treasury and on its special account for each person of the region, in fen. */
    private record Saving(String fund, long treasury, long special) {}

    private final Ledger ledger;

    OpeningFilling(Ledger ledger) {
        this.ledger = ledger;
    }

    List<Step> steps(RegionPlan plan, Makers makers) {
        LocalDate day = plan.setting().months().get(0).atDay(1).minusDays(1);
        return List.of(Step.of(
                "opening",
                "登记基金期初结余",
                () -> SAVED.forEach(saving -> {
                    long treasury = saving.treasury() * plan.people().size();
                    long special = saving.special() * plan.people().size();
                    ledger.post(
                            makers.clerk(),
                            new Voucher(
                                    saving.fund(),
                                    day,
                                    new Cause("sample", "opening", saving.fund()),
                                    "期初结余",
                                    List.of(
                                            Leg.debit(FundAccounts.STATE_TREASURY, treasury, null),
                                            Leg.debit(FundAccounts.TREASURY_BANK, special, null),
                                            Leg.credit(FundAccounts.SURPLUS, treasury + special, null))));
                })));
    }
}
