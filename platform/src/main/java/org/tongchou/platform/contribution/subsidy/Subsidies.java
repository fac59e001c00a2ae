package org.tongchou.platform.contribution.subsidy;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tongchou.benefit.calculation.Result;
import org.tongchou.benefit.funding.Appropriations;
import org.tongchou.benefit.funding.Appropriations.Stage;
import org.tongchou.benefit.funding.CountyHeads;
import org.tongchou.benefit.funding.FiscalSubsidy;
import org.tongchou.money.Money;
import org.tongchou.money.Percent;
import org.tongchou.platform.audit.AuditLog;
import org.tongchou.platform.contribution.employer.Assessment;
import org.tongchou.platform.contribution.subsidy.SubsidyYear.Grant;
import org.tongchou.platform.contribution.subsidy.SubsidyYear.Heads;
import org.tongchou.platform.contribution.subsidy.SubsidyYear.Payer;
import org.tongchou.platform.contribution.subsidy.SubsidyYear.Share;
import org.tongchou.platform.enrolment.EnrolledQuery;
import org.tongchou.platform.enrolment.Enrolments;
import org.tongchou.platform.enrolment.HeadCount;
import org.tongchou.platform.enrolment.HeadCut;
import org.tongchou.platform.region.County;
import org.tongchou.platform.region.Region;
import org.tongchou.platform.web.Actor;
import org.tongchou.platform.web.Given;
import org.tongchou.platform.web.Refusal;

/** Counts the heads of a year, and computes by the policy what each level owes for them and what of it was granted. */
@Service
class Subsidies {
    private static final String RESIDENT = "resident";
    static final String ADVANCE = "预拨";

    private final JdbcClient database;
    private final Enrolments enrolments;
    private final Region region;
    private final AuditLog audit;
    private final Clock clock;

    Subsidies(JdbcClient database, Enrolments enrolments, Region region, AuditLog audit, Clock clock) {
        this.database = database;
        this.enrolments = enrolments;
        this.region = region;
        this.audit = audit;
        this.clock = clock;
    }

    /** The subsidies are the whole region's: only who sees all its counties works on them. */
    void mustSee(Actor actor) {
        if (!actor.allUnits()
                && region.counties(actor).size() < region.counties().size()) {
            throw Refusal.forbidden("财政补助属于整个统筹区，您的数据范围只有部分区县");
        }
    }

    SubsidyYear year(int year) {
        List<Heads> heads = heads(year);
        List<Grant> grants = grants(year);
        List<Appropriations.Grant> posted = grants.stream()
                .filter(grant -> grant.state().equals("已入账"))
                .map(grant -> new Appropriations.Grant(
                        grant.payer(),
                        grant.stage().equals(ADVANCE) ? Stage.ADVANCE : Stage.CLEARING,
                        Money.ofFen(grant.fen())))
                .toList();
        Appropriations all = Appropriations.of(region.pack(), posted, LocalDate.of(year, 1, 1))
                        instanceof Result.Found<Appropriations> found
                ? found.value()
                : null;
        return new SubsidyYear(
                year,
                all == null ? null : all.standard().fen(),
                heads,
                shares(year, heads, grants),
                all == null ? List.of() : payers(all),
                posted.stream()
                        .map(Appropriations.Grant::amount)
                        .mapToLong(Money::fen)
                        .sum(),
                all == null ? null : all.impliedHeads());
    }

    private static List<Payer> payers(Appropriations all) {
        Set<String> names = all.grants().stream()
                .map(Appropriations.Grant::payer)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        return names.stream()
                .map(name -> new Payer(
                        name,
                        sum(all, name, Stage.ADVANCE),
                        sum(all, name, Stage.CLEARING),
                        all.share(name).map(Percent::value).orElse(null),
                        all.advanceShare(name).map(Percent::value).orElse(null)))
                .toList();
    }

    private static long sum(Appropriations all, String payer, Stage stage) {
        return all.grants().stream()
                .filter(grant -> grant.payer().equals(payer) && grant.stage() == stage)
                .map(Appropriations.Grant::amount)
                .mapToLong(Money::fen)
                .sum();
    }

