package org.tongchou.cli;

import java.nio.file.Path;
import org.tongchou.accounts.check.Audit;
import org.tongchou.accounts.check.Auditor;
import org.tongchou.accounts.classification.Classification;
import org.tongchou.accounts.model.AccountsDocument;
import org.tongchou.accounts.read.AccountsReader;
import org.tongchou.performance.check.PerformanceAuditor;
import org.tongchou.performance.report.PerformanceSupplement;

/** Reads and audits one file; what the commands run over many. Safe for concurrent use. */
interface Engine {
    /** Reads a file with a classification. */
    AccountsDocument read(Path file, Classification classification);

    /** Checks a document: its accounts and its performance sheets and reports. */
    Audit audit(AccountsDocument document);

    /** Reads and checks a file with the built-in classification. */
    default Audit audit(Path file) {
        return audit(file, Classification.standard());
    }

    /** Reads and checks a file. */
    default Audit audit(Path file, Classification classification) {
        return audit(read(file, classification));
    }

    /** The engines of this library. */
    static Engine standard() {
        return new Engine() {
            @Override
            public AccountsDocument read(Path file, Classification classification) {
                return AccountsReader.read(file, classification);
            }

            @Override
            public Audit audit(AccountsDocument document) {
                return PerformanceSupplement.add(
                        Auditor.standard().audit(document),
                        PerformanceAuditor.standard().audit(document));
            }
        };
    }
}
