package org.tongchou.benefit.claims;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.tongchou.benefit.policy.Fact;
import org.tongchou.benefit.policy.Vocabulary;

/** The words of a year file in the numbers of a region's vocabulary. */
public final class WordMap {
    private final Map<Fact.Kind, int[]> numbers = new EnumMap<>(Fact.Kind.class);
    private final long[] diagnosisSets;

    private WordMap(long[] diagnosisSets) {
        this.diagnosisSets = diagnosisSets;
    }

    static WordMap of(ClaimsWords words, Vocabulary vocabulary, List<ClaimsFailure> failures) {
        WordMap map = new WordMap(words.sets(vocabulary));
        for (Fact.Kind fact : ClaimsWords.FACTS) {
            List<String> known = new ArrayList<>(vocabulary.wordsOf(Fact.of(fact)));
            List<String> own = words.of(fact);
            int[] numbers = new int[own.size()];
            for (int i = 0; i < numbers.length; i++) {
                numbers[i] = known.indexOf(own.get(i));
                if (numbers[i] < 0) {
                    failures.add(new ClaimsFailure(
                            ClaimsFailure.Code.UNKNOWN_WORD,
                            ClaimsManifest.FILE + " 的 words." + ClaimsWords.key(fact),
                            own.get(i),
                            "规则包中的词：" + String.join("、", known)));
                }
            }
            map.numbers.put(fact, numbers);
            if (known.size() > ClaimsWords.MOST) {
                failures.add(new ClaimsFailure(
                        ClaimsFailure.Code.TOO_LARGE,
                        "规则包的 " + ClaimsWords.key(fact),
                        known.size() + " 个词",
                        "最多 " + ClaimsWords.MOST + " 个词"));
            }
        }
        return map;
    }

    /** The numbers of a fact's words, by their numbers in the year file. */
    int[] numbers(Fact.Kind fact) {
        return numbers.getOrDefault(fact, new int[0]);
    }

    /** The sets of the region that a diagnosis lies in, as bits. */
    long setsOf(int diagnosis) {
        return diagnosis < 0 ? 0 : diagnosisSets[diagnosis];
    }

    static long bits(long from, int[] numbers) {
        long to = 0;
        for (long rest = from; rest != 0; rest &= rest - 1) {
            to |= 1L << numbers[Long.numberOfTrailingZeros(rest)];
        }
        return to;
    }
}
