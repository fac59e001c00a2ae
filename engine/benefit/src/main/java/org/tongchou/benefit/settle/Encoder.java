package org.tongchou.benefit.settle;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tongchou.benefit.policy.Bucket;
import org.tongchou.benefit.policy.Fact;
import org.tongchou.benefit.policy.Failure;
import org.tongchou.benefit.policy.Vocabulary;
import org.tongchou.benefit.policy.Word;
import org.tongchou.money.Money;

/** Turns a person and a bill into numbers and refuses what cannot be settled. */
final class Encoder {
    private static final int MOST_CARE = 5;

    private final Course course;
    private final Person person;
    private final Bill bill;
    private @Nullable Failure failure;

    private Encoder(Course course, Person person, Bill bill) {
        this.course = course;
        this.person = person;
        this.bill = bill;
    }

    /** Gives the first thing that is wrong; null when all is well. */
    static @Nullable Failure encode(Course course, Person person, Bill bill) {
        Encoder encoder = new Encoder(course, person, bill);
        encoder.dates();
        encoder.person();
        encoder.bill();
        encoder.stay();
        if (encoder.failure == null) {
            encoder.failure = bill.kind().equals(Bill.SECOND_AID)
                    ? encoder.buckets()
                    : LineEncoder.encode(
                            course.lines, bill, course.policy.words().table(Fact.Kind.CATEGORY));
        }
        return encoder.failure;
    }

    private void fail(Failure.Code code, String field, Object value, String expected) {
        if (failure == null) {
            failure = new Failure(code, field, value.toString(), expected);
        }
    }

    // ---- dates and numbers

    private void dates() {
        LocalDate date = bill.date();
        LocalDate admitted = bill.admitted();
        if (date.isBefore(person.born())) {
            fail(Failure.Code.DATE, "bill.date", date, "不早于出生日期 " + person.born());
        }
        if (person.died() != null && date.isAfter(person.died())) {
            fail(Failure.Code.DATE, "bill.date", date, "不晚于死亡日期 " + person.died());
        }
        if (admitted != null && admitted.isAfter(date)) {
            fail(Failure.Code.DATE, "bill.admitted", admitted, "不晚于出院（结算）日期 " + date);
        }
        if (admitted != null && admitted.isBefore(person.born())) {
            fail(Failure.Code.DATE, "bill.admitted", admitted, "不早于出生日期 " + person.born());
        }
        number(Fact.Kind.AGE, ChronoUnit.YEARS.between(person.born(), date));
        number(Fact.Kind.DAYS_OLD, ChronoUnit.DAYS.between(person.born(), date));
        Integer days = bill.days();
        if (days != null && days < 0) {
            fail(Failure.Code.WRONG_NUMBER, "bill.days", days, "0 或正整数");
        }
        long stayed = admitted == null ? 1 : Math.max(1, ChronoUnit.DAYS.between(admitted, date));
        number(Fact.Kind.DAYS, days != null ? days : stayed);
        Integer care = bill.careLevel();
        if (care != null && wrongCareLevel(care)) {
            fail(Failure.Code.WRONG_NUMBER, "bill.care_level", care, "0 至 5 级");
        }
        if (wrongCareLevel(person.careLevel())) {
            fail(Failure.Code.WRONG_NUMBER, "person.care_level", person.careLevel(), "0 至 5 级");
        }
        number(Fact.Kind.CARE_LEVEL, care != null ? care : person.careLevel());
    }

    private static boolean wrongCareLevel(int level) {
        return level < 0 || level > MOST_CARE;
    }

    private void number(Fact.Kind kind, long value) {
        course.facts.number[Places.of(kind)] = value;
    }

    // ---- words

    private void word(Fact.Kind kind, String word, String field) {
        if (!word.isEmpty()) {
            course.facts.word[Places.of(kind)] = index(kind, word, field);
        }
    }

    private int index(Fact.Kind kind, String word, String field) {
        Words.Table table = course.policy.words().table(kind);
        int index = table.number(word);
        if (index < 0) {
            fail(Failure.Code.UNKNOWN_WORD, field, word, "规则包中的词：" + String.join("、", table.words()));
        }
        return index;
    }

    private void several(Fact.Kind kind, Iterable<String> words, String field) {
        for (String word : words) {
            int index = index(kind, word, field);
            if (index >= 0) {
                course.facts.add(kind, index);
            }
        }
    }

    private void held(Fact.Kind kind, List<Held> all, String field) {
        for (Held held : all) {
            int index = index(kind, held.word(), field);
            if (index >= 0 && held.on(bill.date())) {
                course.facts.add(kind, index);
            }
        }
    }

    // ---- person

    private void person() {
        Enrolment enrolment = enrolment();
        if (enrolment != null) {
            word(Fact.Kind.SCHEME, enrolment.scheme(), "person.scheme");
            word(Fact.Kind.PERSON_TYPE, enrolment.personType(), "person.person_type");
            word(Fact.Kind.FEE_TIER, enrolment.feeTier(), "person.fee_tier");
            number(Fact.Kind.INSURED_YEARS, enrolment.insuredYears());
            number(Fact.Kind.CAP_RAISE, amount(enrolment.capRaise(), "person.cap_raise"));
        }
        word(Fact.Kind.SEX, person.sex(), "person.sex");
        held(Fact.Kind.IDENTITY, person.identities(), "person.identities");
        held(Fact.Kind.HELD_DISEASE, person.heldDiseases(), "person.held_diseases");
        course.facts.classes();
    }

