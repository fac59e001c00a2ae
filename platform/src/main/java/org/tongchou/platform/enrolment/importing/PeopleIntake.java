package org.tongchou.platform.enrolment.importing;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tongchou.benefit.policy.Vocabulary;
import org.tongchou.benefit.policy.Word;
import org.tongchou.platform.enrolment.Employers;
import org.tongchou.platform.enrolment.Enrolment;
import org.tongchou.platform.enrolment.Person;
import org.tongchou.platform.enrolment.Registry;
import org.tongchou.platform.enrolment.Registry.NewEnrolment;
import org.tongchou.platform.enrolment.Registry.NewHousehold;
import org.tongchou.platform.enrolment.Registry.NewPerson;
import org.tongchou.platform.enrolment.person.Certificate;
import org.tongchou.platform.enrolment.person.SchemeNames;
import org.tongchou.platform.enrolment.person.SchemeRank;
import org.tongchou.platform.intake.Checking;
import org.tongchou.platform.intake.Field;
import org.tongchou.platform.intake.IntakeRow;
import org.tongchou.platform.intake.Posting;
import org.tongchou.platform.intake.ReversibleIntake;
import org.tongchou.platform.intake.Reversing;
import org.tongchou.platform.region.County;
import org.tongchou.platform.region.Region;

/** 参保人员名单: people, households and their periods; without a scheme, a roll of the population. */
@Component
class PeopleIntake implements ReversibleIntake {
    private final Roll roll;
    private final Registry registry;
    private final Employers employers;
    private final Region region;
    private final SchemeRank schemes;
    private final JdbcClient database;
    private final Clock clock;

    PeopleIntake(
            Roll roll,
            Registry registry,
            Employers employers,
            Region region,
            SchemeRank schemes,
            JdbcClient database,
            Clock clock) {
        this.roll = roll;
        this.registry = registry;
        this.employers = employers;
        this.region = region;
        this.schemes = schemes;
        this.database = database;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return "enrolment.people";
    }

    @Override
    public String name() {
        return "参保人员和户籍人口名单";
    }

    @Override
    public String right() {
        return "enrolment.people.import";
    }

    @Override
    public List<Field> fields() {
        return List.of(
                Field.of(Roll.NUMBER, "证件号码", Field.Type.IDENTITY, "359900198001010011")
                        .or("身份证号", "身份证号码", "公民身份号码")
                        .mandatory(),
                Field.of(Roll.NAME, "姓名", Field.Type.TEXT, "样例甲").atMost(50).mandatory(),
                Field.ofWords("county", "区县", counties()).or("所属区县", "参保地").mandatory(),
                Field.of("household", "户号", Field.Type.TEXT, "H0001").atMost(50),
                Field.of("address", "住址", Field.Type.TEXT, "样例路 1 号"),
                Field.of("relation", "与户主关系", Field.Type.TEXT, "户主").atMost(20),
                Field.of("phone", "联系电话", Field.Type.TEXT, "13900000000")
                        .atMost(20)
                        .secret(),
                Field.ofWords("scheme", "险种", schemeNames()).or("险种类型"),
                Field.ofWords("personType", "人员类别", words(Vocabulary.Kind.PERSON_TYPES)),
                Field.of("from", "参保日期", Field.Type.DATE, "2026-01-01").or("开始日期"),
                Field.of("employer", "单位统一社会信用代码", Field.Type.CREDIT_CODE, "").or("单位代码"),
                Field.ofWords("feeTier", "缴费档次", words(Vocabulary.Kind.FEE_TIERS)));
    }

    private Map<String, String> counties() {
        return names(region.counties().stream().collect(Collectors.toMap(County::code, County::name)));
    }

    private Map<String, String> schemeNames() {
        Map<String, String> names = new LinkedHashMap<>();
        schemes.all().forEach(scheme -> names.put(scheme, SchemeNames.of(scheme)));
        return names;
    }

    private Map<String, String> words(Vocabulary.Kind kind) {
        Map<String, String> names = new LinkedHashMap<>();
        region.pack().vocabulary().of(kind).values().forEach((Word word) -> names.put(word.id(), word.name()));
        return names;
    }

    private static Map<String, String> names(Map<String, String> unsorted) {
        return new java.util.TreeMap<>(unsorted);
    }

    @Override
    public List<String> key() {
        return List.of(Roll.NUMBER, "scheme");
    }

