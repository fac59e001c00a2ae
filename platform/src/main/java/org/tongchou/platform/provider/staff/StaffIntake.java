package org.tongchou.platform.provider.staff;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tongchou.platform.intake.Checking;
import org.tongchou.platform.intake.Field;
import org.tongchou.platform.intake.Intake;
import org.tongchou.platform.intake.IntakeRow;
import org.tongchou.platform.intake.Posting;
import org.tongchou.platform.web.Refusal;

/** The import of physicians, nurses, pharmacists and technicians with where they practise. */
@Component
class StaffIntake implements Intake {
    private static final List<Field> FIELDS = List.of(
            Field.of("code", "人员编码", Field.Type.CODE, "D359901000001").mandatory(),
            Field.of("name", "姓名", Field.Type.TEXT, "医师甲").mandatory(),
            Field.of("title", "职称", Field.Type.TEXT, "主治医师"),
            Field.of("specialty", "专业", Field.Type.TEXT, "内科"),
            Field.of("identity", "证件号码", Field.Type.IDENTITY, ""),
            Field.of("institution", "执业机构", Field.Type.CODE, "H35990100001")
                    .or("执业机构编码")
                    .mandatory(),
            Field.of("department", "科室", Field.Type.TEXT, "内科"),
            Field.of("begins", "执业开始日期", Field.Type.DATE, "2020-01-01").mandatory(),
            Field.of("ends", "执业结束日期", Field.Type.DATE, ""));

    private static final Map<String, String> KEYS =
            FIELDS.stream().collect(Collectors.toUnmodifiableMap(Field::title, Field::key));

    private static final String APART = "不与在同一机构的另一段执业日期重叠的日期";

    private final StaffRegister register;

    StaffIntake(StaffRegister register) {
        this.register = register;
    }

    @Override
    public String kind() {
        return "provider.staff";
    }

    @Override
    public String name() {
        return "医务人员";
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
        return List.of("code", "institution", "begins");
    }

    @Override
    public void check(Checking batch) {
        Set<String> institutions = register.institutions(batch.actor());
        batch.rows(rows -> {
            Set<Integer> overlapping = overlapping(rows);
            for (int at = 0; at < rows.size(); at++) {
                IntakeRow row = rows.get(at);
                for (Refusal problem : StaffRules.check(request(row), institutions::contains)) {
                    batch.problem(
                            row,
                            KEYS.getOrDefault(text(problem.field()), ""),
                            problem.code(),
                            text(problem.expected()));
                }
                if (overlapping.contains(at)) {
                    batch.problem(row, "begins", "E-PRV-063", APART);
                }
            }
        });
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }

    @Override
    public void post(Posting part) {
        Set<Integer> overlapping = overlapping(part.rows());
        for (int at = 0; at < part.rows().size(); at++) {
            IntakeRow row = part.rows().get(at);
            StaffMember.Request request = request(row);
            if (overlapping.contains(at)) {
                part.reject(row, "begins", "E-PRV-063", APART);
            } else if (register.isTaken(request)) {
                part.reject(row, "identity", "E-PRV-064", "没有登记在另一人员编码之下的证件号码");
            } else {
                part.outcome(row, register.store(part.actor(), request, part.batch()));
            }
        }
    }

    private Set<Integer> overlapping(List<IntakeRow> rows) {
        return register.overlapping(rows.stream().map(StaffIntake::request).toList());
    }

    private static StaffMember.Request request(IntakeRow row) {
        return new StaffMember.Request(
                row.text("code"),
                row.text("name"),
                row.text("title"),
                row.text("specialty"),
                row.text("identity"),
                row.text("institution"),
                row.has("begins") ? row.date("begins") : null,
                row.has("ends") ? row.date("ends") : null,
                row.text("department"));
    }
}
