package org.tongchou.platform.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.util.unit.DataSize;
import org.tongchou.platform.database.DataFolder;
import org.tongchou.platform.database.Verification;
import org.tongchou.platform.web.Actor;
import org.tongchou.platform.web.Refusal;

/** Stored files: rows in {@code file.stored}, contents in the data directory. */
@Service
class FileService implements StoredFiles, Verification {
    private static final String COLUMNS = "id, name, media_type, size, sha256";

    private final JdbcClient jdbc;
    private final ContentStore contents;
    private final Clock clock;

    FileService(
            JdbcClient jdbc,
            DataFolder data,
            Clock clock,
            @Value("${tongchou.file-limit:50MB}") DataSize limit,
            @Value("${tongchou.attach:false}") boolean besideAnother) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.contents = new ContentStore(data.folder("files"), limit, ContentStore.Disk.REAL);
        if (!besideAnother) {
            contents.prune();
        }
    }

    @Override
    public StoredFile store(Actor actor, String name, InputStream content) throws IOException {
        String cleaned = FileNames.clean(name);
        ContentStore.Kept kept = contents.keep(content, cleaned);
        return jdbc.sql("""
                        insert into file.stored (sha256, name, media_type, size, created_by, created_at)
                        values (:sha256, :name, :type, :size, :by, :at)
                        returning\s""" + COLUMNS)
                .param("sha256", kept.sha256())
                .param("name", cleaned)
                .param("type", kept.mediaType())
                .param("size", kept.size())
                .param("by", actor.userName())
                .param("at", OffsetDateTime.now(clock))
                .query(StoredFile.class)
                .single();
    }

    @Override
    public StoredFile get(long id) {
        return jdbc.sql("select " + COLUMNS + " from file.stored where id = :id")
                .param("id", id)
                .query(StoredFile.class)
                .optional()
                .orElseThrow(() -> Refusal.notFound("文件 " + id));
    }

    @Override
    public Path path(StoredFile file) {
        return contents.path(file.sha256());
    }

    @Override
    public String name() {
        return "存储的文件";
    }

    @Override
    public List<String> problems() {
        return damaged().stream()
                .map(file -> "文件 " + file.id() + "“" + file.name() + "”的内容缺失或与摘要不符")
                .toList();
    }

    /** The files whose content is missing or no longer what was stored. */
    List<StoredFile> damaged() {
        List<StoredFile> damaged = new ArrayList<>();
        for (StoredFile file : jdbc.sql(
                        "select distinct on (sha256) " + COLUMNS + " from file.stored order by sha256, id")
                .query(StoredFile.class)
                .list()) {
            if (!contents.holds(file.sha256())) {
                damaged.add(file);
            }
        }
        return damaged;
    }
}
