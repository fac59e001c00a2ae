package org.tongchou.accounts.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tongchou.accounts.source.Problem;
import org.tongchou.accounts.source.RawDocument;

/**
 * A bureau's departmental budget or final accounts as read from one file.
 *
 * @param file the file's name
 * @param meta whose accounts they are
 * @param tables the recognised tables in printed order
 * @param narrative the figures stated in sentences, in printed order
 * @param problems what could not be taken as it stood
 * @param raw the document before recognition: paragraphs for checks on wording
 */
public record AccountsDocument(
        String file,
        DocumentMeta meta,
        List<Table> tables,
        List<NarrativeFigure> narrative,
        List<Problem> problems,
        RawDocument raw) {
    /** Copies the lists. */
    public AccountsDocument {
        tables = List.copyOf(tables);
        narrative = List.copyOf(narrative);
        problems = List.copyOf(problems);
    }

    /** The same document with further problems. */
    public AccountsDocument with(List<Problem> further) {
        List<Problem> all = new ArrayList<>(problems);
        all.addAll(further);
        return new AccountsDocument(file, meta, tables, narrative, all, raw);
    }

    /** The first table about a topic. */
    public Optional<Table> findTable(String topic) {
        return tables.stream().filter(table -> table.topic().equals(topic)).findFirst();
    }

    /** Every figure of every table as one flat list of facts. */
    public List<Fact> facts() {
        List<Fact> facts = new ArrayList<>();
        for (Table table : tables) {
            for (Row row : table.rows()) {
                if (row.repeated()) {
                    continue;
                }
                row.cells().forEach((column, cell) -> {
                    if (cell.amount() != null) {
                        facts.add(new Fact(
                                meta.bureau(),
                                meta.year(),
                                table.topic(),
                                row.side(),
                                row.effectiveCode(),
                                row.name(),
                                column,
                                cell.amount(),
                                table.unit(),
                                cell.place()));
                    }
                });
            }
        }
        return List.copyOf(facts);
    }
}
