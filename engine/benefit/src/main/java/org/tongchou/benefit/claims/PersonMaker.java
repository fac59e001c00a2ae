package org.tongchou.benefit.claims;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.tongchou.benefit.policy.Fact;
import org.tongchou.benefit.policy.PolicyPack;
import org.tongchou.benefit.policy.Vocabulary;
import org.tongchou.benefit.policy.Word;

/** Makes synthetic persons of a region: age first, then what goes with it. */
final class PersonMaker {
    /** 人员类别 by the beginning of its national code. */
    private static final String WORKING = "11";

    private static final String RETIRED = "12";
    private static final String NEWBORN = "1401";
    private static final String PRESCHOOL = "1402";
    private static final String PUPIL = "1403";
    private static final String STUDENT = "1404";
    private static final String ADULT = "15";
    private static final String OLD = "16";

    /** Ages and how many of a hundred are younger, roughly those of a prefecture. */
    private static final int[][] AGES = {
        {0, 1, 1}, {1, 6, 6}, {6, 18, 20}, {18, 23, 26}, {23, 40, 47}, {40, 60, 76}, {60, 75, 93}, {75, 96, 100}
    };

    private static final int WORKING_AGE = 18;
    private static final int RETIREMENT_AGE = 60;
    private static final int MOST_INSURED = 20;

    private final ClaimsWords words;
    private final int newYear;
    private final Vocabulary vocabulary;
    private final int employee;
    private final int resident;
    private final List<Integer> aided = new ArrayList<>();
    private final List<Integer> otherIdentities = new ArrayList<>();

    PersonMaker(PolicyPack pack, ClaimsWords words, int year) {
        this.words = words;
        vocabulary = pack.vocabulary();
        newYear = Math.toIntExact(LocalDate.of(year, 1, 1).toEpochDay());
        employee = words.number(Fact.Kind.SCHEME, "employee");
        resident = words.number(Fact.Kind.SCHEME, "resident");
        List<String> ranked = vocabulary.classes().values().stream()
                .flatMap(group -> group.ranks().values().stream())
                .flatMap(List::stream)
                .toList();
        for (int i = 0; i < words.of(Fact.Kind.IDENTITY).size(); i++) {
            (ranked.contains(words.of(Fact.Kind.IDENTITY).get(i)) ? aided : otherIdentities).add(i);
        }
    }

    PersonRow make(SplittableRandom random) {
        int age = age(random);
        int born = newYear - age * 365 - age / 4 - random.nextInt(age == 0 ? 300 : 365);
        boolean employed = age >= WORKING_AGE && random.nextInt(100) < (age < RETIREMENT_AGE ? 42 : 30);
        int type = type(age, employed, random);
        return new PersonRow(
                born,
                random.nextInt(2),
                employed ? employee : resident,
                type,
                words.of(Fact.Kind.FEE_TIER).isEmpty()
                        ? -1
                        : random.nextInt(words.of(Fact.Kind.FEE_TIER).size()),
                Math.min(Math.max(0, age - 1), random.nextInt(MOST_INSURED)),
                identities(employed, random),
                diseases(age, random),
                age >= RETIREMENT_AGE && random.nextInt(20) == 0 ? 1 + random.nextInt(5) : 0,
                0);
    }

    private static int age(SplittableRandom random) {
        int share = random.nextInt(100);
        for (int[] band : AGES) {
            if (share < band[2]) {
                return random.nextInt(band[0], band[1]);
            }
        }
        return 0;
    }

    private int type(int age, boolean employed, SplittableRandom random) {
        String code;
        if (employed) {
            code = age < RETIREMENT_AGE ? WORKING : RETIRED;
        } else if (age == 0) {
            code = NEWBORN;
        } else if (age < 6) {
            code = PRESCHOOL;
        } else if (age < WORKING_AGE) {
            code = PUPIL;
        } else if (age < 23) {
            code = STUDENT;
        } else {
            code = age < RETIREMENT_AGE ? ADULT : OLD;
        }
        List<String> fitting = vocabulary.of(Vocabulary.Kind.PERSON_TYPES).values().stream()
                .filter(word -> word.codes().stream().anyMatch(one -> one.startsWith(code)))
                .map(Word::id)
                .toList();
        return fitting.isEmpty()
                ? -1
                : words.number(Fact.Kind.PERSON_TYPE, fitting.get(random.nextInt(fitting.size())));
    }

    /** One in eight residents is aided, one in forty employees; a few of these twice over; others are rare. */
    private long identities(boolean employed, SplittableRandom random) {
        long bits = 0;
        if (!aided.isEmpty() && random.nextInt(employed ? 40 : 8) == 0) {
            bits |= 1L << aided.get(random.nextInt(aided.size()));
            if (random.nextInt(10) == 0) {
                bits |= 1L << aided.get(random.nextInt(aided.size()));
            }
        }
        if (!otherIdentities.isEmpty() && random.nextInt(employed ? 12 : 60) == 0) {
            bits |= 1L << otherIdentities.get(random.nextInt(otherIdentities.size()));
        }
        return bits;
    }

    private long diseases(int age, SplittableRandom random) {
        int most = words.of(Fact.Kind.DISEASE).size();
        int inHundred = age < 40 ? 2 : age < RETIREMENT_AGE ? 18 : 45;
        long bits = 0;
        if (most > 0 && random.nextInt(100) < inHundred) {
            do {
                bits |= 1L << random.nextInt(most);
            } while (random.nextInt(4) == 0);
        }
        return bits;
    }
}
