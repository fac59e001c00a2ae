package org.tongchou.platform.contribution.employer;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.tongchou.platform.enrolment.Employer;
import org.tongchou.platform.enrolment.Employers;
import org.tongchou.platform.enrolment.EnrolledQuery;
import org.tongchou.platform.enrolment.Enrolments;
import org.tongchou.platform.enrolment.Persons;
import org.tongchou.platform.intake.Checking;
import org.tongchou.platform.intake.Field;
import org.tongchou.platform.intake.Intake;
import org.tongchou.platform.intake.IntakeRow;
import org.tongchou.platform.intake.Posting;
import org.tongchou.platform.region.County;
import org.tongchou.platform.region.Region;
import org.tongchou.platform.web.Actor;

/** 单位工资申报名单: wages of a month, of one employer or many; drafts their declarations. */
@Component
class WageIntake implements Intake {
    private static final String EMPLOYER = "employer";
    private static final String PERSON = "person";
    private static final String WAGE = "wage";
    private static final String MONTH = "month";

    private final Declarations declarations;
    private final DeclarationStore store;
    private final Employers employers;
    private final Persons persons;
    private final Enrolments enrolments;
    private final Region region;

    WageIntake(
            Declarations declarations,
            DeclarationStore store,
            Employers employers,
            Persons persons,
            Enrolments enrolments,
            Region region) {
        this.declarations = declarations;
        this.store = store;
        this.employers = employers;
        this.persons = persons;
        this.enrolments = enrolments;
        this.region = region;
    }

    @Override
    public String kind() {
        return "contribution.wages";
    }

    @Override
    public String name() {
        return "单位工资申报名单";
    }

    @Override
    public String right() {
        return "contribution.declaration.edit";
    }

    @Override
    public List<Field> fields() {
        return List.of(
                Field.of(EMPLOYER, "单位代码", Field.Type.CREDIT_CODE, "91359900MA00000019")
                        .or("统一社会信用代码")
                        .mandatory(),
                Field.of(PERSON, "人员编号", Field.Type.TEXT, "3599000000000001").mandatory(),
                Field.of(WAGE, "月工资", Field.Type.MONEY, "6000.00")
                        .or("申报工资", "缴费工资")
                        .mandatory());
    }

    @Override
    public List<Field> parameters() {
        return List.of(Field.of(MONTH, "所属月份", Field.Type.MONTH, "2026-01").mandatory());
    }

    @Override
    public List<String> key() {
        return List.of(PERSON);
    }

    @Override
    public void check(Checking batch) {
        YearMonth month = YearMonth.parse(batch.parameters().getOrDefault(MONTH, ""));
        batch.rows(rows -> check(batch, month, rows));
    }

    private void check(Checking batch, YearMonth month, List<IntakeRow> rows) {
        Map<String, Long> people = people(rows);
        Map<String, Long> units = units(rows);
        Map<Long, Employer> known = new HashMap<>();
        employers.all(units.values()).forEach(one -> known.put(one.id(), one));
        Set<String> seen = new HashSet<>();
        region.counties(batch.actor()).stream().map(County::code).forEach(seen::add);
        Set<Long> closed = store.live(known.keySet(), month.atDay(1)).values().stream()
                .filter(one -> !one.isOpen())
                .map(Declaration::employerId)
                .collect(Collectors.toSet());
        Map<Long, Set<Long>> enrolled = enrolled(people, month.atEndOfMonth());
        for (IntakeRow row : rows) {
            Long unit = units.get(row.text(EMPLOYER));
            Long person = people.get(row.text(PERSON));
            Employer employer = unit == null ? null : known.get(unit);
            if (employer == null || !seen.contains(employer.county())) {
                batch.problem(row, EMPLOYER, "E-CON-001", "您的数据范围内已登记的参保单位");
            } else if (person == null) {
                batch.problem(row, PERSON, "E-CON-020", "已建档人员的人员编号");
            } else if (!enrolled.getOrDefault(person, Set.of()).contains(employer.id())) {
                batch.problem(row, PERSON, "E-CON-021", "该月末在这个单位参加职工医保的人员");
            } else if (row.fen(WAGE) <= 0) {
                batch.problem(row, WAGE, "E-CON-022", "大于 0 的金额");
            } else if (closed.contains(employer.id())) {
                batch.problem(row, EMPLOYER, "E-CON-003", "尚未提交的申报；已核定的请先冲销");
            }
        }
    }

    private Map<Long, Set<Long>> enrolled(Map<String, Long> people, LocalDate day) {
        Map<Long, Set<Long>> found = new HashMap<>();
        enrolments.each(EnrolledQuery.of(day, "employee").only(people.values()), one -> {
            Long employer = one.enrolment().employerId();
            if (employer != null) {
                found.computeIfAbsent(one.enrolment().personId(), id -> new HashSet<>())
                        .add(employer);
            }
        });
        return found;
    }

    private Map<String, Long> people(List<IntakeRow> rows) {
        return persons.idsByNumber(rows.stream().map(row -> row.text(PERSON)).toList());
    }

    private Map<String, Long> units(List<IntakeRow> rows) {
        return employers.idsByCode(
                rows.stream().map(row -> row.text(EMPLOYER)).distinct().toList());
    }

    @Override
    public void post(Posting part) {
        Actor actor = part.actor();
        YearMonth month = YearMonth.parse(part.parameters().getOrDefault(MONTH, ""));
        Map<String, Long> people = people(part.rows());
        Map<String, Map<Long, Long>> wages = new LinkedHashMap<>();
        for (IntakeRow row : part.rows()) {
            Long person = people.get(row.text(PERSON));
            if (person == null) {
                part.reject(row, PERSON, "E-CON-020", "已建档人员的人员编号");
            } else {
                wages.computeIfAbsent(row.text(EMPLOYER), code -> new HashMap<>())
                        .put(person, row.fen(WAGE));
            }
        }
        declarations.draft(actor, month, wages);
    }
}
