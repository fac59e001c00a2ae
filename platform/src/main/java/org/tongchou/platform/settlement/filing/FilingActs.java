package org.tongchou.platform.settlement.filing;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tongchou.platform.audit.AuditLog;
import org.tongchou.platform.enrolment.Person;
import org.tongchou.platform.provider.Providers;
import org.tongchou.platform.region.Region;
import org.tongchou.platform.settlement.Filings;
import org.tongchou.platform.settlement.Filings.Filing;
import org.tongchou.platform.settlement.Filings.Kind;
import org.tongchou.platform.settlement.Filings.NewFiling;
import org.tongchou.platform.settlement.view.Named;
import org.tongchou.platform.settlement.view.SettlementWords;
import org.tongchou.platform.web.Actor;
import org.tongchou.platform.web.Given;
import org.tongchou.platform.web.Refusal;

/** Filings at the centre's counter: what changes the standing of a person is entered by one and reviewed by another. */
@Service
class FilingActs {
    private static final int LONGEST = 200;

    private final JdbcClient database;
    private final Filings filings;
    private final Named named;
    private final SettlementWords words;
    private final Providers providers;
    private final Region region;
    private final AuditLog audit;
    private final Clock clock;

    FilingActs(
            JdbcClient database,
            Filings filings,
            Named named,
            SettlementWords words,
            Providers providers,
            Region region,
            AuditLog audit,
            Clock clock) {
        this.database = database;
        this.filings = filings;
        this.named = named;
        this.words = words;
        this.providers = providers;
        this.region = region;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * What somebody asks for.
     *
     * @param act 登记, 终止 or 撤销
     * @param personId who it is about
     * @param kind 慢特病, 转院, 定点 or 意外伤害
     * @param filing number of the filing that ends or is taken back
     * @param word the special disease, or how the referral is filed
     * @param provider code of the provider: chosen, referred to, or where the accident is treated
     * @param begins first day; of an end, the last day
     * @param ends last day
     * @param reason why, or what happened
     */
    record Request(
            @Nullable String act,
            @Nullable Long personId,
            @Nullable String kind,
            @Nullable String filing,
            @Nullable String word,
            @Nullable String provider,
            @Nullable LocalDate begins,
            @Nullable LocalDate ends,
            @Nullable String reason) {}

    /** Enters an act; done at once when it changes nobody's standing. */
    @Transactional
    FilingAct enter(Actor actor, Request request) {
        Person person = named.person(actor, Given.required("参保人", request.personId()));
        Kind kind = Kind.of(Given.text(request.kind()))
                .orElseThrow(() -> Refusal.field("E-SET-056", "备案类别", request.kind(), "慢特病、转院、定点或意外伤害"));
        String act = Given.text(request.act());
        FilingAct made = get(
                switch (act) {
                    case FilingAct.FILE -> file(actor, person, kind, request);
                    case FilingAct.END, FilingAct.CANCEL -> change(actor, person, kind, act, request);
                    default -> throw Refusal.field("E-SET-057", "办理事项", act, "登记、终止或撤销");
                });
        record(actor, "enter", "受理", made);
        return kind.changesStanding() ? made : done(actor, made);
    }

    private long file(Actor actor, Person person, Kind kind, Request request) {
        String word = Given.text(request.word());
        boolean known = switch (kind) {
            case DISEASE -> words.diseases().stream().anyMatch(one -> one.code().equals(word));
            case REFERRAL -> List.of("referred", "resident", "emergency").contains(word);
            default -> word.isEmpty();
        };
        if (!known) {
            throw Refusal.field(
                    "E-SET-058",
                    kind == Kind.DISEASE ? "病种" : "备案方式",
                    word,
                    kind == Kind.DISEASE ? "本统筹区的门诊慢特病病种" : "已转诊、异地长期居住或异地急诊");
        }
        String provider = Given.text(request.provider());
        boolean wanted = !provider.isEmpty() || kind == Kind.PROVIDER;
        if (wanted && providers.find(provider).isEmpty()) {
            throw Refusal.field("E-SET-059", "医药机构", provider, "已登记机构的代码");
        }
        LocalDate begins = Given.day("开始日期", request.begins());
        LocalDate ends = Given.dayOrNone("结束日期", request.ends());
        if (ends != null && ends.isBefore(begins)) {
            throw Refusal.field("E-SET-050", "结束日期", ends.toString(), "不早于开始日期 " + begins + " 的日期");
        }
        String code = switch (kind) {
            case DISEASE -> words.diseaseCode(word);
            case PROVIDER -> provider;
            default -> "";
        };
        return insert(
                actor, person, FilingAct.FILE, kind.word(), "", word, code, provider, begins, ends, request.reason());
    }

    private long change(Actor actor, Person person, Kind kind, String act, Request request) {
        Filing filing = named.idsOf(person).stream()
                .flatMap(id -> filings.of(id, kind).stream())
                .filter(one -> one.number().equals(Given.text(request.filing())))
                .findFirst()
                .orElseThrow(() -> Refusal.field("E-SET-052", "备案编号", request.filing(), "此人有效的备案"));
        LocalDate day = act.equals(FilingAct.END) ? Given.day("终止日期", request.begins()) : filing.begins();
        return insert(
                actor,
                person,
                act,
                filing.kind(),
                filing.number(),
                filing.word(),
                filing.code(),
                filing.provider(),
                day,
                null,
                Given.requiredLine("原因", request.reason(), LONGEST));
    }

    private long insert(
            Actor actor,
            Person person,
            String act,
            String kind,
            String filing,
            String word,
            String code,
            String provider,
            LocalDate begins,
            @Nullable LocalDate ends,
            @Nullable String reason) {
        return database.sql("""
                        insert into settlement.filing_act (act, person_id, county, kind, filing, word, code, provider, begins,
                            ends, reason, state, entered_by, entered_name, entered_at)
                        values (:act, :person, :county, :kind, :filing, :word, :code, :provider, :begins, :ends::date, :reason,
                            '待复核', :who, :name, :now) returning id""")
                .param("act", act)
                .param("person", person.id())
                .param("county", person.county())
                .param("kind", kind)
                .param("filing", filing)
                .param("word", word)
                .param("code", code)
                .param("provider", provider)
                .param("begins", begins)
                .param("ends", ends)
                .param("reason", Given.line("原因", reason, LONGEST))
                .param("who", actor.userId())
                .param("name", actor.displayName())
                .param("now", OffsetDateTime.now(clock))
                .query(Long.class)
                .single();
    }

    /** Does what was entered, or returns it; never by who entered it. */
    @Transactional
    FilingAct review(Actor actor, long id, boolean accept, @Nullable String opinion) {
        FilingAct act = waiting(actor, id);
        if (act.enteredBy() == actor.userId()) {
            throw Refusal.conflict("E-SET-063", "受理人不能复核自己受理的备案，请由另一人复核");
        }
        if (accept) {
            FilingAct done = done(actor, act);
            record(actor, "accept", "复核办结", done);
            return done;
        }
        FilingAct returned = handle(actor, id, "已退回", Given.requiredLine("退回原因", opinion, LONGEST), act.filing());
        record(actor, "return", "退回", returned);
        return returned;
    }

    /** Takes back what one entered oneself. */
    @Transactional
    FilingAct withdraw(Actor actor, long id) {
        FilingAct act = waiting(actor, id);
        if (act.enteredBy() != actor.userId()) {
            throw Refusal.conflict("E-SET-064", "只有受理人能撤回自己受理的备案");
        }
        FilingAct withdrawn = handle(actor, id, "已撤回", "", act.filing());
        record(actor, "withdraw", "撤回", withdrawn);
        return withdrawn;
    }

    private FilingAct waiting(Actor actor, long id) {
        FilingAct act = get(id);
        actor.mustSee(region.county(act.county()).unitId());
        if (!act.state().equals(FilingAct.WAITING)) {
            throw Refusal.conflict("E-SET-065", "这件备案" + act.state() + "，不能再办理");
        }
        return act;
    }

    private FilingAct done(Actor actor, FilingAct act) {
        String number = act.filing();
        switch (act.act()) {
            case FilingAct.FILE ->
                number = filings.file(
                                actor,
                                new NewFiling(
                                        act.personId(),
                                        Kind.of(act.kind()).orElseThrow(),
                                        act.word(),
                                        act.code(),
                                        act.provider(),
                                        act.begins(),
                                        act.ends(),
                                        "经办受理 " + act.id(),
                                        act.reason().isEmpty() ? Map.of() : Map.of("说明", act.reason())))
                        .number();
            case FilingAct.END -> filings.end(actor, owner(act), number, act.begins(), act.reason());
            default -> filings.cancel(actor, owner(act), number, act.reason());
        }
        return handle(actor, act.id(), "已办结", "", number);
    }

    /** The id under which a filing stands: of the person, or of a file that was merged into it. */
    private long owner(FilingAct act) {
        return database.sql("select person_id from settlement.filing where number = :number")
                .param("number", act.filing())
                .query(Long.class)
                .single();
    }

    private FilingAct handle(Actor actor, long id, String state, String opinion, String filing) {
        database.sql("""
                        update settlement.filing_act set state = :state, opinion = :opinion, filing = :filing,
                            handled_by = :who, handled_name = :name, handled_at = :now where id = :id""")
                .param("state", state)
                .param("opinion", opinion)
                .param("filing", filing)
                .param("who", actor.userId())
                .param("name", actor.displayName())
                .param("now", OffsetDateTime.now(clock))
                .param("id", id)
                .update();
        return get(id);
    }

    private FilingAct get(long id) {
        return database.sql("select * from settlement.filing_act where id = :id for update")
                .param("id", id)
                .query(FilingAct.class)
                .optional()
                .orElseThrow(() -> Refusal.notFound("这件备案"));
    }

    private void record(Actor actor, String act, String verb, FilingAct done) {
        audit.record(
                actor,
                "settlement.filing-act." + act,
                "settlement.filing-act",
                Long.toString(done.id()),
                verb + done.kind() + "备案" + done.act() + (done.filing().isEmpty() ? "" : " " + done.filing()),
                null,
                Map.of("state", done.state()));
    }
}
