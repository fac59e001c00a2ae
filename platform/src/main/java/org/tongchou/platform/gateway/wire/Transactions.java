package org.tongchou.platform.gateway.wire;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.tongchou.files.CsvFile;

/** The transactions that are known, with their fields. */
public final class Transactions {
    /** The edition of the interface that the fields are of. */
    public static final String EDITION = "V1.2.02";

    private final Map<String, Transaction> byNumber;

    private Transactions(Map<String, Transaction> byNumber) {
        this.byNumber = Collections.unmodifiableMap(byNumber);
    }

    /** Those of the national edition. */
    public static Transactions national() {
        Map<String, Map<String, Map<String, Building>>> ways = new LinkedHashMap<>();
        CsvFile fields = read("fields.csv");
        for (CsvFile.Row row : fields.rows()) {
            ways.computeIfAbsent(fields.cell(row, "transaction"), key -> new LinkedHashMap<>())
                    .computeIfAbsent(fields.cell(row, "way"), key -> new LinkedHashMap<>())
                    .computeIfAbsent(
                            fields.cell(row, "node"),
                            key -> new Building(fields.cell(row, "repeats").equals("Y"), new ArrayList<>()))
                    .fields()
                    .add(field(fields, row));
        }
        CsvFile names = read("transactions.csv");
        Map<String, Transaction> transactions = new LinkedHashMap<>();
        for (CsvFile.Row row : names.rows()) {
            String number = names.cell(row, "transaction");
            Map<String, Map<String, Building>> all = Objects.requireNonNull(ways.get(number), number);
            transactions.put(
                    number,
                    new Transaction(
                            number,
                            names.cell(row, "name"),
                            nodes(all, "in"),
                            nodes(all, "out"),
                            nodes(all, "upload").stream().findFirst(),
                            nodes(all, "result").stream().findFirst()));
        }
        return new Transactions(transactions);
    }

    private record Building(boolean repeats, List<FieldSpec> fields) {}

    private static List<Node> nodes(Map<String, Map<String, Building>> all, String way) {
        return all.getOrDefault(way, Map.of()).entrySet().stream()
                .map(node -> new Node(
                        node.getKey(),
                        node.getValue().repeats(),
                        node.getValue().fields()))
                .toList();
    }

    private static FieldSpec field(CsvFile file, CsvFile.Row row) {
        String[] size = file.cell(row, "size").split(",", -1);
        return new FieldSpec(
                file.cell(row, "field"),
                FieldSpec.Type.of(file.cell(row, "type")),
                size[0].isEmpty() ? 0 : Integer.parseInt(size[0]),
                size.length == 1 ? 0 : Integer.parseInt(size[1]),
                file.cell(row, "required").equals("Y"),
                file.cell(row, "dictionary"),
                file.cell(row, "title"));
    }

    static CsvFile read(String name) {
        try (InputStream in = Objects.requireNonNull(Transactions.class.getResourceAsStream("/gateway/" + name))) {
            return CsvFile.parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The transaction of a number; its letter is taken in either case. */
    public Optional<Transaction> find(String number) {
        return Optional.ofNullable(byNumber.get(number.strip().toUpperCase(Locale.ROOT)));
    }

    /** All, by number. */
    public Collection<Transaction> all() {
        return byNumber.values();
    }
}
