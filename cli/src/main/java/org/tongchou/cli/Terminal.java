package org.tongchou.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/**
 * Where a command prints.
 *
 * @param out results
 * @param err messages about the run: progress, errors
 * @param raw the stream under {@code out}, for JSON
 * @param interactive whether a person watches: colours and progress are welcome
 * @param debug whether stack traces are wanted
 */
record Terminal(PrintWriter out, PrintWriter err, OutputStream raw, boolean interactive, boolean debug) {
    private static final String DEBUG = "TONGCHOU_DEBUG";

    /** The process's own streams. */
    static Terminal ofProcess(List<String> arguments) {
        OutputStream out = new FileOutputStream(FileDescriptor.out);
        OutputStream err = new FileOutputStream(FileDescriptor.err);
        String debug = System.getenv(DEBUG);
        return new Terminal(
                writer(out, "stdout.encoding"),
                writer(err, "stderr.encoding"),
                out,
                CommandLine.Help.Ansi.AUTO.enabled(),
                arguments.contains("--debug") || (debug != null && !debug.isEmpty() && !debug.equals("0")));
    }

    /** Prints lines to {@code out}. */
    void print(List<String> lines) {
        lines.forEach(out::println);
        out.flush();
    }

    /** Writes JSON to {@code raw}, in UTF-8 whatever the console's charset is. */
    void write(String json) throws IOException {
        raw.write(json.getBytes(StandardCharsets.UTF_8));
        raw.flush();
    }

    /** Prints a message to {@code err}. */
    void complain(String message) {
        err.println(message);
        err.flush();
    }

    /** Shows a stack trace to those who asked for it. */
    void trace(Throwable failure) {
        if (debug) {
            failure.printStackTrace(err);
            err.flush();
        }
    }

    private static PrintWriter writer(OutputStream stream, String property) {
        return new PrintWriter(new OutputStreamWriter(stream, charset(System.getProperty(property))), false);
    }

    /** The console's charset when it can show Chinese, UTF-8 otherwise: a bare container often says ASCII. */
    private static Charset charset(@Nullable String name) {
        Charset charset = name != null && Charset.isSupported(name) ? Charset.forName(name) : Charset.defaultCharset();
        return charset.canEncode() && charset.newEncoder().canEncode('统') ? charset : StandardCharsets.UTF_8;
    }
}
