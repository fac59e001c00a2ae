package org.tongchou.platform;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.tongchou.platform.command.Commands;

/** The {@code tongchou} commands that need the platform. */
public final class Main {
    private Main() {}

    /** Runs a command and exits with its code. */
    public static void main(String[] arguments) {
        PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        System.exit(Commands.of(Application.class, out, err).execute(arguments));
    }
}
