package org.tongchou.platform.enrolment.person;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tongchou.benefit.policy.Vocabulary;
import org.tongchou.benefit.policy.Word;
import org.tongchou.platform.enrolment.Employer;
import org.tongchou.platform.enrolment.Employers;
import org.tongchou.platform.enrolment.Enrolment;
import org.tongchou.platform.enrolment.Person;
import org.tongchou.platform.region.County;
import org.tongchou.platform.region.Region;
import org.tongchou.platform.web.Actor;
import org.tongchou.platform.web.Given;
import org.tongchou.platform.web.Refusal;

/** What every act at the counter asks: known words, a person within the scope, a period that is free. */
@Component
public class Rules {
    private final Region region;
    private final StoredPersons persons;
    private final EnrolledRows rows;
    private final Employers employers;
    private final SchemeRank schemes;
    private final Clock clock;

    Rules(
            Region region,
            StoredPersons persons,
            EnrolledRows rows,
            Employers employers,
            SchemeRank schemes,
            Clock clock) {
        this.region = region;
        this.persons = persons;
        this.rows = rows;
        this.employers = employers;
        this.schemes = schemes;
        this.clock = clock;
    }

    /** The business day. */
    public LocalDate today() {
        return LocalDate.now(clock);
    }

    /** A day that somebody may mean; refused when it is centuries away. */
    public LocalDate day(String field, LocalDate given) {
        if (given.getYear() < 1850 || given.getYear() > 2200) {
            throw Refusal.field("E-ENR-215", field, given.toString(), "1850 年至 2200 年的日期");
        }
        return given;
    }

    /** The day asked for; today when none is. */
    public LocalDate dayOrToday(@Nullable LocalDate given) {
        return given == null ? today() : day("日期", given);
    }

    // ---- people

    /** A person within the scope. */
    public Person person(Actor actor, String field, @Nullable Long id) {
        Person person = persons.get(Given.required(field, id));
        actor.mustSee(region.county(person.county()).unitId());
        return person;
    }

    /** A person within the scope who lives. */
    public Person living(Actor actor, String field, @Nullable Long id) {
        Person person = person(actor, field, id);
        if (person.died() != null) {
            throw Refusal.conflict("E-ENR-206", "人员 " + person.number() + " 已于 " + person.died() + " 死亡，不能办理");
        }
        return person;
    }

    /** A county within the scope. */
    public County county(Actor actor, @Nullable String code) {
        String given = Given.requiredLine("区县", code, 6);
        County county = region.counties().stream()
                .filter(each -> each.code().equals(given))
                .findFirst()
                .orElseThrow(() -> unknown("E-ENR-014", "区县", given, countyNames()));
        actor.mustSee(county.unitId());
        return county;
    }

    private List<String> countyNames() {
        return region.counties().stream()
                .map(county -> county.code() + " " + county.name())
                .toList();
    }

    // ---- words

    /** A scheme of the pack. */
    public String scheme(@Nullable String given) {
        return known("E-ENR-010", "险种", Given.requiredLine("险种", given, 40), schemes.all());
    }

    /** A person type of the pack. */
    public String personType(@Nullable String given) {
        return known("E-ENR-011", "人员类别", Given.requiredLine("人员类别", given, 40), words(Vocabulary.Kind.PERSON_TYPES));
    }

    /** An identity of the pack. */
    public String identity(@Nullable String given) {
        return known("E-ENR-012", "身份", Given.requiredLine("身份", given, 40), words(Vocabulary.Kind.IDENTITIES));
    }

    /** A fee tier of the pack; empty when none is given and the pack has none, the first when it has some. */
    public String feeTier(@Nullable String given) {
        Collection<String> tiers = words(Vocabulary.Kind.FEE_TIERS);
        String tier = Given.line("缴费档次", given, 40);
        return tier.isEmpty() ? tiers.stream().findFirst().orElse("") : known("E-ENR-013", "缴费档次", tier, tiers);
    }

    /** The person type that has a national code, for example 1401 for newborn. */
    public Optional<String> findType(String code) {
        return region.pack().vocabulary().of(Vocabulary.Kind.PERSON_TYPES).values().stream()
                .filter(word -> word.codes().contains(code))
                .map(Word::id)
                .findFirst();
    }

