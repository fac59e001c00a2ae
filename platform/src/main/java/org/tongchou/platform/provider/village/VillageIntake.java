package org.tongchou.platform.provider.village;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.tongchou.platform.intake.Checking;
import org.tongchou.platform.intake.Field;
import org.tongchou.platform.intake.Intake;
import org.tongchou.platform.intake.IntakeRow;
import org.tongchou.platform.intake.Posting;

/** The import of villages with the institution that serves each; a village served by several has several rows. */
@Component
class VillageIntake implements Intake {
    private static final List<Field> FIELDS = List.of(
            Field.of("code", "村编码", Field.Type.CODE, "359901100001").mandatory(),
            Field.of("name", "村名", Field.Type.TEXT, "样例村").mandatory().atMost(100),
            Field.of("town", "乡镇街道", Field.Type.TEXT, "样例镇").atMost(100),
            Field.of("people", "人口", Field.Type.INTEGER, "1200"),
            Field.of("institution", "服务机构", Field.Type.CODE, "H35990100001"));

    private static final Map<String, String> KEYS =
            FIELDS.stream().collect(Collectors.toUnmodifiableMap(Field::title, Field::key));

    private final Villages villages;

    VillageIntake(Villages villages) {
        this.villages = villages;
    }

    @Override
    public String kind() {
        return "provider.villages";
    }

    @Override
    public String name() {
        return "行政村和服务机构";
    }

    @Override
    public String right() {
        return "provider.institution.edit";
    }

    @Override
    public List<Field> fields() {
        return FIELDS;
    }

    @Override
    public List<String> key() {
        return List.of("code", "institution");
    }

    @Override
    public void check(Checking batch) {
        Set<String> counties = villages.counties(batch.actor());
        Set<String> institutions = villages.institutions(batch.actor());
        batch.rows(rows -> rows.forEach(row -> Villages.problem(request(row), counties, institutions)
                .ifPresent(problem -> batch.problem(
                        row,
                        KEYS.getOrDefault(Objects.requireNonNullElse(problem.field(), ""), ""),
                        problem.code(),
                        Objects.requireNonNullElse(problem.expected(), "")))));
    }

    @Override
    public void post(Posting part) {
        part.rows().forEach(row -> villages.store(part.actor(), request(row), part.batch()));
    }

    private static Village.Request request(IntakeRow row) {
        return new Village.Request(
                row.text("code"),
                row.text("name"),
                row.text("town"),
                (int) Math.min(row.number("people"), Integer.MAX_VALUE),
                row.text("institution"));
    }
}
