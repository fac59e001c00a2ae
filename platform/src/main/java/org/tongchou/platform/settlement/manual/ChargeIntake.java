package org.tongchou.platform.settlement.manual;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.tongchou.money.Money;
import org.tongchou.platform.intake.Checking;
import org.tongchou.platform.intake.Field;
import org.tongchou.platform.intake.Intake;
import org.tongchou.platform.intake.IntakeRow;
import org.tongchou.platform.intake.Posting;
import org.tongchou.platform.web.Actor;

/** The list of charges of an application, from a file. */
@Component("settlementChargeIntake")
class ChargeIntake implements Intake {
    private final Applications applications;
    private final DeskCharges charges;

    ChargeIntake(Applications applications, DeskCharges charges) {
        this.applications = applications;
        this.charges = charges;
    }

    @Override
    public String kind() {
        return "settlement.manual-charges";
    }

    @Override
    public String name() {
        return "手工报销费用清单";
    }

    @Override
    public String right() {
        return "settlement.manual.accept";
    }

    @Override
    public List<Field> parameters() {
        return List.of(Field.of("application", "受理编号", Field.Type.TEXT, "359900SB000000000001")
                .mandatory());
    }

    @Override
    public List<Field> fields() {
        return List.of(
                Field.of("sn", "行号", Field.Type.TEXT, "1")
                        .mandatory()
                        .atMost(30)
                        .or("序号"),
                Field.of("day", "费用日期", Field.Type.DATE, "2026-03-01").mandatory(),
                Field.of("code", "项目编码", Field.Type.TEXT, "XA02BCA100A001010110000")
                        .mandatory()
                        .atMost(50)
                        .or("医保编码"),
                Field.of("name", "项目名称", Field.Type.TEXT, "样例药").mandatory().atMost(100),
                Field.of("price", "单价", Field.Type.DECIMAL, "12.50").mandatory(),
                Field.of("pieces", "数量", Field.Type.DECIMAL, "2").mandatory(),
                Field.of("fen", "金额", Field.Type.MONEY, "25.00").mandatory());
    }

    @Override
    public List<String> key() {
        return List.of("sn");
    }

    @Override
    public void accept(Actor actor, Map<String, String> parameters) {
        Application application = application(actor, parameters);
        DeskLog.at(application, application.version(), Application.INCOMPLETE, Application.ACCEPTED);
    }

    private Application application(Actor actor, Map<String, String> parameters) {
        return applications.byNumber(actor, parameters.getOrDefault("application", ""));
    }

    @Override
    public void check(Checking batch) {
        Application application = application(batch.actor(), batch.parameters());
        batch.rows(rows -> rows.forEach(row -> {
            if (row.date("day").isBefore(application.begun()) || row.date("day").isAfter(application.ended())) {
                batch.problem(row, "day", "E-SET-120", "就诊期间 " + application.begun() + " 至 " + application.ended());
            }
            wrong(batch, row, "price", 6);
            wrong(batch, row, "pieces", 4);
            long sum = row.decimal("price")
                    .multiply(row.decimal("pieces"))
                    .movePointRight(2)
                    .setScale(0, RoundingMode.HALF_UP)
                    .longValue();
            if (sum != row.fen("fen")) {
                batch.problem(row, "fen", "E-SET-024", "单价乘以数量，四舍五入到分，即 " + Money.ofFen(sum));
            }
        }));
    }

    private static void wrong(Checking batch, IntakeRow row, String field, int decimals) {
        BigDecimal value = row.decimal(field);
        if (value.signum() <= 0 || value.stripTrailingZeros().scale() > decimals) {
            batch.problem(row, field, "E-SET-120", "大于零、最多 " + decimals + " 位小数的数");
        }
    }

    @Override
    public void post(Posting part) {
        Application application = application(part.actor(), part.parameters());
        charges.add(
                part.actor(),
                application.id(),
                part.rows().stream().map(ChargeIntake::line).toList());
    }

    private static DeskCharges.Line line(IntakeRow row) {
        return new DeskCharges.Line(
                row.text("sn"),
                row.date("day"),
                row.text("code"),
                row.text("name"),
                row.decimal("price"),
                row.decimal("pieces"),
                row.fen("fen"));
    }
}
