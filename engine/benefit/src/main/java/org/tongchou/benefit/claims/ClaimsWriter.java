package org.tongchou.benefit.claims;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.CRC32C;
import org.tongchou.benefit.policy.Fact;
import org.tongchou.files.AtomicFile;

/**
 * Writes a year file by streaming: a person, then each of the bills of the person by date, each followed by its lines.
 * Memory is bounded, whatever the size. The manifest comes last: without it there is no year file.
 */
public final class ClaimsWriter implements Closeable {
    private static final int BUFFER = 1 << 16;

    /** Rows at most: so that every column can be mapped as one. */
    static final int MOST_ROWS = Integer.MAX_VALUE / Long.BYTES;

    private final Path folder;
    private final String title;
    private final int year;
    private final ClaimsWords words;
    private final Map<ClaimsColumn, Column> columns = new EnumMap<>(ClaimsColumn.class);
    private final int[] rows = new int[ClaimsColumn.Table.values().length];
    private boolean billIsOpen;
    private boolean personIsOpen;

    /** One column while it is written. */
    private static final class Column implements Closeable {
        private final FileChannel channel;
        private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER).order(ByteOrder.LITTLE_ENDIAN);
        private final CRC32C sum = new CRC32C();

        Column(Path file) throws IOException {
            channel = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE);
        }

        void put(long value, int width) throws IOException {
            if (buffer.remaining() < width) {
                drain();
            }
            switch (width) {
                case Byte.BYTES -> buffer.put((byte) value);
                case Short.BYTES -> buffer.putShort((short) value);
                case Integer.BYTES -> buffer.putInt((int) value);
                default -> buffer.putLong(value);
            }
        }

        void drain() throws IOException {
            buffer.flip();
            sum.update(buffer.duplicate());
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
            buffer.clear();
        }

        String checksum() {
            return HexFormat.of().toHexDigits((int) sum.getValue());
        }

        @Override
        public void close() throws IOException {
            channel.close();
        }
    }

    /**
     * Starts a year file; one that is there is no longer one at once.
     *
     * @param folder made when it is not there
     * @param title what it is, for people
     * @param year calendar year of the bills
     * @throws IllegalArgumentException when there are more words than a year file can tell apart
     */
    public ClaimsWriter(Path folder, String title, int year, ClaimsWords words) throws IOException {
        for (Fact.Kind fact : ClaimsWords.FACTS) {
            if (words.of(fact).size() > ClaimsWords.MOST) {
                throw new IllegalArgumentException(fact + " has more than " + ClaimsWords.MOST + " words");
            }
        }
        if (words.diagnoses().size() > ClaimsWords.MOST_DIAGNOSES) {
            throw new IllegalArgumentException("more than " + ClaimsWords.MOST_DIAGNOSES + " diagnoses");
        }
        this.folder = folder;
        this.title = title;
        this.year = year;
        this.words = words;
        Files.createDirectories(folder);
        Files.deleteIfExists(folder.resolve(ClaimsManifest.FILE));
        for (ClaimsColumn column : ClaimsColumn.values()) {
            columns.put(column, new Column(folder.resolve(column.file())));
        }
    }

    /** A person without bills so far. */
    public void person(PersonRow row) throws IOException {
        endPerson();
        personIsOpen = true;
        put(ClaimsColumn.PERSON_BORN, row.born());
        put(ClaimsColumn.PERSON_SEX, row.sex());
        put(ClaimsColumn.PERSON_SCHEME, row.scheme());
        put(ClaimsColumn.PERSON_TYPE, row.type());
        put(ClaimsColumn.PERSON_FEE_TIER, row.feeTier());
        put(ClaimsColumn.PERSON_INSURED_YEARS, row.insuredYears());
        put(ClaimsColumn.PERSON_IDENTITIES, row.identities());
        put(ClaimsColumn.PERSON_HELD_DISEASES, row.heldDiseases());
        put(ClaimsColumn.PERSON_CARE_LEVEL, row.careLevel());
        put(ClaimsColumn.PERSON_CAP_RAISE, row.capRaise());
        count(ClaimsColumn.Table.PERSONS);
    }

    /** The next bill of the last person, without lines so far. */
    public void bill(BillRow row) throws IOException {
        endBill();
        if (!personIsOpen) {
            throw new IllegalStateException("a bill before the first person");
        }
        billIsOpen = true;
        put(ClaimsColumn.BILL_DATE, row.date());
        put(ClaimsColumn.BILL_ADMITTED, row.admitted());
        put(ClaimsColumn.BILL_KIND, row.kind());
        put(ClaimsColumn.BILL_LEVEL, row.level());
        put(ClaimsColumn.BILL_PROVIDERS, row.providers());
        put(ClaimsColumn.BILL_PLACE, row.place());
        put(ClaimsColumn.BILL_FILING, row.filing());
        put(ClaimsColumn.BILL_PAYMENT_MODE, row.paymentMode());
        put(ClaimsColumn.BILL_PACKAGE_PRICE, row.packagePrice());
        put(ClaimsColumn.BILL_DISEASE, row.disease());
        put(ClaimsColumn.BILL_DIAGNOSIS, row.diagnosis());
        put(ClaimsColumn.BILL_TAGS, row.tags());
        put(ClaimsColumn.BILL_ACCOUNT, row.account());
        put(ClaimsColumn.BILL_MUTUAL_ACCOUNT, row.mutualAccount());
        put(ClaimsColumn.BILL_CONTINUES, row.continues());
        count(ClaimsColumn.Table.BILLS);
    }

    /** The next line of the last bill. */
    public void line(LineRow row) throws IOException {
        if (!billIsOpen) {
            throw new IllegalStateException("a line before the first bill of a person");
        }
        put(ClaimsColumn.LINE_PRICE, row.price());
        put(ClaimsColumn.LINE_COUNT, row.count());
        put(ClaimsColumn.LINE_AMOUNT, row.amount());
        put(ClaimsColumn.LINE_CATALOGUE, row.catalogue());
        put(ClaimsColumn.LINE_CATEGORY, row.category());
        put(ClaimsColumn.LINE_SHARE, row.share());
        put(ClaimsColumn.LINE_LIMIT, row.limit());
        put(ClaimsColumn.LINE_MARKS, row.marks());
        put(ClaimsColumn.LINE_REFUNDS, row.refunds());
        count(ClaimsColumn.Table.LINES);
    }

    /** Completes the year file. */
    public ClaimsManifest finish() throws IOException {
        endPerson();
        Map<String, String> sums = new TreeMap<>();
        for (Map.Entry<ClaimsColumn, Column> column : columns.entrySet()) {
            column.getValue().drain();
            column.getValue().close();
            sums.put(column.getKey().word(), column.getValue().checksum());
        }
        ClaimsManifest manifest = new ClaimsManifest(
                title,
                year,
                rows(ClaimsColumn.Table.PERSONS),
                rows(ClaimsColumn.Table.BILLS),
                rows(ClaimsColumn.Table.LINES),
                words,
                sums);
        AtomicFile.writeText(folder.resolve(ClaimsManifest.FILE), manifest.text());
        return manifest;
    }

    private void endPerson() throws IOException {
        endBill();
        if (personIsOpen) {
            put(ClaimsColumn.PERSON_BILLS_END, rows(ClaimsColumn.Table.BILLS));
            personIsOpen = false;
        }
    }

    private void endBill() throws IOException {
        if (billIsOpen) {
            put(ClaimsColumn.BILL_LINES_END, rows(ClaimsColumn.Table.LINES));
            billIsOpen = false;
        }
    }

    private void put(ClaimsColumn column, long value) throws IOException {
        Column to = columns.get(column);
        if (to != null) {
            to.put(value, column.width());
        }
    }

    @SuppressWarnings("EnumOrdinal")
    private int rows(ClaimsColumn.Table table) {
        return rows[table.ordinal()];
    }

    @SuppressWarnings("EnumOrdinal")
    private void count(ClaimsColumn.Table table) throws IOException {
        if (rows[table.ordinal()]++ >= MOST_ROWS) {
            throw new IOException(
                    new ClaimsFailure(ClaimsFailure.Code.TOO_LARGE, table.word(), "", "最多 " + MOST_ROWS + " 行，请分成几个年文件")
                            .message());
        }
    }

    @Override
    public void close() throws IOException {
        for (Column column : columns.values()) {
            column.close();
        }
    }
}
