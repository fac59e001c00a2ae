package org.tongchou.platform.provider.institution;

import java.time.LocalDate;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.tongchou.platform.privacy.PersonalSecrets;
import org.tongchou.platform.provider.act.Act;
import org.tongchou.platform.provider.act.ActEffect;
import org.tongchou.platform.provider.act.ActKind;
import org.tongchou.platform.provider.act.Acts;
import org.tongchou.platform.web.Actor;
import org.tongchou.platform.web.Given;
import org.tongchou.platform.web.Refusal;

/** Another level, another account, closing for good. */
@Service
class InstitutionActs implements ActEffect {
    private static final String LEVEL = "等级";
    private static final String HOLDER = "户名";
    private static final String BANK = "开户行";
    private static final String ACCOUNT = "账号";

    private final JdbcClient database;
    private final PersonalSecrets secrets;

    InstitutionActs(JdbcClient database, PersonalSecrets secrets) {
        this.database = database;
        this.secrets = secrets;
    }

    /**
     * What is wanted.
     *
     * @param kind LEVEL, ACCOUNT or CLOSE
     * @param onDate the day it takes effect
     * @param reason why
     * @param level the level wanted
     * @param holder name of the account's holder
     * @param bank its bank
     * @param account its number
     */
    record Request(
            @Nullable ActKind kind,
            @Nullable LocalDate onDate,
            @Nullable String reason,
            @Nullable String level,
            @Nullable String holder,
            @Nullable String bank,
            @Nullable String account) {}

    /** The request as a proposal. */
    Act.Proposal proposal(Institution institution, Request request) {
        ActKind kind = Given.required("事项", request.kind());
        if (kind.subject() != ActKind.Subject.INSTITUTION) {
            throw Refusal.field("E-PRV-020", "事项", kind.printed(), "调整等级、变更收款账户或停业");
        }
        Map<String, String> details = new LinkedHashMap<>();
        if (kind == ActKind.LEVEL) {
            details.put(LEVEL, InstitutionRules.level(request.level()));
        } else if (kind == ActKind.ACCOUNT) {
            String number = Given.text(request.account()).replace(" ", "");
            if (!number.matches("\\d{8,32}")) {
                throw Refusal.field("E-PRV-021", ACCOUNT, PersonalSecrets.masked(number), "8 至 32 位数字");
            }
            details.put(HOLDER, Given.requiredLine(HOLDER, request.holder(), 100));
            details.put(BANK, Given.requiredLine(BANK, request.bank(), 100));
            details.put(ACCOUNT, PersonalSecrets.masked(number));
            details.put(Acts.SECRET, Base64.getEncoder().encodeToString(secrets.seal(number)));
        }
        return new Act.Proposal(
                institution.code(),
                institution.county(),
                institution.name(),
                kind,
                Given.day("生效日期", request.onDate()),
                null,
                Given.requiredLine("原因", request.reason(), 500),
                details);
    }

    @Override
    public ActKind.Subject subject() {
        return ActKind.Subject.INSTITUTION;
    }

    @Override
    public void check(Act.Proposal proposal) {
        LocalDate closed = database.sql("select closed from provider.institution where code = :code for update")
                .param("code", proposal.subjectId())
                .query((row, n) -> java.util.Optional.ofNullable(row.getObject(1, LocalDate.class)))
                .single()
                .orElse(null);
        if (closed != null) {
            throw Refusal.conflict("E-PRV-022", proposal.title() + "已于 " + closed + " 停业");
        }
        if (proposal.kind() == ActKind.LEVEL) {
            LocalDate last = database.sql("select max(begins) from provider.level where institution = :code")
                    .param("code", proposal.subjectId())
                    .query(LocalDate.class)
                    .single();
            if (!proposal.onDate().isAfter(last)) {
                throw Refusal.field("E-PRV-023", "生效日期", proposal.onDate().toString(), "晚于上次定级日期 " + last);
            }
        } else if (proposal.kind() == ActKind.CLOSE) {
            long inForce = database.sql("""
                            select count(*) from provider.agreement
                            where institution = :code and state in ('生效', '中止') and ends >= :day
                            """)
                    .param("code", proposal.subjectId())
                    .param("day", proposal.onDate())
                    .query(Long.class)
                    .single();
            if (inForce > 0) {
                throw Refusal.conflict("E-PRV-024", proposal.title() + "还有没有到期的服务协议，请先解除协议再办理停业");
            }
        }
    }

    @Override
    public void apply(Actor actor, Act act) {
        switch (act.kind()) {
            case LEVEL ->
                database.sql("insert into provider.level (institution, begins, level) values (:code, :day, :level)")
                        .param("code", act.subjectId())
                        .param("day", act.onDate())
                        .param("level", act.detail(LEVEL))
                        .update();
            case ACCOUNT ->
                database.sql("""
                                insert into provider.account (institution, begins, holder, bank, sealed, masked)
                                values (:code, :day, :holder, :bank, :sealed, :masked)
                                """)
                        .param("code", act.subjectId())
                        .param("day", act.onDate())
                        .param("holder", act.detail(HOLDER))
                        .param("bank", act.detail(BANK))
                        .param("sealed", Base64.getDecoder().decode(act.sealed()))
                        .param("masked", act.detail(ACCOUNT))
                        .update();
            default ->
                database.sql("""
                                update provider.institution set closed = :day, version = version + 1, updated_by = :who, updated_at = now()
                                where code = :code
                                """)
                        .param("code", act.subjectId())
                        .param("day", act.onDate())
                        .param("who", actor.displayName())
                        .update();
        }
    }
}
