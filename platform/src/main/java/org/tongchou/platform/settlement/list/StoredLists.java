package org.tongchou.platform.settlement.list;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.tongchou.platform.audit.AuditLog;
import org.tongchou.platform.database.Where;
import org.tongchou.platform.enrolment.Person;
import org.tongchou.platform.enrolment.Persons;
import org.tongchou.platform.privacy.PersonalSecrets;
import org.tongchou.platform.settlement.SettlementLists;
import org.tongchou.platform.settlement.Settlements;
import org.tongchou.platform.settlement.Settlements.Settled;
import org.tongchou.platform.settlement.Visit;
import org.tongchou.platform.settlement.Visits;
import org.tongchou.platform.web.Actor;
import org.tongchou.platform.web.Refusal;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Settlement lists in schema {@code settlement}. What says where somebody lives and whom to call is sealed. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
class StoredLists implements SettlementLists {
    private static final Set<String> PERSONAL = Set.of(
            "curr_addr",
            "emp_name",
            "emp_addr",
            "emp_tel",
            "poscode",
            "coner_name",
            "coner_addr",
            "coner_tel",
            "psn_name",
            "certno");
    private static final TypeReference<LinkedHashMap<String, String>> TEXTS = new TypeReference<>() {};
    private static final TypeReference<LinkedHashMap<String, List<Map<String, String>>>> NODES =
            new TypeReference<>() {};
    private static final TypeReference<List<Finding>> FINDINGS = new TypeReference<>() {};
    private static final String LATEST = """
            select l.* from settlement.list l
            where l.version = (select max(version) from settlement.list m where m.settlement_id = l.settlement_id)""";

    private final JdbcClient database;
    private final Visits visits;
    private final Settlements settlements;
    private final Persons persons;
    private final ListFigures figures;
    private final PersonalSecrets secrets;
    private final AuditLog audit;
    private final JsonMapper json;
    private final Clock clock;
    private final QualityControl control = new QualityControl(ListRule.all());

    StoredLists(
            JdbcClient database,
            Visits visits,
            Settlements settlements,
            Persons persons,
            ListFigures figures,
            PersonalSecrets secrets,
            AuditLog audit,
            JsonMapper json,
            Clock clock) {
        this.database = database;
        this.visits = visits;
        this.settlements = settlements;
        this.persons = persons;
        this.figures = figures;
        this.secrets = secrets;
        this.audit = audit;
        this.json = json;
        this.clock = clock;
    }

    @Override
    public String upload(Actor actor, Upload upload) {
        Visit visit = visits.lock(upload.provider(), upload.visit());
        if (!visit.personNumber().equals(upload.person())) {
            throw Refusal.field("E-SET-300", "人员编号", upload.person(), "就诊登记的人员");
        }
        Settled settled = settlements.get(visit, upload.settlement());
        if (settled.reverses() != null || figures.takenBack(settled.id())) {
            throw Refusal.conflict("E-SET-301", "结算 " + settled.number() + " 是撤销或已被撤销，不能上传结算清单");
        }
        Optional<SettlementList> before = find(upload.provider(), upload.settlement());
        before.filter(list -> list.state().equals(SettlementList.SUBMITTED)).ifPresent(list -> {
            throw Refusal.conflict("E-SET-302", "结算清单 " + list.number() + " 已提交，请先撤回（4102）再上传");
        });
        Person person = persons.find(settled.personId()).orElseThrow();
        Map<String, String> head = new LinkedHashMap<>(upload.head());
        head.putAll(figures.head(visit, settled, person, upload.nodes()));
        Map<String, List<Map<String, String>>> nodes = new LinkedHashMap<>(upload.nodes());
        nodes.put("payinfo", figures.payments(settled));
        nodes.put("iteminfo", figures.items(settled));
        List<Finding> findings = control.check(new QualityControl.Draft(
                head, nodes, visit.inpatient(), person.born(), visit.begun().toLocalDate()));
        int version = before.map(SettlementList::version).orElse(0) + 1;
        String number = before.map(SettlementList::number)
                .orElseGet(() -> database.sql("select lpad(nextval('settlement.list_number')::text, 9, '0')")
                        .query(String.class)
                        .single());
        Map<String, String> personal = new LinkedHashMap<>(head);
        personal.keySet().retainAll(PERSONAL);
        head.keySet().removeAll(PERSONAL);
        database.sql("""
                        insert into settlement.list (number, version, settlement_id, settlement, visit, person_id, person, provider,
                            settled_on, state, head, personal, nodes, findings, faulty, message, uploaded_at)
                        values (:number, :version, :id, :settlement, :visit, :personId, :person, :provider, :day, '已上传',
                            :head::jsonb, :personal, :nodes::jsonb, :findings::jsonb, :faulty, :message, :now)""")
                .param("number", number)
                .param("version", version)
                .param("id", settled.id())
                .param("settlement", settled.number())
                .param("visit", visit.number())
                .param("personId", settled.personId())
                .param("person", visit.personNumber())
                .param("provider", visit.provider())
                .param("day", settled.day())
                .param("head", json.writeValueAsString(head))
                .param("personal", secrets.seal(json.writeValueAsString(personal)))
                .param("nodes", json.writeValueAsString(nodes))
                .param("findings", json.writeValueAsString(findings))
                .param(
                        "faulty",
                        findings.stream().anyMatch(one -> one.severity().equals("1")))
                .param("message", upload.message())
                .param("now", OffsetDateTime.now(clock))
                .update();
        record(actor, "upload", "上传", number);
        if (upload.submitted()) {
            submit(actor, upload.provider(), upload.settlement(), upload.person(), true);
        }
        return number;
    }

