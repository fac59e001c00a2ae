package org.tongchou.benefit.settle;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tongchou.benefit.policy.Condition;
import org.tongchou.benefit.policy.DatedValue;
import org.tongchou.benefit.policy.Expression;
import org.tongchou.benefit.policy.Fact;
import org.tongchou.benefit.policy.Operand;
import org.tongchou.benefit.policy.Parameter;
import org.tongchou.benefit.policy.Value;

/**
 * All that some conditions and parameters ask: conditions on one fact as bits, words of tables and whole numbers as they
 * are. Two bills with the same key get the same answers.
 */
final class Inputs {
    private static final int WORD_BITS = 16;
    private static final int WORDS_IN_LONG = Long.SIZE / WORD_BITS;

    private final int user;
    private final Atom[] atoms;
    private final int[] slots;
    private final int[] numbers;
    private final int[] sets;
    private final CounterLayout.Row[] counters;
    private final int length;

    private Inputs(int user, Collector from, Words words) {
        this.user = user;
        atoms = from.atoms.values().toArray(Atom[]::new);
        slots = from.slots.stream().mapToInt(Integer::intValue).toArray();
        numbers = from.numbers.stream().mapToInt(Integer::intValue).toArray();
        sets = from.sets.stream().mapToInt(Places::of).toArray();
        counters = from.counters.toArray(CounterLayout.Row[]::new);
        int longs = (atoms.length + Long.SIZE - 1) / Long.SIZE
                + (slots.length + WORDS_IN_LONG - 1) / WORDS_IN_LONG
                + numbers.length
                + counters.length;
        for (Fact.Kind set : from.sets) {
            longs += words.table(set).longs();
        }
        length = longs;
    }

    /** The key of the facts; the array is used again. */
    long[] key(Facts facts) {
        long[] key = facts.key(user, length);
        int at = 0;
        long bits = 0;
        for (int i = 0; i < atoms.length; i++) {
            if (atoms[i].holds(facts)) {
                bits |= 1L << i;
            }
            if ((i & 63) == 63 || i == atoms.length - 1) {
                key[at++] = bits;
                bits = 0;
            }
        }
        for (int i = 0; i < slots.length; i++) {
            bits = bits << WORD_BITS | (facts.word[slots[i]] & 0xFFFF);
            if (i % WORDS_IN_LONG == WORDS_IN_LONG - 1 || i == slots.length - 1) {
                key[at++] = bits;
                bits = 0;
            }
        }
        for (int number : numbers) {
            key[at++] = facts.number[number];
        }
        for (CounterLayout.Row row : counters) {
            key[at++] = facts.counter(row);
        }
        for (int set : sets) {
            for (long part : facts.sets[set]) {
                key[at++] = part;
            }
        }
        return key;
    }

    /** Finds out what conditions and parameters ask on a day. */
    static final class Collector {
        private final Compiler compiler;
        private final Set<Fact.Kind> words = new LinkedHashSet<>();
        private final Map<Object, Atom> atoms = new LinkedHashMap<>();
        private final Set<Integer> slots = new LinkedHashSet<>();
        private final Set<Integer> numbers = new LinkedHashSet<>();
        private final Set<Fact.Kind> sets = new LinkedHashSet<>();
        private final Set<CounterLayout.Row> counters = new LinkedHashSet<>();
        private final Set<String> seen = new LinkedHashSet<>();

        Collector(Compiler compiler) {
            this.compiler = compiler;
        }

        Inputs done() {
            return new Inputs(compiler.nextUser(), this, compiler.words());
        }

        /** What a condition asks; nothing for null. */
        Collector condition(@Nullable Condition condition) {
            if (condition instanceof Condition.All all) {
                all.conditions().forEach(this::condition);
            } else if (condition instanceof Condition.Any any) {
                any.conditions().forEach(this::condition);
            } else if (condition instanceof Condition.Not not) {
                condition(not.condition());
            } else if (condition instanceof Condition.Is is) {
                words.add(is.fact().kind());
                atoms.computeIfAbsent(List.of(is.fact(), is.words()), key -> Atom.of(is, compiler.words()));
            } else if (condition instanceof Condition.Ranked ranked) {
                condition(ranked.among(compiler.levels()));
            } else if (condition instanceof Condition.Within within) {
                within(within);
            }
            return this;
        }

        private void within(Condition.Within within) {
            List<@Nullable Object> key = new ArrayList<>();
            key.add(within.fact());
            key.add(within.low());
            key.add(within.high());
            CounterLayout.Row row = within.fact().kind() == Fact.Kind.COUNTER
                    ? compiler.row(within.fact().of())
                    : null;
            if (!atoms.containsKey(key)) {
                Atom.Limit low = limit(within.low());
                Atom.Limit high = limit(within.high());
                atoms.put(key, Atom.of(within, row, low, high));
            }
        }

        private Atom.@Nullable Limit limit(Condition.@Nullable Bound bound) {
            if (bound == null) {
                return null;
            }
            if (bound.value() instanceof Operand.Written written) {
                long number = written.value();
                return facts -> number;
            }
            String name = ((Operand.Reference) bound.value()).parameter();
            // What the bound depends on belongs to the key too: without a value the condition cannot be asked.
            parameter(name);
            Memo<Long> memo =
                    new Memo<>(new Collector(compiler).parameter(name).done(), facts -> compiler.number(name, facts));
            return memo::get;
        }

        /** What a parameter asks on the day; nothing for null. */
        Collector parameter(@Nullable String name) {
            if (name == null || !seen.add(name)) {
                return this;
            }
            Parameter parameter = compiler.parameter(name);
            if (parameter != null) {
                parameter.on(compiler.day()).map(DatedValue::value).ifPresent(this::value);
            }
            return this;
        }

        private void value(@Nullable Value value) {
            if (value instanceof Value.Single single) {
                expression(single.is());
            } else if (value instanceof Value.Bands bands) {
                bands.bands().forEach(band -> expression(band.is()));
            } else if (value instanceof Value.Table table) {
                if (table.by().kind().isNumber()) {
                    numbers.add(Places.of(table.by().kind()));
                } else {
                    words.add(table.by().kind());
                    slots.add(compiler.words().slot(table.by()));
                }
                table.rows().values().forEach(this::value);
                value(table.otherwise());
            } else if (value instanceof Value.Rules rules) {
                rules.rules().forEach(rule -> {
                    condition(rule.when());
                    value(rule.is());
                });
            }
        }

        private void expression(Expression expression) {
            if (!(expression instanceof Expression.Formula formula)) {
                return;
            }
            formula.operands().forEach(this::operand);
            if (formula.eachVisit() != null) {
                numbers.add(Places.of(Fact.Kind.VISIT));
            }
        }

        private void operand(Operand operand) {
            if (operand instanceof Operand.Reference reference) {
                parameter(reference.parameter());
            } else if (operand instanceof Operand.Asked asked) {
                if (asked.fact().kind() == Fact.Kind.COUNTER) {
                    counters.add(compiler.row(asked.fact().of()));
                } else {
                    numbers.add(Facts.slot(asked.fact()));
                }
            }
        }

        /** Whether the word of a fact is asked. */
        boolean asks(Fact.Kind kind) {
            return words.contains(kind);
        }

        /** The word of a fact as it is. */
        Collector word(Fact.Kind kind) {
            slots.add(Places.of(kind));
            return this;
        }

        /** The whole set of a fact with several words. */
        void set(Fact.Kind kind) {
            sets.add(kind);
        }
    }
}
