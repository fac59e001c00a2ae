package org.tongchou.platform.enrolment.importing;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.tongchou.benefit.policy.Vocabulary;
import org.tongchou.platform.enrolment.Employer;
import org.tongchou.platform.enrolment.Employers;
import org.tongchou.platform.enrolment.Enrolment;
import org.tongchou.platform.enrolment.Person;
import org.tongchou.platform.enrolment.Registry;
import org.tongchou.platform.enrolment.Registry.NewEnrolment;
import org.tongchou.platform.enrolment.Registry.NewPerson;
import org.tongchou.platform.enrolment.person.Certificate;
import org.tongchou.platform.enrolment.person.Writer;
import org.tongchou.platform.intake.Checking;
import org.tongchou.platform.intake.Field;
import org.tongchou.platform.intake.IntakeRow;
import org.tongchou.platform.intake.Posting;
import org.tongchou.platform.intake.ReversibleIntake;
import org.tongchou.platform.intake.Reversing;
import org.tongchou.platform.region.Region;
import org.tongchou.platform.web.Actor;
import org.tongchou.platform.web.Refusal;

/** 在校学生名单: a school's students of a school year, in the resident scheme from 1 September to 31 August. */
@Component
class StudentIntake implements ReversibleIntake {
    private static final String RESIDENT = "resident";
    private static final String TYPE = "personType";
    private static final List<String> STUDENT_CODES = List.of("1402", "1403", "1404");
    private static final int SEPTEMBER = 9;

    private final Roll roll;
    private final Registry registry;
    private final Writer writer;
    private final Employers employers;
    private final Region region;
    private final Clock clock;

    StudentIntake(Roll roll, Registry registry, Writer writer, Employers employers, Region region, Clock clock) {
        this.roll = roll;
        this.registry = registry;
        this.writer = writer;
        this.employers = employers;
        this.region = region;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return "enrolment.students";
    }

    @Override
    public String name() {
        return "在校学生名单";
    }

    @Override
    public String right() {
        return "enrolment.people.import";
    }

    @Override
    public List<Field> fields() {
        Map<String, String> types = new LinkedHashMap<>();
        region.pack().vocabulary().of(Vocabulary.Kind.PERSON_TYPES).values().stream()
                .filter(word -> word.codes().stream().anyMatch(STUDENT_CODES::contains))
                .forEach(word -> types.put(word.id(), word.name()));
        return List.of(
                Field.of(Roll.NUMBER, "证件号码", Field.Type.IDENTITY, "359900201501010011")
                        .or("身份证号", "身份证号码")
                        .mandatory(),
                Field.of(Roll.NAME, "姓名", Field.Type.TEXT, "样例学生")
                        .or("学生姓名")
                        .atMost(50)
                        .mandatory(),
                Field.ofWords(TYPE, "学生类别", types).or("人员类别").mandatory());
    }

    @Override
    public List<Field> parameters() {
        return List.of(
                Field.of("school", "学校统一社会信用代码", Field.Type.CREDIT_CODE, "").mandatory(),
                Field.of("year", "学年开始的年份", Field.Type.INTEGER, "2026").mandatory());
    }

    @Override
    public List<String> key() {
        return List.of(Roll.NUMBER);
    }

    @Override
    public boolean fourEyes() {
        return true;
    }

    @Override
    public void reverse(Reversing part) {
        roll.reverse(part, LocalDate.now(clock));
    }

    @Override
    public void accept(Actor actor, Map<String, String> parameters) {
        Employer school = school(parameters);
        actor.mustSee(region.county(school.county()).unitId());
        int year = Integer.parseInt(parameters.get("year"));
        int now = LocalDate.now(clock).getYear();
        if (year < now - 1 || year > now + 1) {
            throw Refusal.field("E-ENR-161", "学年开始的年份", Integer.toString(year), (now - 1) + " 至 " + (now + 1));
        }
    }

    private Employer school(Map<String, String> parameters) {
        String code = parameters.getOrDefault("school", "");
        return employers
                .byCode(code)
                .filter(employer -> employer.kind().equals("学校"))
                .orElseThrow(() -> Refusal.field("E-ENR-162", "学校统一社会信用代码", code, "已登记、类型为学校的单位"));
    }

    private static LocalDate first(Map<String, String> parameters) {
        return LocalDate.of(Integer.parseInt(parameters.getOrDefault("year", "0")), SEPTEMBER, 1);
    }

