package org.tongchou.platform.fund.interest;

import java.time.LocalDate;
import java.time.Year;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tongchou.benefit.account.Account;
import org.tongchou.benefit.account.AccountYear;
import org.tongchou.benefit.account.Movement;
import org.tongchou.benefit.calculation.Insured;
import org.tongchou.benefit.calculation.Result;
import org.tongchou.benefit.funding.Contributor;
import org.tongchou.benefit.policy.PolicyPack;
import org.tongchou.money.Money;
import org.tongchou.platform.fund.Cause;

/**
 * The interest of one account as the engine reckons it. Pure. The engine does the movements of the year again by the policy; when it
 * comes to other parts than those that stand in the account, or cannot express a movement, a person has to look.
 */
final class YearlyInterest {
    private final PolicyPack pack;
    private final Contributor holder;
    private final int year;

    YearlyInterest(PolicyPack pack, String personType, int year) {
        this.pack = pack;
        this.holder = new Contributor(Insured.of(LocalDate.of(1970, 1, 1)), personType, Money.ZERO);
        this.year = year;
    }

    /**
     * A row of the account.
     *
     * @param day business date
     * @param kind credit, payment, refund, transfer, interest, reversal or close
     * @param moneyYear year in which the money had come in
     * @param fen above zero when it came in
     * @param cause the act
     * @param of the act that it goes back from; null for none
     */
    record Row(
            LocalDate day,
            String kind,
            int moneyYear,
            long fen,
            Cause cause,
            @org.jspecify.annotations.Nullable Cause of) {}

    /**
     * The interest.
     *
     * @param carriedFen on what was carried over
     * @param currentFen on what came in
     * @param problem why there is none; empty when there is
     */
    record Earned(long carriedFen, long currentFen, String problem) {
        static Earned none(String why) {
            return new Earned(0, 0, why);
        }
    }

    /** The interest of an account: what stood in it when the year began, and the rows of the year in order. */
    Earned of(long openingFen, List<Row> rows) {
        List<Movement> movements = new ArrayList<>();
        Map<Cause, Integer> payments = new HashMap<>();
        List<List<Row>> acts = acts(rows);
        long carried = openingFen;
        long current = 0;
        for (List<Row> act : acts) {
            Row first = act.get(0);
            long fen = act.stream().mapToLong(Row::fen).sum();
            Cause of = first.of();
            for (Row row : act) {
                carried += row.moneyYear() < year ? row.fen() : 0;
                current += row.moneyYear() == year ? row.fen() : 0;
            }
            switch (first.kind()) {
                case "credit", "interest" -> movements.add(credit(first, fen));
                case "payment" -> {
                    payments.put(first.cause(), movements.size());
                    movements.add(payment(first, -fen));
                }
                case "transfer" -> movements.add(fen > 0 ? credit(first, fen) : payment(first, -fen));
                case "refund" -> {
                    Integer payment = of == null ? null : payments.get(of);
                    if (payment == null) {
                        return Earned.none("退回以前年度的支付，引擎不能表达，须人工核对");
                    }
                    movements.add(Movement.refund(first.day(), Money.ofFen(fen), payment));
                }
                case "close" -> {
                    return Earned.none("账户已销户，利息在销户时结清");
                }
                default -> {
                    return Earned.none("冲回以前年度的划入，引擎不能表达，须人工核对");
                }
            }
        }
        Result<AccountYear> result = AccountYear.of(
                pack, holder, Year.of(year), new Account(Money.ofFen(openingFen), Money.ZERO), movements);
        if (result instanceof Result.Refused<AccountYear> refused) {
            return Earned.none("按政策包计算不出利息：" + refused.failure().message());
        }
        AccountYear done = result.getValue();
        Account end = done.entries().isEmpty()
                ? new Account(Money.ofFen(openingFen), Money.ZERO)
                : done.entries().get(done.entries().size() - 1).after();
        if (end.carried().fen() != carried || end.current().fen() != current) {
            return Earned.none("账户当年、历年余额与按政策逐笔重算的不同，须人工核对");
        }
        return new Earned(
                done.interest().carried().fen(), done.interest().current().fen(), "");
    }

    /** Rows of one act together; credits of the year that were taken back are left out with what took them back. */
    private static List<List<Row>> acts(List<Row> rows) {
        List<Cause> takenBack = rows.stream()
                .filter(row -> row.kind().equals("reversal"))
                .map(Row::of)
                .filter(of -> rows.stream().anyMatch(row -> row.cause().equals(of)))
                .toList();
        List<List<Row>> acts = new ArrayList<>();
        for (Row row : rows) {
            boolean gone =
                    takenBack.contains(row.cause()) || (row.kind().equals("reversal") && takenBack.contains(row.of()));
            List<Row> last = acts.isEmpty() ? List.of() : acts.get(acts.size() - 1);
            if (gone) {
                continue;
            }
            if (!last.isEmpty()
                    && last.get(0).cause().equals(row.cause())
                    && last.get(0).kind().equals(row.kind())) {
                last.add(row);
            } else {
                acts.add(new ArrayList<>(List.of(row)));
            }
        }
        return acts;
    }

    private static Movement credit(Row row, long fen) {
        return Movement.of(row.day(), Movement.Kind.CREDIT, Money.ofFen(fen));
    }

    private static Movement payment(Row row, long fen) {
        return Movement.of(row.day(), Movement.Kind.PAYMENT, Money.ofFen(fen));
    }
}
