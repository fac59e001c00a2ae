package org.tongchou.accounts.report;

import java.io.Closeable;
import java.io.IOException;

/** Something that reports audits as they come. Not safe for concurrent use: audits come in file order. */
public interface AuditSink extends Closeable {
    /**
     * Takes one audited file.
     *
     * @throws IOException when the report cannot be written
     */
    void accept(AuditedFile file) throws IOException;

    /**
     * Completes the report and puts its files in their place. Closing without this leaves no half-written report.
     *
     * @throws IOException when the report cannot be written
     */
    void finish() throws IOException;
}
