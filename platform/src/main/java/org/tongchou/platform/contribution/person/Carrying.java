package org.tongchou.platform.contribution.person;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tongchou.money.Money;
import org.tongchou.platform.audit.AuditLog;
import org.tongchou.platform.fund.FundAccounts;
import org.tongchou.platform.fund.Funds;
import org.tongchou.platform.fund.Ledger;
import org.tongchou.platform.fund.Leg;
import org.tongchou.platform.fund.Voucher;
import org.tongchou.platform.web.Actor;
import org.tongchou.platform.web.Refusal;

/** What residents paid before their year began becomes income when it has begun (结转预收). */
@Service
class Carrying {
    private final JdbcClient database;
    private final Ledger ledger;
    private final AuditLog audit;
    private final Clock clock;

    Carrying(JdbcClient database, Ledger ledger, AuditLog audit, Clock clock) {
        this.database = database;
        this.ledger = ledger;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * What is carried for a county.
     *
     * @param county six digits
     * @param fen how much
     */
    record Carried(String county, long fen) {}

    /** What has begun and is not carried yet. */
    List<Carried> open(String[] counties, int year) {
        return database.sql("""
                        select d.county, d.fen - coalesce(c.fen, 0) as fen from (
                            select county, sum(dues_fen - subsidised_fen)::bigint as fen from contribution.due
                            where scheme = 'resident' and period = :period and prepaid and state = '已缴' and from_day <= :day
                            group by county) d
                        left join (select county, sum(fen)::bigint as fen from contribution.carry where year = :year
                            group by county) c on c.county = d.county
                        where d.fen > coalesce(c.fen, 0) and d.county = any(:counties) order by d.county""")
                .param("period", Integer.toString(year))
                .param("year", year)
                .param("day", LocalDate.now(clock))
                .param("counties", counties)
                .query(Carried.class)
                .list();
    }

    /** Carries it; again it carries only what came since. */
    @Transactional
    List<Carried> carry(Actor actor, String[] counties, int year) {
        database.sql("select pg_advisory_xact_lock(hashtextextended('contribution.carry ' || :year, 0))")
                .param("year", year)
                .query((row, number) -> 0)
                .list();
        List<Carried> open = open(counties, year);
        if (open.isEmpty()) {
            throw Refusal.conflict("E-CON-090", year + " 年没有待遇期已经开始而没有结转的预收保费");
        }
        LocalDate today = LocalDate.now(clock);
        List<Leg> legs = new ArrayList<>();
        for (Carried one : open) {
            legs.add(Leg.debit(FundAccounts.RECEIVED_IN_ADVANCE, one.fen(), one.county()));
            legs.add(Leg.credit(FundAccounts.DUES_PERSONS, one.fen(), one.county()));
        }
        long number = database.sql("select coalesce(max(id), 0) + 1 from contribution.carry")
                .query(Long.class)
                .single();
        long voucher = ledger.post(
                actor,
                new Voucher(
                        Funds.RESIDENT,
                        today,
                        PersonBooks.cause("carry", year + "/" + number),
                        year + " 年预收居民保费结转",
                        legs));
        for (Carried one : open) {
            database.sql("""
                            insert into contribution.carry (year, county, fen, day, voucher_id, carried_name, carried_at)
                            values (:year, :county, :fen, :day, :voucher, :whoName, :now)""")
                    .param("year", year)
                    .param("county", one.county())
                    .param("fen", one.fen())
                    .param("day", today)
                    .param("voucher", voucher)
                    .param("whoName", actor.displayName())
                    .param("now", OffsetDateTime.now(clock))
                    .update();
        }
        audit.record(
                actor,
                "contribution.person_due.carry",
                "contribution.person_due",
                Integer.toString(year),
                "结转 " + year + " 年预收居民保费 "
                        + Money.ofFen(open.stream().mapToLong(Carried::fen).sum()),
                null,
                Map.of("凭证", voucher));
        return open;
    }
}
