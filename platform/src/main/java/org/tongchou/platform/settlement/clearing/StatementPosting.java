package org.tongchou.platform.settlement.clearing;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tongchou.platform.fund.Cause;
import org.tongchou.platform.fund.FundAccounts;
import org.tongchou.platform.fund.Ledger;
import org.tongchou.platform.fund.Leg;
import org.tongchou.platform.fund.NewPayment;
import org.tongchou.platform.fund.Payee;
import org.tongchou.platform.fund.Payments;
import org.tongchou.platform.fund.Voucher;
import org.tongchou.platform.provider.Providers;
import org.tongchou.platform.web.Actor;
import org.tongchou.platform.web.Refusal;

/**
 * What a reviewed statement means to the books: what was due becomes what was prepaid, what is kept and what is to be paid; the
 * payment is asked for in the same transaction.
 */
@Component
class StatementPosting {
    private final JdbcClient database;
    private final Ledger ledger;
    private final Payments payments;
    private final Providers providers;
    private final Clock clock;

    StatementPosting(JdbcClient database, Ledger ledger, Payments payments, Providers providers, Clock clock) {
        this.database = database;
        this.ledger = ledger;
        this.payments = payments;
        this.providers = providers;
        this.clock = clock;
    }

    static Cause cause(long statement) {
        return new Cause("settlement", "statement", Long.toString(statement));
    }

    void post(Actor actor, Statement statement, List<Statement.FundPart> parts) {
        LocalDate today = LocalDate.now(clock);
        for (Statement.FundPart part : parts) {
            if (statement.kind().equals(Statement.MONTH)) {
                settle(actor, statement, part, today);
            }
            if (part.payFen() > 0) {
                pay(actor, statement, part);
            }
        }
    }

    private void settle(Actor actor, Statement statement, Statement.FundPart part, LocalDate day) {
        String party = statement.provider();
        long wanted = part.recoveredFen() + part.prepaidFen() + part.depositFen() + part.payFen();
        if (wanted == 0) {
            return;
        }
        long stands = Math.max(0, -ledger.balance(part.fund(), FundAccounts.DUE_TO_PROVIDERS, party, day));
        long missing = Math.max(0, wanted - stands);
        List<Leg> legs = new ArrayList<>();
        add(legs, FundAccounts.DUE_TO_PROVIDERS, wanted - missing, party);
        add(legs, FundAccounts.TO_RECOVER, missing - part.recoveredFen(), party);
        add(legs, FundAccounts.PREPAID_PROVIDERS, -part.prepaidFen(), party);
        add(legs, FundAccounts.DEPOSITS, -part.depositFen(), party);
        add(legs, FundAccounts.CLEARED_PROVIDERS, -part.payFen(), party);
        if (missing > 0) {
            Recoveries.note(database, party, part.fund(), missing, "statement " + statement.id());
        }
        if (!legs.isEmpty()) {
            ledger.post(
                    actor,
                    new Voucher(part.fund(), day, cause(statement.id()), statement.month() + " 机构月结 " + party, legs));
        }
    }

    private static void add(List<Leg> legs, String account, long fen, String party) {
        if (fen != 0) {
            legs.add(new Leg(account, fen, party));
        }
    }

    /** Asks again for what the fund's people took back before it was paid; how many payments that are. */
    int payAgain(Actor actor, Statement statement, List<Statement.FundPart> parts) {
        List<Statement.FundPart> cancelled = parts.stream()
                .filter(part -> part.payment().equals(Payments.CANCELLED))
                .toList();
        cancelled.forEach(part -> pay(actor, statement, part));
        return cancelled.size();
    }

    private void pay(Actor actor, Statement statement, Statement.FundPart part) {
        String party = statement.provider();
        boolean monthly = statement.kind().equals(Statement.MONTH);
        Payee payee = providers
                .payee(party)
                .map(one -> new Payee(party, one.holder(), one.bank(), one.account()))
                .orElseThrow(
                        () -> Refusal.conflict("E-SET-226", statement.providerName() + " 没有复核过的收款账户，请先在医药机构中办理收款账户"));
        payments.request(
                actor,
                new NewPayment(
                        part.fund(),
                        cause(statement.id()),
                        payee,
                        statement.month() + " " + statement.kind(),
                        List.of(Leg.debit(
                                monthly ? FundAccounts.CLEARED_PROVIDERS : FundAccounts.DEPOSITS,
                                part.payFen(),
                                party))));
    }
}