    @Override
    public void check(Checking batch) {
        LocalDate first = first(batch.parameters());
        batch.rows(rows -> {
            Map<String, Person> people = roll.people(rows);
            Map<Long, List<Enrolment>> periods = roll.periods(people.values());
            for (IntakeRow row : rows) {
                Person person = people.get(row.text(Roll.NUMBER));
                Certificate certificate =
                        Certificate.parse(row.text(Roll.NUMBER)).getValue();
                LocalDate born = certificate.birth();
                if (born == null || born.isAfter(first)) {
                    batch.problem(row, Roll.NUMBER, "E-ENR-109", "含出生日期、开学前已出生的 18 位号码");
                } else if (person != null) {
                    onFile(batch, row, person, periods.getOrDefault(person.id(), List.of()), first);
                }
            }
        });
    }

    private static void onFile(Checking batch, IntakeRow row, Person person, List<Enrolment> periods, LocalDate first) {
        if (!person.name().equals(row.text(Roll.NAME))) {
            batch.problem(row, Roll.NAME, "E-ENR-104", "与档案一致的姓名（人员编号 " + person.number() + "）");
        } else if (person.died() != null) {
            batch.problem(row, "", "E-ENR-206", "在世的人员");
        } else if (periods.stream().anyMatch(period -> !period.scheme().equals(RESIDENT) && period.on(first))) {
            batch.problem(row, Roll.NUMBER, "E-ENR-202", "没有参加其他基本医保的学生");
        } else if (periods.stream().anyMatch(period -> isOf(period, row, first))) {
            batch.unchanged(row);
        } else if (periods.stream().anyMatch(period -> begun(period, first))) {
            batch.problem(row, Roll.NUMBER, "E-ENR-201", "这一学年没有别的居民参保的学生");
        }
    }

    /** Whether a period is that of this school year. */
    private static boolean isOf(Enrolment period, IntakeRow row, LocalDate first) {
        return period.scheme().equals(RESIDENT)
                && period.personType().equals(row.text(TYPE))
                && period.from().equals(first);
    }

    /** Whether a period of the resident scheme begins within or after the school year. */
    private static boolean begun(Enrolment period, LocalDate first) {
        return period.scheme().equals(RESIDENT) && !period.from().isBefore(first);
    }

    @Override
    public void post(Posting part) {
        LocalDate first = first(part.parameters());
        Employer school = school(part.parameters());
        long act = roll.begin(part, "导入 " + first.getYear() + " 学年在校学生：" + school.name(), first);
        Map<String, Person> people = roll.people(part.rows());
        Map<Long, List<Enrolment>> periods = roll.periods(people.values());
        List<IntakeRow> fresh = part.rows().stream()
                .filter(row -> !people.containsKey(row.text(Roll.NUMBER)))
                .toList();
        List<Long> made = registry.persons(
                act, fresh.stream().map(row -> person(row, school)).toList());
        Map<String, Long> ids = new HashMap<>();
        people.forEach((number, person) -> ids.put(number, person.id()));
        for (int i = 0; i < fresh.size(); i++) {
            ids.put(fresh.get(i).text(Roll.NUMBER), made.get(i));
        }
        List<NewEnrolment> enrolments = new ArrayList<>();
        for (IntakeRow row : part.rows()) {
            long person = Optional.ofNullable(ids.get(row.text(Roll.NUMBER))).orElseThrow();
            List<Enrolment> before = periods.getOrDefault(person, List.of());
            if (before.stream().anyMatch(period -> begun(period, first))) {
                part.reject(row, Roll.NUMBER, "E-ENR-201", "这一学年没有别的居民参保的学生（检查之后已有变动）");
                continue;
            }
            before.stream()
                    .filter(period -> period.scheme().equals(RESIDENT) && period.on(first))
                    .forEach(period -> writer.end(period.id(), first.minusDays(1), "转为在校学生"));
            part.outcome(row, before.isEmpty() ? "新增参保" : "转为学生参保");
            enrolments.add(new NewEnrolment(
                    person,
                    RESIDENT,
                    row.text(TYPE),
                    first,
                    first.plusYears(1).minusDays(1),
                    "学年结束",
                    school.id(),
                    school.county(),
                    ""));
        }
        registry.enrolments(act, enrolments);
    }

    private static NewPerson person(IntakeRow row, Employer school) {
        Certificate certificate = Certificate.parse(row.text(Roll.NUMBER)).getValue();
        return new NewPerson(
                certificate.type(),
                certificate.number(),
                row.text(Roll.NAME),
                certificate.sex(),
                Optional.ofNullable(certificate.birth()).orElseThrow(),
                school.county(),
                null,
                "",
                null,
                "");
    }
}
