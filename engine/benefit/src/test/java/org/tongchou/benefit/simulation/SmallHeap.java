package org.tongchou.benefit.simulation;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.tongchou.benefit.claims.ClaimsFailure;
import org.tongchou.benefit.claims.ClaimsGenerator;
import org.tongchou.benefit.claims.ClaimsYear;
import org.tongchou.benefit.claims.WordMap;
import org.tongchou.benefit.policy.PolicyPack;

/** A program of its own: writes a year of synthetic bills, opens and checks it, and settles it on two threads. */
final class SmallHeap {
    private SmallHeap() {}

    /** Takes the pack, the folder to write to, and how many persons; tells how many bills were settled. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        PolicyPack pack = PolicyPack.read(Path.of(arguments[0])).getPack();
        Path folder = Path.of(arguments[1]);
        new ClaimsGenerator(pack, 2026, Integer.parseInt(arguments[2]), 1).write(folder, done -> {});
        ClaimsYear year = ClaimsYear.open(folder).found().orElseThrow();
        List<ClaimsFailure> failures = new ArrayList<>();
        WordMap words = year.wordsIn(pack.vocabulary(), failures);
        Tally tally = new Resettlement(year, words, 2).run(pack, done -> {}).tally();
        System.out.println(tally.all(Tally.Measure.BILLS) + tally.refused());
    }
}
