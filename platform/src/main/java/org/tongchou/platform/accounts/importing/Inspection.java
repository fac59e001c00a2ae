package org.tongchou.platform.accounts.importing;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.tongchou.platform.accounts.importing.mapping.CellProblem;
import org.tongchou.platform.accounts.importing.mapping.Draft;
import org.tongchou.platform.accounts.importing.mapping.Field;
import org.tongchou.platform.accounts.importing.mapping.Guess;
import org.tongchou.platform.accounts.importing.mapping.Header;
import org.tongchou.platform.accounts.importing.mapping.ImportKind;
import org.tongchou.platform.accounts.importing.mapping.Mapping;
import org.tongchou.platform.accounts.importing.mapping.ReadRow;
import org.tongchou.platform.accounts.importing.mapping.RowReader;
import org.tongchou.platform.file.StoredFile;
import org.tongchou.platform.file.StoredFiles;
import org.tongchou.platform.spreadsheet.source.SourceFile;
import org.tongchou.platform.spreadsheet.source.SourceRow;
import org.tongchou.platform.web.Actor;

/** Looks at the first rows of an uploaded file: what it holds, which template fits, how rows would be understood. */
@Service
class Inspection {
    private static final int SAMPLE = 40;
    private static final Pattern THREE_PUBLIC = Pattern.compile("三公|公务接待|接待批次|出国|团组|公务用车购置");

    private final ImportUploads uploads;
    private final StoredFiles files;
    private final ImportTemplates templates;
    private final Batches batches;
    private final Readers readers;

    Inspection(ImportUploads uploads, StoredFiles files, ImportTemplates templates, Batches batches, Readers readers) {
        this.uploads = uploads;
        this.files = files;
        this.templates = templates;
        this.batches = batches;
        this.readers = readers;
    }

    /**
     * What a file holds.
     *
     * @param fileId its id
     * @param name its name
     * @param size bytes
     * @param sheets names of its sheets; one empty name for CSV
     * @param sheet the sheet that was looked at
     * @param rows its first rows
     * @param suggestions mappings, the most fitting first
     * @param known batches of the same content
     */
    record Found(
            long fileId,
            String name,
            long size,
            List<String> sheets,
            String sheet,
            List<SourceRow> rows,
            List<Suggestion> suggestions,
            List<Batch> known) {
        Found {
            sheets = List.copyOf(sheets);
            rows = List.copyOf(rows);
            suggestions = List.copyOf(suggestions);
            known = List.copyOf(known);
        }
    }

    /**
     * A mapping that may fit.
     *
     * @param template name and version of its template; 按列名识别 when it was guessed
     * @param templateId id of the template; null for a built-in or guessed one
     * @param fit how many of its fields have their column in the file
     * @param fields how many fields it maps
     * @param mapping the mapping, with sheet and header of this file
     */
    record Suggestion(String template, @Nullable Long templateId, int fit, int fields, Mapping mapping) {}

    /** Looks at a sheet, the first when null. */
    Found look(Actor actor, long fileId, @Nullable String wanted) throws IOException {
        StoredFile file = uploads.own(actor, fileId);
        SourceFile source = SourceFile.open(files.path(file));
        String sheet = wanted == null ? source.sheets().get(0) : wanted;
        List<SourceRow> rows = sample(source, sheet);
        Guess guess = new Guess(readers.words(), rows);
        Guess.Place place = guess.header();
        List<Suggestion> suggestions = new ArrayList<>();
        for (ImportTemplates.Template template : templates.list()) {
            Mapping mapping = template.mapping().at(sheet, place.first(), place.rows());
            String name = template.name() + (template.id() == null ? "" : " 第 " + template.version() + " 版");
            suggestions.add(suggestion(name, template.id(), mapping, place.header()));
        }
        int below = place.first() + place.rows();
        ImportKind kind = kind(file.name()
                + sheet
                + rows.stream().limit(3).filter(row -> row.number() < below).toList());
        suggestions.add(suggestion("按列名识别", null, guess.mapping(kind, sheet, place), place.header()));
        suggestions.sort(Comparator.comparingInt((Suggestion each) ->
                        each.fit() * 2 + (each.mapping().kind().equals(kind.code()) ? 1 : 0))
                .reversed());
        return new Found(
                file.id(),
                file.name(),
                file.size(),
                source.sheets(),
                sheet,
                rows,
                suggestions,
                batches.withContent(actor, file.sha256()));
    }

