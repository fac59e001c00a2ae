package org.tongchou.platform.intake.read;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tongchou.platform.intake.Field;
import org.tongchou.platform.intake.IntakeRow;
import org.tongchou.platform.privacy.PersonalSecrets;

/** Reads the cells of rows, one for each field of a list, in their order. */
public final class RowReader {
    private final List<Field> fields;
    private final List<FieldWords> words;

    /** A reader for a kind of list. */
    public RowReader(List<Field> fields) {
        this.fields = List.copyOf(fields);
        this.words = fields.stream().map(FieldWords::new).toList();
    }

    /**
     * A row as it was understood.
     *
     * @param row its values, as far as they are well-formed
     * @param problems what is wrong with its cells
     */
    public record Outcome(IntakeRow row, List<CellProblem> problems) {
        /** Copies the list. */
        public Outcome {
            problems = List.copyOf(problems);
        }
    }

    /** The fields. */
    public List<Field> fields() {
        return fields;
    }

    /** Reads a row; the cells are those of the fields, personal ones in the clear. */
    public Outcome read(int number, List<String> cells) {
        Map<String, String> values = new HashMap<>();
        List<CellProblem> problems = new ArrayList<>(0);
        for (int i = 0; i < fields.size(); i++) {
            Field field = fields.get(i);
            String text = i < cells.size() ? cells.get(i) : "";
            CellReader.Read read = CellReader.read(field, words.get(i), text);
            if (read instanceof CellReader.Read.Value value) {
                if (!value.text().isEmpty()) {
                    values.put(field.key(), value.text());
                }
            } else if (read instanceof CellReader.Read.Wrong wrong) {
                problems.add(problem(field, text, false, wrong.code(), wrong.expected()));
            }
        }
        return new Outcome(new IntakeRow(number, values), problems);
    }

    /** A problem of a field's cell; personal texts are masked. */
    public static CellProblem problem(Field field, String text, boolean warning, String code, String expected) {
        return new CellProblem(
                field.key(),
                field.title(),
                warning,
                code,
                field.personal() ? PersonalSecrets.masked(text) : text,
                expected);
    }
}
