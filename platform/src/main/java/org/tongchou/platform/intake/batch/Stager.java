package org.tongchou.platform.intake.batch;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tongchou.platform.intake.Field;
import org.tongchou.platform.intake.Intake;
import org.tongchou.platform.intake.IntakeRow;
import org.tongchou.platform.intake.read.RowReader;
import org.tongchou.platform.privacy.PersonalSecrets;

/** Turns the cells of a kind of list into staged rows and back: personal cells are sealed, and masked where they stood. */
final class Stager {
    /** Between sealed cells; no cell can have it. */
    private static final String BETWEEN = "\u001f";

    private final List<Field> fields;
    private final List<String> key;
    private final boolean personalKey;
    private final boolean personal;
    private final RowReader reader;
    private final PersonalSecrets secrets;

    Stager(Intake intake, PersonalSecrets secrets) {
        this.fields = intake.fields();
        this.key = intake.key();
        this.personal = fields.stream().anyMatch(Field::personal);
        this.personalKey = fields.stream().anyMatch(field -> field.personal() && key.contains(field.key()));
        this.reader = new RowReader(fields);
        this.secrets = secrets;
    }

    /** The fields, in the order of the cells. */
    List<Field> fields() {
        return fields;
    }

    /** Reads and stages a row whose personal cells are in the clear. */
    Staged stage(int number, List<String> cells) {
        RowReader.Outcome read = reader.read(number, cells);
        List<String> shown = new ArrayList<>(fields.size());
        StringBuilder hidden = new StringBuilder();
        for (int i = 0; i < fields.size(); i++) {
            String text = i < cells.size() ? cells.get(i).replace(BETWEEN, "") : "";
            if (fields.get(i).personal()) {
                hidden.append(text).append(BETWEEN);
                shown.add(PersonalSecrets.masked(text));
            } else {
                shown.add(text);
            }
        }
        return new Staged(
                number,
                shown,
                new Sealed(personal ? secrets.seal(hidden.toString()) : null),
                read.problems().isEmpty() ? RowState.CORRECT : RowState.WRONG,
                hash(read.row()),
                read.problems());
    }

    /** The cells of a staged row, personal ones in the clear. */
    List<String> open(List<String> cells, Sealed sealed) {
        byte[] bytes = sealed.bytes();
        if (bytes == null) {
            return cells;
        }
        String[] hidden = secrets.open(bytes).split(BETWEEN, -1);
        List<String> open = new ArrayList<>(cells);
        int next = 0;
        for (int i = 0; i < fields.size(); i++) {
            if (fields.get(i).personal()) {
                open.set(i, hidden[next++]);
            }
        }
        return open;
    }

    /** The values of a staged row. */
    IntakeRow read(int number, List<String> cells, Sealed sealed) {
        return reader.read(number, open(cells, sealed)).row();
    }

    private @Nullable UUID hash(IntakeRow row) {
        if (key.isEmpty() || !key.stream().anyMatch(row::has)) {
            return null;
        }
        StringBuilder values = new StringBuilder();
        key.forEach(each -> values.append(row.text(each)).append(BETWEEN));
        if (!personalKey) {
            return UUID.nameUUIDFromBytes(values.toString().getBytes(StandardCharsets.UTF_8));
        }
        ByteBuffer digest = ByteBuffer.wrap(secrets.hash(values.toString()));
        return new UUID(digest.getLong(), digest.getLong());
    }
}
