package org.tongchou.platform.gateway.file;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.tongchou.platform.file.StoredFile;
import org.tongchou.platform.file.StoredFiles;
import org.tongchou.platform.gateway.wire.Node;
import org.tongchou.platform.gateway.wire.WireFault;
import org.tongchou.platform.region.Region;
import org.tongchou.platform.web.Actor;

/** Files of the interface by their query number (文件查询号). All calls join the caller's transaction. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class WireFiles {
    private static final int DAYS = 7;
    private static final String COLUMNS = "number, name, rows, stored, ends_at";

    private final JdbcClient database;
    private final StoredFiles files;
    private final Region region;
    private final Clock clock;

    WireFiles(JdbcClient database, StoredFiles files, Region region, Clock clock) {
        this.database = database;
        this.files = files;
        this.region = region;
        this.clock = clock;
    }

    /**
     * A file.
     *
     * @param number its query number
     * @param name its name
     * @param rows rows within; 0 when nobody counted
     * @param stored id of the stored file
     * @param endsAt until when it can be fetched
     */
    public record WireFile(String number, String name, long rows, long stored, LocalDateTime endsAt) {}

    /** Keeps what an institution uploads; it alone can have it. */
    public WireFile upload(Actor actor, String institution, String name, InputStream content) throws IOException {
        return insert(institution, "", 0, files.store(actor, name, content));
    }

    /** Makes a table that an institution can fetch. */
    public WireFile make(Actor actor, String institution, String name, TableFile.Source rows) {
        return make(actor, institution, "", name, rows);
    }

    /**
     * Makes a table that every institution can fetch, once for a key.
     *
     * @param key what is in it: the same key is the same content
     */
    public WireFile shared(Actor actor, String key, String name, TableFile.Source rows) {
        database.sql("select pg_advisory_xact_lock(hashtextextended('gateway.file ' || :key, 0))")
                .param("key", key)
                .query((row, number) -> 0)
                .list();
        Optional<WireFile> before = database.sql(
                        "select " + COLUMNS + " from gateway.file where made_for = :key and ends_at > :now")
                .param("key", key)
                .param("now", LocalDateTime.now(clock).plusDays(1))
                .query(WireFile.class)
                .optional();
        return before.orElseGet(() -> make(actor, "", key, name, rows));
    }

    private WireFile make(Actor actor, String institution, String key, String name, TableFile.Source rows) {
        try (TableFile table = TableFile.write(name, rows);
                InputStream content = table.open()) {
            return insert(institution, key, table.rows(), files.store(actor, name + ".zip", content));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private WireFile insert(String institution, String key, long rows, StoredFile stored) {
        LocalDateTime now = LocalDateTime.now(clock).truncatedTo(ChronoUnit.SECONDS);
        return database.sql("""
                        insert into gateway.file (id, number, institution, made_for, name, rows, stored, ends_at)
                        overriding system value
                        select next.id, :region || to_char(:now::timestamp, 'YYYYMMDDHH24MISS') || lpad(next.id::text, 10, '0'),
                            :institution, :key, :name, :rows, :stored, :ends
                        from (select nextval(pg_get_serial_sequence('gateway.file', 'id')) as id) next
                        returning\s""" + COLUMNS)
                .param("region", region.code())
                .param("now", now)
                .param("institution", institution)
                .param("key", key)
                .param("name", stored.name())
                .param("rows", rows)
                .param("stored", stored.id())
                .param("ends", now.plusDays(DAYS))
                .query(WireFile.class)
                .single();
    }

    /**
     * Where a file of an institution is, or one that is for all.
     *
     * @throws WireFault when there is none, or its time is over
     */
    public Path find(String institution, String number) {
        WireFile file = database.sql("select " + COLUMNS
                        + " from gateway.file where number = :number and institution in ('', :institution)")
                .param("number", number)
                .param("institution", institution)
                .query(WireFile.class)
                .optional()
                .filter(one -> one.endsAt().isAfter(LocalDateTime.now(clock)))
                .orElseThrow(() ->
                        new WireFault("E-GWY-092", "file_qury_no（文件查询号）的值“" + number + "”不可用，应为本机构可以下载、没有过期的文件查询号"));
        return files.path(files.get(file.stored()));
    }

    /**
     * The rows of an uploaded table, checked against its columns.
     *
     * @param most how many rows it may have
     * @throws WireFault for the first row that cannot be used
     */
    public List<TableFile.Line> rows(String institution, String number, Node columns, int most) {
        return TableFile.read(find(institution, number), columns, most);
    }

    /** Removes what was made and can no longer be fetched; what was uploaded stays. */
    @Scheduled(cron = "0 40 3 * * *")
    @Transactional
    public void removeOld() {
        database.sql("delete from gateway.file where made_for <> '' and ends_at < :now returning stored")
                .param("now", LocalDateTime.now(clock).minusDays(1))
                .query(Long.class)
                .list()
                .forEach(files::remove);
    }
}
