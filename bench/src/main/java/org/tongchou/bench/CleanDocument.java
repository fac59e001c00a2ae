package org.tongchou.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.tongchou.accounts.model.AccountsDocument;
import org.tongchou.accounts.publish.Content;
import org.tongchou.accounts.publish.Publication;
import org.tongchou.accounts.read.AccountsReader;
import org.tongchou.accounts.write.Format;
import org.tongchou.accounts.write.PublicationWriter;
import org.tongchou.performance.figures.PerformanceFigures;
import org.tongchou.performance.model.PerformanceDocument;
import org.tongchou.performance.publish.PerformancePublication;

/** An invented performance document without errors: sheets, reports and a list, published to Word and read back. */
final class CleanDocument {
    private static final String FIGURES = "performance.yaml";

    /** What the explanations of final accounts say about the sheets and reports. */
    private static final String STATED = "2024 年度，对 3 个项目开展单位自评；对 2 个项目实施部门评价，等次为“优”“良”“中”“差”的项目分别是 2 个、0 个、0 个、0 个。";

    private CleanDocument() {}

    /** The document as a reader finds it. */
    static AccountsDocument read() {
        Publication published = PerformancePublication.of(figures());
        List<Content> contents = new ArrayList<>();
        contents.add(new Content.Text(STATED));
        contents.addAll(published.contents());
        Publication whole = new Publication(published.title(), published.meta(), contents);
        try {
            Path folder = Files.createTempDirectory("tongchou-bench");
            Path file = PublicationWriter.writeAll(whole, folder, Set.of(Format.DOCX))
                    .paths()
                    .get(0);
            AccountsDocument document = AccountsReader.read(file);
            Files.delete(file);
            Files.delete(folder);
            return document;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static PerformanceDocument figures() {
        try (InputStream stream = CleanDocument.class.getResourceAsStream(FIGURES)) {
            String text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
            return PerformanceFigures.parse(FIGURES, text).document().orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
