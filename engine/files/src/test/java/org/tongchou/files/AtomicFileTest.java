package org.tongchou.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFileTest {
    @TempDir
    Path folder;

    @Test
    void appearsOnlyWhenComplete() throws IOException {
        Path target = folder.resolve("a/b.txt");
        try (AtomicFile file = AtomicFile.open(target)) {
            file.stream().write('x');
            assertThat(target).doesNotExist();
            file.commit();
        }
        assertThat(target).hasContent("x");
        assertThat(target.getParent()).isDirectoryContaining(path -> path.endsWith("b.txt"));
        try (var files = Files.list(folder.resolve("a"))) {
            assertThat(files).hasSize(1);
        }
    }

    @Test
    void leavesTheOldFileWhenFillingFails() throws IOException {
        Path target = Files.writeString(folder.resolve("old.txt"), "old");
        assertThatIOException()
                .isThrownBy(() -> AtomicFile.write(target, stream -> {
                    stream.write('n');
                    throw new IOException("disk full");
                }))
                .withMessage("disk full");
        assertThat(target).hasContent("old");
        assertThat(folder).isDirectoryNotContaining(path -> !path.equals(target));
    }

    @Test
    void replacesAnOlderFile() throws IOException {
        Path target = Files.writeString(folder.resolve("old.txt"), "a longer old text");
        AtomicFile.writeText(target, "新");
        assertThat(target).hasContent("新");
    }

    @Test
    void saysThatAFolderIsNoFileName() {
        assertThatIOException()
                .isThrownBy(() -> AtomicFile.writeText(Path.of("/"), "x"))
                .withMessageContaining("不是文件名");
    }
}
