package org.tongchou.platform.crossregion.simulated;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import org.tongchou.platform.crossregion.Envelope;
import org.tongchou.platform.crossregion.Messages;
import org.tongchou.platform.crossregion.Node;
import org.tongchou.platform.crossregion.partner.BillBook;
import org.tongchou.platform.crossregion.partner.Partner;
import org.tongchou.platform.crossregion.partner.Partners;
import tools.jackson.databind.json.JsonMapper;

/**
 * A region that this installation plays: everybody with an identity number of that region is a resident there; its fund pays a share
 * of the cost in scope. It keeps a book of its own, so that clearing compares two books.
 */
@Component("crossregionSimulatedNode")
class SimulatedNode implements Node {
    /** Cost in scope above which critical-illness insurance pays, in fen. */
    private static final long CRITICAL_FROM = 20_000_00;

    private static final int PERSON_DIGITS = 10;

    private final JdbcClient database;
    private final Partners partners;
    private final TransactionTemplate apart;
    private final JsonMapper json;
    private final Clock clock;

    SimulatedNode(
            JdbcClient database,
            Partners partners,
            PlatformTransactionManager transactions,
            JsonMapper json,
            Clock clock) {
        this.database = database;
        this.partners = partners;
        this.apart = new TransactionTemplate(transactions);
        this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.json = json;
        this.clock = clock;
    }

    @Override
    public boolean reaches(String area) {
        return partners.find(area).filter(Partner::simulated).isPresent();
    }

    @Override
    public String send(Envelope message) {
        Object answer = apart.execute(status -> answer(partners.get(message.to()), message));
        return json.writeValueAsString(answer);
    }

    private Object answer(Partner here, Envelope message) {
        return switch (message.kind()) {
            case PERSON -> person(here, json.readValue(message.body(), Messages.Asked.class));
            case PREVIEW -> decided(here, "", json.readValue(message.body(), Messages.Bill.class));
            case SETTLE -> settle(here, message);
            case CANCEL -> cancel(here, json.readValue(message.body(), Messages.Back.class));
            case MONTH -> month(here, json.readValue(message.body(), Messages.Month.class));
        };
    }

    private static Object person(Partner here, Messages.Asked asked) {
        String number = asked.number();
        boolean ours = number.matches("[0-9]{17}[0-9Xx]")
                && number.startsWith(here.area().substring(0, 4));
        if (!ours) {
            return new Messages.Refused("E-SIM-001", "没有找到这个就诊凭证对应的参保人");
        }
        LocalDate born = LocalDate.of(
                Integer.parseInt(number.substring(6, 10)),
                Integer.parseInt(number.substring(10, 12)),
                Integer.parseInt(number.substring(12, 14)));
        return new Messages.Told(
                here.area() + digits(number),
                "异地样例人",
                (number.charAt(16) - '0') % 2 == 1 ? "male" : "female",
                born,
                "01",
                number,
                List.of(new Messages.Insured(
                        "resident", "15", LocalDate.of(asked.day().getYear(), 1, 1), 0)));
    }

    private static String digits(String number) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(number.getBytes(StandardCharsets.UTF_8));
            StringBuilder text = new StringBuilder();
            for (int i = 0; i < PERSON_DIGITS; i++) {
                text.append(Math.floorMod(digest[i], 10));
            }
            return text.toString();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private Messages.Decided decided(Partner here, String number, Messages.Bill bill) {
        long fund = here.ratio()
                .multiply(BigDecimal.valueOf(bill.scope()))
                .setScale(0, RoundingMode.HALF_UP)
                .longValueExact();
        return new Messages.Decided(
                number,
                "居民",
                bill.own(),
                bill.over(),
                bill.pre(),
                bill.scope(),
                0,
                fund,
                0,
                0,
                bill.total() - fund,
                here.ratio().movePointRight(8).longValue(),
                payments(bill.scope(), fund),
                0);
    }

    /** The basic fund pays its share of the cost up to a line, critical-illness insurance that of the rest. */
    private static List<Messages.Paid> payments(long scope, long fund) {
        long basic = scope <= CRITICAL_FROM ? fund : Math.multiplyExact(fund, CRITICAL_FROM) / scope;
        return Stream.of(
                        new Messages.Paid("basic", "390100", Math.min(scope, CRITICAL_FROM), basic),
                        new Messages.Paid("critical_illness", "390200", scope - CRITICAL_FROM, fund - basic))
                .filter(paid -> paid.fen() != 0)
                .toList();
    }

