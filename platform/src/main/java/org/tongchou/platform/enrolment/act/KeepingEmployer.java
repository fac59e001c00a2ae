package org.tongchou.platform.enrolment.act;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tongchou.codes.CreditCode;
import org.tongchou.codes.Parsed;
import org.tongchou.platform.enrolment.Employer;
import org.tongchou.platform.enrolment.Employers;
import org.tongchou.platform.enrolment.Registry;
import org.tongchou.platform.enrolment.Registry.NewEmployer;
import org.tongchou.platform.enrolment.person.Rules;
import org.tongchou.platform.region.Region;
import org.tongchou.platform.web.Actor;
import org.tongchou.platform.web.Given;
import org.tongchou.platform.web.Refusal;

/** 单位登记: a new employer, school or village, or new facts of one. */
@Component
class KeepingEmployer implements Handler<Forms.EmployerForm> {
    /** The kinds, as the database knows them. */
    static final List<String> KINDS = List.of("机关", "事业单位", "企业", "社会组织", "个体工商户", "学校", "村居");

    private final Rules rules;
    private final Employers employers;
    private final Registry registry;
    private final Region region;
    private final JdbcClient database;

    KeepingEmployer(Rules rules, Employers employers, Registry registry, Region region, JdbcClient database) {
        this.rules = rules;
        this.employers = employers;
        this.registry = registry;
        this.region = region;
        this.database = database;
    }

    @Override
    public ActKind kind() {
        return ActKind.EMPLOYER;
    }

    @Override
    public Class<Forms.EmployerForm> form() {
        return Forms.EmployerForm.class;
    }

    @Override
    public Draft check(Actor actor, Forms.EmployerForm form) {
        NewEmployer given = given(actor, form);
        Optional<Employer> known = known(actor, form);
        employers
                .byCode(given.code())
                .filter(other ->
                        known.map(Employer::id).filter(id -> id == other.id()).isEmpty())
                .ifPresent(other -> {
                    throw Refusal.conflict("E-ENR-111", "统一社会信用代码 " + other.code() + " 已由“" + other.name() + "”登记");
                });
        LocalDate closed = form.closed();
        if (closed != null) {
            mustBeEmpty(known, rules.day("注销日期", closed), given);
        }
        String what = known.isEmpty() ? "登记单位" : closed == null ? "变更单位信息" : "注销单位，最后一天 " + closed;
        return new Draft(null, given.name(), given.county(), what + "：" + given.name(), given.registered(), List.of());
    }

    private Optional<Employer> known(Actor actor, Forms.EmployerForm form) {
        return Optional.ofNullable(form.employerId()).map(id -> {
            Employer employer = employers.find(id).orElseThrow(() -> Refusal.notFound("参保单位"));
            actor.mustSee(region.county(employer.county()).unitId());
            return employer;
        });
    }

    private void mustBeEmpty(Optional<Employer> known, LocalDate closed, NewEmployer given) {
        if (closed.isBefore(given.registered())) {
            throw Refusal.field("E-ENR-113", "注销日期", closed.toString(), "不早于登记日期 " + given.registered() + " 的日期");
        }
        long left = known.map(employer -> database.sql("""
                                select count(*) from enrolment.enrolment
                                where employer_id = :employer and not cancelled and (to_day is null or to_day > :closed)""")
                        .param("employer", employer.id())
                        .param("closed", closed)
                        .query(Long.class)
                        .single())
                .orElse(0L);
        if (left > 0) {
            throw Refusal.conflict("E-ENR-114", "单位在 " + closed + " 之后还有 " + left + " 人参保，请先停保或转出");
        }
    }

    private NewEmployer given(Actor actor, Forms.EmployerForm form) {
        Parsed<CreditCode> code = CreditCode.parse(Given.requiredLine("统一社会信用代码", form.code(), 40));
        code.findProblem().ifPresent(bad -> {
            throw Refusal.field(bad.problem(), "统一社会信用代码", form.code(), bad.expected());
        });
        String kind = Given.requiredLine("单位类型", form.kind(), 20);
        if (!KINDS.contains(kind)) {
            throw Refusal.field("E-ENR-112", "单位类型", kind, "以下之一：" + String.join("、", KINDS));
        }
        return new NewEmployer(
                code.getValue().code(),
                Given.requiredLine("单位名称", form.name(), 200),
                kind,
                rules.county(actor, form.county()).code(),
                rules.day("登记日期", Given.required("登记日期", form.registered())));
    }

    @Override
    public Done apply(Applying in, Forms.EmployerForm form) {
        NewEmployer given = given(in.actor(), form);
        Optional<Employer> known = known(in.actor(), form);
        if (known.isEmpty()) {
            registry.employers(in.act(), List.of(given));
        } else {
            database.sql("""
                            update enrolment.employer set code = :code, name = :name, kind = :kind, county = :county,
                                registered = :registered, closed = :closed::date
                            where id = :id""")
                    .param("id", known.get().id())
                    .param("code", given.code())
                    .param("name", given.name())
                    .param("kind", given.kind())
                    .param("county", given.county())
                    .param("registered", given.registered())
                    .param("closed", form.closed())
                    .update();
        }
        return new Done(null, 0);
    }
}
