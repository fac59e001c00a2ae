package org.tongchou.platform.settlement.visit;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.tongchou.platform.provider.Provider;
import org.tongchou.platform.provider.Providers;
import org.tongchou.platform.region.Region;
import org.tongchou.platform.settlement.Visit;
import org.tongchou.platform.settlement.Visits;
import org.tongchou.platform.web.Refusal;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Visits in schema {@code settlement}. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
class StoredVisits implements Visits {
    private static final TypeReference<LinkedHashMap<String, String>> TEXTS = new TypeReference<>() {};
    private static final String COLUMNS = """
            select id, number, person_id, person_number, scheme, kind, national_kind, provider, provider_level, inpatient, state,
                place, filing, begun, ended, disease, version from settlement.visit""";

    private final JdbcClient database;
    private final Providers providers;
    private final Region region;
    private final JsonMapper json;
    private final Clock clock;

    StoredVisits(JdbcClient database, Providers providers, Region region, JsonMapper json, Clock clock) {
        this.database = database;
        this.providers = providers;
        this.region = region;
        this.json = json;
        this.clock = clock;
    }

    @Override
    public Visit open(NewVisit visit) {
        Provider provider = providers
                .find(visit.provider(), visit.begun().toLocalDate())
                .filter(Provider::designated)
                .orElseThrow(() -> Refusal.conflict(
                        "E-SET-001",
                        "定点医药机构 " + visit.provider() + " 在 " + visit.begun().toLocalDate() + " 没有有效的服务协议，不能办理"));
        LocalDateTime now = LocalDateTime.now(clock);
        if (visit.begun().isAfter(now.plusMinutes(30))) {
            throw Refusal.field("E-SET-002", "开始时间", visit.begun().toString(), "不晚于现在的时间");
        }
        try {
            return insert(
                    visit,
                    provider.code(),
                    provider.level(),
                    provider.county(),
                    visit.inpatient() ? Visit.STAYING : Visit.OPEN,
                    null);
        } catch (DuplicateKeyException e) {
            throw Refusal.conflict("E-SET-003", "人员 " + visit.person().number() + " 有未出院的住院登记，不能重复办理入院");
        }
    }

    @Override
    public Visit openPast(NewVisit visit, String level, LocalDateTime ended) {
        return insert(visit, Visit.DESK, level, "", visit.inpatient() ? Visit.DISCHARGED : Visit.OPEN, ended);
    }

    @Override
    public Visit openElsewhere(NewVisit visit, String providerLevel, @Nullable LocalDateTime ended) {
        return insert(
                visit, visit.provider(), providerLevel, "", visit.inpatient() ? Visit.DISCHARGED : Visit.OPEN, ended);
    }

    private Visit insert(
            NewVisit visit, String provider, String level, String county, String state, @Nullable LocalDateTime ended) {
        return database.sql("""
                            insert into settlement.visit (id, number, person_id, person_number, scheme, kind, national_kind,
                                provider, provider_level, inpatient, state, place, filing, begun, ended, disease, details,
                                person_county, provider_county)
                            overriding system value
                            select next.id, :region || to_char(:begun::timestamp, 'YYMMDD') || lpad(next.id::text, 9, '0'),
                                :person, :personNumber, :scheme, :kind, :national, :provider, :level, :inpatient, :state,
                                :place, :filing, :begun, :ended::timestamp, :disease, :details::jsonb, :personCounty, :providerCounty
                            from (select nextval(pg_get_serial_sequence('settlement.visit', 'id')) as id) next
                            returning id, number, person_id, person_number, scheme, kind, national_kind, provider,
                                provider_level, inpatient, state, place, filing, begun, ended, disease, version""")
                .param("region", region.code())
                .param("person", visit.person().id())
                .param("personNumber", visit.person().number())
                .param("scheme", visit.scheme())
                .param("kind", visit.kind())
                .param("national", visit.nationalKind())
                .param("provider", provider)
                .param("level", level)
                .param("inpatient", visit.inpatient())
                .param("state", state)
                .param("place", visit.place())
                .param("filing", visit.filing())
                .param("begun", visit.begun())
                .param("ended", ended)
                .param("disease", visit.disease())
                .param("details", json.writeValueAsString(visit.details()))
                .param("personCounty", visit.person().county())
                .param("providerCounty", county)
                .query(Visit.class)
                .single();
    }

    @Override
    @Transactional(readOnly = true)
    public Visit get(String provider, String number) {
        return find(provider, number, "");
    }

    @Override
    public Visit lock(String provider, String number) {
        return find(provider, number, " for update");
    }

    private Visit find(String provider, String number, String lock) {
        return database.sql(COLUMNS + " where number = :number and provider = :provider" + lock)
                .param("number", number)
                .param("provider", provider)
                .query(Visit.class)
                .optional()
                .orElseThrow(() -> Refusal.field("E-SET-004", "就诊ID", number, "本机构已登记的就诊"));
    }

