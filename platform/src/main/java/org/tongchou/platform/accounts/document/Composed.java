package org.tongchou.platform.accounts.document;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.tongchou.accounts.check.Audit;
import org.tongchou.accounts.check.Auditor;
import org.tongchou.accounts.derive.Derivation;
import org.tongchou.accounts.derive.Derived;
import org.tongchou.accounts.model.AccountsDocument;
import org.tongchou.accounts.read.AccountsReader;
import org.tongchou.accounts.write.HtmlWriter;
import org.tongchou.performance.check.PerformanceAuditor;
import org.tongchou.performance.report.PerformanceSupplement;

/** A document made from a snapshot, and its audit, which is made when it is first asked for. */
final class Composed {
    private final Snapshot snapshot;
    private final Derived derived;
    private @Nullable Audit audit;

    Composed(Snapshot snapshot) {
        this.snapshot = snapshot;
        this.derived = Derivation.trace(snapshot.figures(), snapshot.attachments());
    }

    Snapshot snapshot() {
        return snapshot;
    }

    Derived derived() {
        return derived;
    }

    /** The page as it would be published. */
    byte[] html() {
        return HtmlWriter.write(derived.publication());
    }

    /** The checks of the page as a stranger would read it. */
    synchronized Audit audit() {
        if (audit == null) {
            try {
                Path file = Files.createTempFile("tongchou-draft", ".html");
                try {
                    Files.write(file, html());
                    audit = audit(file);
                } finally {
                    Files.deleteIfExists(file);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return audit;
    }

    /** The checks of a file: its accounts, and the performance sheets and reports in it. */
    static Audit audit(Path file) {
        AccountsDocument document = AccountsReader.read(file);
        return PerformanceSupplement.add(
                Auditor.standard().audit(document),
                PerformanceAuditor.standard().audit(document));
    }
}
