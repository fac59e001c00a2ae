package org.tongchou.platform.provider;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tongchou.platform.TestActors;
import org.tongchou.platform.TestUnits;
import org.tongchou.platform.identity.Units;
import org.tongchou.platform.provider.act.ActKind;
import org.tongchou.platform.provider.act.Acts;
import org.tongchou.platform.provider.agreement.Agreement;
import org.tongchou.platform.provider.agreement.AgreementRequest;
import org.tongchou.platform.provider.agreement.Agreements;
import org.tongchou.platform.provider.institution.Institution;
import org.tongchou.platform.provider.institution.Institutions;
import org.tongchou.platform.region.County;
import org.tongchou.platform.region.Region;
import org.tongchou.platform.web.Actor;

/**
 * A region of two counties with a hospital; steps of agreements in few words.
 *
 * @param institutions the register
 * @param agreements the agreements
 * @param acts the acts
 * @param database the database
 * @param units the units: the city's looks after 359901, the county's after 359921
 */
public record ProviderFixture(
        Institutions institutions, Agreements agreements, Acts acts, JdbcClient database, TestUnits units) {
    /** Points that pass. */
    public static final Map<String, BigDecimal> GOOD = points(10, 20, 15, 20, 15, 10, 5);

    private static final Map<String, BigDecimal> GOOD_PHARMACY = Map.of(
            "licence", BigDecimal.valueOf(20),
            "stock", BigDecimal.valueOf(25),
            "system", BigDecimal.valueOf(25),
            "management", BigDecimal.valueOf(15),
            "record", BigDecimal.valueOf(10));

    /** Proposes. */
    public static final Actor CLERK = TestActors.actor(
            "provider.institution.view",
            "provider.institution.edit",
            "provider.institution.export",
            "provider.agreement.edit",
            "provider.staff.edit",
            "provider.act.review");

    /** Decides. */
    public static final Actor SECOND = new Actor(
            CLERK.userId() + 7,
            "second",
            "测试复核",
            0,
            List.of(),
            true,
            List.of("test"),
            java.util.Set.of("provider.institution.view", "provider.act.review", "provider.account.reveal"));

    /** Makes the units and counties that are missing. */
    public static ProviderFixture create(
            Institutions institutions,
            Agreements agreements,
            Acts acts,
            JdbcClient database,
            Region region,
            Units units) {
        TestUnits made = units.all().isEmpty()
                ? TestUnits.create(units)
                : new TestUnits(
                        units.getByCode("100"),
                        units.getByCode("100001"),
                        units.getByCode("100002"),
                        units.getByCode("200"));
        if (region.counties().isEmpty()) {
            region.create(CLERK, new County("359901", "样例区", "", made.own().id()));
            region.create(CLERK, new County("359921", "样例县", "", made.county().id()));
        }
        return new ProviderFixture(institutions, agreements, acts, database, made);
    }

    private static Map<String, BigDecimal> points(int... given) {
        List<String> keys = List.of("licence", "staff", "management", "system", "catalogue", "price", "record");
        Map<String, BigDecimal> points = new java.util.HashMap<>();
        for (int at = 0; at < given.length; at++) {
            points.put(keys.get(at), BigDecimal.valueOf(given[at]));
        }
        return Map.copyOf(points);
    }

    /** A hospital of the third level in county 359901. */
    public Institution hospital(String code) {
        return institution(code, "医院", "02");
    }

    /** An institution of a kind and level in the county of its code. */
    public Institution institution(String code, String kind, String level) {
        return institutions.create(
                CLERK,
                new Institution.Request(
                        code,
                        "样例医院" + code.substring(8),
                        kind,
                        false,
                        level,
                        code.substring(1, 7),
                        "",
                        "样例路 1 号",
                        "",
                        null,
                        null,
                        LocalDate.of(2010, 1, 1),
                        null));
    }

    /** A step that is proposed. */
    public Agreement step(long id, ActKind kind, LocalDate day, String number, @Nullable LocalDate until) {
        return agreements.step(
                CLERK,
                id,
                new AgreementRequest(
                        kind,
                        day,
                        until,
                        "测试原因",
                        null,
                        agreements.get(CLERK, id).institution().startsWith("P") ? GOOD_PHARMACY : GOOD,
                        "按样例条款",
                        number,
                        day,
                        end(kind, day),
                        kind == ActKind.DEPOSIT ? new BigDecimal("0.05") : null,
                        kind == ActKind.DEPOSIT ? "第十二条" : null));
    }

    /** Two years; a renewal ends long after what it renews. */
    private static LocalDate end(ActKind kind, LocalDate day) {
        return kind == ActKind.RENEW ? day.plusYears(6) : day.plusYears(2).minusDays(1);
    }

    /** The second person approves what waits. */
    public void approve(long id) {
        long act = database.sql("select id from provider.act where state = '待复核' and subject_id = :id")
                .param("id", Long.toString(id))
                .query(Long.class)
                .single();
        acts.decide(SECOND, act, true, "");
    }

    /** An application. */
    public Agreement apply(String institution, LocalDate day) {
        return agreements.apply(
                CLERK,
                institution,
                new AgreementRequest(
                        null,
                        day,
                        null,
                        "",
                        institution.startsWith("P")
                                ? List.of("药品经营许可证", "营业执照", "执业药师注册证", "医保管理制度", "信息系统情况")
                                : List.of("医疗机构执业许可证", "法人证书或营业执照", "医保管理制度", "人员名册", "信息系统情况"),
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null));
    }

    /** From a day on an agreement keeps a deposit back. */
    public void deposit(long id, LocalDate day, BigDecimal rate, String clause) {
        agreements.step(
                CLERK,
                id,
                new AgreementRequest(
                        ActKind.DEPOSIT, day, null, "补充协议", null, null, null, null, null, null, rate, clause));
        approve(id);
    }

    /** An agreement in force for two years from a day. */
    public Agreement signed(String institution, LocalDate day, String number) {
        long id = apply(institution, day).id();
        step(id, ActKind.ASSESS, day, "", null);
        approve(id);
        step(id, ActKind.NEGOTIATE, day, "", null);
        step(id, ActKind.SIGN, day, number, null);
        approve(id);
        return agreements.get(CLERK, id);
    }
}
