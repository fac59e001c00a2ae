package org.tongchou.platform.database.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** The processes of one server, found by the folder they work in: process numbers alone may belong to others by now. */
final class ServerProcesses {
    private static final int PORT_LINE = 3;

    private final Path data;
    private final Path pidFile;

    ServerProcesses(Path data) {
        this.data = data;
        this.pidFile = data.resolve("postmaster.pid");
    }

    /** The main process, if it lives. */
    OptionalLong main() throws IOException {
        List<String> lines = pidLines();
        if (lines.isEmpty()) {
            return OptionalLong.empty();
        }
        long pid = Long.parseLong(lines.get(0).strip());
        return isOurs(pid) ? OptionalLong.of(pid) : OptionalLong.empty();
    }

    /** The port that the main process wrote down; empty while it starts. */
    OptionalLong port() throws IOException {
        List<String> lines = pidLines();
        return lines.size() > PORT_LINE && !lines.get(PORT_LINE).isBlank()
                ? OptionalLong.of(Long.parseLong(lines.get(PORT_LINE).strip()))
                : OptionalLong.empty();
    }

    /** All that live, main process included. */
    List<Long> all() throws IOException {
        try (Stream<Path> processes = Files.list(Path.of("/proc"))) {
            return processes
                    .map(path -> path.getFileName().toString())
                    .filter(name -> name.chars().allMatch(Character::isDigit))
                    .map(Long::parseLong)
                    .filter(this::isOurs)
                    .toList();
        }
    }

    /** Removes the note of a main process that is dead, which might be taken for another process of the same number. */
    void forgetDead() throws IOException {
        if (main().isEmpty() && all().isEmpty()) {
            Files.deleteIfExists(pidFile);
        }
    }

    private List<String> pidLines() throws IOException {
        return Files.exists(pidFile) ? Files.readAllLines(pidFile) : List.of();
    }

    /** Whether a process works in the data folder; a dead one that nobody has collected has no folder any more. */
    private boolean isOurs(long pid) {
        try {
            return Files.readSymbolicLink(Path.of("/proc", Long.toString(pid), "cwd"))
                    .equals(data);
        } catch (IOException e) {
            return false;
        }
    }
}