    @Override
    @Transactional(readOnly = true)
    public List<Visit> of(long person, LocalDateTime from, LocalDateTime to) {
        return database.sql(COLUMNS
                        + " where person_id = :person and begun between :from and :to order by begun desc, id desc")
                .param("person", person)
                .param("from", from)
                .param("to", to)
                .query(Visit.class)
                .list();
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Visit> staying(long person) {
        return database.sql(COLUMNS + " where person_id = :person and inpatient and state = '在院'")
                .param("person", person)
                .query(Visit.class)
                .optional();
    }

    @Override
    public void change(Visit visit, Map<String, String> details) {
        mustBeOpen(visit);
        database.sql("""
                        update settlement.visit set details = details || :details::jsonb, version = version + 1
                        where id = :id""")
                .param("id", visit.id())
                .param("details", json.writeValueAsString(details))
                .update();
    }

    @Override
    public Visit specify(Visit visit, String kind, String nationalKind, String disease) {
        mustBeOpen(visit);
        if (visit.kind().equals(kind)
                && visit.nationalKind().equals(nationalKind)
                && visit.disease().equals(disease)) {
            return visit;
        }
        boolean settled = database.sql("select exists (select from settlement.settlement where visit_id = :visit)")
                .param("visit", visit.id())
                .query(Boolean.class)
                .single();
        if (settled) {
            throw Refusal.conflict("E-SET-009", "就诊 " + visit.number() + " 已有结算，医疗类别和病种不能再改");
        }
        database.sql("""
                        update settlement.visit set kind = :kind, national_kind = :national, disease = :disease,
                            version = version + 1 where id = :id""")
                .param("kind", kind)
                .param("national", nationalKind)
                .param("disease", disease)
                .param("id", visit.id())
                .update();
        return get(visit.provider(), visit.number());
    }

    @Override
    @Transactional(readOnly = true)
    public Map<String, String> details(Visit visit) {
        return json.readValue(
                database.sql("select details from settlement.visit where id = :id")
                        .param("id", visit.id())
                        .query(String.class)
                        .single(),
                TEXTS);
    }

    @Override
    public void diagnose(Visit visit, boolean atEnd, List<Diagnosis> diagnoses) {
        mustBeOpen(visit);
        if (diagnoses.stream().filter(Diagnosis::main).count() > 1) {
            throw Refusal.field("E-SET-005", "主诊断标志", "多个", "至多一个主诊断");
        }
        database.sql("delete from settlement.diagnosis where visit_id = :visit and at_end = :end")
                .param("visit", visit.id())
                .param("end", atEnd)
                .update();
        for (Diagnosis each : diagnoses) {
            database.sql("""
                            insert into settlement.diagnosis (visit_id, at_end, sort, type, main, code, name, details)
                            values (:visit, :end, :sort, :type, :main, :code, :name, :details::jsonb)""")
                    .param("visit", visit.id())
                    .param("end", atEnd)
                    .param("sort", each.sort())
                    .param("type", each.type())
                    .param("main", each.main())
                    .param("code", each.code())
                    .param("name", each.name())
                    .param("details", json.writeValueAsString(each.details()))
                    .update();
        }
    }

    @Override
    @Transactional(readOnly = true)
    public List<Diagnosis> diagnoses(Visit visit, boolean atEnd) {
        return database.sql("""
                        select type, sort, main, code, name, details from settlement.diagnosis
                        where visit_id = :visit and at_end = :end order by type, sort""")
                .param("visit", visit.id())
                .param("end", atEnd)
                .query((row, number) -> new Diagnosis(
                        row.getString("type"),
                        row.getInt("sort"),
                        row.getBoolean("main"),
                        row.getString("code"),
                        row.getString("name"),
                        json.readValue(row.getString("details"), TEXTS)))
                .list();
    }

    @Override
    public void discharge(Visit visit, LocalDateTime at) {
        must(visit, Visit.STAYING, "办理出院");
        if (at.isBefore(visit.begun()) || at.isAfter(LocalDateTime.now(clock).plusDays(1))) {
            throw Refusal.field("E-SET-006", "出院时间", at.toString(), "不早于入院时间 " + visit.begun() + "、不晚于今天的时间");
        }
        move(visit, Visit.DISCHARGED, at);
    }

    @Override
    public void readmit(Visit visit) {
        must(visit, Visit.DISCHARGED, "撤销出院");
        try {
            move(visit, Visit.STAYING, null);
        } catch (DuplicateKeyException e) {
            throw Refusal.conflict("E-SET-003", "人员 " + visit.personNumber() + " 已有另一未出院的住院登记，不能撤销出院");
        }
    }

    @Override
    public void cancel(Visit visit) {
        mustBeOpen(visit);
        boolean charged = database.sql("select exists (select from settlement.charge where visit_id = :visit)")
                .param("visit", visit.id())
                .query(Boolean.class)
                .single();
        if (charged) {
            throw Refusal.conflict("E-SET-008", "就诊 " + visit.number() + " 还有费用明细，请先撤销费用明细");
        }
        move(visit, Visit.CANCELLED, visit.ended());
    }

    @Override
    public void abandon(Visit visit) {
        mustBeOpen(visit);
        move(visit, Visit.CANCELLED, visit.ended());
    }

    private void move(Visit visit, String state, @Nullable LocalDateTime ended) {
        database.sql("update settlement.visit set state = :state, ended = :ended, version = version + 1 where id = :id")
                .param("state", state)
                .param("ended", ended)
                .param("id", visit.id())
                .update();
    }

    private static void must(Visit visit, String state, String act) {
        if (!visit.state().equals(state)) {
            throw Refusal.conflict("E-SET-007", "就诊 " + visit.number() + " " + visit.state() + "，不能" + act);
        }
    }

    private static void mustBeOpen(Visit visit) {
        if (visit.state().equals(Visit.SETTLED) || visit.state().equals(Visit.CANCELLED)) {
            throw Refusal.conflict("E-SET-007", "就诊 " + visit.number() + " " + visit.state() + "，不能更改");
        }
    }
}