    @Override
    public boolean fourEyes() {
        return true;
    }

    @Override
    public void reverse(Reversing part) {
        roll.reverse(part, LocalDate.now(clock));
    }

    // ---- checked

    @Override
    public void check(Checking batch) {
        Set<String> scope = roll.scope(batch.actor());
        Map<String, String> names = new HashMap<>();
        batch.rows(rows -> {
            Map<String, Person> people = roll.people(rows);
            Map<Long, List<Enrolment>> periods = roll.periods(people.values());
            Set<String> known = employers
                    .idsByCode(rows.stream().map(row -> row.text("employer")).collect(Collectors.toSet()))
                    .keySet();
            for (IntakeRow row : rows) {
                Optional<Problem> problem = problem(row, scope, known, names, people.get(row.text(Roll.NUMBER)));
                Person person = people.get(row.text(Roll.NUMBER));
                if (problem.isPresent()) {
                    batch.problem(
                            row,
                            problem.get().field(),
                            problem.get().code(),
                            problem.get().expected());
                } else if (person != null) {
                    onFile(batch, row, person, periods.getOrDefault(person.id(), List.of()));
                }
            }
        });
    }

    private record Problem(String field, String code, String expected) {}

    private Optional<Problem> problem(
            IntakeRow row,
            Set<String> scope,
            Set<String> employersKnown,
            Map<String, String> names,
            @Nullable Person person) {
        Certificate certificate = Certificate.parse(row.text(Roll.NUMBER)).getValue();
        LocalDate born = certificate.birth();
        String name = names.putIfAbsent(row.text(Roll.NUMBER), row.text(Roll.NAME));
        if (name != null && !name.equals(row.text(Roll.NAME))) {
            return problem(Roll.NAME, "E-ENR-104", "与名单中同一证件号码的另一行一致的姓名");
        }
        if (person != null && !person.name().equals(row.text(Roll.NAME))) {
            return problem(Roll.NAME, "E-ENR-104", "与档案一致的姓名（该证件号码已由另一姓名建档，人员编号 " + person.number() + "）");
        }
        if (!scope.contains(row.text("county"))) {
            return problem("county", "E-ENR-014", "您数据范围内的区县");
        }
        if (born == null) {
            return problem(Roll.NUMBER, "E-ENR-109", "含出生日期的 18 位号码；其他证件请在窗口登记");
        }
        if (born.isAfter(LocalDate.now(clock))) {
            return problem(Roll.NUMBER, "E-ENR-105", "出生日期不晚于今天的号码");
        }
        if (!row.has("scheme")) {
            return Optional.empty();
        }
        if (!row.has("personType")) {
            return problem("personType", "E-ENR-011", "填了险种时必填");
        }
        if (!row.has("from") || row.date("from").isBefore(born)) {
            return problem("from", "E-ENR-204", "不早于出生日期的日期");
        }
        if (row.has("employer") && !employersKnown.contains(row.text("employer"))) {
            return problem("employer", "E-ENR-015", "已登记的参保单位");
        }
        return Optional.empty();
    }

    private static Optional<Problem> problem(String field, String code, String expected) {
        return Optional.of(new Problem(field, code, expected));
    }

    private void onFile(Checking batch, IntakeRow row, Person person, List<Enrolment> periods) {
        if (person.died() != null) {
            batch.problem(row, "", "E-ENR-206", "在世的人员（人员 " + person.number() + " 已于 " + person.died() + " 死亡）");
            return;
        }
        if (!row.has("scheme")) {
            batch.unchanged(row);
            return;
        }
        List<String> basic = schemes.basic(row.date("from"));
        for (Enrolment period : periods) {
            LocalDate to = period.to();
            if (to != null && to.isBefore(row.date("from"))) {
                continue;
            }
            if (same(row, period)) {
                batch.unchanged(row);
                return;
            }
            if (period.scheme().equals(row.text("scheme"))) {
                batch.problem(row, "from", "E-ENR-201", "不与已有参保重叠的日期（" + period.from() + " 起已参保）");
                return;
            }
            if (basic.contains(period.scheme()) && basic.contains(row.text("scheme"))) {
                batch.problem(
                        row,
                        "scheme",
                        "E-ENR-202",
                        "没有参加其他基本医保的人员（" + period.from() + " 起参加" + SchemeNames.of(period.scheme()) + "，请办理险种转换）");
                return;
            }
        }
    }

