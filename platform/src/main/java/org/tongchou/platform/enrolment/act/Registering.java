package org.tongchou.platform.enrolment.act;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tongchou.platform.enrolment.Employer;
import org.tongchou.platform.enrolment.Person;
import org.tongchou.platform.enrolment.Registry.NewEnrolment;
import org.tongchou.platform.enrolment.Registry.NewPerson;
import org.tongchou.platform.enrolment.person.Certificate;
import org.tongchou.platform.enrolment.person.Rules;
import org.tongchou.platform.enrolment.person.SchemeNames;
import org.tongchou.platform.enrolment.person.StoredPersons;
import org.tongchou.platform.enrolment.person.Writer;
import org.tongchou.platform.region.County;
import org.tongchou.platform.web.Actor;
import org.tongchou.platform.web.Given;
import org.tongchou.platform.web.Refusal;

/** 参保登记: a person on file, with a first period. */
@Component
class Registering implements Handler<Forms.Register> {
    private static final int LONGEST_NAME = 50;
    private static final int LONGEST_LINE = 200;

    private final Rules rules;
    private final StoredPersons persons;
    private final Writer writer;

    Registering(Rules rules, StoredPersons persons, Writer writer) {
        this.rules = rules;
        this.persons = persons;
        this.writer = writer;
    }

    @Override
    public ActKind kind() {
        return ActKind.REGISTER;
    }

    @Override
    public Class<Forms.Register> form() {
        return Forms.Register.class;
    }

    @Override
    public Draft check(Actor actor, Forms.Register form) {
        Forms.NewFile file = Given.required("人员信息", form.person());
        County county = rules.county(actor, file.county());
        NewPerson person = file(file, county.code());
        Forms.Period period = form.period();
        LocalDate from = rules.today();
        String summary = "新建档案";
        if (period != null) {
            NewEnrolment enrolment = period(0, person.born(), county.code(), period);
            from = enrolment.from();
            summary += "，" + from + " 起参加" + SchemeNames.of(enrolment.scheme());
        }
        return new Draft(null, person.name(), county.code(), summary, from, List.of());
    }

    @Override
    public Done apply(Applying in, Forms.Register form) {
        Forms.NewFile file = Given.required("人员信息", form.person());
        String county = in.draft().county();
        NewPerson person = file(file, county);
        long id = writer.person(in.act(), inHousehold(in.act(), person, file));
        Forms.Period period = form.period();
        if (period != null) {
            writer.enrol(in.act(), period(id, person.born(), county, period));
        }
        return Done.of(id);
    }

    private NewPerson inHousehold(long act, NewPerson person, Forms.NewFile file) {
        String household = Given.line("户号", file.householdNumber(), LONGEST_NAME);
        Long id = household.isEmpty()
                ? null
                : (Long) writer.household(
                        act, household, person.county(), Given.line("住址", file.address(), LONGEST_LINE));
        return new NewPerson(
                person.certificateType(),
                person.idNumber(),
                person.name(),
                person.sex(),
                person.born(),
                person.county(),
                id,
                person.relation(),
                person.guardianId(),
                person.phone());
    }

    /** A person who is not on file, and whose facts agree with the number. */
    NewPerson file(Forms.NewFile file, String county) {
        Certificate certificate = Certificate.given("证件号码", file.idNumber());
        String name = Given.requiredLine("姓名", file.name(), LONGEST_NAME);
        mustBeNew(certificate, name);
        return new NewPerson(
                certificate.type(),
                certificate.number(),
                name,
                sex(certificate, file.sex()),
                born(certificate, file.born()),
                county,
                null,
                Given.line("与户主关系", file.relation(), LONGEST_NAME),
                null,
                phone(file.phone()));
    }

    private void mustBeNew(Certificate certificate, String name) {
        persons.byIdNumber(certificate.number()).ifPresent(known -> {
            throw known.name().equals(name)
                    ? Refusal.conflict("E-ENR-101", "该证件号码已建档，人员编号 " + known.number() + "，请在档案中办理")
                    : Refusal.conflict("E-ENR-104", "该证件号码已由另一姓名建档（人员编号 " + known.number() + "），一号两名，请核对证件后更正");
        });
    }

    /** The sex; refused when the number tells another. */
    static String sex(Certificate certificate, @Nullable String given) {
        String sex = Given.line("性别", given, 10);
        if (!List.of("", "male", "female").contains(sex)) {
            throw Refusal.field("E-ENR-103", "性别", sex, "male 或 female");
        }
        if (!sex.isEmpty() && !certificate.sex().isEmpty() && !sex.equals(certificate.sex())) {
            throw Refusal.field("E-ENR-103", "性别", word(sex), "与证件号码一致的" + word(certificate.sex()));
        }
        return sex.isEmpty() ? certificate.sex() : sex;
    }

    static String word(String sex) {
        return sex.equals("male") ? "男" : sex.equals("female") ? "女" : "未说明";
    }

    /** The day of birth; refused when the number tells another. */
    LocalDate born(Certificate certificate, @Nullable LocalDate given) {
        LocalDate told = certificate.birth();
        LocalDate born = given == null && told != null ? told : Given.required("出生日期", given);
        if (told != null && !told.equals(born)) {
            throw Refusal.field("E-ENR-102", "出生日期", born.toString(), "与证件号码一致的 " + told);
        }
        if (born.isAfter(rules.today())) {
            throw Refusal.field("E-ENR-105", "出生日期", born.toString(), "不晚于今天的日期");
        }
        return born;
    }

    static String phone(@Nullable String given) {
        String phone = Given.text(given).replaceAll("[\\s-]", "");
        if (!phone.isEmpty() && !phone.matches("\\+?[0-9]{7,15}")) {
            throw Refusal.field("E-ENR-106", "联系电话", null, "7 至 15 位数字的电话号码");
        }
        return phone;
    }

    /** A period that keeps the rules, whether or not it is free. */
    NewEnrolment period(long person, LocalDate born, String county, Forms.Period period) {
        LocalDate from = rules.from(born, period.from());
        Employer employer = rules.employer(period.employerId(), from);
        return new NewEnrolment(
                person,
                rules.scheme(period.scheme()),
                rules.personType(period.personType()),
                from,
                null,
                "",
                employer == null ? null : employer.id(),
                county,
                rules.feeTier(period.feeTier()));
    }

    /** A period of somebody on file. */
    NewEnrolment period(Person person, Forms.@Nullable Period period) {
        return period(person.id(), person.born(), person.county(), Given.required("参保信息", period));
    }
}
