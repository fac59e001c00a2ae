package org.tongchou.platform.provider.agreement;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tongchou.money.Rate;
import org.tongchou.platform.provider.act.Act;
import org.tongchou.platform.web.Given;
import org.tongchou.platform.web.Refusal;

/** What an agreement says about the deposit: agreed when it is signed or renewed, or later for the days to come. */
final class DepositTerms {
    static final String RATE = "质保金比例";
    static final String CLAUSE = "质保金条款";

    private DepositTerms() {}

    /** Puts what was asked for into the details of a step. */
    static void put(AgreementRequest request, Map<String, String> details) {
        BigDecimal told = Given.required(RATE, request.depositRate());
        if (told.signum() < 0
                || told.compareTo(BigDecimal.ONE) > 0
                || told.stripTrailingZeros().scale() > 6) {
            throw Refusal.field("E-PRV-056", RATE, told.toPlainString(), "0 至 1 之间、至多六位小数的比例");
        }
        details.put(RATE, Rate.ofRatio(told).toString());
        details.put(CLAUSE, Given.requiredLine(CLAUSE, request.depositClause(), 200));
    }

    /** Keeps what a step says from a day on; nothing when it says nothing. */
    static void keep(JdbcClient database, long agreement, LocalDate begins, Act act) {
        if (act.detail(RATE).isEmpty()) {
            return;
        }
        database.sql("""
                        insert into provider.agreement_deposit (agreement_id, begins, rate, source)
                        values (:agreement, :begins, :rate, :source)""")
                .param("agreement", agreement)
                .param("begins", begins)
                .param("rate", Rate.parse(act.detail(RATE)).millionths())
                .param("source", act.detail(CLAUSE))
                .update();
    }
}