    /** As {@link #findType}, but it must be there. */
    public String typeByCode(String code, String name) {
        return findType(code)
                .orElseThrow(() -> Refusal.conflict("E-ENR-016", "政策包没有人员类别“" + name + "”（国家代码 " + code + "）"));
    }

    private Collection<String> words(Vocabulary.Kind kind) {
        return region.pack().vocabulary().of(kind).keySet();
    }

    private static String known(String code, String field, String given, Collection<String> known) {
        if (!known.contains(given)) {
            throw unknown(code, field, given, known);
        }
        return given;
    }

    private static Refusal unknown(String code, String field, String given, Collection<String> known) {
        return Refusal.field(code, field, given, "以下之一：" + String.join("、", known));
    }

    // ---- periods

    /** An employer that is open on a day; null when none is given. */
    public @Nullable Employer employer(@Nullable Long id, LocalDate day) {
        if (id == null) {
            return null;
        }
        Employer employer = employers.find(id).orElseThrow(() -> Refusal.notFound("参保单位"));
        LocalDate closed = employer.closed();
        if (employer.registered().isAfter(day) || (closed != null && closed.isBefore(day))) {
            throw Refusal.field("E-ENR-015", "参保单位", employer.name(), day + " 在册的单位");
        }
        return employer;
    }

    /** A first day not before birth, and not more than a year ahead. */
    public LocalDate from(LocalDate born, @Nullable LocalDate given) {
        LocalDate from = Given.required("开始日期", given);
        if (from.isBefore(born)) {
            throw Refusal.field("E-ENR-204", "开始日期", from.toString(), "不早于出生日期 " + born + " 的日期");
        }
        if (from.isAfter(today().plusYears(1))) {
            throw Refusal.field("E-ENR-205", "开始日期", from.toString(), "一年以内的日期");
        }
        return from;
    }

    /** A last day of a period. */
    public LocalDate last(Enrolment period, @Nullable LocalDate given) {
        LocalDate last = Given.required("截止日期", given);
        if (last.isBefore(period.from()) || last.isAfter(today().plusYears(1))) {
            throw Refusal.field("E-ENR-207", "截止日期", last.toString(), period.from() + " 起一年以内的日期");
        }
        return last;
    }

    /** The period of a scheme that goes on. */
    public Enrolment current(Person person, String scheme) {
        return rows.periods(person.id()).stream()
                .filter(period -> period.scheme().equals(scheme) && period.to() == null)
                .findFirst()
                .orElseThrow(() -> Refusal.conflict(
                        "E-ENR-203", "人员 " + person.number() + " 没有参加" + SchemeNames.of(scheme) + "，或已经停保"));
    }

    /** The basic schemes that go on or begin on or after a day, with their periods. */
    public List<Enrolment> basicFrom(long person, LocalDate day) {
        List<String> basic = schemes.basic(day);
        return rows.periods(person).stream()
                .filter(period -> basic.contains(period.scheme()))
                .filter(period ->
                        Optional.ofNullable(period.to()).orElse(LocalDate.MAX).compareTo(day) >= 0)
                .toList();
    }

    /** Refuses a period that begins on a day when there is one already, or one in another basic scheme. */
    public void mustBeFree(Person person, String scheme, LocalDate from) {
        for (Enrolment period : rows.periods(person.id())) {
            boolean touches = period.to() == null || !period.to().isBefore(from);
            if (touches && period.scheme().equals(scheme)) {
                throw Refusal.conflict(
                        "E-ENR-201",
                        "人员 " + person.number() + " 自 " + period.from() + " 起已参加" + SchemeNames.of(scheme)
                                + (period.to() == null ? "" : "，至 " + period.to()) + "，时间重叠");
            }
        }
        List<String> basic = schemes.basic(from);
        if (basic.contains(scheme)) {
            basicFrom(person.id(), from).stream().findFirst().ifPresent(other -> {
                throw Refusal.conflict(
                        "E-ENR-202",
                        "人员 " + person.number() + " 自 " + other.from() + " 起参加" + SchemeNames.of(other.scheme())
                                + "，不能同时参加" + SchemeNames.of(scheme) + "；请办理险种转换");
            });
        }
    }
}
