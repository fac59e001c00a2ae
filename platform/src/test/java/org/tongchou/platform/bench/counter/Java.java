package org.tongchou.platform.bench.counter;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.tongchou.platform.browser.Desk;

/** Programs of ours in processes of their own, as people run them: without the classes of the tests. */
final class Java {
    private Java() {}

    /** A main class of the platform. */
    static ProcessBuilder run(List<String> options, String main, String... arguments) {
        return run(classes(), options, main, arguments);
    }

    /** The classes of the platform: those of the tests would be found and used by it. */
    static String classes() {
        String all = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        return Arrays.stream(all.split(File.pathSeparator, -1))
                .filter(path -> !path.endsWith("test-classes"))
                .collect(Collectors.joining(File.pathSeparator));
    }

    /** A main class of some classes. */
    static ProcessBuilder run(String classes, List<String> options, String main, String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Djava.awt.headless=true",
                "-Dfile.encoding=UTF-8",
                "-Dstdout.encoding=UTF-8",
                "-Dsun.stdout.encoding=UTF-8",
                "-Dsun.jnu.encoding=UTF-8",
                "-Dtongchou.home=.."));
        command.addAll(options);
        command.addAll(List.of("-cp", classes, main));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command);
    }

    /** Starts the platform on a data directory, with the options of the launcher. */
    static Desk serve(Path data) throws IOException {
        return Desk.running(
                data,
                run(
                        List.of("-Xmx512m", "-XX:+UseSerialGC", "-Dtongchou.demo-people=0"),
                        "org.tongchou.platform.Main",
                        "serve",
                        "--port",
                        "0",
                        "--data",
                        data.toString()));
    }

    /** Runs {@code verify} beside it; whether all is well. */
    static boolean verify(Path data, Report report) throws IOException, InterruptedException {
        Process process = run(
                        List.of("-Xmx512m", "-XX:+UseSerialGC"),
                        "org.tongchou.platform.Main",
                        "verify",
                        "--data",
                        data.toString())
                .redirectErrorStream(true)
                .start();
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            lines.lines().forEach(line -> report.line(String.format("  %s", line)));
        }
        return process.waitFor() == 0;
    }
}
