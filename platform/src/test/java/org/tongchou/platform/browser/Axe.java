package org.tongchou.platform.browser;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Looks for barriers on a page with axe-core, as the console's packages bring it. */
final class Axe {
    private static final Path SCRIPT = Path.of("..", "console", "node_modules", "axe-core", "axe.min.js");

    private Axe() {}

    /** The serious and critical findings: rule, what it wants, and the first places. */
    static List<String> findings(Page page) {
        // The console names the widgets of a new list a moment after they are there.
        page.waitForFunction("() => !document.querySelector('.el-pagination__sizes input:not([aria-label])')");
        try {
            page.evaluate(Files.readString(SCRIPT) + "\n;undefined");
        } catch (IOException e) {
            throw new UncheckedIOException("axe-core is missing: build the console first", e);
        }
        @SuppressWarnings("unchecked")
        List<String> findings = (List<String>) page.evaluate("""
                async () => {
                  const result = await axe.run(document, { resultTypes: ['violations'] })
                  return result.violations
                    .filter((finding) => ['serious', 'critical'].includes(finding.impact))
                    .map((finding) => `${finding.id}: ${finding.help}: ` +
                      finding.nodes.slice(0, 3).map((node) => node.target.join(' ') + ' | ' + node.html.slice(0, 160)).join('; '))
                }""");
        return findings;
    }
}
