package org.tongchou.accounts.write;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDateTime;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** Takes the time of writing out of Office files, so that equal publications give equal bytes. */
final class StableZip {
    private static final LocalDateTime FIRST_ZIP_DAY = LocalDateTime.of(1980, 1, 1, 0, 0);

    private StableZip() {}

    /** The same entries in the same order with one fixed time, workbooks inside (of charts) included. */
    static byte[] of(byte[] zip) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(zip.length);
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip));
                ZipOutputStream out = new ZipOutputStream(bytes)) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                byte[] content = in.readAllBytes();
                ZipEntry stable = new ZipEntry(entry.getName());
                stable.setTimeLocal(FIRST_ZIP_DAY);
                out.putNextEntry(stable);
                out.write(entry.getName().endsWith(".xlsx") ? of(content) : content);
                out.closeEntry();
            }
        }
        return bytes.toByteArray();
    }
}
