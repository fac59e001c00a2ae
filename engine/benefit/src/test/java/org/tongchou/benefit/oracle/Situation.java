package org.tongchou.benefit.oracle;

import java.math.BigDecimal;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tongchou.benefit.policy.Bucket;
import org.tongchou.benefit.policy.Counter;
import org.tongchou.benefit.policy.Fact;
import org.tongchou.benefit.policy.Failure;
import org.tongchou.benefit.policy.PolicyPack;
import org.tongchou.benefit.policy.Vocabulary;
import org.tongchou.benefit.settle.Bill;
import org.tongchou.benefit.settle.Enrolment;
import org.tongchou.benefit.settle.Held;
import org.tongchou.benefit.settle.Person;

/**
 * §2, the facts: what conditions, tables and formulas may ask.
 *
 * @param category of the line asked about; empty for none
 * @param split the parts of the bill; null before it is split
 * @param disease the special disease asked about: that of the bill, or one held while its amount is looked up
 * @param visit 1-based number of this admission
 * @param counters what they say at this moment
 */
record Situation(
        PolicyPack pack,
        Person person,
        Bill bill,
        Enrolment enrolment,
        String disease,
        long visit,
        Map<String, BigDecimal> counters,
        String category,
        @Nullable Buckets split) {

    Situation ofDisease(String other) {
        return new Situation(pack, person, bill, enrolment, other, visit, counters, category, split);
    }

    Situation withCounters(Map<String, BigDecimal> others) {
        return new Situation(pack, person, bill, enrolment, disease, visit, others, category, split);
    }

    Situation ofCategory(String other) {
        return new Situation(pack, person, bill, enrolment, disease, visit, counters, other, split);
    }

    Situation afterSplit(Buckets parts) {
        return new Situation(pack, person, bill, enrolment, disease, visit, counters, category, parts);
    }

    /** The words of a fact that hold; none, one, or several. */
    Set<String> words(Fact fact) {
        return switch (fact.kind()) {
            case SCHEME -> Set.of(enrolment.scheme());
            case PERSON_TYPE -> said(enrolment.personType());
            case SEX -> said(person.sex());
            case IDENTITY -> heldToday(person.identities());
            case CLASS -> Set.of(personClass(fact.of()));
            case FEE_TIER -> said(enrolment.feeTier());
            case HELD_DISEASE -> heldToday(person.heldDiseases());
            case KIND -> Set.of(bill.kind());
            case LEVEL -> Set.of(level());
            case PROVIDER -> bill.provider().tags();
            case PLACE -> Set.of(bill.place());
            case FILING -> Set.of(bill.filing());
            case PAYMENT_MODE -> Set.of(bill.paymentMode());
            case DISEASE -> said(disease);
            case DIAGNOSIS -> diagnoses();
            case TAG -> bill.tags();
            case CATEGORY -> said(category);
            case CARE_LEVEL -> Set.of(number(fact).toPlainString());
            default -> throw new IllegalStateException("not a word of a bill: " + fact);
        };
    }

    /** The number of a fact, in its unit. */
    BigDecimal number(Fact fact) {
        return switch (fact.kind()) {
            case AGE ->
                BigDecimal.valueOf(Period.between(person.born(), bill.date()).getYears());
            case DAYS_OLD -> BigDecimal.valueOf(ChronoUnit.DAYS.between(person.born(), bill.date()));
            case INSURED_YEARS -> BigDecimal.valueOf(enrolment.insuredYears());
            case DAYS -> days();
            case VISIT -> BigDecimal.valueOf(visit);
            case CARE_LEVEL -> {
                Integer ofBill = bill.careLevel();
                yield BigDecimal.valueOf(ofBill == null ? person.careLevel() : ofBill);
            }
            case COUNTER -> counter(fact.of());
            case CAP_RAISE -> Yuan.of(enrolment.capRaise());
            case BILL ->
                Objects.requireNonNull(split, "the bill is not split yet")
                        .get(Bucket.valueOf(fact.of().toUpperCase(Locale.ROOT)));
            default -> throw new IllegalStateException("not a number of a bill: " + fact);
        };
    }

    /** The level of the provider; the lowest of a bill without one. */
    String level() {
        String written = bill.provider().level();
        return written.isEmpty() ? pack.vocabulary().levels().get(0) : written;
    }

    /** Days of stay: discharge less admission, one for a stay within a day and for a visit. */
    BigDecimal days() {
        Integer said = bill.days();
        if (said != null) {
            return BigDecimal.valueOf(said);
        }
        return bill.admitted() == null
                ? BigDecimal.ONE
                : BigDecimal.valueOf(Math.max(1, ChronoUnit.DAYS.between(bill.admitted(), bill.date())));
    }

    // ---- counters (§4)

    /** What a counter says; one with a number for each word must have the word. */
    BigDecimal counter(String name) {
        return counters.getOrDefault(cell(name), BigDecimal.ZERO);
    }

    /** The name of the number that this bill means. */
    String cell(String name) {
        Counter counter = pack.counters().get(name);
        if (counter == null || counter.by() == null) {
            return name;
        }
        if (counter.by() == Counter.By.LEVEL) {
            return name + "/" + level();
        }
        if (bill.disease().isEmpty()) {
            throw new Refusal(Failure.Code.MISSING, "no disease for " + name);
        }
        return name + "/" + bill.disease();
    }

    /** Whether the bill has the word that a counter is counted by. */
    boolean has(String name) {
        Counter counter = pack.counters().get(name);
        return counter == null
                || counter.by() != Counter.By.DISEASE
                || !bill.disease().isEmpty();
    }

    // ---- words

    private static Set<String> said(String word) {
        return word.isEmpty() ? Set.of() : Set.of(word);
    }

    private Set<String> heldToday(List<Held> all) {
        return all.stream()
                .filter(held -> (held.from() == null || !bill.date().isBefore(held.from()))
                        && (held.to() == null || !bill.date().isAfter(held.to())))
                .map(Held::word)
                .collect(Collectors.toSet());
    }

    /** The first class of which the person has an identity on the day. */
    private String personClass(String group) {
        Set<String> identities = heldToday(person.identities());
        for (Map.Entry<String, List<String>> rank : Objects.requireNonNull(
                        pack.vocabulary().classes().get(group))
                .ranks()
                .entrySet()) {
            if (rank.getValue().stream().anyMatch(identities::contains)) {
                return rank.getKey();
            }
        }
        return "none";
    }

    /** The sets with a prefix of one of the diagnoses. */
    private Set<String> diagnoses() {
        return pack.vocabulary().of(Vocabulary.Kind.DIAGNOSES).values().stream()
                .filter(set -> set.codes().stream()
                        .anyMatch(prefix -> bill.diagnoses().stream().anyMatch(code -> code.startsWith(prefix))))
                .map(set -> set.id())
                .collect(Collectors.toSet());
    }
}
