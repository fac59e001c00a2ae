package org.tongchou.files;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A file that appears under its name only when it is complete: it is written beside its target and moved over it by
 * {@link #commit}. Closing without commit leaves what was there before.
 */
public final class AtomicFile implements Closeable {
    private static final AtomicLong COUNTER = new AtomicLong();

    private final Path target;
    private final Path temporary;
    private final OutputStream stream;

    private AtomicFile(Path target, Path temporary, OutputStream stream) {
        this.target = target;
        this.temporary = temporary;
        this.stream = stream;
    }

    /** What fills a file. */
    @FunctionalInterface
    public interface Filler {
        /** Writes everything; must not keep the stream. */
        void fill(OutputStream stream) throws IOException;
    }

    /**
     * Opens a file for writing, creating missing folders.
     *
     * @throws IOException when the folder cannot be written
     */
    public static AtomicFile open(Path target) throws IOException {
        Path absolute = target.toAbsolutePath();
        Path folder = absolute.getParent();
        if (folder == null || absolute.getFileName() == null) {
            throw new IOException(target + " 不是文件名");
        }
        Files.createDirectories(folder);
        Path temporary = folder.resolve("." + absolute.getFileName() + "."
                + ProcessHandle.current().pid() + "-" + COUNTER.incrementAndGet() + ".tmp");
        OutputStream stream = new BufferedOutputStream(Files.newOutputStream(
                temporary, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE));
        return new AtomicFile(absolute, temporary, stream);
    }

    /**
     * Writes a whole file.
     *
     * @throws IOException when writing fails; the target is then unchanged
     */
    public static void write(Path target, Filler filler) throws IOException {
        try (AtomicFile file = open(target)) {
            filler.fill(file.stream());
            file.commit();
        }
    }

    /**
     * Writes a whole text file in UTF-8.
     *
     * @throws IOException when writing fails; the target is then unchanged
     */
    public static void writeText(Path target, String text) throws IOException {
        write(target, stream -> stream.write(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** Where to write. */
    public OutputStream stream() {
        return stream;
    }

    /**
     * Puts the file in its place.
     *
     * @throws IOException when the file cannot be completed or moved
     */
    public void commit() throws IOException {
        stream.close();
        try {
            Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(temporary, target, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    @Override
    public void close() throws IOException {
        try {
            stream.close();
        } finally {
            Files.deleteIfExists(temporary);
        }
    }
}
