package org.tongchou.platform.contribution.collection;

import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.tongchou.platform.enrolment.AccountCarrier;
import org.tongchou.platform.fund.Cause;
import org.tongchou.platform.fund.FundAccounts;
import org.tongchou.platform.fund.Funds;
import org.tongchou.platform.fund.Ledger;
import org.tongchou.platform.fund.Leg;
import org.tongchou.platform.fund.PersonalAccounts;
import org.tongchou.platform.fund.PersonalAccounts.Credit;
import org.tongchou.platform.fund.PersonalAccounts.Refund;
import org.tongchou.platform.fund.PersonalAccounts.Transfer;
import org.tongchou.platform.fund.PersonalAccounts.Use;
import org.tongchou.platform.fund.Voucher;
import org.tongchou.platform.fund.VoucherView;
import org.tongchou.platform.web.Actor;

/**
 * Money of personal accounts that comes and goes with people who move between regions. What comes stands on 收入户存款 as 转移收入;
 * what goes is 转移支出 and stands on 暂收款—其他 under its act until the fund's people send it to the other region.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class CarriedAccounts implements AccountCarrier {
    private final PersonalAccounts accounts;
    private final Ledger ledger;
    private final Clock clock;

    CarriedAccounts(PersonalAccounts accounts, Ledger ledger, Clock clock) {
        this.accounts = accounts;
        this.ledger = ledger;
        this.clock = clock;
    }

    private static Cause cause(String kind, long act) {
        return new Cause(Settling.MODULE, kind, Long.toString(act));
    }

    private static Cause moving(long act) {
        return cause("transfer", act);
    }

    @Override
    @Transactional(readOnly = true)
    public long balance(Collection<Long> persons) {
        return persons.stream()
                .mapToLong(person -> accounts.balance(person).fen())
                .sum();
    }

    @Override
    public void carryIn(Actor actor, long person, long fen, long act) {
        LocalDate today = LocalDate.now(clock);
        long voucher = ledger.post(
                actor,
                new Voucher(
                        Funds.ACCOUNT,
                        today,
                        moving(act),
                        "关系转入，个人账户余额随同转入",
                        List.of(
                                Leg.debit(FundAccounts.INCOME_BANK, fen, null),
                                Leg.credit(FundAccounts.TRANSFERS_IN, fen, null))));
        accounts.credit(
                actor,
                YearMonth.from(today).toString(),
                List.of(new Credit(person, fen, today, false, moving(act), voucher)));
    }

    @Override
    public long carryOut(Actor actor, Collection<Long> persons, long act) {
        LocalDate today = LocalDate.now(clock);
        List<Use> uses = persons.stream()
                .sorted()
                .filter(person -> accounts.balance(person).fen() > 0)
                .map(person -> new Use(person, accounts.lock(person, today).fen(), today, true, moving(act), 0))
                .toList();
        long fen = uses.stream().mapToLong(Use::fen).sum();
        if (fen > 0) {
            long voucher = ledger.post(
                    actor,
                    new Voucher(
                            Funds.ACCOUNT,
                            today,
                            moving(act),
                            "关系转出，个人账户余额随同转出",
                            List.of(
                                    Leg.debit(FundAccounts.TRANSFERS_OUT, fen, null),
                                    Leg.credit(FundAccounts.RECEIVED_OTHER, fen, "transfer" + act))));
            uses.forEach(use -> accounts.transfer(
                    actor,
                    new Transfer(
                            new Use(use.person(), use.fen(), today, use.carriedFirst(), use.cause(), voucher), null)));
        }
        return fen;
    }

    @Override
    public void takeBack(Actor actor, Collection<Long> persons, long act) {
        LocalDate today = LocalDate.now(clock);
        for (VoucherView voucher : ledger.byCause(moving(act))) {
            if (!voucher.kind().equals("posting") || voucher.reversedBy() != null) {
                continue;
            }
            long mirror = ledger.reverse(actor, voucher.id(), today, "撤销转移");
            for (long person : persons) {
                long moved = accounts.moved(person, moving(act));
                Refund back =
                        new Refund(person, Math.abs(moved), today, moving(act), cause("transfer-undone", act), mirror);
                if (moved > 0) {
                    accounts.reverse(actor, back);
                } else if (moved < 0) {
                    accounts.refund(actor, back);
                }
            }
        }
    }
}
