package org.tongchou.benefit.claims;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntConsumer;
import org.tongchou.benefit.policy.PolicyPack;

/**
 * Makes a year of synthetic persons and bills for a region, of any size: nobody is meant, no figure is anybody's. The
 * same seed gives the same bytes; memory does not grow with the size.
 */
public final class ClaimsGenerator {
    /** Common diagnoses besides those that the region's rules ask for. */
    private static final List<String> DIAGNOSES = List.of("J06.9", "I10", "E11.9", "K29.7", "M51.2", "J18.9", "I63.9");

    private static final int REPORT_EVERY = 4096;

    private final PolicyPack pack;
    private final int year;
    private final int persons;
    private final long seed;

    /**
     * Plans a year.
     *
     * @param pack a pack without errors
     * @param year calendar year of the bills
     * @param persons how many, at least 0
     * @param seed which of all such years
     */
    public ClaimsGenerator(PolicyPack pack, int year, int persons, long seed) {
        if (persons < 0) {
            throw new IllegalArgumentException("persons: " + persons);
        }
        this.pack = pack;
        this.year = year;
        this.persons = persons;
        this.seed = seed;
    }

    /**
     * Writes the year.
     *
     * @param folder of the year file
     * @param progress told of the number of persons from time to time
     */
    public ClaimsManifest write(Path folder, IntConsumer progress) throws IOException {
        ClaimsWords words = ClaimsWords.of(pack.vocabulary(), DIAGNOSES);
        int newYear = Math.toIntExact(LocalDate.of(year, 1, 1).toEpochDay());
        PersonMaker people = new PersonMaker(pack, words, year);
        KindChoice kinds = new KindChoice(pack, words, year);
        String title = pack.region().name() + " " + year + " 年合成数据（种子 " + seed + "），不是任何人的记录";
        try (ClaimsWriter writer = new ClaimsWriter(folder, title, year, words)) {
            BillMaker bills = new BillMaker(words, newYear, kinds, writer);
            for (int i = 0; i < persons; i++) {
                SplittableRandom random = new SplittableRandom(seed * 0x9E3779B97F4A7C15L + i);
                PersonRow person = people.make(random);
                writer.person(person);
                bills.make(person, random);
                if (i % REPORT_EVERY == 0) {
                    progress.accept(i);
                }
            }
            return writer.finish();
        }
    }
}
