package org.tongchou.platform.settlement.clearing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.tongchou.platform.MovableClock;
import org.tongchou.platform.enrolment.Person;
import org.tongchou.platform.fund.Cause;
import org.tongchou.platform.fund.FundAccounts;
import org.tongchou.platform.fund.Funds;
import org.tongchou.platform.fund.Leg;
import org.tongchou.platform.fund.Voucher;
import org.tongchou.platform.settlement.GuestBills;
import org.tongchou.platform.settlement.Settlements;
import org.tongchou.platform.settlement.Settlements.Settled;
import org.tongchou.platform.settlement.Visit;
import org.tongchou.platform.settlement.clearing.MonthsBook.Place;
import org.tongchou.platform.web.Refusal;

/**
 * Some months of three institutions: bills, cancellations, reversals and what is drawn up, returned, reviewed and paid, one after the
 * other as a random number says. After every step the books say what the test's own book says.
 */
final class MonthsWorld {
    private static final LocalDate FAR = LocalDate.of(2099, 12, 31);
    private static final List<String> FUNDS = List.of(Funds.EMPLOYEE, Funds.RESIDENT, Funds.CRITICAL, Funds.ACCOUNT);
    private static final Set<String> NOT_RESTORED = Set.of("E-SET-007", "E-SET-031", "E-SET-032", "E-SET-046");

    private record Open(Visit visit, long fen) {}

    private record Standing(Open open, Settled settled) {}

    private final MonthsFixture with;
    private final Random random;
    private final List<String> providers;
    private final List<Person> employees = new ArrayList<>();
    private final List<Person> residents = new ArrayList<>();
    private final List<Standing> standing = new ArrayList<>();
    private final List<Open> reopened = new ArrayList<>();
    private final List<Standing> mirrors = new ArrayList<>();
    private final Map<Long, String> closed = new LinkedHashMap<>();
    private final List<String> told = new ArrayList<>();
    private final MonthsBook book = new MonthsBook();
    private final YearMonth first;
    private LocalDate day;

    MonthsWorld(MonthsFixture with, long seed, List<String> providers) {
        this.with = with;
        this.random = new Random(seed);
        this.providers = providers;
        LocalDate november = with.counter().today.withMonth(11).withDayOfMonth(1);
        day = november.isBefore(with.counter().today) ? with.counter().today : november;
        first = YearMonth.from(day);
        MovableClock.move(day);
        List<BigDecimal> rates = List.of(BigDecimal.ZERO, new BigDecimal("0.05"), new BigDecimal("0.033333"));
        providers.forEach(provider -> with.deposit(provider, day, any(rates)));
        for (int i = 0; i < 3; i++) {
            employees.add(with.person("employee", "在职"));
            residents.add(with.person("resident", "成年居民"));
            with.counter().credit(employees.get(i).id(), 40_000);
        }
    }

    /** Lives through four months; gives what the statements said. */
    List<String> live() {
        while (YearMonth.from(day).isBefore(first.plusMonths(4))) {
            step();
            if (random.nextInt(4) == 0) {
                agrees();
            }
        }
        end();
        return told;
    }

    /** How many settlements and mirrors there were. */
    int size() {
        return book.size();
    }

    private <T> T any(List<T> some) {
        return some.get(random.nextInt(some.size()));
    }

    private void step() {
        int act = random.nextInt(100);
        if (act < 36) {
            settle(open(), false);
        } else if (act < 42 && !reopened.isEmpty()) {
            settle(reopened.remove(random.nextInt(reopened.size())), false);
        } else if (act < 54 && !standing.isEmpty()) {
            cancel(standing.remove(random.nextInt(standing.size())));
        } else if (act < 60 && !mirrors.isEmpty()) {
            restore(mirrors.remove(random.nextInt(mirrors.size())));
        } else if (act < 64) {
            guest();
        } else if (act < 67) {
            settle(open(), true);
        } else if (act < 70) {
            prepay();
        } else if (act < 78) {
            draw(any(providers), first.plusMonths(random.nextInt(4)));
        } else if (act < 86) {
            waiting().forEach(id -> review(id, random.nextInt(4) > 0));
        } else if (act < 90) {
            payOut();
        } else {
            day = day.plusDays(2L + random.nextInt(9));
            MovableClock.move(day);
        }
    }

