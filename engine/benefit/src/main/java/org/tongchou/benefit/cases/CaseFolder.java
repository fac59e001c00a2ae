package org.tongchou.benefit.cases;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.tongchou.benefit.policy.Finding;
import org.tongchou.benefit.policy.PackReading;
import org.tongchou.benefit.policy.PolicyPack;

/** All cases of a pack's folder. */
public final class CaseFolder {
    private final Path folder;
    private final PackReading base;
    private final Map<String, CaseRunner> runners = new HashMap<>();
    private final List<String> problems = new ArrayList<>();
    private final List<CaseResult> results = new ArrayList<>();

    private CaseFolder(Path folder) {
        this.folder = folder;
        this.base = PolicyPack.read(folder);
    }

    /**
     * What came of the cases.
     *
     * @param pack the pack, without reform
     * @param results in the order of files and cases
     * @param problems why a pack, reform or case could not be used, in Chinese with file and line
     */
    public record Report(PolicyPack pack, List<CaseResult> results, List<String> problems) {
        /** Copies the lists. */
        public Report {
            results = List.copyOf(results);
            problems = List.copyOf(problems);
        }

        /** Whether every case could be tried and came out as expected. */
        public boolean passed() {
            return problems.isEmpty() && results.stream().allMatch(CaseResult::passed);
        }
    }

    /**
     * Runs the cases of {@code cases/*.yaml} in a pack's folder.
     *
     * @throws IOException when the folder cannot be read
     */
    public static Report run(Path folder) throws IOException {
        CaseFolder cases = new CaseFolder(folder);
        Path below = folder.resolve("cases");
        List<Path> files = List.of();
        if (Files.isDirectory(below)) {
            try (Stream<Path> found = Files.list(below)) {
                files = found.filter(file -> file.toString().endsWith(".yaml"))
                        .sorted()
                        .toList();
            }
        }
        return cases.run(files, true);
    }

    /**
     * Runs the cases of one file against the pack in a folder; they need not say what should come out.
     *
     * @throws IOException when the file cannot be read
     */
    public static Report run(Path folder, Path file) throws IOException {
        return new CaseFolder(folder).run(List.of(file), false);
    }

    private Report run(List<Path> files, boolean compared) throws IOException {
        if (base.hasErrors()) {
            base.findings().stream()
                    .filter(Finding::isError)
                    .map(Finding::toString)
                    .forEach(problems::add);
            return new Report(base.pack(), results, problems);
        }
        List<String> levels = base.pack().vocabulary().levels();
        for (Path file : files) {
            String name = String.valueOf(file.getFileName());
            CaseReader.Reading reading = CaseReader.read(name, Files.readString(file), levels, compared);
            problems.addAll(reading.problems());
            for (Case tried : reading.cases()) {
                run(tried);
            }
        }
        return new Report(base.pack(), results, problems);
    }

    private void run(Case tried) {
        CaseRunner runner = runners.get(tried.reform());
        if (runner == null) {
            PackReading reading = tried.reform().isEmpty()
                    ? base
                    : base.with(folder.resolve("reforms").resolve(tried.reform()));
            if (reading.hasErrors()) {
                reading.findings().stream()
                        .filter(Finding::isError)
                        .map(Finding::toString)
                        .forEach(problems::add);
                return;
            }
            runner = new CaseRunner(reading.pack());
            runners.put(tried.reform(), runner);
        }
        results.add(runner.run(tried));
    }
}
