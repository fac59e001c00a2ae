package org.tongchou.platform.settlement.manual;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tongchou.platform.fund.Cause;
import org.tongchou.platform.fund.FundAccounts;
import org.tongchou.platform.fund.Funds;
import org.tongchou.platform.fund.Ledger;
import org.tongchou.platform.fund.Leg;
import org.tongchou.platform.fund.NewPayment;
import org.tongchou.platform.fund.Payee;
import org.tongchou.platform.fund.PaymentFollower;
import org.tongchou.platform.fund.Payments;
import org.tongchou.platform.fund.Voucher;
import org.tongchou.platform.privacy.PersonalSecrets;
import org.tongchou.platform.settlement.Settlements.Payment;
import org.tongchou.platform.settlement.Settlements.Settled;
import org.tongchou.platform.web.Actor;
import org.tongchou.platform.web.Given;
import org.tongchou.platform.web.Refusal;

/** What is paid to people: ordered with the settlement, followed until the bank has paid, taken back with a cancellation. */
@Component
class DeskPayments implements PaymentFollower {
    private static final String MODULE = "settlement";
    private static final String KIND = "manual";
    private final JdbcClient database;
    private final Applications applications;
    private final Duplicates duplicates;
    private final Payments payments;
    private final Ledger ledger;
    private final PersonalSecrets secrets;

    DeskPayments(
            JdbcClient database,
            Applications applications,
            Duplicates duplicates,
            Payments payments,
            Ledger ledger,
            PersonalSecrets secrets) {
        this.database = database;
        this.applications = applications;
        this.duplicates = duplicates;
        this.payments = payments;
        this.ledger = ledger;
        this.secrets = secrets;
    }

    private static Cause cause(Application application) {
        return new Cause(MODULE, KIND, application.number());
    }

    /** What of what is due has no order any more, because the fund's people took it back. */
    Map<String, Long> stopped(Application application, Map<String, Long> due) {
        Map<String, Long> stopped = new LinkedHashMap<>(due);
        stopped.keySet()
                .removeIf(fund -> payments.stateOf(fund, cause(application))
                        .filter(Payments.CANCELLED::equals)
                        .isEmpty());
        return stopped;
    }

    /** What each fund owes for a settlement. */
    static Map<String, Long> due(Settled settled) {
        Map<String, Long> due = new LinkedHashMap<>();
        for (Payment payment : settled.payments()) {
            due.merge(payment.fund(), payment.fen(), Long::sum);
        }
        long accounts = settled.amounts().account() + settled.amounts().mutual();
        if (accounts > 0) {
            due.merge(Funds.ACCOUNT, accounts, Long::sum);
        }
        return due;
    }

    /** The number of a bank account. */
    static String account(@Nullable String given) {
        String account = Given.text(given).replace(" ", "");
        if (!account.matches("[0-9-]{6,40}")) {
            throw Refusal.field("E-SET-114", "收款账号", null, "6 至 40 位数字");
        }
        return account;
    }

    /** The application with another account to be paid to. */
    Application payee(Application application, Decisions.Repayment to) {
        String account = account(to.account());
        return database.sql("""
                        update settlement.application set holder = :holder, bank = :bank, account_sealed = :sealed,
                            account_masked = :masked where id = :id returning *""")
                .param("holder", Given.requiredLine("收款户名", to.holder(), 100))
                .param("bank", Given.requiredLine("开户银行", to.bank(), 100))
                .param("sealed", secrets.seal(account))
                .param("masked", PersonalSecrets.masked(account))
                .param("id", application.id())
                .query(Application.class)
                .single();
    }

    /** Asks for the payment of what each fund owes. */
    void order(Actor actor, Application application, Map<String, Long> due) {
        Payee payee = new Payee(
                application.personNumber(),
                application.holder(),
                application.bank(),
                secrets.open(applications.account(application.id())));
        due.forEach((fund, fen) -> payments.request(
                actor,
                new NewPayment(
                        fund,
                        cause(application),
                        payee,
                        "手工报销 " + application.number(),
                        List.of(Leg.debit(FundAccounts.DUE_TO_PERSONS, fen, application.number())))));
    }

    /**
     * A payment of an application.
     *
     * @param fund code of the fund
     * @param fen how much
     * @param state where it stands
     */
    record Paying(String fund, long fen, String state) {}

    List<Paying> of(Application application, Map<String, Long> due) {
        return due.entrySet().stream()
                .map(part -> new Paying(
                        part.getKey(),
                        part.getValue(),
                        payments.stateOf(part.getKey(), cause(application)).orElse("")))
                .toList();
    }

    /**
     * Takes back what was not paid; money that the bank sent back is due again, so that the mirror of the settlement takes it.
     *
     * @return what was paid and is to be recovered, by fund
     */
    Map<String, Long> withdraw(
            Actor actor, Application application, Map<String, Long> due, LocalDate day, String reason) {
        Map<String, Long> paid = new LinkedHashMap<>();
        due.forEach((fund, fen) -> {
            Optional<String> state = payments.stateOf(fund, cause(application));
            if (state.filter("已付款"::equals).isPresent()) {
                paid.put(fund, fen);
            } else if (payments.withdraw(actor, fund, cause(application), reason)) {
                ledger.post(
                        actor,
                        new Voucher(
                                fund,
                                day,
                                new Cause(MODULE, "manual-returned", application.number()),
                                "退回款转回待付：手工报销 " + application.number(),
                                List.of(
                                        Leg.debit(FundAccounts.RETURNED_PAYMENTS, fen, application.personNumber()),
                                        Leg.credit(FundAccounts.DUE_TO_PERSONS, fen, application.number()))));
            }
        });
        return paid;
    }

    @Override
    public void mayBePaid(String fund, Cause cause) {
        if (isOurs(cause)) {
            duplicates.atCounter(locked(cause)).ifPresent(bill -> {
                throw Refusal.conflict(
                        "E-SET-124", "手工报销 " + cause.id() + " 的就诊后来已经联网结算（" + bill + "），不能付款；请把它移出批次，由手工报销岗撤销结算");
            });
        }
    }

    @Override
    public void answered(Actor actor, String fund, Cause cause, boolean paid) {
        if (isOurs(cause)) {
            Application application = locked(cause);
            String state = paid ? state(application) : Application.FAILED;
            if (!state.equals(application.state())) {
                applications.move(actor, application, paid ? "付款成功" : "银行退回，待重付", state, "");
            }
        }
    }

    @Override
    public void cancelled(Actor actor, String fund, Cause cause, String reason) {
        if (isOurs(cause)) {
            Application application = locked(cause);
            applications.move(actor, application, "付款单被取消", state(application), reason);
        }
    }

    private static boolean isOurs(Cause cause) {
        return cause.module().equals(MODULE) && cause.kind().equals(KIND);
    }

    private Application locked(Cause cause) {
        return database.sql("select * from settlement.application where number = :number for update")
                .param("number", cause.id())
                .query(Application.class)
                .single();
    }

    /** Where the payments of all funds together stand. */
    String state(Application application) {
        List<String> funds =
                ledger.byCause(new Cause(MODULE, "settlement", String.valueOf(application.settlementId()))).stream()
                        .map(voucher -> voucher.fund())
                        .distinct()
                        .toList();
        List<String> states = funds.stream()
                .map(each -> payments.stateOf(each, cause(application)).orElse(""))
                .toList();
        if (states.contains(Payments.CANCELLED)) {
            return Application.STOPPED;
        }
        return states.stream().allMatch("已付款"::equals)
                ? Application.PAID
                : states.contains("付款失败") ? Application.FAILED : Application.SETTLED;
    }
}
