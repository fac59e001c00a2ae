package org.tongchou.benefit.policy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FactTest {
    @ParameterizedTest
    @CsvSource({
        "age, AGE, ''",
        "class.aid, CLASS, aid",
        "counter.pool.paid, COUNTER, pool.paid",
        "held_disease, HELD_DISEASE, ''",
        "weeks, WEEKS, ''"
    })
    void isReadAndWrittenAlike(String written, Fact.Kind kind, String of) {
        assertThat(Fact.find(written)).contains(new Fact(kind, of));
        assertThat(new Fact(kind, of).word()).isEqualTo(written);
    }

    @ParameterizedTest
    @CsvSource({"class", "class.", "counter", "counter.", "ages", "Age", "age.x", "''"})
    void isNoneOfAnotherName(String written) {
        assertThat(Fact.find(written)).isEmpty();
    }

    @Test
    void isKnownToBillsOrCalculatorsOrBoth() {
        assertThat(Fact.Kind.values())
                .filteredOn(kind -> kind.isKnownToCalculators() && !kind.isOfCalculators())
                .containsExactly(
                        Fact.Kind.SCHEME,
                        Fact.Kind.PERSON_TYPE,
                        Fact.Kind.AGE,
                        Fact.Kind.DAYS_OLD,
                        Fact.Kind.SEX,
                        Fact.Kind.IDENTITY,
                        Fact.Kind.CLASS,
                        Fact.Kind.FEE_TIER,
                        Fact.Kind.INSURED_YEARS,
                        Fact.Kind.CARE_LEVEL);
        assertThat(Fact.Kind.COUNTER.isOfCalculators()).isFalse();
        assertThat(Fact.Kind.PAID_LATE.isOfCalculators()).isTrue();
        assertThat(Fact.Kind.MIND.isKnownToCalculators()).isTrue();
    }
}
