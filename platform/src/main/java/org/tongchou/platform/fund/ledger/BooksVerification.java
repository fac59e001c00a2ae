package org.tongchou.platform.fund.ledger;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tongchou.platform.database.Verification;

/** Looks whether what the database refuses has happened all the same, as somebody with all rights could make it happen. */
@Component
class BooksVerification implements Verification {
    private static final Map<String, String> RULES = new LinkedHashMap<>();

    static {
        RULES.put("借贷不平或分录不全", """
                select v.id from fund.voucher v left join fund.entry e on e.voucher_id = v.id and e.year = v.year
                group by v.id having coalesce(sum(e.fen), 0) <> 0 or count(e.line) <> v.legs
                    or coalesce(sum(e.fen) filter (where e.fen > 0), 0) <> v.debit_fen
                order by v.id limit 5
                """);
        RULES.put("分录与凭证不符", """
                select e.voucher_id from fund.entry e left join fund.voucher v on v.id = e.voucher_id
                where (e.fund, e.year, e.month, e.entry_date)
                    is distinct from (v.fund, v.year, v.month, v.voucher_date)
                order by e.voucher_id limit 5
                """);
        RULES.put("受控科目每日发生额与分录不符，日期", """
                select to_char(day, 'YYYYMMDD')::bigint from (
                    select e.fund, e.account, e.party, e.entry_date as day, e.fen
                    from fund.entry e join fund.account a on a.code = e.account and a.guarded
                    union all select fund, account, party, day, -fen from fund.day_balance) both_sides
                group by fund, account, party, day having sum(fen) <> 0 order by day limit 5
                """);
        RULES.put("个人账户余额为负", """
                select person from fund.movement group by person, money_year having sum(fen) < 0 order by person limit 5
                """);
    }

    private final JdbcClient database;

    BooksVerification(JdbcClient database) {
        this.database = database;
    }

    @Override
    public String name() {
        return "基金账簿";
    }

    @Override
    public List<String> problems() {
        List<String> problems = new ArrayList<>();
        RULES.forEach(
                (rule, sql) -> database.sql(sql).query(Long.class).list().forEach(id -> problems.add(rule + "：" + id)));
        return problems;
    }
}