    private static Suggestion suggestion(String name, @Nullable Long id, Mapping mapping, Header header) {
        return new Suggestion(
                name, id, Guess.fit(mapping, header), mapping.fields().size(), mapping);
    }

    private static List<SourceRow> sample(SourceFile source, String sheet) throws IOException {
        List<SourceRow> rows = new ArrayList<>();
        source.read(sheet, row -> {
            rows.add(row);
            return rows.size() < SAMPLE;
        });
        return rows;
    }

    /** What the names of file and sheet, the title and the header say; a payment may be for a contract or a reception. */
    private static ImportKind kind(String about) {
        if (about.contains("合同") || about.contains("政府采购")) {
            return ImportKind.CONTRACT;
        }
        if (THREE_PUBLIC.matcher(about).find()) {
            return ImportKind.THREE_PUBLIC;
        }
        if (about.contains("调整") || about.contains("追加")) {
            return ImportKind.BUDGET_ADJUSTMENT;
        }
        if (about.contains("年初预算") || about.contains("二上") || about.contains("预算批复")) {
            return ImportKind.BUDGET_INITIAL;
        }
        if (about.contains("结转") && about.contains("预算")) {
            return ImportKind.BUDGET_CARRY_OVER;
        }
        return about.contains("收入") && !about.contains("支出") ? ImportKind.INCOME : ImportKind.EXPENSE;
    }

    /** The mapping that the titles of a place suggest for a kind of entry. */
    Mapping guess(Actor actor, long fileId, Mapping at) throws IOException {
        SourceFile source = SourceFile.open(files.path(uploads.own(actor, fileId)));
        List<SourceRow> rows = sample(source, at.sheet());
        Guess guess = new Guess(readers.words(), rows);
        Guess.Place place = new Guess.Place(at.headerRow(), at.headerRows(), CheckJob.header(at, rows));
        return guess.mapping(at.importKind(), at.sheet(), place);
    }

    /**
     * The first rows as a mapping understands them.
     *
     * @param headers titles of the columns
     * @param columns column of each field, by the field's code; only those that were found
     * @param missing fields whose column is not in the file
     * @param rows the rows
     */
    record Preview(
            List<String> headers, java.util.Map<String, Integer> columns, List<String> missing, List<PreviewRow> rows) {
        Preview {
            headers = List.copyOf(headers);
            columns = java.util.Map.copyOf(columns);
            missing = List.copyOf(missing);
            rows = List.copyOf(rows);
        }
    }

    /**
     * A row as it would be understood.
     *
     * @param rowNo its number
     * @param cells its texts
     * @param draft what it becomes; null when nothing
     * @param skipped why it is left out; empty when it is not
     * @param problems what is wrong with its cells
     */
    record PreviewRow(
            int rowNo, List<String> cells, @Nullable Draft draft, String skipped, List<CellProblem> problems) {
        PreviewRow {
            cells = List.copyOf(cells);
            problems = List.copyOf(problems);
        }
    }

    /** Reads the first rows by a mapping. */
    Preview preview(Actor actor, long bookId, long fileId, Mapping mapping) throws IOException {
        SourceFile source = SourceFile.open(files.path(uploads.own(actor, fileId)));
        List<SourceRow> rows = sample(source, mapping.sheet());
        Header header = CheckJob.header(mapping, rows);
        RowReader reader = readers.reader(actor, bookId, mapping, header);
        java.util.Map<String, Integer> columns = new java.util.HashMap<>();
        for (Field field : Field.of(mapping.importKind())) {
            if (reader.column(field) >= 0) {
                columns.put(field.code(), reader.column(field));
            }
        }
        List<PreviewRow> read = rows.stream()
                .filter(row -> row.number() >= mapping.headerRow() + mapping.headerRows())
                .map(reader::read)
                .map(Inspection::row)
                .toList();
        return new Preview(header.titles(), columns, reader.missing(), read);
    }

    private static PreviewRow row(ReadRow read) {
        return new PreviewRow(read.row().number(), read.row().cells(), read.draft(), read.skipped(), read.problems());
    }
}
