package org.tongchou.platform.provider.institution;

import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.tongchou.money.Rate;
import org.tongchou.platform.privacy.PersonalSecrets;
import org.tongchou.platform.provider.Deposit;
import org.tongchou.platform.provider.Payee;
import org.tongchou.platform.provider.Practitioner;
import org.tongchou.platform.provider.Provider;
import org.tongchou.platform.provider.Providers;

/** Looks providers up by code and day. */
@Service
class ProviderLookup implements Providers {
    private static final String SELECT = """
            select i.code, i.name, i.kind, coalesce(l.level, '11') as level, i.tcm, i.county, f.number as agreement
            from provider.institution i
            left join lateral (select level from provider.level l where l.institution = i.code and l.begins <= :day
                order by begins desc limit 1) l on true
            left join provider.in_force(:day) f on f.institution = i.code
            """;

    private final JdbcClient database;
    private final PersonalSecrets secrets;
    private final Clock clock;

    ProviderLookup(JdbcClient database, PersonalSecrets secrets, Clock clock) {
        this.database = database;
        this.secrets = secrets;
        this.clock = clock;
    }

    @Override
    public Optional<Provider> find(String code) {
        return find(code, LocalDate.now(clock));
    }

    @Override
    public Optional<Provider> find(String code, LocalDate day) {
        return database.sql(SELECT + " where i.code = :code")
                .param("day", day)
                .param("code", code)
                .query(Provider.class)
                .optional();
    }

    @Override
    public List<Provider> active(LocalDate day) {
        return database.sql(SELECT + " where f.number is not null order by i.code")
                .param("day", day)
                .query(Provider.class)
                .list();
    }

    @Override
    public Optional<Payee> payee(String code) {
        return database.sql("""
                        select holder, bank, sealed from provider.account
                        where institution = :code and begins <= :day order by begins desc, id desc limit 1
                        """)
                .param("code", code)
                .param("day", LocalDate.now(clock))
                .query((row, n) ->
                        new Payee(row.getString("holder"), row.getString("bank"), secrets.open(row.getBytes("sealed"))))
                .optional();
    }

    @Override
    public Optional<Deposit> deposit(String code, YearMonth month) {
        return database.sql("""
                        select a.number, d.rate, d.source
                        from (select id, number, least(ends, ended_on - 1, :last) as day from provider.agreement
                            where institution = :code and begins <= :last and least(ends, ended_on - 1) >= :first
                            order by begins desc, id desc limit 1) a
                        join lateral (select rate, source from provider.agreement_deposit
                            where agreement_id = a.id and begins <= a.day order by begins desc, id desc limit 1) d on true""")
                .param("code", code)
                .param("first", month.atDay(1))
                .param("last", month.atEndOfMonth())
                .query((row, n) ->
                        new Deposit(row.getString("number"), new Rate(row.getLong("rate")), row.getString("source")))
                .optional();
    }

    @Override
    public List<Practitioner> staff(String provider, LocalDate day) {
        return database.sql("""
                        select distinct on (s.code) s.code, s.name, s.identity_masked as masked, p.begins, p.ends,
                            not exists (select from provider.prescribing_stop t where t.staff = s.code
                                and t.begins <= :day and (t.ends is null or t.ends >= :day)) as may_prescribe
                        from provider.practice p join provider.staff s on s.code = p.staff
                        where p.institution = :provider and p.begins <= :day and (p.ends is null or p.ends >= :day)
                        order by s.code, p.begins desc""")
                .param("provider", provider)
                .param("day", day)
                .query(Practitioner.class)
                .list();
    }

    @Override
    public boolean mayPrescribe(String staff, String provider, LocalDate day) {
        return database.sql("""
                        select exists (select from provider.practice p
                                where p.staff = :staff and p.institution = :provider and p.begins <= :day
                                    and (p.ends is null or p.ends >= :day))
                            and not exists (select from provider.prescribing_stop s
                                where s.staff = :staff and s.begins <= :day and (s.ends is null or s.ends >= :day))
                        """)
                .param("staff", staff)
                .param("provider", provider)
                .param("day", day)
                .query(Boolean.class)
                .single();
    }
}
