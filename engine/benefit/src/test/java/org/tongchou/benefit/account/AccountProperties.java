package org.tongchou.benefit.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tongchou.benefit.calculation.CalculatorPack.PACK;
import static org.tongchou.benefit.calculation.CalculatorPack.person;

import java.time.LocalDate;
import java.time.Year;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.tongchou.benefit.account.Movement.Kind;
import org.tongchou.benefit.funding.Contributor;
import org.tongchou.money.Money;

/** What holds for all years of an account. */
class AccountProperties {
    private static final Contributor HOLDER = new Contributor(person("1960-03-01", "male"), "在职", Money.ofFen(1));

    /** Movements that an account with so much in it can do, by a seed. */
    private static List<Movement> movements(int year, long opening, long seed) {
        Random random = new Random(seed);
        List<Movement> movements = new ArrayList<>();
        long balance = opening;
        LocalDate day = LocalDate.of(year, 1, 1);
        for (int i = 0; i < 20; i++) {
            day = day.plusDays(random.nextInt(18));
            Kind kind = random.nextBoolean() || balance == 0 ? Kind.CREDIT : Kind.PAYMENT;
            long most = kind == Kind.CREDIT ? 100_000 : balance;
            long amount = 1 + (long) random.nextInt(1000) * (most - 1) / 999;
            movements.add(Movement.of(day, kind, Money.ofFen(amount)));
            balance += kind == Kind.CREDIT ? amount : -amount;
        }
        return movements;
    }

    @Property(tries = 300)
    void moneyIsNeitherMadeNorLost(
            @ForAll @IntRange(min = 2020, max = 2024) int year,
            @ForAll @LongRange(min = 0, max = 10_000_000) long opening,
            @ForAll long seed) {
        List<Movement> movements = movements(year, opening, seed);
        AccountYear result = AccountYear.of(
                        PACK, HOLDER, Year.of(year), new Account(Money.ofFen(opening), Money.ZERO), movements)
                .getValue();
        long moved = movements.stream()
                .mapToLong(movement -> movement.kind() == Kind.CREDIT
                        ? movement.amount().fen()
                        : -movement.amount().fen())
                .sum();
        assertThat(result.closing().balance().fen())
                .isEqualTo(opening + moved + result.interest().balance().fen());
        assertThat(result.entries()).allSatisfy(entry -> {
            assertThat(entry.after().carried().fen()).isNotNegative();
            assertThat(entry.after().current().fen()).isNotNegative();
        });
    }

    @Property(tries = 200)
    void aPaymentRefundedInWholeLeavesTheAccountAsItWas(
            @ForAll @IntRange(min = 2020, max = 2024) int year,
            @ForAll @LongRange(min = 1, max = 1_000_000) long carried,
            @ForAll @LongRange(min = 1, max = 1_000_000) long credit,
            @ForAll @LongRange(min = 0, max = 999) long permille) {
        LocalDate day = LocalDate.of(year, 5, 5);
        Money paid = Money.ofFen(1 + (carried + credit - 1) * permille / 999);
        long half = Math.max(1, paid.fen() / 2);
        List<Movement> movements = new ArrayList<>(List.of(
                Movement.of(day, Kind.CREDIT, Money.ofFen(credit)),
                Movement.of(day, Kind.PAYMENT, paid),
                Movement.refund(day, Money.ofFen(half), 1)));
        if (paid.fen() > half) {
            movements.add(Movement.refund(day, paid.minus(Money.ofFen(half)), 1));
        }
        AccountYear result = AccountYear.of(
                        PACK, HOLDER, Year.of(year), new Account(Money.ofFen(carried), Money.ZERO), movements)
                .getValue();
        assertThat(result.entries().get(movements.size() - 1).after())
                .isEqualTo(result.entries().get(0).after());
    }

    @Property(tries = 100)
    void moreMoneyNeverEarnsLess(
            @ForAll @IntRange(min = 2020, max = 2024) int year,
            @ForAll @LongRange(min = 0, max = 10_000_000) long opening,
            @ForAll @LongRange(min = 0, max = 10_000) long more) {
        assertThat(interest(year, opening + more)).isGreaterThanOrEqualTo(interest(year, opening));
    }

    private static Money interest(int year, long opening) {
        return AccountYear.of(PACK, HOLDER, Year.of(year), new Account(Money.ofFen(opening), Money.ZERO), List.of())
                .getValue()
                .interest()
                .balance();
    }
}
