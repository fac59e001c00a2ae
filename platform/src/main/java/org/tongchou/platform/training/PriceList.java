package org.tongchou.platform.training;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.tongchou.files.CsvFile;

/**
 * What a training hospital offers, charges and treats ({@code training/*.csv}): codes of the sample catalogue.
 *
 * @param kinds kinds of visit
 * @param items what is charged
 * @param complaints what people come for
 */
public record PriceList(List<Kind> kinds, List<Priced> items, List<Complaint> complaints) {
    private static final PriceList USUAL = read();

    /** Copies the lists. */
    public PriceList {
        kinds = List.copyOf(kinds);
        items = List.copyOf(items);
        complaints = List.copyOf(complaints);
    }

    /**
     * A kind of visit.
     *
     * @param use word by which items and complaints name it
     * @param medType {@code med_type}
     * @param title its name
     * @param stay whether it is a stay in hospital
     * @param clearing 清算类别 of its settlements
     */
    public record Kind(String use, String medType, String title, boolean stay, String clearing) {
        /** Whether it is a purchase at a pharmacy. */
        public boolean pharmacy() {
            return use.equals("pharmacy");
        }
    }

    /**
     * An item with its price.
     *
     * @param code national code
     * @param name name
     * @param price yuan of one piece
     * @param uses kinds of visit in which it is usual
     */
    public record Priced(String code, String name, BigDecimal price, List<String> uses) {
        /** Copies the list. */
        public Priced {
            uses = List.copyOf(uses);
        }

        /** So many of it. */
        public HisItem times(int pieces) {
            return new HisItem(code, name, price, BigDecimal.valueOf(pieces));
        }
    }

    /**
     * What people come for in a kind of visit.
     *
     * @param use kind of visit
     * @param complaint what for
     */
    public record Complaint(String use, HisComplaint complaint) {}

    /** The list that comes with the program. */
    public static PriceList usual() {
        return USUAL;
    }

    /** A kind of visit by its word. */
    public Optional<Kind> kind(String use) {
        return kinds.stream().filter(kind -> kind.use().equals(use)).findFirst();
    }

    /** What is usually charged in a kind of visit. */
    public List<Priced> of(String use) {
        return items.stream().filter(item -> item.uses().contains(use)).toList();
    }

    /** What people come for in a kind of visit. */
    public List<HisComplaint> complaints(String use) {
        return complaints.stream()
                .filter(each -> each.use().equals(use))
                .map(Complaint::complaint)
                .toList();
    }

    private static PriceList read() {
        return new PriceList(
                rows(
                        "kinds.csv",
                        (file, row) -> new Kind(
                                file.cell(row, "use"),
                                file.cell(row, "medType"),
                                file.cell(row, "title"),
                                file.cell(row, "stay").equals("Y"),
                                file.cell(row, "clearing"))),
                rows(
                        "items.csv",
                        (file, row) -> new Priced(
                                file.cell(row, "code"),
                                file.cell(row, "name"),
                                new BigDecimal(file.cell(row, "price")),
                                Stream.of(file.cell(row, "uses").split(" ", -1)).toList())),
                rows(
                        "complaints.csv",
                        (file, row) -> new Complaint(
                                file.cell(row, "uses"),
                                new HisComplaint(
                                        file.cell(row, "code"),
                                        file.cell(row, "name"),
                                        file.cell(row, "disease"),
                                        file.cell(row, "diseaseName")))));
    }

    @FunctionalInterface
    private interface Reading<T> {
        T of(CsvFile file, CsvFile.Row row);
    }

    private static <T> List<T> rows(String name, Reading<T> reading) {
        try (InputStream in = Objects.requireNonNull(PriceList.class.getResourceAsStream("/training/" + name))) {
            CsvFile file = CsvFile.parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
            return file.rows().stream().map(row -> reading.of(file, row)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
