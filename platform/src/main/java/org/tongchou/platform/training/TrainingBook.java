package org.tongchou.platform.training;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tongchou.money.Money;
import org.tongchou.money.MoneyUnit;

/** What training hospitals note of their settlements, and how it compares with the bureau's. */
@Component
@Transactional
public class TrainingBook {
    private final JdbcClient database;
    private final Clock clock;

    TrainingBook(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * Bills that are reconciled together.
     *
     * @param institution whose
     * @param insutype scheme of the interface
     * @param clearing 清算类别
     * @param bills how many
     * @param totalFen 医疗费总额
     * @param fundFen 基金支付总额
     * @param accountFen 个人账户支出
     */
    public record Group(
            String institution,
            String insutype,
            String clearing,
            int bills,
            long totalFen,
            long fundFen,
            long accountFen) {
        /** As they are asked about. */
        public HisSums sums(LocalDate day) {
            return new HisSums(insutype, clearing, day, day, yuan(totalFen), yuan(fundFen), yuan(accountFen), bills);
        }
    }

    /**
     * A comparison with the bureau.
     *
     * @param institution whose
     * @param insutype scheme of the interface
     * @param clearing 清算类别
     * @param day which day
     * @param bills how many settlements the institution has
     * @param totalFen what they come to
     * @param same whether the bureau counts the same
     * @param says what the bureau says
     */
    public record Compared(
            String institution,
            String insutype,
            String clearing,
            LocalDate day,
            int bills,
            long totalFen,
            boolean same,
            String says) {}

    private static BigDecimal yuan(long fen) {
        return BigDecimal.valueOf(fen, 2);
    }

    private static long fen(BigDecimal yuan) {
        return Money.of(yuan, MoneyUnit.YUAN).fen();
    }

    /** Notes a settlement; one that is noted stays as it is. */
    public void note(String institution, String insutype, String clearing, HisBill bill) {
        database.sql("""
                        insert into training.bill (institution, msgid, infno, insutype, clearing, settled_on, number, visit,
                            total_fen, fund_fen, account_fen, cash_fen)
                        values (:institution, :msgid, :infno, :insutype, :clearing, :day, :number, :visit, :total, :fund, :account,
                            :cash)
                        on conflict do nothing""")
                .param("institution", institution)
                .param("msgid", bill.msgid())
                .param("infno", bill.infno())
                .param("insutype", insutype)
                .param("clearing", clearing)
                .param("day", settledOn(bill))
                .param("number", bill.number())
                .param("visit", bill.visit())
                .param("total", fen(bill.total()))
                .param("fund", fen(bill.fund()))
                .param("account", fen(bill.account()))
                .param("cash", fen(bill.cash()))
                .update();
    }

    /** The day that the bureau settled on. */
    private LocalDate settledOn(HisBill bill) {
        String time = bill.output().path("setlinfo").path("setl_time").asString();
        return time.length() < 10 ? LocalDate.now(clock) : LocalDate.parse(time.substring(0, 10));
    }

    /** Marks a settlement as if it had never been. */
    public void undo(String institution, String msgid) {
        database.sql("update training.bill set undone = true where institution = :institution and msgid = :msgid")
                .param("institution", institution)
                .param("msgid", msgid)
                .update();
    }

    /** The bills of a day by institution, scheme and clearing type; of one institution, or of all when it is empty. */
    @Transactional(readOnly = true)
    public List<Group> groups(String institution, LocalDate day) {
        return database.sql("""
                        select institution, insutype, clearing, count(*)::int as bills, sum(total_fen)::bigint as total_fen,
                            sum(fund_fen)::bigint as fund_fen, sum(account_fen)::bigint as account_fen
                        from training.bill
                        where settled_on = :day and not undone and (:institution = '' or institution = :institution)
                        group by institution, insutype, clearing order by institution, insutype, clearing""")
                .param("institution", institution)
                .param("day", day)
                .query(Group.class)
                .list();
    }

    /** Notes a comparison. */
    public Compared compared(Group group, LocalDate day, HisSums.Answer answer) {
        database.sql("""
                        insert into training.reconciliation (institution, insutype, clearing, day, bills, total_fen, same, says,
                            made_at)
                        values (:institution, :insutype, :clearing, :day, :bills, :total, :same, :says, :now)""")
                .param("institution", group.institution())
                .param("insutype", group.insutype())
                .param("clearing", group.clearing())
                .param("day", day)
                .param("bills", group.bills())
                .param("total", group.totalFen())
                .param("same", answer.same())
                .param("says", answer.says())
                .param("now", OffsetDateTime.now(clock))
                .update();
        return new Compared(
                group.institution(),
                group.insutype(),
                group.clearing(),
                day,
                group.bills(),
                group.totalFen(),
                answer.same(),
                answer.says());
    }
}
