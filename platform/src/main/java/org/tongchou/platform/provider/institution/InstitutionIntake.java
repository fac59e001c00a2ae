package org.tongchou.platform.provider.institution;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tongchou.platform.intake.Checking;
import org.tongchou.platform.intake.Field;
import org.tongchou.platform.intake.Intake;
import org.tongchou.platform.intake.IntakeRow;
import org.tongchou.platform.intake.Posting;
import org.tongchou.platform.web.Refusal;

/** The import of institutions. An institution that is known is corrected; its kind and level stay, they are acts. */
@Component
class InstitutionIntake implements Intake {
    private static final List<Field> FIELDS = List.of(
            Field.of("code", "机构编码", Field.Type.CODE, "H35990100001").mandatory(),
            Field.of("name", "机构名称", Field.Type.TEXT, "样例市第一医院").mandatory(),
            Field.ofWords("kind", "机构类别", same(InstitutionRules.KINDS)).mandatory(),
            Field.ofWords("level", "等级", InstitutionRules.LEVELS).mandatory(),
            Field.of("tcm", "中医机构", Field.Type.FLAG, "否"),
            Field.of("county", "区县", Field.Type.CODE, "359901").or("区县编码").mandatory(),
            Field.of("town", "乡镇街道", Field.Type.TEXT, "样例街道"),
            Field.of("address", "地址", Field.Type.TEXT, "样例路 1 号"),
            Field.of("credit", "统一社会信用代码", Field.Type.CREDIT_CODE, ""),
            Field.of("longitude", "经度", Field.Type.DECIMAL, ""),
            Field.of("latitude", "纬度", Field.Type.DECIMAL, ""),
            Field.of("opened", "开业日期", Field.Type.DATE, "2010-01-01").mandatory());

    private static final Map<String, String> KEYS =
            FIELDS.stream().collect(Collectors.toUnmodifiableMap(Field::title, Field::key));

    private final Institutions institutions;
    private final JdbcClient database;

    InstitutionIntake(Institutions institutions, JdbcClient database) {
        this.institutions = institutions;
        this.database = database;
    }

    private static Map<String, String> same(List<String> words) {
        Map<String, String> same = new LinkedHashMap<>();
        words.forEach(word -> same.put(word, word));
        return same;
    }

    @Override
    public String kind() {
        return "provider.institutions";
    }

    @Override
    public String name() {
        return "医药机构";
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
        return List.of("code");
    }

    @Override
    public void check(Checking batch) {
        Set<String> counties = institutions.known(batch.actor());
        Map<String, String> known = database
                .sql("select code, county from provider.institution")
                .query((row, n) -> Map.entry(row.getString(1), row.getString(2)))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        batch.rows(rows -> rows.forEach(row -> {
            for (Refusal problem : InstitutionRules.check(request(row), counties::contains)) {
                batch.problem(
                        row, KEYS.getOrDefault(text(problem.field()), ""), problem.code(), text(problem.expected()));
            }
            String county = known.get(row.text("code"));
            if (county != null && !counties.contains(county)) {
                batch.problem(row, "code", "E-PRV-013", "在您数据范围内的机构");
            }
        }));
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }

    @Override
    public void post(Posting part) {
        part.rows().forEach(row -> part.outcome(row, institutions.store(part.actor(), request(row), part.batch())));
    }

    private static Institution.Request request(IntakeRow row) {
        return new Institution.Request(
                row.text("code"),
                row.text("name"),
                row.text("kind"),
                row.flag("tcm"),
                row.text("level"),
                row.text("county"),
                row.text("town"),
                row.text("address"),
                row.text("credit"),
                number(row, "longitude"),
                number(row, "latitude"),
                row.date("opened"),
                null);
    }

    private static @Nullable BigDecimal number(IntakeRow row, String key) {
        return row.has(key) ? row.decimal(key) : null;
    }
}
