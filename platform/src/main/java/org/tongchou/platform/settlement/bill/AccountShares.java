package org.tongchou.platform.settlement.bill;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.BiFunction;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tongchou.benefit.settle.Balances;
import org.tongchou.money.Money;
import org.tongchou.platform.fund.PersonalAccounts;
import org.tongchou.platform.settlement.FamilyAccounts;
import org.tongchou.platform.settlement.FamilyAccounts.Binding;
import org.tongchou.platform.settlement.FamilyAccounts.Share;
import org.tongchou.platform.settlement.Settlements.Settled;
import org.tongchou.platform.web.Actor;

/**
 * What personal accounts pay of a bill: the person's own and those of relatives (家庭共济), in the order that was declared. Accounts
 * are always held in the order of their ids, so that bills of two families that share accounts never wait for ever.
 */
@Component
class AccountShares {
    private final JdbcClient database;
    private final PersonalAccounts accounts;
    private final FamilyAccounts families;

    AccountShares(JdbcClient database, PersonalAccounts accounts, FamilyAccounts families) {
        this.database = database;
        this.accounts = accounts;
        this.families = families;
    }

    /**
     * What may be used.
     *
     * @param ownFen in the person's own account
     * @param family what each relative's account may pay, in the declared order
     */
    record Usable(long ownFen, List<Share> family) {
        static final Usable NOTHING = new Usable(0, List.of());

        Balances balances() {
            long mutual = family.stream().mapToLong(Share::fen).sum();
            return new Balances(Money.ofFen(ownFen), null, Money.ofFen(mutual), null);
        }
    }

    /** What may be used on a day; nobody else takes of it when it is to be held. */
    Usable usable(long person, LocalDate day, boolean hold) {
        List<Binding> bindings = families.payersOf(person, day);
        TreeSet<Long> ids = new TreeSet<>();
        ids.add(person);
        bindings.forEach(binding -> ids.add(binding.payer()));
        BiFunction<Long, LocalDate, PersonalAccounts.Balance> look = hold ? accounts::lockIfOpen : accounts::balance;
        Map<Long, Long> held = new HashMap<>();
        for (long id : ids) {
            held.put(id, look.apply(id, day).fen());
        }
        List<Share> family = new ArrayList<>();
        for (Binding binding : bindings) {
            long most = Math.min(Objects.requireNonNull(held.get(binding.payer())), left(binding, day.getYear()));
            if (most > 0) {
                family.add(new Share(binding.payer(), most));
            }
        }
        return new Usable(Objects.requireNonNull(held.get(person)), List.copyOf(family));
    }

    /** What a holder's yearly limit leaves; the account is held when it counts. */
    private long left(Binding binding, int year) {
        Long limit = binding.yearlyLimitFen();
        if (limit == null) {
            return Long.MAX_VALUE;
        }
        return Math.max(0, limit - families.used(binding, year));
    }

    /** Takes what a settlement says out of the accounts that are held. */
    void take(Actor actor, Settled settled, Usable usable, LocalDate day, long voucher) {
        if (settled.amounts().account() > 0) {
            pay(actor, settled, new Share(settled.personId(), settled.amounts().account()), day, voucher);
        }
        long rest = settled.amounts().mutual();
        for (Share share : usable.family()) {
            Share now = new Share(share.payer(), Math.min(rest, share.fen()));
            if (now.fen() > 0) {
                pay(actor, settled, now, day, voucher);
                database.sql("""
                                insert into settlement.family_share (settlement_id, payer, member, year, fen)
                                values (:id, :payer, :member, :year, :fen)""")
                        .param("id", settled.id())
                        .param("payer", now.payer())
                        .param("member", settled.personId())
                        .param("year", day.getYear())
                        .param("fen", now.fen())
                        .update();
                rest -= now.fen();
            }
        }
    }

    private void pay(Actor actor, Settled settled, Share share, LocalDate day, long voucher) {
        accounts.pay(
                actor,
                new PersonalAccounts.Use(
                        share.payer(), share.fen(), day, false, Postings.cause(settled.id()), voucher));
    }

    /** Gives what a settlement took back to the same accounts. */
    void giveBack(Actor actor, Settled settled, long mirror, LocalDate day, long voucher) {
        List<Share> shares = new ArrayList<>(families.shares(settled.id()));
        if (settled.amounts().account() > 0) {
            shares.add(new Share(settled.personId(), settled.amounts().account()));
        }
        shares.sort(java.util.Comparator.comparingLong(Share::payer));
        for (Share share : shares) {
            accounts.refund(
                    actor,
                    new PersonalAccounts.Refund(
                            share.payer(),
                            share.fen(),
                            day,
                            Postings.cause(settled.id()),
                            Postings.cause(mirror),
                            voucher));
        }
    }
}
