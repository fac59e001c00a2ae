package org.tongchou.platform.fund.ledger;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tongchou.platform.web.Refusal;

/** The funds and the accounts, as the migrations made them. */
@Component("fundChart")
public class Chart {
    private static final Map<String, String> CLASSES = Map.of("A", "资产", "L", "负债", "N", "净资产", "I", "收入", "E", "支出");

    private final JdbcClient database;

    private @Nullable Map<String, Fund> knownFunds;
    private @Nullable Map<String, Account> knownAccounts;

    Chart(JdbcClient database) {
        this.database = database;
    }

    /**
     * A fund.
     *
     * @param code its code
     * @param name its name
     */
    public record Fund(String code, String name) {}

    /**
     * An account.
     *
     * @param code our code
     * @param name its name
     * @param kind {@code asset}, {@code liability}, {@code net}, {@code income} or {@code expense}
     * @param parent the account above; null at the top
     * @param leaf whether it can be posted to
     * @param guarded whether its balance may not turn to the other side
     * @param party {@code none}, {@code optional} or {@code required}
     * @param bank whether it stands for money in a bank
     */
    public record Account(
            String code,
            String name,
            String kind,
            @Nullable String parent,
            boolean leaf,
            boolean guarded,
            String party,
            boolean bank) {
        /** Whether it grows by debits. */
        public boolean isDebit() {
            return kind.equals("asset") || kind.equals("expense");
        }

        /** An amount as people read it on this account: above zero on its own side. */
        public long printed(long fen) {
            return isDebit() ? fen : -fen;
        }
    }

    /** All funds, in order. */
    public synchronized Map<String, Fund> funds() {
        Map<String, Fund> funds = knownFunds;
        if (funds == null) {
            funds = new LinkedHashMap<>();
            for (Fund fund : database.sql("select code, name from fund.fund order by sort")
                    .query(Fund.class)
                    .list()) {
                funds.put(fund.code(), fund);
            }
            knownFunds = funds;
        }
        return funds;
    }

    /** All accounts, by code, parents before those below them. */
    public synchronized Map<String, Account> accounts() {
        Map<String, Account> accounts = knownAccounts;
        if (accounts == null) {
            accounts = new LinkedHashMap<>();
            for (Account account : database.sql("""
                            select code, name, kind, parent, leaf, guarded, party, bank from fund.account
                            order by strpos('ALNIE', left(code, 1)), code""").query(Account.class).list()) {
                accounts.put(account.code(), account);
            }
            knownAccounts = accounts;
        }
        return accounts;
    }

    /** A fund that must be there. */
    public Fund fund(@Nullable String code) {
        Fund fund = code == null ? null : funds().get(code);
        if (fund == null) {
            throw Refusal.field("E-FUN-001", "基金", code, String.join("、", funds().keySet()) + "之一");
        }
        return fund;
    }

    /** An account that must be there. */
    public Account account(@Nullable String code) {
        Account account = code == null ? null : accounts().get(code);
        if (account == null) {
            throw Refusal.field("E-FUN-002", "会计科目", code, "科目表中的科目");
        }
        return account;
    }

    /** Name of an account, or of a whole class of accounts by its letter. */
    public String name(String code) {
        String name = CLASSES.get(code);
        return name == null ? account(code).name() : name;
    }

    /** An account, or a class of accounts by its letter, and all below it that can be posted to. */
    public List<String> leaves(String code) {
        name(code);
        return accounts().values().stream()
                .filter(account -> account.leaf() && account.code().startsWith(code))
                .map(Account::code)
                .toList();
    }
}