    private Open open() {
        String provider = any(providers);
        boolean employee = random.nextBoolean();
        Person person = any(employee ? employees : residents);
        String kind = provider.startsWith("P") ? "pharmacy" : any(List.of("outpatient", "emergency", "inpatient"));
        return visit(provider, person, employee ? "employee" : "resident", kind);
    }

    private Open visit(String provider, Person person, String scheme, String kind) {
        long fen = 1_000L + random.nextInt(kind.equals("inpatient") ? 2_000_000 : 60_000);
        long second = 1L + random.nextInt(900);
        Visit visit = with.counter()
                .visit(provider, day.atTime(0, 30), person, scheme, kind, yuan(fen - second), yuan(second));
        return new Open(with.discharged(visit), fen);
    }

    private static String yuan(long fen) {
        return BigDecimal.valueOf(fen, 2).toPlainString();
    }

    private void settle(Open open, boolean elsewhere) {
        Settlements.Request request = with.counter().request(open.visit(), open.fen(), false, day);
        Settled settled = with.settle(open.visit(), request, elsewhere);
        book.enter(settled, elsewhere);
        standing.add(new Standing(open, settled));
    }

    private void guest() {
        boolean employee = random.nextBoolean();
        String provider = any(providers);
        Open open = visit(
                provider,
                with.guest(),
                employee ? "employee" : "resident",
                provider.startsWith("P") ? "pharmacy" : any(List.of("outpatient", "inpatient")));
        Settlements.Request request = with.counter().request(open.visit(), open.fen(), false, day);
        long fund = random.nextLong(open.fen());
        long account = employee ? random.nextLong(open.fen() - fund) : 0;
        Settled settled = with.keep(
                open.visit(),
                request,
                split -> new GuestBills.Decision(
                        "999900",
                        "在职",
                        new Settlements.Amounts(
                                open.fen(),
                                split.own(),
                                split.over(),
                                split.pre(),
                                split.scope(),
                                0,
                                fund,
                                0,
                                account,
                                0,
                                open.fen() - fund - account),
                        0,
                        List.of(),
                        0));
        book.enter(settled, false);
        standing.add(new Standing(open, settled));
    }

    private void cancel(Standing one) {
        boolean undone = random.nextInt(3) == 0;
        Settled mirror = with.counter().cancel(one.open().visit(), one.settled().id(), undone);
        book.enter(mirror, false);
        if (one.settled().personId() > 0 && !book.isElsewhere(mirror)) {
            if (!undone && random.nextBoolean()) {
                mirrors.add(new Standing(one.open(), mirror));
            } else {
                reopened.add(one.open());
            }
        }
    }

    /** The cancellation itself is undone: it counts, unless the person's year has moved on meanwhile. */
    private void restore(Standing one) {
        try {
            Settled again = with.restore(one.open().visit(), one.settled());
            book.enter(again, false);
            standing.add(new Standing(one.open(), again));
        } catch (Refusal refused) {
            assertThat(refused.code()).isIn(NOT_RESTORED);
            reopened.add(one.open());
        }
    }

    private void prepay() {
        Place place = new Place(any(providers), random.nextBoolean() ? Funds.EMPLOYEE : Funds.RESIDENT);
        long fen = 1L + random.nextInt(100_000);
        with.ledger()
                .post(
                        MonthsFixture.CLERK,
                        new Voucher(
                                place.fund(),
                                day,
                                new Cause("test", "prepay", Long.toString(with.next())),
                                "预付",
                                List.of(
                                        Leg.debit(FundAccounts.PREPAID_PROVIDERS, fen, place.provider()),
                                        Leg.credit(FundAccounts.SPENDING_BANK, fen, null))));
        MonthsBook.add(book.prepaid, place, fen);
    }

