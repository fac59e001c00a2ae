package org.tongchou.platform.settlement.filing;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.tongchou.platform.audit.AuditLog;
import org.tongchou.platform.enrolment.Person;
import org.tongchou.platform.enrolment.Persons;
import org.tongchou.platform.region.Region;
import org.tongchou.platform.settlement.Filings;
import org.tongchou.platform.web.Actor;
import org.tongchou.platform.web.Given;
import org.tongchou.platform.web.Refusal;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Filings in schema {@code settlement}. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
class StoredFilings implements Filings {
    private static final TypeReference<LinkedHashMap<String, String>> TEXTS = new TypeReference<>() {};

    private final JdbcClient database;
    private final Persons persons;
    private final Region region;
    private final AuditLog audit;
    private final JsonMapper json;

    StoredFilings(JdbcClient database, Persons persons, Region region, AuditLog audit, JsonMapper json) {
        this.database = database;
        this.persons = persons;
        this.region = region;
        this.audit = audit;
        this.json = json;
    }

    @Override
    public Filing file(Actor actor, NewFiling filing) {
        LocalDate last = filing.ends();
        if (last != null && last.isBefore(filing.begins())) {
            throw Refusal.field("E-SET-050", "结束日期", last.toString(), "不早于开始日期 " + filing.begins() + " 的日期");
        }
        hold(filing.person());
        of(filing.person(), filing.kind()).stream()
                .filter(one -> one.code().equals(filing.code()) && overlap(one, filing.begins(), last))
                .findFirst()
                .ifPresent(one -> {
                    throw Refusal.conflict(
                            "E-SET-051",
                            filing.kind().word() + "备案已有 " + one.number() + "（" + one.begins() + " 起），不能重复备案");
                });
        String number = database.sql("""
                        insert into settlement.filing (id, number, person_id, kind, word, code, provider, begins, ends, state,
                            message, details, county)
                        overriding system value
                        select next.id, :region || 'BA' || lpad(next.id::text, 12, '0'), :person, :kind, :word, :code,
                            :provider, :begins, :ends, '有效', :message, :details::jsonb, :county
                        from (select nextval(pg_get_serial_sequence('settlement.filing', 'id')) as id) next
                        returning number""")
                .param("region", region.code())
                .param("person", filing.person())
                .param("kind", filing.kind().word())
                .param("word", filing.word())
                .param("code", filing.code())
                .param("provider", filing.provider())
                .param("begins", filing.begins())
                .param("ends", last)
                .param("message", filing.message())
                .param("details", json.writeValueAsString(filing.details()))
                .param(
                        "county",
                        persons.find(filing.person()).map(Person::county).orElse(""))
                .query(String.class)
                .single();
        record(actor, "create", "登记", filing.kind().word(), number);
        return of(filing.person(), filing.kind()).stream()
                .filter(one -> one.number().equals(number))
                .findFirst()
                .orElseThrow();
    }

    private void hold(long person) {
        database.sql("select pg_advisory_xact_lock(hashtextextended('settlement.filing ' || :person, 0))")
                .param("person", Long.toString(person))
                .query((row, number) -> 0)
                .list();
    }

    private static boolean overlap(Filing one, LocalDate begins, @Nullable LocalDate ends) {
        LocalDate last = one.ends();
        return (ends == null || !one.begins().isAfter(ends)) && (last == null || !last.isBefore(begins));
    }

    @Override
    public void cancel(Actor actor, long person, String number, String reason) {
        hold(person);
        Filing filing = standing(person, number);
        if (usedFrom(filing, filing.begins())) {
            throw Refusal.conflict("E-SET-053", "备案 " + number + " 已有结算，不能撤销；请先撤销结算，或终止备案");
        }
        database.sql("""
                        update settlement.filing set state = '已撤销', details = details || jsonb_build_object('撤销原因', :reason::text)
                        where number = :number""")
                .param("reason", Given.line("撤销原因", reason, 200))
                .param("number", number)
                .update();
        record(actor, "cancel", "撤销", filing.kind(), number);
    }

    @Override
    public void end(Actor actor, long person, String number, LocalDate last, String reason) {
        hold(person);
        Filing filing = standing(person, number);
        LocalDate ends = filing.ends();
        if (last.isBefore(filing.begins()) || (ends != null && last.isAfter(ends))) {
            throw Refusal.field(
                    "E-SET-054",
                    "终止日期",
                    last.toString(),
                    "不早于开始日期 " + filing.begins() + (ends == null ? "" : "、不晚于原结束日期 " + ends) + " 的日期");
        }
        if (usedFrom(filing, last.plusDays(1))) {
            throw Refusal.conflict("E-SET-055", "备案 " + number + " 在 " + last + " 之后已有结算，请改用更晚的终止日期，或先撤销结算");
        }
        database.sql("""
                        update settlement.filing set ends = :last,
                            details = details || jsonb_build_object('终止原因', :reason::text)
                        where number = :number""")
                .param("last", last)
                .param("reason", Given.line("终止原因", reason, 200))
                .param("number", number)
                .update();
        record(actor, "end", "终止", filing.kind(), number);
    }

    private Filing standing(long person, String number) {
        return database.sql(ROWS + "number = :number and person_id = :person and state = '有效'")
                .param("number", number)
                .param("person", person)
                .query((row, i) -> filing(row))
                .optional()
                .orElseThrow(() -> Refusal.field("E-SET-052", "待遇申报明细流水号", number, "此人有效的备案"));
    }

    /** Whether somebody was settled for the special disease of a filing from a day on, and it stands. */
    private boolean usedFrom(Filing filing, LocalDate day) {
        return filing.kind().equals(Kind.DISEASE.word())
                && database.sql("""
                                select exists (select from settlement.visit v join settlement.settlement s on s.visit_id = v.id
                                    where v.person_id = :person and v.disease = :word and s.reverses is null
                                        and s.settled_on >= :day
                                        and not exists (select from settlement.settlement m where m.reverses = s.id))""")
                        .param("person", filing.person())
                        .param("word", filing.word())
                        .param("day", day)
                        .query(Boolean.class)
                        .single();
    }

    private static final String ROWS = "select * from settlement.filing where ";

    @Override
    @Transactional(readOnly = true)
    public List<Filing> of(long person, Kind kind) {
        return database.sql(ROWS + "person_id = :person and kind = :kind and state = '有效' order by begins, id")
                .param("person", person)
                .param("kind", kind.word())
                .query((row, i) -> filing(row))
                .list();
    }

    private Filing filing(java.sql.ResultSet row) throws java.sql.SQLException {
        return new Filing(
                row.getString("number"),
                row.getLong("person_id"),
                row.getString("kind"),
                row.getString("word"),
                row.getString("code"),
                row.getString("provider"),
                row.getObject("begins", LocalDate.class),
                row.getObject("ends", LocalDate.class),
                json.readValue(row.getString("details"), TEXTS));
    }

    private void record(Actor actor, String act, String verb, String kind, String number) {
        audit.record(
                actor,
                "settlement.filing." + act,
                "settlement.filing",
                number,
                verb + kind + "备案 " + number,
                null,
                Map.of("机构", actor.userName()));
    }
}
