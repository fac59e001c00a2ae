package org.tongchou.bench;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import org.tongchou.accounts.check.Auditor;
import org.tongchou.accounts.read.AccountsReader;
import org.tongchou.accounts.source.RawDocument;
import org.tongchou.accounts.source.RawTable;
import org.tongchou.accounts.source.format.SourceReader;

/** CPU time of a whole audit against the time of only splitting the same file into cells, in one run. */
final class SpeedBench {
    private SpeedBench() {}

    /**
     * Medians of one document, in microseconds of CPU time.
     *
     * @param file the document
     * @param cells cells it has
     * @param split reading the file into paragraphs and cells
     * @param audit the same and recognition, narrative and every check
     */
    record Timing(String file, long cells, long split, long audit) {
        /** How many times the splitting an audit costs, in tenths. */
        long tenths() {
            return split == 0 ? 0 : audit * 10 / split;
        }
    }

    static Timing measure(Path file, int runs) {
        Samples split = new Samples();
        Samples audit = new Samples();
        long cells = 0;
        // Warm up by as many runs as are counted; the two are taken in turn so that noise meets both.
        for (int i = 0; i < runs * 2; i++) {
            long start = cpu();
            RawDocument raw = SourceReader.read(file);
            long middle = cpu();
            Auditor.standard().audit(AccountsReader.recognise(raw));
            long end = cpu();
            cells = raw.blocks().stream()
                    .filter(RawTable.class::isInstance)
                    .flatMap(block -> ((RawTable) block).rows().stream())
                    .mapToLong(row -> row.cells().size())
                    .sum();
            if (i >= runs) {
                split.add(middle - start);
                audit.add(end - start);
            }
        }
        return new Timing(String.valueOf(file.getFileName()), cells, split.median(), audit.median());
    }

    private static long cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() / 1_000;
    }
}