    /** Of two enrolments in one scheme the one that began last; the second of those begun on the same day. */
    private static Enrolment later(@Nullable Enrolment one, Enrolment other) {
        if (one == null || one.from() == null) {
            return other;
        }
        return other.from() == null || other.from().isBefore(one.from()) ? one : other;
    }

    private @Nullable Enrolment enrolment() {
        Enrolment found = null;
        for (Enrolment enrolment : person.enrolments()) {
            boolean meant = bill.scheme().isEmpty() || bill.scheme().equals(enrolment.scheme());
            if (!meant || !enrolment.on(bill.date())) {
                continue;
            }
            if (found != null && !found.scheme().equals(enrolment.scheme())) {
                fail(
                        Failure.Code.TWO_SCHEMES,
                        "bill.scheme",
                        "",
                        found.scheme() + " 或 " + enrolment.scheme() + "，请写明用哪一种");
                return found;
            }
            found = later(found, enrolment);
        }
        if (found == null) {
            fail(
                    person.enrolments().isEmpty() ? Failure.Code.MISSING : Failure.Code.NOT_COVERED,
                    "person.enrolments",
                    bill.scheme(),
                    bill.date() + " 当日有效的参保");
        }
        return found;
    }

    // ---- bill

    private void bill() {
        course.id = bill.id();
        if (bill.id().isEmpty()) {
            fail(Failure.Code.MISSING, "bill.id", "", "账单编号");
        }
        if (bill.kind().isEmpty()) {
            fail(Failure.Code.MISSING, "bill.kind", "", "医疗类别，如 inpatient");
        }
        word(Fact.Kind.KIND, bill.kind(), "bill.kind");
        String level = bill.provider().level();
        course.facts.level(level.isEmpty() ? Words.NONE : index(Fact.Kind.LEVEL, level, "bill.level"));
        several(Fact.Kind.PROVIDER, bill.provider().tags(), "bill.provider");
        word(Fact.Kind.PLACE, bill.place(), "bill.place");
        word(Fact.Kind.FILING, bill.filing(), "bill.filing");
        word(Fact.Kind.PAYMENT_MODE, bill.paymentMode(), "bill.payment_mode");
        word(Fact.Kind.DISEASE, bill.disease(), "bill.disease");
        several(Fact.Kind.TAG, bill.tags(), "bill.tag");
        diagnoses();
        Money price = bill.packagePrice();
        course.hasPackage = price != null;
        course.packagePrice = price == null ? 0 : amount(price, "bill.package_price");
        course.account = usable(bill.balances().account(), bill.balances().accountUse(), "bill.account");
        course.mutual = usable(bill.balances().mutual(), bill.balances().mutualUse(), "bill.mutual_account");
    }

    private void diagnoses() {
        if (bill.diagnoses().isEmpty()) {
            return;
        }
        int index = 0;
        for (Word set :
                course.policy.pack().vocabulary().of(Vocabulary.Kind.DIAGNOSES).values()) {
            for (String prefix : set.codes()) {
                for (String code : bill.diagnoses()) {
                    if (code.toUpperCase(Locale.ROOT).startsWith(prefix.toUpperCase(Locale.ROOT))) {
                        course.facts.add(Fact.Kind.DIAGNOSIS, index);
                    }
                }
            }
            index++;
        }
    }

    private long usable(Money balance, @Nullable Money most, String field) {
        long whole = amount(balance, field);
        return most == null ? whole : Math.min(whole, amount(most, field));
    }

    private long amount(Money money, String field) {
        if (money.fen() < 0 || money.fen() > LineEncoder.LARGEST) {
            fail(Failure.Code.WRONG_NUMBER, field, money, "0 至 100,000,000 元");
            return 0;
        }
        return money.fen();
    }

    private void stay() {
        Continuation continues = bill.continues();
        if (continues == null) {
            return;
        }
        Stay last = course.stay;
        if (last == null || !last.id().equals(continues.stay())) {
            fail(
                    Failure.Code.UNKNOWN_STAY,
                    "bill.continues",
                    continues.stay(),
                    last == null ? "本年度住过院" : "最近一次住院 " + last.id());
        }
        course.reason = continues.reason();
    }

    private @Nullable Failure buckets() {
        if (bill.buckets().isEmpty()) {
            fail(Failure.Code.MISSING, "bill.buckets", "", "前次结算后各部分的余额");
        }
        long sum = 0;
        for (Map.Entry<Bucket, Money> part : bill.buckets().entrySet()) {
            String field = "bill.buckets." + part.getKey().word();
            if (part.getKey() == Bucket.TOTAL) {
                fail(Failure.Code.UNKNOWN_WORD, field, part.getKey().word(), "费用的一个部分，如 share");
            }
            long amount = amount(part.getValue(), field);
            course.bucket[Places.of(part.getKey())] = amount;
            sum += amount;
        }
        if (sum > LineEncoder.LARGEST) {
            fail(Failure.Code.WRONG_NUMBER, "bill.buckets", Money.ofFen(sum), "合计不超过 100,000,000 元");
        }
        if (bill.total() != null && bill.total().fen() != sum) {
            fail(Failure.Code.NOT_THE_SUM, "bill.total", bill.total(), "各部分之和 " + Money.ofFen(sum));
        }
        if (!bill.lines().isEmpty()) {
            fail(Failure.Code.LINE_COUNT, "bill.lines", bill.lines().size(), "0 条，二次救助以 buckets 给出");
        }
        return failure;
    }
}
