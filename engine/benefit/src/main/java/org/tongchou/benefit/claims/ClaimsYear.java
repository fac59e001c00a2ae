package org.tongchou.benefit.claims;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32C;
import org.tongchou.benefit.policy.Vocabulary;

/**
 * A year file, mapped into memory column by column: the system reads what is looked at and may forget it again. Safe for
 * concurrent use; each thread has its own cursors.
 */
public final class ClaimsYear {
    private final ClaimsManifest manifest;
    private final ByteBuffer[] columns;

    private ClaimsYear(ClaimsManifest manifest, ByteBuffer[] columns) {
        this.manifest = manifest;
        this.columns = columns;
    }

    /**
     * Opens a year file and checks all of it: manifest, lengths, checksums, order, and that every number is in its range.
     *
     * @return the year, or all that is wrong with it; never throws for what is in the files
     */
    public static ClaimsReading open(Path folder) {
        List<ClaimsFailure> failures = new ArrayList<>();
        ClaimsYear year = map(folder, failures).orElse(null);
        if (year != null) {
            year.checksums(failures);
            if (failures.isEmpty()) {
                ClaimsCheck.check(year, failures);
            }
        }
        return new ClaimsReading(failures.isEmpty() ? year : null, failures);
    }

    private static Optional<ClaimsYear> map(Path folder, List<ClaimsFailure> failures) {
        Optional<ClaimsManifest> manifest = text(folder.resolve(ClaimsManifest.FILE), failures)
                .flatMap(text -> ClaimsManifest.read(text, failures::add));
        if (manifest.isEmpty() || !fits(manifest.get(), failures)) {
            return Optional.empty();
        }
        ClaimsColumn[] all = ClaimsColumn.values();
        ByteBuffer[] columns = new ByteBuffer[all.length];
        for (int i = 0; i < all.length; i++) {
            long bytes = (long) manifest.get().rows(all[i].table()) * all[i].width();
            columns[i] = map(folder.resolve(all[i].file()), bytes, failures);
        }
        return failures.isEmpty() ? Optional.of(new ClaimsYear(manifest.get(), columns)) : Optional.empty();
    }

    private static boolean fits(ClaimsManifest manifest, List<ClaimsFailure> failures) {
        for (ClaimsColumn.Table table : ClaimsColumn.Table.values()) {
            int rows = manifest.rows(table);
            if (rows > ClaimsWriter.MOST_ROWS) {
                failures.add(new ClaimsFailure(
                        ClaimsFailure.Code.TOO_LARGE,
                        "rows." + table.word(),
                        String.valueOf(rows),
                        "最多 " + ClaimsWriter.MOST_ROWS + " 行"));
            }
        }
        manifest.words().words().forEach((fact, words) -> {
            if (words.size() > ClaimsWords.MOST) {
                failures.add(new ClaimsFailure(
                        ClaimsFailure.Code.TOO_LARGE,
                        "words." + ClaimsWords.key(fact),
                        words.size() + " 个词",
                        "最多 " + ClaimsWords.MOST + " 个词"));
            }
        });
        int diagnoses = manifest.words().diagnoses().size();
        if (diagnoses > ClaimsWords.MOST_DIAGNOSES) {
            failures.add(new ClaimsFailure(
                    ClaimsFailure.Code.TOO_LARGE,
                    "words.diagnosis",
                    diagnoses + " 个",
                    "最多 " + ClaimsWords.MOST_DIAGNOSES + " 个"));
        }
        return failures.isEmpty();
    }

    private static Optional<String> text(Path file, List<ClaimsFailure> failures) {
        try {
            return Optional.of(Files.readString(file));
        } catch (CharacterCodingException e) {
            failures.add(new ClaimsFailure(ClaimsFailure.Code.MANIFEST, file.toString(), "", "UTF-8 编码的清单"));
        } catch (IOException e) {
            failures.add(unreadable(file));
        }
        return Optional.empty();
    }

    private static ClaimsFailure unreadable(Path file) {
        return new ClaimsFailure(ClaimsFailure.Code.UNREADABLE, file.toString(), "", "年文件目录中的一个文件，请检查路径和权限");
    }

    private static ByteBuffer map(Path file, long bytes, List<ClaimsFailure> failures) {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            if (channel.size() == bytes) {
                return channel.map(FileChannel.MapMode.READ_ONLY, 0, bytes).order(ByteOrder.LITTLE_ENDIAN);
            }
            failures.add(new ClaimsFailure(
                    ClaimsFailure.Code.LENGTH,
                    file.toString(),
                    channel.size() + " 字节",
                    bytes + " 字节；文件不完整或与清单不配套，请重新复制或生成"));
        } catch (IOException e) {
            failures.add(unreadable(file));
        }
        return ByteBuffer.allocate(0);
    }

    private void checksums(List<ClaimsFailure> failures) {
        for (ClaimsColumn column : ClaimsColumn.values()) {
            CRC32C sum = new CRC32C();
            sum.update(column(column).duplicate());
            String found = HexFormat.of().toHexDigits((int) sum.getValue());
            String expected = manifest.checksums().getOrDefault(column.word(), "");
            if (!found.equals(expected)) {
                failures.add(new ClaimsFailure(
                        ClaimsFailure.Code.CHECKSUM, column.file(), found, expected + "；文件已损坏或被改动，请重新复制或生成"));
            }
        }
    }

    /** What the year file says of itself. */
    public ClaimsManifest manifest() {
        return manifest;
    }

    /** How many persons there are. */
    public int persons() {
        return manifest.persons();
    }

    /** The first bill of a person. */
    public int firstBill(int person) {
        return person == 0 ? 0 : intAt(ClaimsColumn.PERSON_BILLS_END, person - 1);
    }

    /** The bill after the last of a person. */
    public int endOfBills(int person) {
        return intAt(ClaimsColumn.PERSON_BILLS_END, person);
    }

    /** The first line of a bill. */
    public int firstLine(int bill) {
        return bill == 0 ? 0 : intAt(ClaimsColumn.BILL_LINES_END, bill - 1);
    }

    /** The line after the last of a bill. */
    public int endOfLines(int bill) {
        return intAt(ClaimsColumn.BILL_LINES_END, bill);
    }

    /** The amount of a line in fen. */
    public long lineAmount(int line) {
        return longAt(ClaimsColumn.LINE_AMOUNT, line);
    }

    /**
     * How the words of the year file are numbered in a region.
     *
     * @param failures told of each word that the region does not have
     */
    public WordMap wordsIn(Vocabulary vocabulary, List<ClaimsFailure> failures) {
        return WordMap.of(manifest.words(), vocabulary, failures);
    }

    @SuppressWarnings("EnumOrdinal")
    ByteBuffer column(ClaimsColumn column) {
        return columns[column.ordinal()];
    }

    int byteAt(ClaimsColumn column, int row) {
        return column(column).get(row);
    }

    int shortAt(ClaimsColumn column, int row) {
        return column(column).getShort(row * Short.BYTES);
    }

    int intAt(ClaimsColumn column, int row) {
        return column(column).getInt(row * Integer.BYTES);
    }

    long longAt(ClaimsColumn column, int row) {
        return column(column).getLong(row * Long.BYTES);
    }
}
