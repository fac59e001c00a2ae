package org.tongchou.platform.region;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.tongchou.platform.intake.Checking;
import org.tongchou.platform.intake.Field;
import org.tongchou.platform.intake.Intake;
import org.tongchou.platform.intake.IntakeRow;
import org.tongchou.platform.intake.Posting;
import org.tongchou.platform.web.Actor;
import org.tongchou.platform.web.Refusal;

/** The population of counties by year, as a statistics bureau's list tells it. */
@Component
class PopulationIntake implements Intake {
    private static final String COUNTY = "county";
    private static final String YEAR = "year";
    private static final String REGISTERED = "registered";
    private static final String RESIDENT = "resident";
    private static final String SOURCE = "source";
    private static final String SOURCE_DATE = "sourceDate";

    private final StoredRegion region;

    PopulationIntake(StoredRegion region) {
        this.region = region;
    }

    @Override
    public String kind() {
        return "region.population";
    }

    @Override
    public String name() {
        return "区县人口";
    }

    @Override
    public String right() {
        return "region.population.import";
    }

    @Override
    public List<Field> fields() {
        Map<String, String> counties = new LinkedHashMap<>();
        region.counties().forEach(county -> counties.put(county.code(), county.name()));
        return List.of(
                Field.ofWords(COUNTY, "区县", counties).mandatory().or("区县名称", "区县代码", "县区", "地区"),
                Field.of(YEAR, "年度", Field.Type.INTEGER, "2025").mandatory().or("年份"),
                Field.of(REGISTERED, "户籍人口", Field.Type.INTEGER, "520000")
                        .mandatory()
                        .or("户籍人口数", "年末户籍人口"),
                Field.of(RESIDENT, "常住人口", Field.Type.INTEGER, "480000")
                        .mandatory()
                        .or("常住人口数", "年末常住人口"));
    }

    @Override
    public List<Field> parameters() {
        return List.of(
                Field.of(SOURCE, "数据来源", Field.Type.TEXT, "样例市 2025 年统计公报").mandatory(),
                Field.of(SOURCE_DATE, "来源日期", Field.Type.DATE, "2026-03-01").mandatory());
    }

    @Override
    public List<String> key() {
        return List.of(COUNTY, YEAR);
    }

    @Override
    public void accept(Actor actor, Map<String, String> parameters) {
        region.checkSource(
                parameters.getOrDefault(SOURCE, ""), LocalDate.parse(parameters.getOrDefault(SOURCE_DATE, "")));
    }

    @Override
    public void check(Checking batch) {
        batch.rows(rows -> rows.forEach(row -> check(batch, row)));
    }

    private void check(Checking batch, IntakeRow row) {
        Optional<County> county = region.counties(batch.actor()).stream()
                .filter(each -> each.code().equals(row.text(COUNTY)))
                .findFirst();
        if (county.isEmpty()) {
            batch.problem(row, COUNTY, "E-REG-020", "您数据范围内的区县");
            return;
        }
        Population told = population(row, batch.parameters());
        try {
            region.check(told);
        } catch (Refusal refusal) {
            batch.problem(
                    row,
                    field(refusal),
                    refusal.code(),
                    Optional.ofNullable(refusal.expected()).orElse(""));
            return;
        }
        if (region.population(told.county(), told.year()).filter(told::equals).isPresent()) {
            batch.unchanged(row);
        }
    }

    private String field(Refusal refusal) {
        return fields().stream()
                .filter(field -> field.title().equals(refusal.field()))
                .map(Field::key)
                .findFirst()
                .orElse("");
    }

    private static Population population(IntakeRow row, Map<String, String> parameters) {
        return new Population(
                row.text(COUNTY),
                (int) Math.max(0, Math.min(9999, row.number(YEAR))),
                row.number(REGISTERED),
                row.number(RESIDENT),
                parameters.getOrDefault(SOURCE, ""),
                LocalDate.parse(parameters.getOrDefault(SOURCE_DATE, "")));
    }

    @Override
    public void post(Posting part) {
        region.add(
                part.actor(),
                part.rows().stream()
                        .map(row -> population(row, part.parameters()))
                        .toList(),
                part.batch());
        part.rows().forEach(row -> part.outcome(row, "登记 " + row.text(YEAR) + " 年人口"));
    }
}
