package org.tongchou.platform.fund.personal;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tongchou.money.Money;
import org.tongchou.platform.fund.Cause;
import org.tongchou.platform.fund.PersonalAccounts;
import org.tongchou.platform.fund.ledger.Refused;
import org.tongchou.platform.fund.personal.MovementStore.New;
import org.tongchou.platform.fund.personal.MovementStore.Part;
import org.tongchou.platform.web.Actor;
import org.tongchou.platform.web.Given;
import org.tongchou.platform.web.Page;
import org.tongchou.platform.web.PageQuery;
import org.tongchou.platform.web.Refusal;

/** Personal accounts in schema {@code fund}. Crediting only adds rows; whoever takes money holds the account's row. */
@Service
class StoredPersonalAccounts implements PersonalAccounts {
    private static final Pattern MONTH = Pattern.compile("20[0-9]{2}-(0[1-9]|1[0-2])");

    private final MovementStore store;
    private final Clock clock;

    StoredPersonalAccounts(MovementStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    @Override
    public Balance balance(long person) {
        return balance(person, LocalDate.now(clock));
    }

    @Override
    public Balance balance(long person, LocalDate day) {
        return sum(store.parts(person, day), day);
    }

    @Override
    @Transactional
    public Balance lock(long person, LocalDate day) {
        store.lockOpen(person);
        return sum(store.parts(person, null), day);
    }

    @Override
    @Transactional
    public Balance lockIfOpen(long person, LocalDate day) {
        return store.closed(person).filter(closed -> !closed).isPresent()
                ? sum(store.parts(person, null), day)
                : Balance.NOTHING;
    }

    @Override
    @Transactional
    public void credit(Actor actor, String month, List<Credit> credits) {
        if (!MONTH.matcher(month).matches()) {
            throw Refusal.field("E-FUN-062", "所属月份", month, "形如 2025-03 的月份");
        }
        if (credits.isEmpty()) {
            return;
        }
        Set<List<Object>> seen = new HashSet<>();
        for (Credit credit : credits) {
            Given.amount("划入金额", credit.fen());
            if (!seen.add(List.of(credit.person(), credit.cause()))) {
                throw Refusal.conflict("E-FUN-063", "同一事由对同一个人重复划入，请检查名单");
            }
        }
        store.holdClosings(false);
        store.open(credits);
        List<New> rows = credits.stream()
                .map(credit -> new New(
                        credit.person(),
                        credit.interest() ? "interest" : "credit",
                        new Part(credit.date().getYear(), credit.fen()),
                        credit.date(),
                        month,
                        credit.cause(),
                        credit.voucher(),
                        null))
                .toList();
        if (store.insert(actor, rows) < rows.size() && store.differing(rows) > 0) {
            throw repeated();
        }
    }

    @Override
    @Transactional
    public Balance pay(Actor actor, Use use) {
        return take(actor, "payment", use, Given.amount("支付金额", use.fen()));
    }

    @Override
    @Transactional
    public Balance refund(Actor actor, Refund refund) {
        long fen = Given.amount("退回金额", refund.fen());
        store.lockOpen(refund.person());
        Optional<Balance> before = before(refund.person(), refund.cause(), refund.date(), fen, "退回");
        if (before.isPresent()) {
            return before.get();
        }
        List<Part> taken = store.of(refund.person(), refund.of());
        long left = -taken.stream().mapToLong(Part::fen).sum();
        if (taken.isEmpty() || fen > left) {
            throw Refusal.field("E-FUN-064", "退回金额", Money.ofFen(fen).toString(), "不超过该笔支付尚未退回的 " + Money.ofFen(left));
        }
        // What was taken last goes back first: the parts are kept in the order in which they were taken.
        List<Part> back = new ArrayList<>();
        long rest = fen;
        for (int i = taken.size() - 1; i >= 0 && rest > 0; i--) {
            long part = Math.min(rest, -taken.get(i).fen());
            if (part > 0) {
                back.add(new Part(taken.get(i).year(), part));
                rest -= part;
            }
        }
        insert(actor, "refund", refund.person(), back, refund.date(), refund.cause(), refund.voucher(), refund.of());
        return sum(back, refund.date());
    }

    @Override
    @Transactional
    public Balance transfer(Actor actor, Transfer transfer) {
        Use from = transfer.from();
        Long to = transfer.to();
        if (to != null && to == from.person()) {
            throw Refusal.field("E-FUN-065", "转入账户", to.toString(), "另一个人的账户");
        }
        if (to != null) {
            // Always in the same order, so that two who give to each other do not wait for ever.
            store.openOne(to, from.date());
            store.lockOpen(Math.min(to, from.person()));
            store.lockOpen(Math.max(to, from.person()));
        }
        Balance moved = take(actor, "transfer", from, Given.amount("转移金额", from.fen()));
        if (to != null
                && before(to, from.cause(), from.date(), -from.fen(), "转移").isEmpty()) {
            List<Part> part = List.of(new Part(from.date().getYear(), from.fen()));
            insert(actor, "transfer", to, part, from.date(), from.cause(), from.voucher(), null);
        }
        return moved;
    }

    @Override
    @Transactional
    public void reverse(Actor actor, Refund credit) {
        store.lock(credit.person());
        List<Part> parts = store.of(credit.person(), credit.of());
        long fen = parts.stream().mapToLong(Part::fen).sum();
        if (before(credit.person(), credit.cause(), credit.date(), credit.fen(), "冲回")
                .isPresent()) {
            return;
        }
        if (parts.isEmpty() || fen != credit.fen()) {
            throw Refusal.field(
                    "E-FUN-066", "冲回金额", Money.ofFen(credit.fen()).toString(), "该笔划入的全额 " + Money.ofFen(fen));
        }
        List<Part> mirror =
                parts.stream().map(part -> new Part(part.year(), -part.fen())).toList();
        insert(
                actor,
                "reversal",
                credit.person(),
                mirror,
                credit.date(),
                credit.cause(),
                credit.voucher(),
                credit.of());
    }

    @Override
    @Transactional
    public Balance close(Actor actor, Use closing) {
        store.holdClosings(true);
        Balance left = lock(closing.person(), closing.date());
        if (left.fen() != closing.fen()) {
            throw Refusal.field(
                    "E-FUN-067", "销户金额", Money.ofFen(closing.fen()).toString(), "账户余额 " + Money.ofFen(left.fen()));
        }
        if (left.fen() > 0) {
            take(actor, "close", closing, closing.fen());
        }
        store.close(closing.person(), closing.date());
        return left;
    }

    @Override
    public long moved(long person, Cause cause) {
        return store.by(person, cause).stream().mapToLong(Part::fen).sum();
    }

    @Override
    public Page<Movement> movements(long person, PageQuery page) {
        List<Movement> rows = store.movements(person);
        return new Page<>(
                rows.stream().skip(page.offset()).limit(page.rows()).toList(), rows.size(), page.number(), page.rows());
    }

    @Override
    public List<Movement> movements(long person, Cause cause) {
        return store.movements(person).stream()
                .filter(movement -> movement.cause().equals(cause))
                .toList();
    }

    private Balance take(Actor actor, String kind, Use use, long fen) {
        store.lockOpen(use.person());
        Optional<Balance> before = before(use.person(), use.cause(), use.date(), -fen, "支付");
        if (before.isPresent()) {
            return before.get();
        }
        int year = use.date().getYear();
        List<Part> held = store.parts(use.person(), null).stream()
                .filter(part -> part.year() <= year && part.fen() > 0)
                .toList();
        long available = held.stream().mapToLong(Part::fen).sum();
        if (fen > available) {
            throw Refusal.conflict("E-FUN-060", "个人账户余额不足，差 " + Money.ofFen(fen - available));
        }
        List<Part> order = new ArrayList<>(held);
        if (!use.carriedFirst()
                && !order.isEmpty()
                && order.get(order.size() - 1).year() == year) {
            order.add(0, order.remove(order.size() - 1));
        }
        List<Part> taken = new ArrayList<>();
        long rest = fen;
        for (Part part : order) {
            long now = Math.min(rest, part.fen());
            if (now > 0) {
                taken.add(new Part(part.year(), -now));
                rest -= now;
            }
        }
        insert(actor, kind, use.person(), taken, use.date(), use.cause(), use.voucher(), null);
        return sum(
                taken.stream().map(part -> new Part(part.year(), -part.fen())).toList(), use.date());
    }

    /** What an act did before, if it did; refuses another amount. */
    private Optional<Balance> before(long person, Cause cause, LocalDate day, long fen, String what) {
        List<Part> parts = store.by(person, cause);
        if (parts.isEmpty()) {
            return Optional.empty();
        }
        long done = parts.stream().mapToLong(Part::fen).sum();
        if (Math.abs(done) != Math.abs(fen)) {
            throw Refusal.conflict(
                    "E-FUN-068",
                    "同一事由已" + what + " " + Money.ofFen(Math.abs(done)) + "，与本次 " + Money.ofFen(Math.abs(fen))
                            + "不同，不能重复办理");
        }
        return Optional.of(sum(
                parts.stream()
                        .map(part -> new Part(part.year(), Math.abs(part.fen())))
                        .toList(),
                day));
    }

    private void insert(
            Actor actor,
            String kind,
            long person,
            List<Part> parts,
            LocalDate date,
            Cause cause,
            long voucher,
            @org.jspecify.annotations.Nullable Cause of) {
        String month = String.format("%tY-%<tm", date);
        List<New> rows = parts.stream()
                .map(part -> new New(person, kind, part, date, month, cause, voucher, of))
                .toList();
        if (Refused.told(() -> store.insert(actor, rows)) < rows.size()) {
            throw repeated();
        }
    }

    private static Refusal repeated() {
        return Refusal.conflict("E-FUN-068", "同一事由已经记入个人账户，内容与本次不同，不能重复办理");
    }

    private static Balance sum(List<Part> parts, LocalDate day) {
        long current = 0;
        long carried = 0;
        for (Part part : parts) {
            if (part.year() == day.getYear()) {
                current += part.fen();
            } else if (part.year() < day.getYear()) {
                carried += part.fen();
            }
        }
        return new Balance(current, carried);
    }
}
