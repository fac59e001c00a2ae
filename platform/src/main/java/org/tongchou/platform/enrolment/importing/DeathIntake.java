package org.tongchou.platform.enrolment.importing;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.tongchou.platform.enrolment.PaymentHistory;
import org.tongchou.platform.enrolment.Person;
import org.tongchou.platform.enrolment.StandingChange;
import org.tongchou.platform.enrolment.act.ActKind;
import org.tongchou.platform.enrolment.person.StoredPersons;
import org.tongchou.platform.enrolment.person.Writer;
import org.tongchou.platform.intake.Checking;
import org.tongchou.platform.intake.Field;
import org.tongchou.platform.intake.IntakeRow;
import org.tongchou.platform.intake.Posting;
import org.tongchou.platform.intake.ReversibleIntake;
import org.tongchou.platform.intake.Reversing;

/** 死亡人员名单: everything of the people ends; dues after death are told row by row. */
@Component
class DeathIntake implements ReversibleIntake {
    private static final String DIED = "died";

    private final Roll roll;
    private final Writer writer;
    private final StoredPersons persons;
    private final ObjectProvider<PaymentHistory> payments;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    DeathIntake(
            Roll roll,
            Writer writer,
            StoredPersons persons,
            ObjectProvider<PaymentHistory> payments,
            ApplicationEventPublisher events,
            Clock clock) {
        this.roll = roll;
        this.writer = writer;
        this.persons = persons;
        this.payments = payments;
        this.events = events;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return "enrolment.deaths";
    }

    @Override
    public String name() {
        return "死亡人员名单";
    }

    @Override
    public String right() {
        return "enrolment.people.import";
    }

    @Override
    public List<Field> fields() {
        return List.of(
                Field.of(Roll.NUMBER, "证件号码", Field.Type.IDENTITY, "359900194001010011")
                        .or("身份证号", "身份证号码")
                        .mandatory(),
                Field.of(Roll.NAME, "姓名", Field.Type.TEXT, "样例甲").atMost(50).mandatory(),
                Field.of(DIED, "死亡日期", Field.Type.DATE, "2026-03-01").mandatory());
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
    public void check(Checking batch) {
        Set<String> scope = roll.scope(batch.actor());
        LocalDate today = LocalDate.now(clock);
        batch.rows(rows -> {
            Map<String, Person> people = roll.people(rows);
            for (IntakeRow row : rows) {
                Person person = people.get(row.text(Roll.NUMBER));
                LocalDate died = row.date(DIED);
                if (person == null) {
                    batch.problem(row, Roll.NUMBER, "E-ENR-151", "已建档的人员（没有匹配到）");
                } else if (!person.name().equals(row.text(Roll.NAME))) {
                    batch.problem(row, Roll.NAME, "E-ENR-104", "与档案一致的姓名（人员编号 " + person.number() + "）");
                } else if (!scope.contains(person.county())) {
                    batch.problem(row, Roll.NUMBER, "E-ENR-014", "您数据范围内的人员");
                } else if (died.equals(person.died())) {
                    batch.unchanged(row);
                } else if (person.died() != null) {
                    batch.problem(row, DIED, "E-ENR-211", "与档案一致的死亡日期 " + person.died());
                } else if (died.isBefore(person.born()) || died.isAfter(today)) {
                    batch.problem(row, DIED, "E-ENR-211", "出生日期至今天的日期");
                } else {
                    after(person, died)
                            .ifPresent(paid -> batch.warning(row, DIED, "E-ENR-171", "死亡后没有缴费的人员（" + paid + "）"));
                }
            }
        });
    }

    private Optional<String> after(Person person, LocalDate died) {
        return Optional.ofNullable(payments.getIfAvailable())
                .map(history -> String.join("；", history.after(persons.idsOf(person.id()), died)))
                .filter(paid -> !paid.isEmpty());
    }

    @Override
    public void post(Posting part) {
        long act = roll.begin(part, "导入死亡人员名单", LocalDate.now(clock));
        Map<String, Person> people = roll.people(part.rows());
        Map<Long, LocalDate> dead = new LinkedHashMap<>();
        for (IntakeRow row : part.rows()) {
            Person person = people.get(row.text(Roll.NUMBER));
            if (person == null || person.died() != null) {
                part.reject(row, DIED, "E-ENR-206", "在世的人员（检查之后已有变动）");
            } else {
                dead.put(person.id(), row.date(DIED));
                part.outcome(row, "登记死亡");
            }
        }
        writer.die(dead);
        dead.forEach(
                (person, day) -> events.publishEvent(new StandingChange(person, 0, ActKind.DEATH.name(), day, act)));
    }
}
