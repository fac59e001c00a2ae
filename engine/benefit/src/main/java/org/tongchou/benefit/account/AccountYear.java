package org.tongchou.benefit.account;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Year;
import java.util.ArrayList;
import java.util.List;
import org.tongchou.benefit.account.Movement.Kind;
import org.tongchou.benefit.calculation.Facts;
import org.tongchou.benefit.calculation.Result;
import org.tongchou.benefit.calculation.Working;
import org.tongchou.benefit.funding.Contributor;
import org.tongchou.benefit.policy.Failure.Code;
import org.tongchou.benefit.policy.PolicyPack;
import org.tongchou.money.Money;
import org.tongchou.money.MoneyUnit;

/**
 * A year of a personal account: every movement with the parts it changed, and the interest.
 *
 * @param entries the movements in order
 * @param interest on each of the two parts
 * @param closing what is in the account at the end, interest included, as the next year's opening: all of it carried over
 * @param paidOut what was paid out when the account was closed, interest included; nought otherwise
 */
public record AccountYear(List<Entry> entries, Account interest, Account closing, Money paidOut) {
    private static final int MOST_MOVEMENTS = 100_000;

    /**
     * A movement that was done.
     *
     * @param movement what was asked
     * @param change what it added to each part; negative for what went out
     * @param after what was in the account afterwards
     */
    public record Entry(Movement movement, Account change, Account after) {}

    /** Copies the list. */
    public AccountYear {
        entries = List.copyOf(entries);
    }

    /**
     * Does the movements of a year and computes the interest.
     *
     * <p>Refuses movements outside the year or out of order ({@code E-BEN-007}), amounts that are not above nought, payments
     * beyond the balance and transfers of what is not above the line ({@code E-BEN-003}), refunds without payment or
     * beyond it ({@code E-BEN-006}), movements after the account is closed ({@code E-BEN-007}); nothing is done then.
     *
     * @param holder the holder; the wage is not looked at
     * @param opening what was carried over; the current part is nought at the start of a year
     * @param movements in order of time
     */
    public static Result<AccountYear> of(
            PolicyPack pack, Contributor holder, Year year, Account opening, List<Movement> movements) {
        return Working.of(pack, year + " 年个人账户", working -> new Replay(working, holder, year, opening).run(movements));
    }

    /** The movements so far. */
    private static final class Replay {
        private final Working working;
        private final Contributor holder;
        private final Year year;
        private final Account opening;
        private final List<Entry> entries = new ArrayList<>();
        private Account account;
        private boolean closed;

        Replay(Working working, Contributor holder, Year year, Account opening) {
            this.working = working;
            this.holder = holder;
            this.year = year;
            this.opening = opening;
            this.account = opening;
        }

        AccountYear run(List<Movement> movements) {
            working.requireAmount("opening", opening.balance());
            working.requireAmount("opening.carried", opening.carried());
            working.requireAmount("opening.current", opening.current());
            working.requireCount("movements", movements.size(), 0, MOST_MOVEMENTS);
            LocalDate last = year.atDay(1);
            for (int i = 0; i < movements.size(); i++) {
                Movement movement = movements.get(i);
                String field = "movements[" + i + "]";
                working.require(
                        movement.day().getYear() == year.getValue()
                                && !movement.day().isBefore(last),
                        Code.DATE,
                        field + ".day",
                        movement.day(),
                        year + " 年内、不早于前一笔的日期");
                working.require(!closed, Code.DATE, field + ".day", movement.day(), "不晚于销户日期 " + last + " 的日期");
                last = movement.day();
                apply(movement, field);
            }
            AccountInterest interest =
                    new AccountInterest(working, holder.on(year.atDay(year.length())), year, opening, entries, closed);
            Account earned = interest.earned();
            Money all = account.balance().plus(earned.balance());
            AccountYear result = new AccountYear(
                    entries, earned, closed ? Account.EMPTY : new Account(all, Money.ZERO), closed ? all : Money.ZERO);
            working.step(closed ? "销户支取" : "年末结转", account.balance() + " + 利息 " + earned.balance(), all);
            return result;
        }

        private void apply(Movement movement, String field) {
            Account change = switch (movement.kind()) {
                case CREDIT -> new Account(Money.ZERO, positive(movement, field));
                case PAYMENT -> negated(taken(movement, field, account.balance()));
                case TRANSFER -> negated(taken(movement, field, movable(movement)));
                case REFUND -> refund(movement, field);
                case CLOSE -> {
                    closed = true;
                    yield Account.EMPTY;
                }
            };
            account = account.plus(change);
            entries.add(new Entry(movement, change, account));
            working.step(
                    movement.day() + " " + name(movement.kind()),
                    "历年 " + change.carried() + "，当年 " + change.current(),
                    "余额 " + account.balance());
        }

        private Money positive(Movement movement, String field) {
            working.requireAmount(field + ".amount", movement.amount());
            working.require(movement.amount().fen() > 0, Code.WRONG_NUMBER, field + ".amount", "0", "大于 0 的金额");
            return movement.amount();
        }

        private Account taken(Movement movement, String field, Money most) {
            Money amount = positive(movement, field);
            working.require(
                    amount.compareTo(most) <= 0,
                    Code.WRONG_NUMBER,
                    field + ".amount",
                    amount.in(MoneyUnit.YUAN).toPlainString(),
                    "不超过 " + most + " 的金额");
            return account.part(amount, working.says("account.carried_first", movement.day(), facts(movement)));
        }

        private Facts facts(Movement movement) {
            return holder.on(movement.day());
        }

        /** What is above the line. */
        private Money movable(Movement movement) {
            BigDecimal line = working.orZero("account.mutual.line", movement.day(), facts(movement));
            Money above = account.balance().minus(Money.of(line, MoneyUnit.YUAN));
            return above.fen() < 0 ? Money.ZERO : above;
        }

        /** What was taken last is given back first. */
        private Account refund(Movement movement, String field) {
            Money amount = positive(movement, field);
            int of = movement.refunds();
            boolean known =
                    of >= 0 && of < entries.size() && entries.get(of).movement().kind() == Kind.PAYMENT;
            working.require(known, Code.REFUND, field + ".refunds", of, "此前一笔支付的序号");
            Account taken = negated(entries.get(of).change());
            for (Entry entry : entries) {
                if (entry.movement().refunds() == of) {
                    taken = taken.minus(entry.change());
                }
            }
            working.require(
                    amount.compareTo(taken.balance()) <= 0,
                    Code.REFUND,
                    field + ".amount",
                    amount.in(MoneyUnit.YUAN).toPlainString(),
                    "不超过该笔支付未退的 " + taken.balance());
            Movement payment = entries.get(of).movement();
            boolean carriedFirst = working.says("account.carried_first", payment.day(), facts(payment));
            return taken.part(amount, !carriedFirst);
        }

        private static Account negated(Account change) {
            return Account.EMPTY.minus(change);
        }

        private static String name(Kind kind) {
            return switch (kind) {
                case CREDIT -> "划入";
                case PAYMENT -> "支付";
                case REFUND -> "退回";
                case TRANSFER -> "转入家庭共济账户";
                case CLOSE -> "销户";
            };
        }
    }
}
