package org.tongchou.platform.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.postgresql.PGConnection;
import org.tongchou.platform.browser.Desk;

/** The rows of tables once more, by a bare {@code COPY} into empty tables. */
record Copies(Desk desk, Path folder) {
    /**
     * What the same rows take.
     *
     * @param rows how many
     * @param whole into tables with the same columns, conditions and indexes
     * @param bare into tables with the same columns and nothing else
     */
    record Timing(long rows, Spent whole, Spent bare) {
        Timing plus(Timing other) {
            return new Timing(rows + other.rows, whole.plus(other.whole), bare.plus(other.bare));
        }
    }

    static final Timing NOTHING = new Timing(0, Spent.NOTHING, Spent.NOTHING);

    /** Copies a table. */
    Timing of(String table) throws Exception {
        Path text = folder.resolve("copied.txt");
        long rows = out(table, text);
        List<Spent> whole = new ArrayList<>();
        List<Spent> bare = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            whole.add(in(table, " including all", text, rows));
            bare.add(in(table, "", text, rows));
        }
        Files.delete(text);
        return new Timing(rows, median(whole), median(bare));
    }

    private static Spent median(List<Spent> runs) {
        return runs.stream()
                .sorted(java.util.Comparator.comparingLong(Spent::cpu))
                .toList()
                .get(runs.size() / 2);
    }

    private long out(String table, Path text) throws SQLException, IOException {
        try (Connection connection = desk.connect();
                Writer out = Files.newBufferedWriter(text)) {
            return connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyOut("copy (select * from " + table + ") to stdout", out);
        }
    }

    private Spent in(String table, String with, Path text, long rows) throws Exception {
        desk.database().sql("drop table if exists public.copied").update();
        desk.database()
                .sql("create table public.copied (like " + table + with + ")")
                .update();
        Spent spent = Spent.byHand(desk, () -> {
            try (Connection connection = desk.connect();
                    Reader in = Files.newBufferedReader(text)) {
                assertThat(connection
                                .unwrap(PGConnection.class)
                                .getCopyAPI()
                                .copyIn("copy public.copied from stdin", in))
                        .isEqualTo(rows);
            }
        });
        desk.database().sql("drop table public.copied").update();
        return spent;
    }
}
