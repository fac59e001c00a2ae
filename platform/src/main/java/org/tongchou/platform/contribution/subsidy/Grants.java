package org.tongchou.platform.contribution.subsidy;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tongchou.benefit.funding.Level;
import org.tongchou.money.Money;
import org.tongchou.platform.audit.AuditLog;
import org.tongchou.platform.contribution.subsidy.SubsidyYear.Grant;
import org.tongchou.platform.contribution.subsidy.SubsidyYear.Share;
import org.tongchou.platform.fund.Cause;
import org.tongchou.platform.fund.FundAccounts;
import org.tongchou.platform.fund.Funds;
import org.tongchou.platform.fund.Ledger;
import org.tongchou.platform.fund.Leg;
import org.tongchou.platform.fund.Voucher;
import org.tongchou.platform.region.Region;
import org.tongchou.platform.web.Actor;
import org.tongchou.platform.web.Given;
import org.tongchou.platform.web.Refusal;

/** Takes in subsidies by two people and clears what is left between the levels; what was reviewed is in the books. */
@Service
class Grants {
    private static final String OTHER = "other";
    private static final String ADVANCE = Subsidies.ADVANCE;
    private static final String CLEARING = "清算";
    private static final Map<String, String> ACCOUNTS = Map.of(
            "central",
            FundAccounts.SUBSIDY_CENTRAL,
            "province",
            FundAccounts.SUBSIDY_PROVINCE,
            "city",
            FundAccounts.SUBSIDY_CITY,
            "county",
            FundAccounts.SUBSIDY_COUNTY,
            OTHER,
            FundAccounts.SUBSIDY_ENROLMENT);

    private final JdbcClient database;
    private final Subsidies subsidies;
    private final Region region;
    private final Ledger ledger;
    private final AuditLog audit;
    private final Clock clock;

