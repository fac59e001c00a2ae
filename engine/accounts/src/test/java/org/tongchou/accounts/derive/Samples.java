package org.tongchou.accounts.derive;

import java.nio.file.Path;
import org.tongchou.accounts.figures.AccountsFigures;
import org.tongchou.accounts.figures.AccountsFigures.Loaded;
import org.tongchou.accounts.source.Problem;

/** The examples of the repository. */
final class Samples {
    private Samples() {}

    static AccountsFigures load(String name) {
        Loaded loaded = AccountsFigures.load(Path.of("..", "..", "examples", "accounts", name));
        return loaded.figures()
                .orElseThrow(() -> new AssertionError(
                        loaded.problems().stream().map(Problem::line).toList()));
    }
}
