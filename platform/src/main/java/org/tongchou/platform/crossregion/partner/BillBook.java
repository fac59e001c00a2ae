package org.tongchou.platform.crossregion.partner;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tongchou.platform.fund.Funds;
import org.tongchou.platform.settlement.Settlements.Amounts;
import org.tongchou.platform.settlement.Settlements.Settled;
import org.tongchou.platform.settlement.Visit;

/** The bills of both roles. Joins the caller's transaction. */
@Component("crossregionBillBook")
public class BillBook {
    /** We are the place of care. */
    public static final String CARE = "就医地";

    /** We are the place of insurance. */
    public static final String HOME = "参保地";

    private final JdbcClient database;

    BillBook(JdbcClient database) {
        this.database = database;
    }

    /**
     * A bill in the book.
     *
     * @param id its id
     * @param settlementId its settlement here
     * @param visit number of its visit here
     * @param provider code of the provider
     * @param reversed whether it was taken back
     */
    public record Entry(long id, long settlementId, String visit, String provider, boolean reversed) {}

    /** The bill that a message settled. */
    public Optional<Entry> find(String role, String area, String message) {
        return database.sql("""
                        select b.id, b.settlement_id, b.visit, b.provider,
                            exists (select from crossregion.bill m where m.reverses = b.id) as reversed
                        from crossregion.bill b
                        where b.role = :role and b.area = :area and b.message = :message and b.kept = '结算'""")
                .param("role", role)
                .param("area", area)
                .param("message", message)
                .query(Entry.class)
                .optional();
    }

    /** Enters a settlement or its mirror; what the home region pays by fund of ours. */
    public void enter(
            String role,
            String area,
            Visit visit,
            Settled settled,
            String theirNumber,
            String message,
            String provider) {
        Amounts amounts = settled.amounts();
        boolean mirror = settled.reverses() != null;
        @Nullable
        Long reverses = mirror ? find(role, area, message).map(Entry::id).orElseThrow() : null;
        Map<String, Long> funds = funds(role, settled);
        long pay = funds.values().stream().mapToLong(Long::longValue).sum();
        long id = database.sql("""
                        insert into crossregion.bill (role, area, settlement_id, number, their_number, message, reverses, kept,
                            visit, provider, provider_name, person, scheme, kind, day, total_fen, scope_fen, pay_fen, cash_fen)
                        values (:role, :area, :settlement, :number, :theirs, :message, :reverses::bigint, :kept, :visit,
                            :provider, :providerName, :person, :scheme, :kind, :day, :total, :scope, :pay, :cash)
                        returning id""")
                .param("role", role)
                .param("area", area)
                .param("settlement", settled.id())
                .param("number", settled.number())
                .param("theirs", theirNumber)
                .param("message", message)
                .param("reverses", reverses)
                .param("kept", settled.kept())
                .param("visit", visit.number())
                .param("provider", visit.provider())
                .param("providerName", provider)
                .param("person", visit.personNumber())
                .param("scheme", visit.scheme())
                .param("kind", visit.kind())
                .param("day", settled.day())
                .param("total", amounts.total())
                .param("scope", amounts.scope())
                .param("pay", pay)
                .param("cash", amounts.cash())
                .query(Long.class)
                .single();
        funds.forEach((fund, fen) -> database.sql(
                        "insert into crossregion.bill_fund (bill_id, fund, fen) values (:bill, :fund, :fen)")
                .param("bill", id)
                .param("fund", fund)
                .param("fen", fen)
                .update());
    }

    private static Map<String, Long> funds(String role, Settled settled) {
        Amounts amounts = settled.amounts();
        long accounts = amounts.account() + amounts.mutual();
        Map<String, Long> funds = new LinkedHashMap<>();
        if (role.equals(CARE)) {
            funds.put(settled.scheme().equals("employee") ? Funds.EMPLOYEE : Funds.RESIDENT, amounts.fund() + accounts);
            return funds;
        }
        settled.payments().forEach(payment -> funds.merge(payment.fund(), payment.fen(), Long::sum));
        if (accounts != 0) {
            funds.merge(Funds.ACCOUNT, accounts, Long::sum);
        }
        return funds;
    }
}
