package org.tongchou.benefit.oracle;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tongchou.benefit.policy.Bucket;
import org.tongchou.benefit.policy.Fact;
import org.tongchou.benefit.policy.Failure.Code;
import org.tongchou.benefit.policy.PolicyPack;
import org.tongchou.benefit.settle.Bill;
import org.tongchou.benefit.settle.Continuation;
import org.tongchou.benefit.settle.Enrolment;
import org.tongchou.benefit.settle.Held;
import org.tongchou.benefit.settle.Line;
import org.tongchou.benefit.settle.Person;
import org.tongchou.benefit.settle.Stay;
import org.tongchou.money.Money;

/** §7: what is refused before anything is computed. */
final class Checks {
    private static final BigDecimal LARGEST = new BigDecimal("100000000");
    private static final int MOST_LINES = 10_000;
    private static final int MOST_CARE = 5;

    private final PolicyPack pack;
    private final Person person;
    private final Bill bill;
    private final Set<Code> wrong = EnumSet.noneOf(Code.class);
    private final List<String> places = new ArrayList<>();

    private Checks(PolicyPack pack, Person person, Bill bill) {
        this.pack = pack;
        this.person = person;
        this.bill = bill;
    }

    /**
     * Checks everything and gives the enrolment that pays.
     *
     * @param last the last stay; null for none
     */
    static Enrolment check(PolicyPack pack, Person person, Bill bill, @Nullable Stay last) {
        Checks checks = new Checks(pack, person, bill);
        checks.present();
        checks.words();
        checks.dates();
        Enrolment enrolment = checks.enrolment();
        checks.numbers();
        if (bill.kind().equals(Bill.SECOND_AID)) {
            checks.buckets();
        } else {
            checks.lines();
        }
        checks.stay(last);
        if (enrolment == null || !checks.wrong.isEmpty()) {
            throw new Refusal(checks.wrong, String.join(", ", checks.places));
        }
        return enrolment;
    }

    private void require(boolean right, Code code, String what) {
        if (!right) {
            wrong.add(code);
            places.add(what);
        }
    }

    private void present() {
        require(!bill.id().isEmpty(), Code.MISSING, "id");
        require(!bill.kind().isEmpty(), Code.MISSING, "kind");
        require(!person.enrolments().isEmpty(), Code.MISSING, "enrolments");
        if (bill.kind().equals(Bill.SECOND_AID)) {
            require(!bill.buckets().isEmpty(), Code.MISSING, "buckets");
        }
    }

    private void words() {
        known(Fact.Kind.KIND, bill.kind());
        known(Fact.Kind.LEVEL, bill.provider().level());
        known(Fact.Kind.PROVIDER, bill.provider().tags());
        known(Fact.Kind.PLACE, bill.place());
        known(Fact.Kind.FILING, bill.filing());
        known(Fact.Kind.PAYMENT_MODE, bill.paymentMode());
        known(Fact.Kind.DISEASE, bill.disease());
        known(Fact.Kind.TAG, bill.tags());
        known(Fact.Kind.SCHEME, bill.scheme());
        known(Fact.Kind.SEX, person.sex());
        known(Fact.Kind.IDENTITY, person.identities().stream().map(Held::word).toList());
        known(
                Fact.Kind.HELD_DISEASE,
                person.heldDiseases().stream().map(Held::word).toList());
        for (Enrolment enrolment : person.enrolments()) {
            known(Fact.Kind.SCHEME, enrolment.scheme());
            known(Fact.Kind.PERSON_TYPE, enrolment.personType());
            known(Fact.Kind.FEE_TIER, enrolment.feeTier());
        }
        bill.lines().forEach(line -> known(Fact.Kind.CATEGORY, line.category()));
    }

    private void known(Fact.Kind kind, Collection<String> words) {
        words.forEach(word -> known(kind, word));
    }

    /** A word that is left out is not unknown. */
    private void known(Fact.Kind kind, String word) {
        Set<String> all = pack.vocabulary().wordsOf(Fact.of(kind));
        require(word.isEmpty() || all.contains(word), Code.UNKNOWN_WORD, kind + " " + word);
    }

    private void dates() {
        LocalDate died = person.died();
        LocalDate admitted = bill.admitted();
        require(!bill.date().isBefore(person.born()), Code.DATE, "before birth");
        require(died == null || !bill.date().isAfter(died), Code.DATE, "after death");
        require(admitted == null || !admitted.isAfter(bill.date()), Code.DATE, "discharge before admission");
        require(admitted == null || !admitted.isBefore(person.born()), Code.DATE, "admission before birth");
    }

    /** Of those that cover the day the one that began last, then the last; two must be in one scheme. */
    private @Nullable Enrolment enrolment() {
        List<Enrolment> today = person.enrolments().stream()
                .filter(each -> (each.from() == null || !bill.date().isBefore(each.from()))
                        && (each.to() == null || !bill.date().isAfter(each.to())))
                .filter(each -> bill.scheme().isEmpty() || each.scheme().equals(bill.scheme()))
                .toList();
        require(!today.isEmpty(), Code.NOT_COVERED, "enrolments");
        require(today.stream().map(Enrolment::scheme).distinct().count() <= 1, Code.TWO_SCHEMES, "scheme");
        Enrolment counts = null;
        for (Enrolment each : today) {
            LocalDate began = each.from() == null ? LocalDate.MIN : each.from();
            boolean earlier = counts != null && counts.from() != null && began.isBefore(counts.from());
            counts = earlier ? counts : each;
        }
        return counts;
    }

