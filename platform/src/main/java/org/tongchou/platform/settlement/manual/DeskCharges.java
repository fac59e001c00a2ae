package org.tongchou.platform.settlement.manual;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tongchou.platform.settlement.Charges;
import org.tongchou.platform.settlement.Charges.NewCharge;
import org.tongchou.platform.settlement.Charges.Split;
import org.tongchou.platform.settlement.Visit;
import org.tongchou.platform.settlement.bill.Splitting;
import org.tongchou.platform.web.Actor;
import org.tongchou.platform.web.Given;
import org.tongchou.platform.web.Refusal;

/** The charges of applications, line by line, split by the catalogue as at the counter. */
@Service("settlementDeskCharges")
class DeskCharges {
    private final JdbcClient database;
    private final Applications applications;
    private final DeskVisits visits;
    private final Charges charges;
    private final Splitting splitting;

    DeskCharges(
            JdbcClient database, Applications applications, DeskVisits visits, Charges charges, Splitting splitting) {
        this.database = database;
        this.applications = applications;
        this.visits = visits;
        this.charges = charges;
        this.splitting = splitting;
    }

    /**
     * A line as it is entered.
     *
     * @param sn number of the line; the next free one when empty
     * @param day when it was charged; the last day of care when empty
     * @param code national code; what the catalogue does not know is not insured
     * @param name name on the list
     * @param price yuan a piece, at most six decimals
     * @param pieces at most four decimals
     * @param fen sum; price × pieces when empty
     */
    record Line(
            @Nullable String sn,
            @Nullable LocalDate day,
            @Nullable String code,
            @Nullable String name,
            @Nullable BigDecimal price,
            @Nullable BigDecimal pieces,
            @Nullable Long fen) {}

    /**
     * A line with its split.
     *
     * @param sn number of the line
     * @param day when it was charged
     * @param code national code
     * @param name name on the list
     * @param itemClass A, B or C
     * @param price yuan a piece
     * @param pieces how many
     * @param fen sum
     * @param ownFen 全自费
     * @param overFen 超限价
     * @param preFen 先行自付
     * @param scopeFen 符合政策范围
     */
    record Entered(
            String sn,
            LocalDate day,
            String code,
            String name,
            String itemClass,
            BigDecimal price,
            BigDecimal pieces,
            long fen,
            long ownFen,
            long overFen,
            long preFen,
            long scopeFen) {}

    /** The lines: as they would be split, or as they were when the application is settled. */
    @Transactional(readOnly = true)
    public List<Entered> list(Application application) {
        Long settlement = application.settlementId();
        if (settlement != null) {
            return database.sql("""
                            select c.sn, c.charged::date as day, c.code, c.name, c.item_class, c.price, c.pieces, l.fen, l.own_fen,
                                l.over_fen, l.pre_fen, l.scope_fen
                            from settlement.line l join settlement.charge c on c.visit_id = l.visit_id and c.sn = l.sn
                            where l.settlement_id = :settlement order by c.charged, length(c.sn), c.sn""")
                    .param("settlement", settlement)
                    .query(Entered.class)
                    .list();
        }
        Visit visit = visits.get(application);
        return splitting.of(visit, charges.open(visit, "")).stream()
                .map(DeskCharges::entered)
                .toList();
    }

    private static Entered entered(Split split) {
        NewCharge item = split.charge().item();
        return new Entered(
                item.sn(),
                item.charged().toLocalDate(),
                item.code(),
                item.name(),
                split.charge().itemClass(),
                item.price(),
                item.pieces(),
                item.fen(),
                split.ownFen(),
                split.overFen(),
                split.preFen(),
                split.scopeFen());
    }

    /** Adds lines, all or none; refuses more than the invoices say. */
    @Transactional
    List<Entered> add(Actor actor, long id, List<Line> lines) {
        Application application = open(actor, id);
        Visit visit = visits.lock(application);
        int next = charges.open(visit, "").size();
        List<NewCharge> rows = new ArrayList<>();
        for (Line line : lines) {
            rows.add(charge(application, line, Integer.toString(++next)));
        }
        charges.add(visit, rows);
        return list(application);
    }

    private static NewCharge charge(Application application, Line line, String next) {
        LocalDate told = line.day();
        LocalDate day = told == null ? application.ended() : told;
        if (day.isBefore(application.begun()) || day.isAfter(application.ended())) {
            throw Refusal.field(
                    "E-SET-120", "费用日期", day.toString(), "就诊期间 " + application.begun() + " 至 " + application.ended());
        }
        BigDecimal price = scaled("单价", line.price(), 6);
        BigDecimal pieces = scaled("数量", line.pieces(), 4);
        Long sum = line.fen();
        String sn = Given.line("行号", line.sn(), 30);
        return new NewCharge(
                sn.isEmpty() ? next : sn,
                "",
                "",
                day.atStartOfDay(),
                Given.requiredLine("项目编码", line.code(), 50),
                "",
                Given.requiredLine("项目名称", line.name(), 100),
                price,
                pieces,
                sum == null
                        ? price.multiply(pieces)
                                .movePointRight(2)
                                .setScale(0, RoundingMode.HALF_UP)
                                .longValue()
                        : sum,
                0,
                Map.of());
    }

    private static BigDecimal scaled(String field, @Nullable BigDecimal value, int decimals) {
        BigDecimal given = Given.required(field, value);
        if (given.signum() <= 0
                || given.stripTrailingZeros().scale() > decimals
                || given.compareTo(BigDecimal.valueOf(99_999_999)) > 0) {
            throw Refusal.field("E-SET-120", field, given.toPlainString(), "大于零、最多 " + decimals + " 位小数的数");
        }
        return given;
    }

    /** Takes a line back, or all when no number is given. */
    @Transactional
    List<Entered> remove(Actor actor, long id, String sn) {
        Application application = open(actor, id);
        charges.remove(visits.lock(application), sn, "");
        return list(application);
    }

    private Application open(Actor actor, long id) {
        Application application = applications.lock(actor, id);
        return DeskLog.at(application, application.version(), Application.INCOMPLETE, Application.ACCEPTED);
    }
}