    @Override
    public void submit(Actor actor, String provider, String settlement, String person, boolean submitted) {
        SettlementList list = find(provider, settlement)
                .filter(one -> one.person().equals(person))
                .orElseThrow(() -> Refusal.field("E-SET-303", "结算ID", settlement, "本机构此人已上传结算清单的结算"));
        String wanted = submitted ? SettlementList.SUBMITTED : SettlementList.UPLOADED;
        if (list.state().equals(wanted)) {
            return;
        }
        Optional<Finding> worst = list.findings().stream()
                .filter(one -> one.severity().equals("1"))
                .findFirst();
        if (submitted && worst.isPresent()) {
            Finding first = worst.get();
            throw Refusal.conflict(
                    "E-SET-304",
                    "结算清单 " + list.number() + " 质控未通过，不能提交：" + first.rule() + " " + first.says() + "（" + first.field()
                            + "）");
        }
        database.sql("""
                        update settlement.list set state = :state
                        where number = :number and version = :version""")
                .param("state", wanted)
                .param("number", list.number())
                .param("version", list.version())
                .update();
        record(actor, submitted ? "submit" : "recall", submitted ? "提交" : "撤回", list.number());
    }

    private void record(Actor actor, String act, String verb, String number) {
        audit.record(
                actor,
                "settlement.list." + act,
                "settlement.list",
                number,
                verb + "结算清单 " + number,
                null,
                Map.of("机构", actor.userName()));
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<SettlementList> find(String provider, String settlement) {
        return database.sql(LATEST + " and l.provider = :provider and l.settlement = :settlement")
                .param("provider", provider)
                .param("settlement", settlement)
                .query((row, number) -> list(row, true))
                .optional();
    }

    @Override
    @Transactional(readOnly = true)
    public List<SettlementList> list(Wanted wanted) {
        YearMonth month = wanted.month();
        Where where = new Where()
                .and("l.provider = :provider", "provider", wanted.provider())
                .when(wanted.settlement(), "l.settlement = :settlement", "settlement")
                .when(wanted.person(), "l.person = :person", "person")
                .when(wanted.faulty(), "(l.findings <> '[]') = :faulty", "faulty")
                .with("size", wanted.size())
                .with("skipped", (wanted.page() - 1L) * wanted.size());
        if (month != null) {
            where.and("l.settled_on >= :from", "from", month.atDay(1))
                    .and("l.settled_on <= :to", "to", month.atEndOfMonth());
        }
        return where.query(
                        database, "select * from (" + LATEST + ") l", " order by l.number limit :size offset :skipped")
                .query((row, number) -> list(row, false))
                .list();
    }

    @Override
    @Transactional(readOnly = true)
    public Counts count(String provider, YearMonth month) {
        return database.sql("""
                        select (select count(*) from settlement.settlement s where s.provider = :provider and s.reverses is null
                                and s.settled_on between :from and :to
                                and not exists (select from settlement.settlement m where m.reverses = s.id)) as settled,
                            count(*) as uploaded, count(*) filter (where state = '已提交') as submitted,
                            count(*) filter (where faulty) as faulty
                        from (%s and l.provider = :provider and l.settled_on between :from and :to) l""".formatted(LATEST))
                .param("provider", provider)
                .param("from", month.atDay(1))
                .param("to", month.atEndOfMonth())
                .query(Counts.class)
                .single();
    }

    @Override
    public void each(LocalDate from, LocalDate to, Consumer<SettlementList> taker) {
        database.sql(LATEST + " and l.state = '已提交' and l.settled_on between :from and :to order by l.settlement_id")
                .param("from", from)
                .param("to", to)
                .withFetchSize(500)
                .query(row -> {
                    taker.accept(list(row, false));
                });
    }

    /** A list; with what is sealed only for the institution that told it. */
    private SettlementList list(ResultSet row, boolean whole) throws SQLException {
        Map<String, String> head = new LinkedHashMap<>(json.readValue(row.getString("head"), TEXTS));
        if (whole) {
            head.putAll(json.readValue(secrets.open(Objects.requireNonNull(row.getBytes("personal"))), TEXTS));
        }
        return new SettlementList(
                row.getString("number"),
                row.getInt("version"),
                row.getString("settlement"),
                row.getString("visit"),
                row.getString("person"),
                row.getLong("person_id"),
                row.getString("provider"),
                row.getObject("settled_on", LocalDate.class),
                row.getString("state"),
                head,
                json.readValue(row.getString("nodes"), NODES),
                json.readValue(row.getString("findings"), FINDINGS));
    }
}
