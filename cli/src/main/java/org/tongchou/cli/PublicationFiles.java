package org.tongchou.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.tongchou.accounts.publish.Publication;
import org.tongchou.accounts.write.Format;
import org.tongchou.accounts.write.PublicationWriter;
import org.tongchou.accounts.write.WriteProblem;
import org.tongchou.accounts.write.Written;

/**
 * Writes publications and says what was written.
 *
 * @param terminal where it is said
 */
record PublicationFiles(Terminal terminal) {
    /**
     * Writes every format.
     *
     * @return the files written
     * @throws CommandFailure when none could be written
     */
    List<Path> write(Publication publication, Path folder, Set<Format> formats) {
        Written written = PublicationWriter.writeAll(publication, folder, formats);
        written.problems().stream().map(WriteProblem::line).forEach(terminal::complain);
        if (written.paths().isEmpty()) {
            throw new CommandFailure("没有写出任何文件");
        }
        terminal.print(written.paths().stream().map(path -> "写出 " + path).toList());
        return written.paths();
    }
}
