package org.tongchou.platform.contribution.person;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tongchou.platform.enrolment.Persons;
import org.tongchou.platform.intake.Checking;
import org.tongchou.platform.intake.Field;
import org.tongchou.platform.intake.Intake;
import org.tongchou.platform.intake.IntakeRow;
import org.tongchou.platform.intake.Posting;

/** 灵活就业缴费基数名单: the bases that people without an employer chose, from a month on. */
@Component
class BaseIntake implements Intake {
    private static final String PERSON = "person";
    private static final String MONTH = "month";
    private static final String BASE = "base";

    private final JdbcClient database;
    private final DueStore store;
    private final Persons persons;
    private final Clock clock;

    BaseIntake(JdbcClient database, DueStore store, Persons persons, Clock clock) {
        this.database = database;
        this.store = store;
        this.persons = persons;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return "contribution.bases";
    }

    @Override
    public String name() {
        return "灵活就业缴费基数名单";
    }

    @Override
    public String right() {
        return "contribution.person.assess";
    }

    @Override
    public List<Field> fields() {
        return List.of(
                Field.of(PERSON, "人员编号", Field.Type.TEXT, "3599000000000001")
                        .atMost(40)
                        .mandatory(),
                Field.of(BASE, "月缴费基数", Field.Type.MONEY, "5000.00").mandatory());
    }

    @Override
    public List<Field> parameters() {
        return List.of(Field.of(MONTH, "起始月份", Field.Type.MONTH, "2026-01").mandatory());
    }

    @Override
    public List<String> key() {
        return List.of(PERSON);
    }

    @Override
    public boolean fourEyes() {
        return true;
    }

    @Override
    public void check(Checking batch) {
        YearMonth month = YearMonth.parse(batch.parameters().getOrDefault(MONTH, ""));
        batch.rows(rows -> {
            Map<String, Long> people = people(rows);
            Map<Long, Long> known = store.bases(people.values(), month.atDay(1));
            for (IntakeRow row : rows) {
                Long person = people.get(row.text(PERSON));
                if (person == null) {
                    batch.problem(row, PERSON, "E-CON-020", "已建档人员的人员编号");
                } else if (row.fen(BASE) <= 0) {
                    batch.problem(row, BASE, "E-CON-022", "大于 0 的金额");
                } else if (row.fen(BASE) == known.getOrDefault(person, 0L)) {
                    batch.unchanged(row);
                }
            }
        });
    }

    private Map<String, Long> people(List<IntakeRow> rows) {
        return persons.idsByNumber(rows.stream().map(row -> row.text(PERSON)).toList());
    }

    @Override
    public void post(Posting part) {
        YearMonth month = YearMonth.parse(part.parameters().getOrDefault(MONTH, ""));
        Map<String, Long> people = people(part.rows());
        List<IntakeRow> known = new ArrayList<>();
        for (IntakeRow row : part.rows()) {
            if (people.containsKey(row.text(PERSON))) {
                known.add(row);
            } else {
                part.reject(row, PERSON, "E-CON-020", "已建档人员的人员编号");
            }
        }
        database.sql("""
                        insert into contribution.base (person_id, month, fen, batch_id, entered_name, entered_at)
                        select person, :month, fen, :batch, :whoName, :now
                        from unnest(:person::bigint[], :fen::bigint[]) as g (person, fen)""")
                .param("month", month.atDay(1))
                .param("batch", part.batch())
                .param("whoName", part.actor().displayName())
                .param("now", OffsetDateTime.now(clock))
                .param("person", DueStore.column("bigint", known, row -> people.get(row.text(PERSON))))
                .param("fen", DueStore.column("bigint", known, row -> row.fen(BASE)))
                .update();
    }
}