    private List<Long> waiting() {
        return with.database()
                .sql(
                        "select id from settlement.statement where state = '待复核' and provider = any(:providers) order by id")
                .param("providers", providers.toArray(String[]::new))
                .query(Long.class)
                .list();
    }

    private void draw(String provider, YearMonth month) {
        Statement.Request request = request(provider, month);
        Set<Long> wanted = book.expected(provider, month);
        boolean taken = with.database()
                .sql("""
                        select exists (select from settlement.statement where provider = :provider and kind = '月结'
                            and (state = '待复核' or (state = '已复核' and month = :month)))""")
                .param("provider", provider)
                .param("month", month.toString())
                .query(Boolean.class)
                .single();
        String refusal = !month.isBefore(YearMonth.from(day))
                ? "E-SET-221"
                : taken ? "E-SET-222" : wanted.isEmpty() ? "E-SET-223" : "";
        if (!refusal.isEmpty()) {
            assertThat(catchThrowableOfType(
                            Refusal.class, () -> with.statements().draw(MonthsFixture.CLERK, request)))
                    .extracting(Refusal::code)
                    .isEqualTo(refusal);
            return;
        }
        check(drawn(request), wanted);
        if (random.nextInt(3) == 0) {
            again(request, wanted);
        }
    }

    private Statement.Request request(String provider, YearMonth month) {
        return new Statement.Request(month.toString(), Statement.MONTH, provider, random.nextInt(3) == 0);
    }

    private long drawn(Statement.Request request) {
        List<Statement> made = with.statements().draw(MonthsFixture.CLERK, request);
        assertThat(made).hasSize(1);
        return made.get(0).id();
    }

    /** Returned and drawn up again at once it says the same. */
    private void again(Statement.Request request, Set<Long> wanted) {
        long before = waiting().stream()
                .filter(id -> with.get(id).statement().provider().equals(request.provider()))
                .findFirst()
                .orElseThrow();
        String said = figures(before);
        review(before, false);
        long after = drawn(request);
        check(after, wanted);
        assertThat(figures(after)).isEqualTo(said);
    }

    private void check(long id, Set<Long> wanted) {
        Statement.View view = with.get(id);
        assertThat(with.cleared(id)).isEqualTo(wanted);
        assertThat(view.parts().stream()
                        .mapToLong(part -> part.settlements() + part.mirrors())
                        .sum())
                .isEqualTo(wanted.size());
        Map<String, Long> due = view.funds().stream()
                .filter(fund -> fund.dueFen() != 0)
                .collect(Collectors.toMap(Statement.FundPart::fund, Statement.FundPart::dueFen));
        assertThat(due).isEqualTo(book.shares(wanted));
        assertThat(view.parts().stream()
                        .mapToLong(part -> part.fundFen() + part.accountFen())
                        .sum())
                .as("Σ 应付 = Σ 基金支付 + 个人账户")
                .isEqualTo(view.statement().dueFen());
        book.clear(wanted, id);
    }

    private void review(long id, boolean accept) {
        Statement.View view = with.get(id);
        with.statements()
                .review(
                        MonthsFixture.REVIEWER,
                        id,
                        new Statement.Review(
                                accept, "再核", "机构没有申请", view.statement().version()));
        if (!accept) {
            book.open(id);
            return;
        }
        String provider = view.statement().provider();
        for (Statement.FundPart fund : view.funds()) {
            Place place = new Place(provider, fund.fund());
            MonthsBook.add(book.setOff, place, fund.prepaidFen());
            MonthsBook.add(book.kept, place, fund.depositFen());
            if (view.statement().kind().equals(Statement.MONTH)) {
                MonthsBook.add(book.toPay, place, fund.payFen());
            }
        }
        closed.put(id, figures(id));
        told.add(figures(id).replace(provider, "机构" + providers.indexOf(provider)));
        with.takesNothingLate(id, provider, YearMonth.parse(view.statement().month()));
    }

