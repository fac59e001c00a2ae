package org.tongchou.accounts.write;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CjkFontTest {
    @TempDir
    Path folder;

    @Test
    void prefersFontsWithLatinLettersOverFallbackFonts() throws IOException {
        Path droid = font("a/droid/DroidSansFallbackFull.ttf");
        assertThat(CjkFont.best(List.of(folder))).contains(droid);
        Path noto = font("z/NotoSansSC-Regular.ttf");
        assertThat(CjkFont.best(List.of(folder))).contains(noto);
    }

    @Test
    void ignoresCollectionsUnknownNamesAndMissingFolders() throws IOException {
        font("NotoSansCJK-Regular.ttc");
        font("Latin.ttf");
        assertThat(CjkFont.best(List.of(folder.resolve("missing"), folder))).isEmpty();
    }

    @Test
    void takesTheFileNamedByTheUserFirst() throws IOException {
        Path own = font("own.ttf");
        String before = System.getProperty(CjkFont.PROPERTY);
        System.setProperty(CjkFont.PROPERTY, own.toString());
        try {
            assertThat(CjkFont.find()).contains(own);
        } finally {
            if (before == null) {
                System.clearProperty(CjkFont.PROPERTY);
            } else {
                System.setProperty(CjkFont.PROPERTY, before);
            }
        }
    }

    private Path font(String name) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, "font");
    }
}