    private record Kept(String kept, String number, LocalDate day, long totalFen, long payFen, String decided) {}

    private Optional<Kept> find(Partner here, String message, boolean mirror) {
        return database.sql("""
                        select kept, number, day, total_fen, pay_fen, decided from crossregion.simulated_bill
                        where area = :area and message = :message and (kept <> '结算') = :mirror""")
                .param("area", here.area())
                .param("message", message)
                .param("mirror", mirror)
                .query(Kept.class)
                .optional();
    }

    private Object settle(Partner here, Envelope message) {
        if (find(here, message.id(), true)
                .filter(one -> one.kept().equals("冲正"))
                .isPresent()) {
            return new Messages.Refused("E-SIM-002", "报文 " + message.id() + " 已被冲正");
        }
        Optional<Kept> before = find(here, message.id(), false);
        if (before.isPresent()) {
            return json.readTree(before.get().decided());
        }
        Messages.Bill bill = json.readValue(message.body(), Messages.Bill.class);
        Messages.Decided decided = decided(here, "M" + here.area() + serial(), bill);
        enter(
                here,
                message.id(),
                BillBook.HOME,
                new Kept(
                        "结算",
                        decided.number(),
                        bill.day(),
                        bill.total(),
                        decided.fund(),
                        json.writeValueAsString(decided)));
        return decided;
    }

    private Object cancel(Partner here, Messages.Back back) {
        Optional<Kept> mirror = find(here, back.settle(), true);
        if (mirror.isPresent()) {
            return new Messages.Done(mirror.get().number());
        }
        Optional<Kept> bill = find(here, back.settle(), false);
        String number = bill.isEmpty() ? "" : "M" + here.area() + serial();
        enter(
                here,
                back.settle(),
                BillBook.HOME,
                new Kept(
                        back.undone() ? "冲正" : "撤销",
                        number,
                        LocalDate.now(clock),
                        bill.map(one -> -one.totalFen()).orElse(0L),
                        bill.map(one -> -one.payFen()).orElse(0L),
                        ""));
        return new Messages.Done(number);
    }

    /** Enters a bill into the region's own book. */
    void enter(Partner here, String message, String role, Kept one) {
        database.sql("""
                        insert into crossregion.simulated_bill (area, message, role, kept, number, day, total_fen, pay_fen, decided)
                        values (:area, :message, :role, :kept, :number, :day, :total, :pay, :decided)
                        on conflict do nothing""")
                .param("area", here.area())
                .param("message", message)
                .param("role", role)
                .param("kept", one.kept())
                .param("number", one.number())
                .param("day", one.day())
                .param("total", one.totalFen())
                .param("pay", one.payFen())
                .param("decided", one.decided())
                .update();
    }

    /** Enters what the region as place of care was told of a bill that it sent. */
    void sent(Partner here, String message, String kept, LocalDate day, long totalFen, long payFen) {
        enter(here, message, BillBook.CARE, new Kept(kept, "J" + here.area() + serial(), day, totalFen, payFen, ""));
    }

    /** Enters that the region as place of care took a bill back. */
    void takenBack(Partner here, String message, String kept, LocalDate day) {
        find(here, message, false).ifPresent(bill -> sent(here, message, kept, day, -bill.totalFen(), -bill.payFen()));
    }

    private String serial() {
        return String.format(
                "%012d",
                database.sql("select count(*) + 1 from crossregion.simulated_bill")
                        .query(Long.class)
                        .single());
    }

    private Messages.Rows month(Partner here, Messages.Month asked) {
        YearMonth month = YearMonth.parse(asked.month());
        return new Messages.Rows(database.sql("""
                        select message, kept, '' as visit, number, total_fen, pay_fen from crossregion.simulated_bill
                        where area = :area and role = :role and day between :first and :last and number <> ''
                        order by day, message, kept""")
                .param("area", here.area())
                .param("role", asked.asCare() ? BillBook.CARE : BillBook.HOME)
                .param("first", month.atDay(1))
                .param("last", month.atEndOfMonth())
                .query(Messages.Row.class)
                .list());
    }
}