    private String figures(long id) {
        Statement.View view = with.get(id);
        return view.statement().provider()
                + view.statement().month()
                + view.statement().kind()
                + view.parts()
                + view.funds().stream()
                        .map(fund -> List.of(
                                fund.fund(),
                                fund.dueFen(),
                                fund.carriedFen(),
                                fund.recoveredFen(),
                                fund.prepaidFen(),
                                fund.depositFen(),
                                fund.payFen()))
                        .toList();
    }

    private void payOut() {
        for (String fund : FUNDS) {
            with.payOut(fund, providers, day).forEach((provider, fen) -> {
                MonthsBook.add(book.paid, new Place(provider, fund), fen);
            });
        }
    }

    /** Everything is drawn up, reviewed, paid and given back; what has been closed has not moved. */
    private void end() {
        YearMonth last = YearMonth.from(day);
        day = last.plusMonths(1).atDay(3);
        MovableClock.move(day);
        waiting().forEach(id -> review(id, true));
        for (String provider : providers) {
            if (!book.empty(provider)) {
                check(drawn(request(provider, last)), book.expected(provider, last));
            }
        }
        waiting().forEach(id -> review(id, true));
        agrees();
        assertThat(providers).allMatch(book::empty);
        for (Place place : places()) {
            assertThat(balance(FundAccounts.DUE_TO_PROVIDERS, place))
                    .as("all is in statements: %s", place)
                    .isZero();
        }
        payOut();
        agrees();
        deposits();
        payOut();
        agrees();
        for (Place place : places()) {
            assertThat(balance(FundAccounts.CLEARED_PROVIDERS, place)).isZero();
            assertThat(balance(FundAccounts.DEPOSITS, place)).isZero();
        }
        closed.forEach((id, figures) -> assertThat(figures(id)).isEqualTo(figures));
    }

    private void deposits() {
        day = LocalDate.of(day.getYear() + 1, 1, 10);
        MovableClock.move(day);
        Set<String> kept = new HashSet<>();
        book.kept.forEach((place, fen) -> {
            if (fen > 0) {
                kept.add(place.provider());
            }
        });
        for (String provider : providers) {
            Statement.Request request =
                    new Statement.Request((day.getYear() - 1) + "-12", Statement.DEPOSIT, provider, null);
            if (kept.contains(provider)) {
                review(drawn(request), true);
            } else {
                assertThat(catchThrowableOfType(
                                Refusal.class, () -> with.statements().draw(MonthsFixture.CLERK, request)))
                        .extracting(Refusal::code)
                        .isEqualTo("E-SET-223");
            }
        }
    }

    private List<Place> places() {
        return providers.stream()
                .flatMap(provider -> FUNDS.stream().map(fund -> new Place(provider, fund)))
                .toList();
    }

    private long balance(String account, Place place) {
        return with.ledger().balance(place.fund(), account, place.provider(), FAR);
    }

    /** The ledger says of every institution and fund what the settlements and statements say. */
    private void agrees() {
        for (Place place : places()) {
            long due = -balance(FundAccounts.DUE_TO_PROVIDERS, place);
            long recover = balance(FundAccounts.TO_RECOVER, place);
            assertThat(due).isNotNegative();
            assertThat(recover).isNotNegative();
            assertThat(due - recover)
                    .as("%s 待拨付 - 应追回 = 结算 - 已月结", place)
                    .isEqualTo(book.owed(place)
                            - MonthsBook.of(book.setOff, place)
                            - MonthsBook.of(book.kept, place)
                            - MonthsBook.of(book.toPay, place));
            assertThat(balance(FundAccounts.PREPAID_PROVIDERS, place))
                    .isEqualTo(MonthsBook.of(book.prepaid, place) - MonthsBook.of(book.setOff, place));
            assertThat(-balance(FundAccounts.CLEARED_PROVIDERS, place) - balance(FundAccounts.DEPOSITS, place))
                    .as("%s 已月结待付 + 质保金", place)
                    .isEqualTo(MonthsBook.of(book.toPay, place)
                            + MonthsBook.of(book.kept, place)
                            - MonthsBook.of(book.paid, place));
        }
    }
}
