package org.tongchou.platform.database.backup;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;
import org.tongchou.platform.database.StartFailure;
import org.tongchou.platform.database.backup.Manifest.FilePart;
import org.tongchou.platform.database.backup.Manifest.TablePart;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** A backup that is read: known to be one when it is open, known to be whole when it was checked. */
final class BackupFile implements AutoCloseable {
    private static final Pattern SAFE_TABLE = Pattern.compile("[a-z_]+\\.[a-z0-9_]+");
    private static final Pattern SAFE_FILE = Pattern.compile("files/[0-9a-f]{2}/[0-9a-f]{62}|secret\\.key");

    private final Path file;
    private final ZipFile zip;
    private final Manifest manifest;

    private BackupFile(Path file, ZipFile zip, Manifest manifest) {
        this.file = file;
        this.zip = zip;
        this.manifest = manifest;
    }

    /**
     * Opens a backup.
     *
     * @throws StartFailure when the file is missing, cut off, or something else
     */
    static BackupFile open(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new StartFailure("没有找到备份文件 " + file);
        }
        ZipFile zip;
        try {
            zip = new ZipFile(file.toFile(), StandardCharsets.UTF_8);
        } catch (ZipException e) {
            throw new StartFailure("文件 " + file + " 不是备份文件，或者不完整（" + e.getMessage() + "）", e);
        }
        try {
            return new BackupFile(file, zip, manifest(file, zip));
        } catch (IOException | StartFailure e) {
            zip.close();
            throw e;
        }
    }

    Manifest manifest() {
        return manifest;
    }

    /**
     * Reads everything and compares it with the manifest.
     *
     * @throws StartFailure naming the first part that is damaged
     */
    void check() throws IOException {
        Set<String> expected = new HashSet<>(Set.of(Manifest.ENTRY));
        for (TablePart table : manifest.tables()) {
            expected.add(table.entry());
            check(table.entry(), table.sm3(), SAFE_TABLE.matcher(table.name()).matches());
        }
        for (FilePart part : manifest.files()) {
            expected.add(part.entry());
            check(part.entry(), part.sm3(), SAFE_FILE.matcher(part.path()).matches());
        }
        for (var entries = zip.entries(); entries.hasMoreElements(); ) {
            String name = entries.nextElement().getName();
            if (!expected.contains(name)) {
                throw damaged(name + " 不在清单中", null);
            }
        }
    }

    /** The content of a part. */
    InputStream content(String entry) throws IOException {
        ZipEntry found = zip.getEntry(entry);
        if (found == null) {
            throw damaged("缺少 " + entry, null);
        }
        return zip.getInputStream(found);
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    private void check(String entry, String sm3, boolean safe) throws IOException {
        if (!safe) {
            throw damaged("清单中的名称 " + entry + " 不正常", null);
        }
        try (InputStream content = content(entry)) {
            if (!Digest.of(content).hex().equals(sm3)) {
                throw damaged(entry + " 的内容与 SM3 摘要不符", null);
            }
        } catch (ZipException e) {
            throw damaged(entry + " 无法解压", e);
        }
    }

    private StartFailure damaged(String what, @Nullable Exception cause) {
        return new StartFailure("备份文件 " + file + " 已损坏：" + what, cause);
    }

    private static Manifest manifest(Path file, ZipFile zip) throws IOException {
        ZipEntry entry = zip.getEntry(Manifest.ENTRY);
        if (entry == null) {
            throw new StartFailure("文件 " + file + " 不是统筹的备份文件：没有清单 " + Manifest.ENTRY);
        }
        try (InputStream content = zip.getInputStream(entry)) {
            Manifest manifest = new JsonMapper().readValue(content, Manifest.class);
            if (!Manifest.FORMAT.equals(manifest.format())) {
                throw new StartFailure("备份文件 " + file + " 的格式是 " + manifest.format() + "，本程序只认识 " + Manifest.FORMAT);
            }
            return manifest;
        } catch (JacksonException | ZipException | NullPointerException e) {
            throw new StartFailure("备份文件 " + file + " 已损坏：清单无法读取", e);
        }
    }
}
