package org.tongchou.platform.enrolment.importing;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tongchou.benefit.policy.Vocabulary;
import org.tongchou.benefit.policy.Word;
import org.tongchou.platform.enrolment.Person;
import org.tongchou.platform.enrolment.Registry;
import org.tongchou.platform.enrolment.Registry.NewIdentity;
import org.tongchou.platform.enrolment.person.Writer;
import org.tongchou.platform.intake.Checking;
import org.tongchou.platform.intake.Field;
import org.tongchou.platform.intake.Finishing;
import org.tongchou.platform.intake.IntakeRow;
import org.tongchou.platform.intake.Posting;
import org.tongchou.platform.intake.ReversibleIntake;
import org.tongchou.platform.intake.Reversing;
import org.tongchou.platform.region.Region;

/**
 * A department's roll of people with a special identity. When the roll is said to be whole, those of the department who are
 * not on it lose the identity.
 */
final class IdentityIntake implements ReversibleIntake {
    private static final String WORD = "word";
    private static final String WHOLE = "whole";
    private static final String DEPARTMENT = "department";
    /** The act that ends by absence comes after all parts. */
    private static final int AFTER_ALL_PARTS = Integer.MAX_VALUE;

    private final Kind of;
    private final Roll roll;
    private final Registry registry;
    private final Writer writer;
    private final Region region;
    private final JdbcClient database;
    private final Clock clock;

    /**
     * Which department's roll.
     *
     * @param kind stable code
     * @param name what people call it
     * @param department the usual department
     * @param codes national codes of the identities that it may tell
     */
    record Kind(String kind, String name, String department, List<String> codes) {}

    private record Held(
            long id,
            long personId,
            String word,
            LocalDate fromDay,
            @Nullable LocalDate toDay) {
        boolean touches(LocalDate from, @Nullable LocalDate to) {
            return (toDay == null || !toDay.isBefore(from)) && (to == null || !to.isBefore(fromDay));
        }
    }

    IdentityIntake(
            Kind of, Roll roll, Registry registry, Writer writer, Region region, JdbcClient database, Clock clock) {
        this.of = of;
        this.roll = roll;
        this.registry = registry;
        this.writer = writer;
        this.region = region;
        this.database = database;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return of.kind();
    }

    @Override
    public String name() {
        return of.name();
    }

    @Override
    public String right() {
        return "enrolment.identities.import";
    }

    @Override
    public List<Field> fields() {
        return List.of(
                Field.of(Roll.NUMBER, "证件号码", Field.Type.IDENTITY, "359900198001010011")
                        .or("身份证号", "身份证号码", "公民身份号码")
                        .mandatory(),
                Field.of(Roll.NAME, "姓名", Field.Type.TEXT, "样例甲")
                        .or("对象姓名")
                        .atMost(50)
                        .mandatory(),
                Field.ofWords(WORD, "身份", words()).or("对象类别", "救助类别").mandatory(),
                Field.of("from", "认定日期", Field.Type.DATE, "2026-01-01")
                        .or("开始日期")
                        .mandatory(),
                Field.of("to", "截止日期", Field.Type.DATE, "2026-12-31").or("终止日期"),
                Field.of("document", "认定文号", Field.Type.TEXT, "样民〔2026〕1号").or("文号"));
    }

    private Map<String, String> words() {
        Map<String, String> words = new LinkedHashMap<>();
        for (Word word :
                region.pack().vocabulary().of(Vocabulary.Kind.IDENTITIES).values()) {
            if (of.codes().isEmpty() || word.codes().stream().anyMatch(of.codes()::contains)) {
                words.put(word.id(), word.name());
            }
        }
        return words;
    }

    @Override
    public List<Field> parameters() {
        return List.of(
                Field.of(DEPARTMENT, "来源部门", Field.Type.TEXT, of.department())
                        .atMost(100)
                        .mandatory(),
                Field.of(WHOLE, "是否全部在册对象", Field.Type.FLAG, "否"));
    }

