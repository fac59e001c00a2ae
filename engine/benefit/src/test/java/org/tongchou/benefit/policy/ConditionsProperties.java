package org.tongchou.benefit.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.statistics.Statistics;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.tongchou.benefit.policy.Condition.Bound;
import org.tongchou.benefit.policy.Condition.LevelBound;

/** Whatever is said of two conditions without knowing a bill is so for every bill. */
class ConditionsProperties {
    private static final LocalDate DAY = LocalDate.of(2024, 1, 1);
    private static final Place PLACE = new Place("a.yaml", 1);
    private static final PolicyPack PACK = PolicyPack.read(SamplePack.FOLDER).getPack();
    private static final List<String> LEVELS = PACK.vocabulary().levels();
    private static final Fact AGE = Fact.of(Fact.Kind.AGE);
    private static final Fact LEVEL = Fact.of(Fact.Kind.LEVEL);
    private static final Fact IDENTITY = Fact.of(Fact.Kind.IDENTITY);

    private final Conditions conditions = new Conditions(LEVELS);

    private static Condition random(Random random, int depth) {
        return switch (random.nextInt(depth == 0 ? 4 : 7)) {
            case 0 -> new Condition.Is(LEVEL, some(random, LEVELS), PLACE);
            case 1 -> new Condition.Is(IDENTITY, some(random, List.of("特困", "孤儿", "低保")), PLACE);
            case 2 -> new Condition.Ranked(level(random), level(random), PLACE);
            case 3 -> new Condition.Within(AGE, bound(random), bound(random), PLACE);
            case 4 -> new Condition.Not(random(random, depth - 1), PLACE);
            case 5 -> new Condition.Any(several(random, depth), PLACE);
            default -> new Condition.All(several(random, depth));
        };
    }

    private static List<Condition> several(Random random, int depth) {
        List<Condition> several = new ArrayList<>();
        for (int i = random.nextInt(3); i >= 0; i--) {
            several.add(random(random, depth - 1));
        }
        return several;
    }

    private static List<String> some(Random random, List<String> words) {
        List<String> some = new ArrayList<>(words);
        some.removeIf(word -> random.nextBoolean());
        return some.isEmpty() ? List.of(words.get(0)) : some;
    }

    private static @Nullable LevelBound level(Random random) {
        return random.nextBoolean() ? null : new LevelBound(LEVELS.get(random.nextInt(4)), random.nextBoolean());
    }

    private static @Nullable Bound bound(Random random) {
        return random.nextBoolean() ? null : new Bound(new Operand.Written(random.nextInt(4)), random.nextBoolean());
    }

    private static boolean holds(Condition condition, Known known) {
        return Evaluator.condition(PACK, condition, DAY, known).holds();
    }

    @Property(tries = 4000)
    void whatImpliesHoldsWithWhatItImplies(@ForAll long seed) {
        Random random = new Random(seed);
        Condition one = random(random, 2);
        Condition other = random(random, 2);
        boolean implies = conditions.implies(one, other);
        Statistics.collect(implies);
        if (!implies) {
            return;
        }
        for (String level : LEVELS) {
            for (int age = 0; age <= 4; age++) {
                SampleFacts known = new SampleFacts().word("level", level).number("age", age);
                for (SampleFacts each : List.of(
                        known,
                        known.has("identity", "特困"),
                        known.has("identity", "低保").has("identity", "孤儿"))) {
                    assertThat(!holds(one, each) || holds(other, each))
                            .as("%s implies %s of %s at %s", one, other, level, age)
                            .isTrue();
                }
            }
        }
    }

    @Property(tries = 200)
    void everyConditionImpliesItself(@ForAll long seed) {
        Condition condition = random(new Random(seed), 2);
        assertThat(conditions.implies(condition, condition)).isTrue();
        assertThat(conditions.implies(condition, Condition.ALWAYS)).isTrue();
    }

    @Test
    void narrowerOnesImplyWiderOnes() {
        Condition three = new Condition.Is(LEVEL, List.of("level3"), PLACE);
        Condition two = new Condition.Ranked(new LevelBound("level2", true), null, PLACE);
        Condition old = new Condition.Within(AGE, new Bound(new Operand.Written(70), true), null, PLACE);
        Condition older = new Condition.Within(AGE, new Bound(new Operand.Written(70), false), null, PLACE);
        assertThat(conditions.implies(three, two)).isTrue();
        assertThat(conditions.implies(two, three)).isFalse();
        assertThat(conditions.implies(older, old)).isTrue();
        assertThat(conditions.implies(old, older)).isFalse();
        assertThat(conditions.implies(new Condition.All(List.of(three, old)), two))
                .isTrue();
        assertThat(conditions.implies(three, new Condition.Any(List.of(old, two), PLACE)))
                .isTrue();
        assertThat(conditions.implies(
                        three, new Condition.Not(new Condition.Is(LEVEL, List.of("level1"), PLACE), PLACE)))
                .isTrue();
        assertThat(conditions.implies(Condition.ALWAYS, three)).isFalse();
    }
}