    Grants(JdbcClient database, Subsidies subsidies, Region region, Ledger ledger, AuditLog audit, Clock clock) {
        this.database = database;
        this.subsidies = subsidies;
        this.region = region;
        this.ledger = ledger;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * A grant that is entered.
     *
     * @param county six digits; empty for the whole region
     * @param level central, province, city, county or other
     * @param payer name, for other payers
     * @param stage 预拨 or 清算
     * @param fen how much; negative when it goes back
     * @param day when
     * @param document the document
     */
    record Request(
            @Nullable String county,
            @Nullable String level,
            @Nullable String payer,
            @Nullable String stage,
            @Nullable Long fen,
            @Nullable LocalDate day,
            @Nullable String document) {}

    /** Enters a grant; it waits for review. */
    @Transactional
    Grant enter(Actor actor, int year, Request request) {
        String county = Given.text(request.county());
        if (!county.isEmpty()) {
            region.county(county);
        }
        String level = Given.text(request.level());
        if (!ACCOUNTS.containsKey(level)) {
            throw Refusal.field("E-CON-051", "补助级次", level, "central、province、city、county 或 other");
        }
        String stage = Given.text(request.stage());
        if (!stage.equals(ADVANCE) && !stage.equals(CLEARING)) {
            throw Refusal.field("E-CON-052", "补助阶段", stage, "预拨 或 清算");
        }
        long fen = Given.required("金额", request.fen());
        if (stage.equals(ADVANCE) || fen == 0) {
            Given.amount("金额", fen);
        }
        String payer = level.equals(OTHER)
                ? Given.requiredLine("补助单位", request.payer(), 100)
                : Level.valueOf(level.toUpperCase(Locale.ROOT)).printed();
        return insert(
                actor,
                year,
                new Share(county, "", level, payer, 0, 0, 0, 0, 0),
                stage,
                fen,
                Given.required("到位日期", request.day()),
                Given.requiredLine("文号", request.document(), 100));
    }

    private Grant insert(Actor actor, int year, Share of, String stage, long fen, LocalDate day, String document) {
        long id = database.sql("""
                        insert into contribution.subsidy_grant (year, county, level, payer, stage, fen, day, document, entered_by,
                            entered_name, entered_at)
                        values (:year, :county, :level, :payer, :stage, :fen, :day, :document, :who, :whoName, :now)
                        returning id""")
                .param("year", year)
                .param("county", of.county())
                .param("level", of.level())
                .param("payer", of.levelName())
                .param("stage", stage)
                .param("fen", fen)
                .param("day", day)
                .param("document", document)
                .param("who", actor.userId())
                .param("whoName", actor.displayName())
                .param("now", OffsetDateTime.now(clock))
                .query(Long.class)
                .single();
        record(
                actor,
                "enter",
                id,
                "登记 " + year + " 年" + of.levelName() + "财政补助" + stage + " " + Money.ofFen(fen),
                Map.of("文号", document));
        return get(id);
    }

    /** Enters what the policy says of all shares: the advance, or all that is left in the final clearing. */
    @Transactional
    List<Grant> enterAll(Actor actor, int year, @Nullable String stage, LocalDate day, @Nullable String document) {
        String what = Given.text(stage);
        String paper = Given.requiredLine("文号", document, 100);
        database.sql("select pg_advisory_xact_lock(hashtextextended('contribution.subsidy ' || :year, 0))")
                .param("year", year)
                .query((row, number) -> 0)
                .list();
        SubsidyYear now = subsidies.year(year);
        if (!what.equals(ADVANCE) && !what.equals(CLEARING)) {
            throw Refusal.field("E-CON-052", "补助阶段", what, "预拨 或 清算");
        }
        if (now.shares().isEmpty()) {
            throw Refusal.conflict("E-CON-053", "还没有清点 " + year + " 年的预计人数");
        }
        boolean counted = now.heads().stream().allMatch(one -> one.counted() != null);
        if (what.equals(CLEARING) && !counted) {
            throw Refusal.conflict("E-CON-054", "还没有清点 " + year + " 年的核定人数，不能清算");
        }
        if (now.shares().stream().anyMatch(share -> share.waitingFen() != 0)) {
            throw Refusal.conflict("E-CON-055", year + " 年还有待复核的补助，请先复核或退回");
        }
        List<Grant> made = new ArrayList<>();
        for (Share share : now.shares()) {
            long fen = what.equals(ADVANCE) ? share.advanceFen() - share.grantedFen() : share.restFen();
            if (what.equals(ADVANCE) ? fen > 0 : fen != 0) {
                made.add(insert(actor, year, share, what, fen, day, paper));
            }
        }
        return made;
    }

    private Grant get(long id) {
        return database.sql("select * from contribution.subsidy_grant where id = :id for update")
                .param("id", id)
                .query(Grant.class)
                .optional()
                .orElseThrow(() -> Refusal.notFound("这笔财政补助"));
    }

    /** Posts grants, or returns them with a reason; never by who entered them. */
    @Transactional
    List<Grant> review(Actor actor, List<Long> ids, boolean accept, @Nullable String reason) {
        String why = accept ? "" : Given.requiredLine("退回原因", reason, 200);
        List<Grant> done = new ArrayList<>();
        for (long id : ids.stream().sorted().distinct().toList()) {
            Grant grant = get(id);
            if (!grant.state().equals("待复核")) {
                throw Refusal.conflict("E-CON-056", "财政补助" + grant.state() + "，不能复核");
            }
            if (grant.enteredBy() == actor.userId()) {
                throw Refusal.conflict("E-CON-005", "登记人不能复核自己的补助，请由另一人复核");
            }
            database.sql("""
                            update contribution.subsidy_grant set state = :state, reason = :reason, reviewed_by = :who,
                                reviewed_name = :whoName, voucher_id = :voucher::bigint where id = :id""")
                    .param("state", accept ? "已入账" : "已退回")
                    .param("reason", why)
                    .param("who", actor.userId())
                    .param("whoName", actor.displayName())
                    .param("voucher", accept ? post(actor, grant) : null)
                    .param("id", id)
                    .update();
            record(
                    actor,
                    accept ? "accept" : "return",
                    id,
                    (accept ? "复核" : "退回") + grant.year() + " 年" + grant.payer() + "财政补助" + grant.stage(),
                    Map.of("金额", Money.ofFen(grant.fen()).toString(), "原因", why));
            done.add(get(id));
        }
        return done;
    }

    private long post(Actor actor, Grant grant) {
        String county = grant.county().isEmpty() ? region.code() : grant.county();
        return ledger.post(
                actor,
                new Voucher(
                        Funds.RESIDENT,
                        grant.day(),
                        new Cause("contribution", "subsidy", Long.toString(grant.id())),
                        grant.year() + " 年居民医保财政补助" + grant.stage() + "：" + grant.payer(),
                        List.of(
                                new Leg(FundAccounts.TREASURY_BANK, grant.fen(), null),
                                new Leg(Objects.requireNonNull(ACCOUNTS.get(grant.level())), -grant.fen(), county))));
    }

    private void record(Actor actor, String act, long id, String summary, Map<String, ?> values) {
        audit.record(
                actor, "contribution.subsidy." + act, "contribution.subsidy", Long.toString(id), summary, null, values);
    }
}
