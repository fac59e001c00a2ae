package org.tongchou.platform.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tongchou.platform.database.DataFolder;

class SecretBoxTest {
    private static final byte[] SECRET = "twenty bytes of seed".getBytes(StandardCharsets.UTF_8);

    @TempDir
    private Path folder;

    @Test
    void opensWhatItSealedAlsoAfterARestart() {
        byte[] sealed = box().seal(SECRET, "user 1");
        assertThat(HexFormat.of().formatHex(sealed))
                .doesNotContain(HexFormat.of().formatHex(SECRET));
        assertThat(box().open(sealed, "user 1")).isEqualTo(SECRET);
        assertThat(box().seal(SECRET, "user 1")).isNotEqualTo(sealed);
    }

    @Test
    void keepsTheKeyToItsOwner() throws IOException {
        box().seal(SECRET, "user 1");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("secret.key"))))
                .isEqualTo("rw-------");
    }

    @Test
    void refusesChangedOrMovedSecretsAndOtherKeys() throws IOException {
        byte[] sealed = box().seal(SECRET, "user 1");
        assertThatThrownBy(() -> box().open(sealed, "user 2")).isInstanceOf(IllegalStateException.class);
        byte[] changed = sealed.clone();
        changed[15] ^= 1;
        assertThatThrownBy(() -> box().open(changed, "user 1")).isInstanceOf(IllegalStateException.class);
        Files.delete(folder.resolve("secret.key"));
        assertThatThrownBy(() -> box().open(sealed, "user 1")).isInstanceOf(IllegalStateException.class);
    }

    private SecretBox box() {
        return new SecretBox(new DataFolder(folder));
    }
}