    private void stay(@Nullable Stay last) {
        Continuation continues = bill.continues();
        require(
                continues == null || (last != null && last.id().equals(continues.stay())),
                Code.UNKNOWN_STAY,
                "continues");
    }

    private void numbers() {
        Integer days = bill.days();
        Integer care = bill.careLevel();
        require(days == null || days >= 0, Code.WRONG_NUMBER, "days");
        require(care == null || (care >= 0 && care <= MOST_CARE), Code.WRONG_NUMBER, "care level");
        require(
                person.careLevel() >= 0 && person.careLevel() <= MOST_CARE,
                Code.WRONG_NUMBER,
                "care level of the person");
        notNegative(bill.packagePrice());
        notNegative(bill.balances().account());
        notNegative(bill.balances().accountUse());
        notNegative(bill.balances().mutual());
        notNegative(bill.balances().mutualUse());
    }

    private void notNegative(@Nullable Money amount) {
        require(amount == null || amount.fen() >= 0, Code.WRONG_NUMBER, "negative amount");
    }

    private void buckets() {
        BigDecimal sum = Yuan.ZERO;
        for (Map.Entry<Bucket, Money> bucket : bill.buckets().entrySet()) {
            notNegative(bucket.getValue());
            sum = sum.add(Yuan.of(bucket.getValue()));
        }
        total(sum);
    }

    private void total(BigDecimal sum) {
        require(sum.abs().compareTo(LARGEST) <= 0, Code.WRONG_NUMBER, "total");
        Money said = bill.total();
        require(said == null || Yuan.of(said).compareTo(sum) == 0, Code.NOT_THE_SUM, "total");
    }

    // ---- lines

    private void lines() {
        require(!bill.lines().isEmpty() && bill.lines().size() <= MOST_LINES, Code.LINE_COUNT, "lines");
        BigDecimal sum = Yuan.ZERO;
        for (Line line : bill.lines()) {
            line(line);
            sum = sum.add(Yuan.of(line.amount()));
        }
        refunds();
        total(sum);
    }

    private void line(Line line) {
        require(Set.of("A", "B", "C").contains(line.catalogue()), Code.CATALOGUE, "class");
        decimals(line.price(), 6, "price");
        decimals(line.count(), 4, "count");
        require(line.price().signum() >= 0, Code.WRONG_NUMBER, "price");
        BigDecimal limit = line.limit();
        if (limit != null) {
            decimals(limit, 6, "limit");
            require(limit.signum() >= 0, Code.WRONG_NUMBER, "limit");
        }
        BigDecimal share = line.share();
        if (share != null) {
            decimals(share, 6, "share");
            require(share.signum() >= 0 && share.compareTo(BigDecimal.ONE) <= 0, Code.WRONG_NUMBER, "share");
        }
        require(line.approval() >= 0 && line.approval() <= 2, Code.WRONG_NUMBER, "approval");
        BigDecimal amount = Yuan.round(line.price().multiply(line.count()));
        require(amount.abs().compareTo(LARGEST) <= 0, Code.WRONG_NUMBER, "amount");
        require(amount.compareTo(Yuan.of(line.amount())) == 0, Code.NOT_THE_SUM, "amount");
    }

    private void decimals(BigDecimal number, int most, String what) {
        require(number.stripTrailingZeros().scale() <= most, Code.WRONG_NUMBER, what);
    }

    /** A refund names the line it refunds and has its price; together they are never more than it. */
    private void refunds() {
        Map<String, Line> originals = new HashMap<>();
        for (Line line : bill.lines()) {
            if (line.count().signum() >= 0) {
                require(line.refunds().isEmpty(), Code.REFUND, "not a refund");
                originals.put(line.id(), line);
            }
        }
        Map<String, List<Line>> refunds = new HashMap<>();
        for (Line line : bill.lines()) {
            if (line.count().signum() < 0) {
                Line original = line.refunds().isEmpty() ? null : originals.get(line.refunds());
                require(original != null, Code.REFUND, "no such line");
                if (original != null) {
                    require(original.price().compareTo(line.price()) == 0, Code.REFUND, "another price");
                    refunds.computeIfAbsent(line.refunds(), id -> new ArrayList<>())
                            .add(line);
                }
            }
        }
        refunds.forEach((id, lines) -> {
            Line original = Objects.requireNonNull(originals.get(id));
            BigDecimal count = original.count();
            BigDecimal amount = Yuan.of(original.amount());
            for (Line line : lines) {
                count = count.add(line.count());
                amount = amount.add(Yuan.of(line.amount()));
            }
            require(count.signum() >= 0 && amount.signum() >= 0, Code.REFUND, "more than the line");
        });
    }
}