    @Override
    public List<String> key() {
        return List.of(Roll.NUMBER, WORD);
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
    public void check(Checking batch) {
        Set<String> scope = roll.scope(batch.actor());
        batch.rows(rows -> {
            Map<String, Person> people = roll.people(rows);
            Map<Long, List<Held>> held = held(people.values());
            for (IntakeRow row : rows) {
                Person person = people.get(row.text(Roll.NUMBER));
                if (person == null) {
                    batch.problem(row, Roll.NUMBER, "E-ENR-151", "已建档的人员（没有匹配到，请先参保登记或核对号码）");
                } else if (!person.name().equals(row.text(Roll.NAME))) {
                    batch.problem(row, Roll.NAME, "E-ENR-104", "与档案一致的姓名（人员编号 " + person.number() + "）");
                } else if (!scope.contains(person.county())) {
                    batch.problem(row, Roll.NUMBER, "E-ENR-014", "您数据范围内的人员");
                } else if (person.died() != null) {
                    batch.problem(
                            row, "", "E-ENR-206", "在世的人员（人员 " + person.number() + " 已于 " + person.died() + " 死亡）");
                } else {
                    onFile(batch, row, person, held.getOrDefault(person.id(), List.of()));
                }
            }
        });
    }

    private static void onFile(Checking batch, IntakeRow row, Person person, List<Held> held) {
        LocalDate to = to(row);
        if (to != null && to.isBefore(row.date("from"))) {
            batch.problem(row, "to", "E-ENR-213", "不早于认定日期的日期");
            return;
        }
        if (row.date("from").isBefore(person.born())) {
            batch.problem(row, "from", "E-ENR-204", "不早于出生日期 " + person.born() + " 的日期");
            return;
        }
        for (Held other : held) {
            if (other.word().equals(row.text(WORD)) && other.touches(row.date("from"), to)) {
                boolean goesOn = other.toDay() == null || other.toDay().equals(to);
                if (goesOn) {
                    batch.unchanged(row);
                } else {
                    batch.problem(
                            row,
                            "from",
                            "E-ENR-212",
                            "不与已有认定重叠的日期（" + other.fromDay() + " 至 " + other.toDay() + " 已认定）");
                }
                return;
            }
        }
    }

    private static @Nullable LocalDate to(IntakeRow row) {
        return row.has("to") ? row.date("to") : null;
    }

    private Map<Long, List<Held>> held(java.util.Collection<Person> people) {
        return database.sql("""
                        select id, person_id, word, from_day, to_day from enrolment.identity
                        where person_id = any(:people) and not cancelled order by from_day""").param("people", Roll.ids(people)).query(Held.class).list().stream()
                .collect(Collectors.groupingBy(Held::personId));
    }

    @Override
    public void post(Posting part) {
        long act = roll.begin(part, "导入" + of.name(), LocalDate.now(clock));
        Map<String, Person> people = roll.people(part.rows());
        Map<Long, List<Held>> held = held(people.values());
        List<NewIdentity> identities = new ArrayList<>();
        for (IntakeRow row : part.rows()) {
            Person person = people.get(row.text(Roll.NUMBER));
            LocalDate to = to(row);
            if (person == null || person.died() != null) {
                part.reject(row, Roll.NUMBER, "E-ENR-151", "已建档且在世的人员（检查之后已有变动）");
            } else if (held.getOrDefault(person.id(), List.of()).stream()
                    .anyMatch(other -> other.word().equals(row.text(WORD)) && other.touches(row.date("from"), to))) {
                part.reject(row, "from", "E-ENR-212", "不与已有认定重叠的日期（检查之后已有变动）");
            } else {
                identities.add(new NewIdentity(
                        person.id(),
                        row.text(WORD),
                        row.date("from"),
                        to,
                        part.parameters().getOrDefault(DEPARTMENT, of.department()),
                        row.text("document")));
                part.outcome(row, "新增身份");
            }
        }
        registry.identities(act, identities);
    }

    @Override
    public void finish(Finishing batch) {
        if (!"是".equals(batch.parameters().get(WHOLE))) {
            return;
        }
        if (!batch.isWhole()) {
            batch.note("名单有未入账的行，不是全部对象，没有按缺席终止身份");
            return;
        }
        Map<String, Set<Long>> present = new HashMap<>();
        batch.rows(rows -> {
            Map<String, Person> people = roll.people(rows);
            for (IntakeRow row : rows) {
                Person person = people.get(row.text(Roll.NUMBER));
                if (person != null) {
                    present.computeIfAbsent(row.text(WORD), word -> new HashSet<>())
                            .add(person.id());
                }
            }
        });
        LocalDate last = LocalDate.now(clock).minusDays(1);
        List<Held> absent = absent(batch, present);
        if (!absent.isEmpty()) {
            roll.begin(batch.actor(), batch.batch(), AFTER_ALL_PARTS, "名单中没有的对象终止身份", last);
            absent.forEach(held -> writer.endIdentity(held.id(), last, "名单中没有"));
        }
        batch.note("名单中没有的在册对象 " + absent.size() + " 人次，身份终止于 " + last);
    }

    /** Identities of the department that hold today, of words that are on the roll, whose holders are not. */
    private List<Held> absent(Finishing batch, Map<String, Set<Long>> present) {
        LocalDate today = LocalDate.now(clock);
        return database
                .sql("""
                        select i.id, i.person_id, i.word, i.from_day, i.to_day
                        from enrolment.identity i join enrolment.person p on p.id = i.person_id
                        where not i.cancelled and i.department = :department and i.word = any(:words)
                            and p.county = any(:counties) and i.from_day <= :today and (i.to_day is null or i.to_day >= :today)
                        order by i.id""")
                .param("department", batch.parameters().getOrDefault(DEPARTMENT, of.department()))
                .param("words", present.keySet().toArray(String[]::new))
                .param("counties", roll.scope(batch.actor()).toArray(String[]::new))
                .param("today", today)
                .query(Held.class)
                .list()
                .stream()
                .filter(held -> !present.getOrDefault(held.word(), Set.of()).contains(held.personId()))
                .toList();
    }
}
