package org.tongchou.platform.settlement.manual;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tongchou.platform.enrolment.Person;
import org.tongchou.platform.enrolment.Persons;
import org.tongchou.platform.privacy.PersonalSecrets;
import org.tongchou.platform.provider.Provider;
import org.tongchou.platform.provider.Providers;
import org.tongchou.platform.region.Region;
import org.tongchou.platform.settlement.Visit;
import org.tongchou.platform.settlement.Visits;
import org.tongchou.platform.settlement.advance.Accidents;
import org.tongchou.platform.settlement.manual.Application.Invoice;
import org.tongchou.platform.settlement.manual.Application.Request;
import org.tongchou.platform.web.Actor;
import org.tongchou.platform.web.Given;
import org.tongchou.platform.web.Refusal;

/** Takes applications in (受理): who, which care, what was handed in, what is missing. */
@Service("settlementAcceptance")
class Acceptance {
    private final Applications applications;
    private final Duplicates duplicates;
    private final Persons persons;
    private final Providers providers;
    private final Visits visits;
    private final Accidents accidents;
    private final PersonalSecrets secrets;
    private final Region region;
    private final DeskLog log;
    private final Clock clock;

    Acceptance(
            Applications applications,
            Duplicates duplicates,
            Persons persons,
            Providers providers,
            Visits visits,
            Accidents accidents,
            PersonalSecrets secrets,
            Region region,
            DeskLog log,
            Clock clock) {
        this.applications = applications;
        this.duplicates = duplicates;
        this.persons = persons;
        this.providers = providers;
        this.visits = visits;
        this.accidents = accidents;
        this.secrets = secrets;
        this.region = region;
        this.log = log;
        this.clock = clock;
    }

    /** Accepts an application; what is missing is told at once (一次性告知). */
    @Transactional
    Application accept(Actor actor, Request request) {
        DeskRules rules = DeskRules.rules();
        DeskRules.Kind kind = rules.kind(Given.text(request.kind()));
        DeskRules.Care care = rules.careOf(Given.text(request.care()));
        Person person = person(actor, Given.requiredLine("参保人", request.person(), 40));
        LocalDate begun = Given.day("开始日期", request.begun());
        LocalDate ended = Given.day("结束日期", request.ended());
        if (ended.isBefore(begun) || ended.isAfter(LocalDate.now(clock))) {
            throw Refusal.field("E-SET-112", "结束日期", ended.toString(), "不早于开始日期 " + begun + "、不晚于今天的日期");
        }
        List<Invoice> invoices = invoices(request.invoices());
        long total = invoices.stream()
                .mapToLong(invoice -> Objects.requireNonNull(invoice.fen()))
                .sum();
        String code = Given.line("医疗机构编码", request.hospitalCode(), 12);
        String name = Given.requiredLine("医疗机构名称", request.hospitalName(), 100);
        String level = level(code, ended, Given.text(request.hospitalLevel()));
        duplicates.refuse(0, person.id(), code, name, begun, ended, care.isStay(), total);
        Visit visit = visits.openPast(
                new Visits.NewVisit(
                        person,
                        Given.requiredLine("险种", request.scheme(), 40),
                        care.key(),
                        care.code(),
                        Visit.DESK,
                        care.isStay(),
                        place(kind, Given.text(request.place())),
                        Given.text(request.filing()).isEmpty() ? "none" : Given.line("备案", request.filing(), 20),
                        begun.atStartOfDay(),
                        Given.line("病种", request.disease(), 60),
                        Map.of("hospital", code, "hospitalName", name)),
                level,
                ended.atStartOfDay());
        String diagnosis = Given.requiredLine("诊断名称", request.diagnosisName(), 100);
        visits.diagnose(
                visit,
                true,
                List.of(new Visits.Diagnosis(
                        "1", 1, true, Given.requiredLine("诊断编码", request.diagnosisCode(), 20), diagnosis, Map.of())));
        Application made = insert(actor, request, kind, care, person, visit, code, name, total);
        applications.invoices(made.id(), invoices);
        applications.need(
                made.id(), rules.needed(kind, care, !Given.text(request.agent()).isEmpty()));
        applications.receive(actor, made.id(), request.materials() == null ? List.of() : request.materials());
        if (kind.isAdvance()) {
            accidents.tell(made.id(), ended, Given.required("意外伤害情况", request.accident()));
        }
        return opened(actor, made, "受理");
    }

