package org.tongchou.bench;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tongchou.accounts.check.Audit;
import org.tongchou.accounts.check.Auditor;
import org.tongchou.accounts.check.CheckResult;
import org.tongchou.accounts.model.AccountsDocument;
import org.tongchou.accounts.read.AccountsReader;
import org.tongchou.accounts.source.Place;
import org.tongchou.accounts.source.Problem;
import org.tongchou.performance.check.PerformanceAuditor;
import org.tongchou.performance.model.PerformanceDocument;
import org.tongchou.performance.read.PerformanceReader;
import org.tongchou.performance.report.PerformanceSupplement;

/**
 * Plants errors in a clean document, one at a time, and counts how many the audit finds at the right place.
 *
 * <p>An error counts as caught when the audit of the changed document has a FAIL, a WARN or a reading problem that the
 * clean document has not, and that names the changed cell or sentence. Where something is gone (a row, a table, a
 * sentence) any new finding about the sums or the set counts. A digit in the last printed place is never changed: such a
 * change cannot be told from rounding.
 */
public final class MutationBench {
    private static final int MOST_MISSES = 5;

    private final Specimen specimen;
    private final List<ErrorKind> kinds;
    private final Function<AccountsDocument, Audit> auditor;
    private final Set<String> known;

    private MutationBench(AccountsDocument clean, List<ErrorKind> kinds, Function<AccountsDocument, Audit> auditor) {
        this.specimen = new Specimen(clean);
        this.kinds = kinds;
        this.auditor = auditor;
        this.known = findings(clean).stream().map(Finding::id).collect(Collectors.toSet());
    }

    /**
     * The score of one kind of error.
     *
     * @param id the kind
     * @param says what goes wrong
     * @param planted errors planted
     * @param caught errors found at the right place
     * @param first errors whose cell or sentence a finding names first
     * @param misses what was not found, for people to look at
     */
    public record Score(String id, String says, int planted, int caught, int first, List<String> misses) {}

    /** Prepares errors in a clean document of budget or final accounts. */
    public static MutationBench ofAccounts(AccountsDocument clean) {
        List<ErrorKind> kinds = Stream.concat(TableErrors.all().stream(), TextErrors.all().stream())
                .toList();
        return new MutationBench(clean, kinds, Auditor.standard()::audit);
    }

    /** Prepares errors in the sheets and reports of a clean document about performance. */
    public static MutationBench ofPerformance(AccountsDocument clean) {
        PerformanceDocument document = PerformanceReader.read(clean.raw(), clean.meta());
        List<ErrorKind> kinds = Stream.concat(SheetErrors.all(document).stream(), ReportErrors.all(document).stream())
                .toList();
        return new MutationBench(
                clean,
                kinds,
                changed -> PerformanceSupplement.add(
                        new Audit(changed, List.of()),
                        PerformanceAuditor.standard().audit(changed)));
    }

    /** The FAIL and WARN findings of the clean document that any change starts from. */
    public int findingsOnClean() {
        return known.size();
    }

    /** Plants {@code times} errors of every kind, from a seed: the same seed gives the same score. */
    public List<Score> run(long seed, int times) {
        // Every kind has its own random numbers, so that kinds may run side by side.
        return kinds.parallelStream().map(kind -> run(kind, seed, times)).toList();
    }

    private Score run(ErrorKind kind, long seed, int times) {
        Random random = new Random(seed ^ kind.id().hashCode());
        int planted = 0;
        int caught = 0;
        int first = 0;
        List<String> misses = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            Optional<Planted> error = kind.planter().plant(specimen, random);
            if (error.isEmpty()) {
                continue;
            }
            planted++;
            List<Finding> fresh = findings(AccountsReader.recognise(error.get().raw())).stream()
                    .filter(finding -> !known.contains(finding.id()))
                    .toList();
            Set<Place> places = error.get().places();
            if (fresh.stream().anyMatch(finding -> finding.names(places))) {
                caught++;
            } else if (misses.size() < MOST_MISSES) {
                misses.add(error.get().what());
            }
            first += fresh.stream().anyMatch(finding -> finding.namesFirst(places)) ? 1 : 0;
        }
        return new Score(kind.id(), kind.says(), planted, caught, first, List.copyOf(misses));
    }

    private record Finding(String id, List<Place> places) {
        boolean names(Set<Place> wanted) {
            return wanted.isEmpty() || places.stream().anyMatch(place -> matches(place, wanted));
        }

        boolean namesFirst(Set<Place> wanted) {
            return wanted.isEmpty() || (!places.isEmpty() && matches(places.get(0), wanted));
        }

        private static boolean matches(Place place, Set<Place> wanted) {
            return wanted.contains(place)
                    || (place.cell() == 0
                            && wanted.stream()
                                    .anyMatch(other -> other.wholeRow().equals(place)))
                    || wanted.contains(place.wholeRow());
        }
    }

    private List<Finding> findings(AccountsDocument document) {
        List<Finding> findings = new ArrayList<>();
        Audit audit = auditor.apply(document);
        for (CheckResult result : audit.results()) {
            if (result.outcome() == CheckResult.Outcome.FAIL || result.outcome() == CheckResult.Outcome.WARN) {
                findings.add(new Finding(
                        result.id() + result.outcome(),
                        result.cells().stream().map(CheckResult.CellRef::place).toList()));
            }
        }
        for (Problem problem : audit.document().problems()) {
            findings.add(new Finding(
                    problem.code() + problem.found() + problem.place(),
                    problem.place() == null ? List.of() : List.of(problem.place())));
        }
        Set<String> seen = new HashSet<>();
        return findings.stream().filter(finding -> seen.add(finding.id())).toList();
    }
}
