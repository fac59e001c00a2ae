package org.tongchou.cli;

import java.nio.file.Path;

/** Progress of a long run on the terminal's error stream; silent when nobody watches or there is little to do. */
final class Progress implements AutoCloseable {
    private static final int WORTH_SHOWING = 4;
    private static final String ERASE = "\r\u001b[K";

    private final Terminal terminal;
    private final int total;
    private final boolean shown;
    private int done;

    Progress(Terminal terminal, int total) {
        this.terminal = terminal;
        this.total = total;
        this.shown = terminal.interactive() && total >= WORTH_SHOWING;
    }

    /** Takes the line away before something else is printed. */
    void erase() {
        if (shown) {
            terminal.err().print(ERASE);
            terminal.err().flush();
        }
    }

    /** One more file is done. */
    void step(String path) {
        done++;
        if (shown) {
            terminal.err()
                    .print(ERASE + "已审核 " + done + " / " + total + "  "
                            + Path.of(path).getFileName());
            terminal.err().flush();
        }
    }

    @Override
    public void close() {
        erase();
    }
}
