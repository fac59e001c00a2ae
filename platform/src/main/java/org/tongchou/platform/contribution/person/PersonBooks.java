package org.tongchou.platform.contribution.person;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.tongchou.platform.fund.Cause;
import org.tongchou.platform.fund.FundAccounts;
import org.tongchou.platform.fund.Funds;
import org.tongchou.platform.fund.Ledger;
import org.tongchou.platform.fund.Leg;
import org.tongchou.platform.fund.PersonalAccounts;
import org.tongchou.platform.fund.Voucher;
import org.tongchou.platform.web.Actor;

/**
 * Books what people paid, one voucher a fund for a whole part of a file: residents' dues as income of their county, before
 * their year begins as 暂收款—预收居民保费; dues of flexible workers as income of each fund, with the credit of their accounts; what
 * matches nobody as 待查明款项.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class PersonBooks {
    private static final String MODULE = "contribution";

    private final Ledger ledger;
    private final PersonalAccounts accounts;

    PersonBooks(Ledger ledger, PersonalAccounts accounts) {
        this.ledger = ledger;
        this.accounts = accounts;
    }

    /**
     * A due that is paid.
     *
     * @param due the due
     * @param day when
     * @param reference number of the payment
     */
    record Match(Due due, LocalDate day, String reference) {}

    /**
     * Where the money is booked from.
     *
     * @param source account that holds it until now: the bank's, or 待查明款项
     * @param bank the bank's account
     */
    record From(String source, String bank) {}

    /** A cause of this module. */
    static Cause cause(String kind, String id) {
        return new Cause(MODULE, kind, id);
    }

    /**
     * Books money of one day.
     *
     * @param unknownFen of it, what matches nobody; stays where it is when it comes from there
     * @return the voucher of the scheme's own fund
     */
    long book(Actor actor, String scheme, From from, LocalDate day, Cause cause, List<Match> matches, long unknownFen) {
        List<Due> dues = matches.stream().map(Match::due).toList();
        return scheme.equals(Schemes.RESIDENT)
                ? residents(actor, from, day, cause, dues, unknownFen)
                : flexible(actor, from, day, cause, dues, unknownFen);
    }

    private long residents(Actor actor, From from, LocalDate day, Cause cause, List<Due> dues, long unknownFen) {
        Legs legs = new Legs();
        legs.add(from.source(), unknownFen + sum(dues, Due::personalFen), null);
        legs.add(FundAccounts.UNIDENTIFIED, -unknownFen, null);
        for (Due due : dues) {
            boolean early = day.isBefore(due.fromDay());
            legs.add(
                    early ? FundAccounts.RECEIVED_IN_ADVANCE : FundAccounts.DUES_PERSONS,
                    -due.personalFen(),
                    due.county());
        }
        return ledger.post(actor, new Voucher(Funds.RESIDENT, day, cause, "居民个人缴费到账", legs.all()));
    }

    private long flexible(Actor actor, From from, LocalDate day, Cause cause, List<Due> dues, long unknownFen) {
        long direct = sum(dues, due -> Math.min(due.creditFen(), basic(due)));
        long moved = sum(dues, Due::creditFen) - direct;
        Legs basic = new Legs();
        basic.add(from.source(), unknownFen + sum(dues, Due::personalFen), null);
        basic.add(FundAccounts.UNIDENTIFIED, -unknownFen, null);
        basic.add(FundAccounts.TO_OTHER_FUNDS, moved, null);
        dues.forEach(due ->
                basic.add(FundAccounts.DUES_PERSONS, Math.min(due.creditFen(), basic(due)) - basic(due), due.county()));
        List<Voucher> vouchers = new ArrayList<>();
        other(vouchers, Funds.MATERNITY, from, day, cause, dues, Due::maternityFen);
        other(vouchers, Funds.LARGE, from, day, cause, dues, Due::largeFen);
        other(vouchers, Funds.CARE, from, day, cause, dues, Due::careFen);
        long away = direct + moved + sum(dues, due -> due.personalFen() - basic(due));
        basic.add(from.bank(), -away, null);
        vouchers.add(0, new Voucher(Funds.EMPLOYEE, day, cause, "灵活就业人员缴费到账", basic.all()));
        long voucher = ledger.post(actor, vouchers).get(0);
        if (direct + moved > 0) {
            credit(actor, from, day, cause, dues, direct, moved);
        }
        return voucher;
    }

    private static long basic(Due due) {
        return due.personalFen() - due.maternityFen() - due.largeFen() - due.careFen();
    }

    private static void other(
            List<Voucher> vouchers,
            String fund,
            From from,
            LocalDate day,
            Cause cause,
            List<Due> dues,
            ToLongFunction<Due> part) {
        if (sum(dues, part) > 0) {
            Legs legs = new Legs();
            legs.add(from.bank(), sum(dues, part), null);
            dues.forEach(due -> legs.add(FundAccounts.DUES_PERSONS, -part.applyAsLong(due), due.county()));
            vouchers.add(new Voucher(fund, day, cause, "灵活就业人员缴费到账", legs.all()));
        }
    }

    private void credit(Actor actor, From from, LocalDate day, Cause cause, List<Due> dues, long direct, long moved) {
        Legs legs = new Legs();
        legs.add(from.bank(), direct + moved, null);
        legs.add(FundAccounts.DUES_PERSONS, -direct, null);
        legs.add(FundAccounts.FROM_OTHER_FUNDS, -moved, null);
        long voucher = ledger.post(actor, new Voucher(Funds.ACCOUNT, day, cause, "灵活就业人员个人账户划入", legs.all()));
        Map<String, List<Due>> months = dues.stream()
                .filter(due -> due.creditFen() > 0)
                .collect(Collectors.groupingBy(Due::period, TreeMap::new, Collectors.toList()));
        months.forEach((month, some) -> accounts.credit(
                actor,
                month,
                some.stream()
                        .map(due -> new PersonalAccounts.Credit(
                                due.personId(),
                                due.creditFen(),
                                day,
                                false,
                                new Cause(cause.module(), cause.kind(), cause.id() + "/" + month),
                                voucher))
                        .toList()));
    }

    private static long sum(List<Due> dues, ToLongFunction<Due> part) {
        return dues.stream().mapToLong(part).sum();
    }

    /** Lines of a voucher, one for each account and party. */
    private static final class Legs {
        private record Key(String account, String party) {}

        private final Map<Key, Long> sums = new LinkedHashMap<>();

        void add(String account, long fen, @org.jspecify.annotations.Nullable String party) {
            sums.merge(new Key(account, party == null ? "" : party), fen, Long::sum);
        }

        List<Leg> all() {
            return sums.entrySet().stream()
                    .filter(sum -> sum.getValue() != 0)
                    .map(sum -> new Leg(
                            sum.getKey().account(),
                            sum.getValue(),
                            sum.getKey().party().isEmpty() ? null : sum.getKey().party()))
                    .toList();
        }
    }
}
