package org.tongchou.benefit.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which conditions certainly hold with others, by hand. */
class ConditionsTest {
    private static final Conditions CONDITIONS = new Conditions(
            PolicyPack.read(SamplePack.FOLDER).getPack().vocabulary().levels());

    private static Condition read(String when) {
        List<Plan> plans = PolicyPack.read("sample", SamplePack.files())
                .with(
                        "try.yaml",
                        "reform: { name: 试, base: sample }\nplans: [{ id: p, name: 试, when: { " + when
                                + " }, tiers: [pool] }]\n")
                .pack()
                .plans();
        return plans.get(0).when();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            age: ">=6"      | age: ">=6"      | true
            age: ">=7"      | age: ">=6"      | true
            age: ">=5"      | age: ">=6"      | false
            age: ">6"       | age: ">=6"      | true
            age: ">=6"      | age: ">6"       | false
            age: "<=6"      | age: "<=7"      | true
            age: "<=7"      | age: "<=6"      | false
            age: "<6"       | age: "<=6"      | true
            age: "<=6"      | age: "<6"       | false
            age: "<6"       | age: "<6"       | true
            age: "6..7"     | age: ">=6"      | true
            age: "6..7"     | age: "<=7"      | true
            age: ">=6"      | age: "6..7"     | false
            age: "<=7"      | age: "6..7"     | false
            age: 6          | age: "5..7"     | true
            age: ">=6"      | days_old: ">=6" | false
            counter.pool.paid: ">= cap" | counter.pool.paid: ">= cap" | true
            counter.pool.paid: "> cap"  | counter.pool.paid: ">= cap" | true
            counter.pool.paid: ">= cap" | counter.pool.paid: "> cap"  | false
            counter.pool.paid: "< cap"  | counter.pool.paid: "<= cap" | true
            counter.pool.paid: "<= cap" | counter.pool.paid: "< cap"  | false
            counter.pool.paid: ">= cap" | counter.pool.paid: ">= income" | false
            counter.pool.paid: ">= cap" | counter.pool.paid: ">= 5"   | false
            counter.pool.paid: ">= 5"   | counter.pool.paid: ">= cap" | false
            counter.pool.paid: "<= 5"   | counter.pool.paid: ">= cap" | false
            level: level2   | level: ">level1" | true
            level: ">level1" | level: level2  | false
            level: [level2, level3] | level: ">=level2" | true
            identity: 低保  | identity: [低保, 特困] | true
            identity: [低保, 特困] | identity: 低保 | false
            identity: 低保  | 'not: { identity: 特困 }' | false
            level: level2   | 'not: { level: level3 }' | true
            level: level2   | 'not: { level: level2 }' | false
            'not: { age: ">=5" }' | 'not: { age: ">=6" }' | true
            'not: { age: ">=6" }' | 'not: { age: ">=5" }' | false
            'any: [{ age: 5 }, { age: 6 }]' | age: "5..6" | true
            'any: [{ age: 5 }, { age: 9 }]' | age: "5..6" | false
            age: 5          | 'any: [{ age: 5 }, { sex: male }]' | true
            'age: 5, sex: male' | sex: male    | true
            sex: male       | 'age: 5, sex: male' | false
            sex: male       | age: 5           | false
            """)
    void oneHoldsWheneverTheOtherDoes(String one, String other, boolean implies) {
        assertThat(CONDITIONS.implies(read(one), read(other))).isEqualTo(implies);
    }
}
