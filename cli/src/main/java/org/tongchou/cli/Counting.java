package org.tongchou.cli;

/** How many of many have been done, on the terminal's error stream; silent when nobody watches. */
final class Counting implements AutoCloseable {
    private static final String ERASE = "\r\u001b[K";
    private static final int PERCENT = 100;

    private final Terminal terminal;
    private final String what;
    private final long total;
    private long shown = -1;

    Counting(Terminal terminal, String what, long total) {
        this.terminal = terminal;
        this.what = what;
        this.total = total;
    }

    /** So many are done; safe to be told by several threads, in any order. */
    synchronized void done(long count) {
        long percent = total == 0 ? PERCENT : count * PERCENT / total;
        if (terminal.interactive() && percent > shown) {
            shown = percent;
            terminal.err().print(ERASE + "%s %,d / %,d（%d%%）".formatted(what, count, total, percent));
            terminal.err().flush();
        }
    }

    @Override
    public synchronized void close() {
        if (shown >= 0) {
            shown = -1;
            terminal.err().print(ERASE);
            terminal.err().flush();
        }
    }
}
