package org.tongchou.platform.settlement.clearing;

import java.time.Clock;
import java.time.YearMonth;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.tongchou.platform.region.Region;
import org.tongchou.platform.settlement.Clearings;
import org.tongchou.platform.web.Refusal;

/** Applications in schema {@code settlement}. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
class StoredClearings implements Clearings {
    private final JdbcClient database;
    private final Region region;
    private final Clock clock;

    StoredClearings(JdbcClient database, Region region, Clock clock) {
        this.database = database;
        this.region = region;
        this.clock = clock;
    }

    @Override
    public String apply(Application one) {
        if (one.month().isAfter(YearMonth.now(clock))) {
            throw Refusal.field("E-SET-210", "清算年月", one.month().toString(), "不晚于本月的年月");
        }
        if (one.to().isBefore(one.from())
                || !YearMonth.from(one.from()).equals(one.month())
                || !YearMonth.from(one.to()).equals(one.month())) {
            throw Refusal.field(
                    "E-SET-211", "开始日期和结束日期", one.from() + " 至 " + one.to(), "清算年月 " + one.month() + " 之内的日期");
        }
        mustBeOpen(one.provider(), one.month().toString());
        try {
            return database.sql("""
                            insert into settlement.clearing_application (id, number, provider, clearing, way, month, begins, ends,
                                their_count, their_total_fen, their_accepted_fen, their_fund_fen, their_account_fen,
                                their_cash_fen, message)
                            overriding system value
                            select next.id, :region || 'QS' || lpad(next.id::text, 12, '0'), :provider, :clearing, :way, :month,
                                :begins, :ends, :count, :total, :accepted, :fund, :account, :cash, :message
                            from (select nextval(pg_get_serial_sequence('settlement.clearing_application', 'id')) as id) next
                            returning number""")
                    .param("region", region.code())
                    .param("provider", one.provider())
                    .param("clearing", one.clearing().code())
                    .param("way", one.way())
                    .param("month", one.month().toString())
                    .param("begins", one.from())
                    .param("ends", one.to())
                    .param("count", one.count())
                    .param("total", one.totalFen())
                    .param("accepted", one.acceptedFen())
                    .param("fund", one.fundFen())
                    .param("account", one.accountFen())
                    .param("cash", one.cashFen())
                    .param("message", one.message())
                    .query(String.class)
                    .single();
        } catch (DuplicateKeyException e) {
            throw Refusal.conflict(
                    "E-SET-212", one.month() + " 的" + one.clearing().word() + "清算已经申请，需要更改请先撤销原申请（3204）");
        }
    }

    @Override
    public void withdraw(String provider, String number) {
        String month = database.sql("""
                        select month from settlement.clearing_application
                        where number = :number and provider = :provider and state = '有效' for update""")
                .param("number", number)
                .param("provider", provider)
                .query(String.class)
                .optional()
                .orElseThrow(() -> Refusal.field("E-SET-213", "机构清算申请事件ID", number, "本机构有效的清算申请"));
        mustBeOpen(provider, month);
        database.sql(
                        "update settlement.clearing_application set state = '已撤销', withdrawn_at = now() where number = :number")
                .param("number", number)
                .update();
    }

    private void mustBeOpen(String provider, String month) {
        Statements.hold(database, provider);
        boolean reviewed = database.sql("""
                        select exists (select from settlement.statement where provider = :provider and month = :month
                            and kind = '月结' and state = '已复核')""")
                .param("provider", provider)
                .param("month", month)
                .query(Boolean.class)
                .single();
        if (reviewed) {
            throw Refusal.conflict("E-SET-214", month + " 已经月结，不能再申请或撤销清算；以后的变动进入下月清算");
        }
    }
}