    private Application insert(
            Actor actor,
            Request request,
            DeskRules.Kind kind,
            DeskRules.Care care,
            Person person,
            Visit visit,
            String code,
            String name,
            long total) {
        String account = DeskPayments.account(request.account());
        Map<String, @Nullable Object> values = new HashMap<>();
        values.put("person", person.id());
        values.put("personNumber", person.number());
        values.put("county", person.county());
        values.put("kind", kind.key());
        values.put("scheme", visit.scheme());
        values.put("care", care.key());
        values.put("visit", visit.id());
        values.put("hospitalCode", code);
        values.put("hospitalName", name);
        values.put("begun", visit.begun().toLocalDate());
        values.put("ended", Objects.requireNonNull(visit.ended()).toLocalDate());
        values.put("total", total);
        values.put("useAccount", Boolean.TRUE.equals(request.useAccount()));
        values.put("holder", Given.requiredLine("收款户名", request.holder(), 100));
        values.put("bank", Given.requiredLine("开户银行", request.bank(), 100));
        values.put("sealed", secrets.seal(account));
        values.put("masked", PersonalSecrets.masked(account));
        values.put("agent", Given.line("代办人", request.agent(), 40));
        values.put("state", Application.INCOMPLETE);
        values.put("due", applications.due(Application.INCOMPLETE));
        values.put("who", actor.userId());
        values.put("whoName", actor.displayName());
        return applications.find(applications.insert(values), "");
    }

    private Person person(Actor actor, String given) {
        Person person = persons.byNumber(given)
                .or(() -> persons.byIdNumber(given))
                .orElseThrow(() -> Refusal.field("E-SET-111", "参保人", null, "已登记的参保人的人员编号或证件号码"));
        actor.mustSee(region.county(person.county()).unitId());
        return person;
    }

    private static List<Invoice> invoices(@Nullable List<Invoice> given) {
        List<Invoice> invoices = Given.required("票据", given).stream()
                .map(invoice -> new Invoice(
                        Given.requiredLine("票据号码", invoice.number(), 40).replace(" ", ""),
                        Given.amount("票据金额", invoice.fen())))
                .toList();
        if (invoices.isEmpty() || invoices.size() > 100) {
            throw Refusal.field("E-SET-113", "票据", Integer.toString(invoices.size()), "1 至 100 张票据");
        }
        return invoices;
    }

    /** The level on file of a provider of this region; of all others as it was given. */
    private String level(String code, LocalDate day, String given) {
        String level = code.isEmpty()
                ? given
                : providers.find(code, day).map(Provider::level).orElse(given);
        if (!level.matches("0[1-9]|1[01]")) {
            throw Refusal.field("E-SET-112", "医疗机构等级", level, "国家医院等级代码 01 至 11");
        }
        return level;
    }

    private static String place(DeskRules.Kind kind, String given) {
        if (!kind.places().contains(given)) {
            throw Refusal.field("E-SET-112", "就医地", given, "“" + kind.name() + "”允许的就医地");
        }
        return given;
    }

    /** Takes what was missing (补正). */
    @Transactional
    Application supplement(Actor actor, long id, int version, List<String> materials) {
        Application application = DeskLog.at(applications.lock(actor, id), version, Application.INCOMPLETE);
        applications.receive(actor, id, materials);
        return opened(actor, application, "补正");
    }

    private Application opened(Actor actor, Application application, String action) {
        List<String> missing = applications.missing(application.id());
        applications.move(
                actor,
                application,
                missing.isEmpty() ? action : action + "，一次性告知缺件",
                missing.isEmpty() ? Application.ACCEPTED : Application.INCOMPLETE,
                missing.isEmpty() ? "材料齐全" : "缺：" + String.join("、", missing));
        return log.recorded(
                actor, action.equals("受理") ? "accept" : "supplement", action, applications.find(application.id(), ""));
    }
}
