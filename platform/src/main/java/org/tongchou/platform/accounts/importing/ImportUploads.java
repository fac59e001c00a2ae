package org.tongchou.platform.accounts.importing;

import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.OffsetDateTime;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tongchou.platform.file.StoredFile;
import org.tongchou.platform.file.StoredFiles;
import org.tongchou.platform.web.Actor;
import org.tongchou.platform.web.Refusal;

/** Files that were uploaded for import, and by whom: nobody can import, and so read, a file of somebody else. */
@Repository
class ImportUploads {
    private final StoredFiles files;
    private final JdbcClient database;
    private final Clock clock;

    ImportUploads(StoredFiles files, JdbcClient database, Clock clock) {
        this.files = files;
        this.database = database;
        this.clock = clock;
    }

    StoredFile store(Actor actor, String name, InputStream content) throws IOException {
        StoredFile file = files.store(actor, name, content);
        database.sql("insert into accounts.import_upload (file_id, user_id, created_at) values (:file, :user, :now)")
                .param("file", file.id())
                .param("user", actor.userId())
                .param("now", OffsetDateTime.now(clock))
                .update();
        return file;
    }

    /** A file that this person uploaded. */
    StoredFile own(Actor actor, long fileId) {
        boolean own =
                database.sql("select count(*) from accounts.import_upload where file_id = :file and user_id = :user")
                                .param("file", fileId)
                                .param("user", actor.userId())
                                .query(Long.class)
                                .single()
                        == 1;
        if (!own) {
            throw Refusal.notFound("您上传的文件 " + fileId);
        }
        return files.get(fileId);
    }
}