    /** Whether the list tells of a period what is already on file. */
    private static boolean same(IntakeRow row, Enrolment period) {
        return period.scheme().equals(row.text("scheme"))
                && period.personType().equals(row.text("personType"))
                && period.from().equals(row.date("from"));
    }

    // ---- posted

    @Override
    public void post(Posting part) {
        long act = roll.begin(part, "导入参保人员名单", LocalDate.now(clock));
        Map<String, Person> people = roll.people(part.rows());
        Map<String, Long> ids = new HashMap<>();
        people.forEach((number, person) -> ids.put(number, person.id()));
        Map<String, IntakeRow> fresh = new LinkedHashMap<>();
        part.rows().stream()
                .filter(row -> !ids.containsKey(row.text(Roll.NUMBER)))
                .forEach(row -> fresh.putIfAbsent(row.text(Roll.NUMBER), row));
        Map<String, Long> households = households(act, fresh.values().stream().toList());
        List<Long> made = registry.persons(
                act, fresh.values().stream().map(row -> person(row, households)).toList());
        int next = 0;
        for (String number : fresh.keySet()) {
            ids.put(number, made.get(next++));
        }
        Map<Long, List<Enrolment>> periods = roll.periods(people.values());
        Map<String, Long> units = employers.idsByCode(
                part.rows().stream().map(row -> row.text("employer")).collect(Collectors.toSet()));
        List<NewEnrolment> enrolments = new ArrayList<>();
        for (IntakeRow row : part.rows()) {
            Long person = ids.get(row.text(Roll.NUMBER));
            if (person != null) {
                enrol(part, row, person, periods.getOrDefault(person, List.of()), units, enrolments);
            }
        }
        registry.enrolments(act, enrolments);
    }

    private static void enrol(
            Posting part,
            IntakeRow row,
            long person,
            List<Enrolment> before,
            Map<String, Long> units,
            List<NewEnrolment> enrolments) {
        if (!row.has("scheme")) {
            part.outcome(row, "建档");
            return;
        }
        boolean taken = before.stream()
                .filter(period -> period.scheme().equals(row.text("scheme")))
                .map(Enrolment::to)
                .anyMatch(to -> to == null || !to.isBefore(row.date("from")));
        if (taken) {
            part.reject(row, "from", "E-ENR-201", "不与已有参保重叠的日期（检查之后已有变动）");
            return;
        }
        part.outcome(row, before.isEmpty() ? "新增参保" : "续接参保");
        enrolments.add(new NewEnrolment(
                person,
                row.text("scheme"),
                row.text("personType"),
                row.date("from"),
                null,
                "",
                units.get(row.text("employer")),
                row.text("county"),
                row.text("feeTier")));
    }

    /** Households by number; new ones are made. */
    private Map<String, Long> households(long act, List<IntakeRow> rows) {
        Map<String, NewHousehold> wanted = new LinkedHashMap<>();
        rows.stream()
                .filter(row -> row.has("household"))
                .forEach(row -> wanted.putIfAbsent(
                        row.text("household"),
                        new NewHousehold(row.text("household"), row.text("county"), row.text("address"))));
        Map<String, Long> found = new HashMap<>();
        database.sql("select number, id from enrolment.household where number = any(:numbers)")
                .param("numbers", wanted.keySet().toArray(String[]::new))
                .query(row -> {
                    found.put(row.getString(1), row.getLong(2));
                });
        List<NewHousehold> fresh = wanted.values().stream()
                .filter(household -> !found.containsKey(household.number()))
                .toList();
        List<Long> made = registry.households(act, fresh);
        for (int i = 0; i < fresh.size(); i++) {
            found.put(fresh.get(i).number(), made.get(i));
        }
        return found;
    }

    private static NewPerson person(IntakeRow row, Map<String, Long> households) {
        Certificate certificate = Certificate.parse(row.text(Roll.NUMBER)).getValue();
        return new NewPerson(
                certificate.type(),
                certificate.number(),
                row.text(Roll.NAME),
                certificate.sex(),
                Optional.ofNullable(certificate.birth()).orElseThrow(),
                row.text("county"),
                households.get(row.text("household")),
                row.text("relation"),
                null,
                row.text("phone"));
    }
}