    private List<Heads> heads(int year) {
        Map<String, Long> last = new HashMap<>();
        database.sql("""
                        select distinct on (county, kind) county, kind, heads from contribution.subsidy_heads
                        where year = :year order by county, kind, id desc""").param("year", year).query(row -> {
            last.put(row.getString(1) + row.getString(2), row.getLong(3));
        });
        return region.counties().stream()
                .map(county -> new Heads(
                        county.code(),
                        county.name(),
                        county.tier(),
                        last.get(county.code() + "预计"),
                        last.get(county.code() + "核定")))
                .toList();
    }

    /** The grants of a year in order. */
    List<Grant> grants(int year) {
        return database.sql("select * from contribution.subsidy_grant where year = :year order by id")
                .param("year", year)
                .query(Grant.class)
                .list();
    }

    private List<Share> shares(int year, List<Heads> heads, List<Grant> grants) {
        List<CountyHeads> counted = heads.stream()
                .filter(one -> one.expected() != null)
                .map(one -> {
                    long expected = Objects.requireNonNull(one.expected());
                    Long finals = one.counted();
                    return new CountyHeads(one.county(), one.tier(), expected, finals == null ? expected : finals);
                })
                .toList();
        if (counted.isEmpty()) {
            return List.of();
        }
        Map<String, String> names = heads.stream().collect(Collectors.toMap(Heads::county, Heads::name));
        FiscalSubsidy subsidy = Assessment.value(FiscalSubsidy.of(region.pack(), counted, LocalDate.of(year, 1, 1)));
        return subsidy.shares().stream()
                .map(share -> {
                    String level = share.level().word();
                    long granted = sum(grants, share.county(), level, "已入账");
                    return new Share(
                            share.county(),
                            Objects.requireNonNull(names.get(share.county())),
                            level,
                            share.level().printed(),
                            share.due().fen(),
                            share.advance().fen(),
                            granted,
                            sum(grants, share.county(), level, "待复核"),
                            share.due().fen() - granted);
                })
                .toList();
    }

    private static long sum(List<Grant> grants, String county, String level, String state) {
        return grants.stream()
                .filter(grant -> grant.county().equals(county)
                        && grant.level().equals(level)
                        && grant.state().equals(state))
                .mapToLong(Grant::fen)
                .sum();
    }

    /** Counts the residents of each county on a day. */
    @Transactional
    SubsidyYear count(Actor actor, int year, @Nullable String kind, LocalDate day) {
        String what = Given.text(kind);
        if (!what.equals("预计") && !what.equals("核定")) {
            throw Refusal.field("E-CON-050", "人数类别", what, "预计 或 核定");
        }
        Map<String, Long> heads = new HashMap<>();
        for (HeadCount cell : enrolments.count(EnrolledQuery.of(day, RESIDENT), Set.of(HeadCut.COUNTY))) {
            heads.merge(cell.of().getOrDefault(HeadCut.COUNTY, ""), cell.heads(), Long::sum);
        }
        for (County county : region.counties()) {
            database.sql("""
                            insert into contribution.subsidy_heads (year, county, tier, kind, day, heads, counted_by, counted_name,
                                counted_at)
                            values (:year, :county, :tier, :kind, :day, :heads, :who, :whoName, :now)""")
                    .param("year", year)
                    .param("county", county.code())
                    .param("tier", county.tier())
                    .param("kind", what)
                    .param("day", day)
                    .param("heads", heads.getOrDefault(county.code(), 0L))
                    .param("who", actor.userId())
                    .param("whoName", actor.displayName())
                    .param("now", OffsetDateTime.now(clock))
                    .update();
        }
        audit.record(
                actor,
                "contribution.subsidy.count",
                "contribution.subsidy",
                Integer.toString(year),
                "清点 " + year + " 年补助" + what + "人数",
                null,
                Map.of("日期", day.toString()));
        return year(year);
    }
}
