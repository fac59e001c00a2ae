package org.tongchou.platform.file;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.unit.DataSize;
import org.tongchou.platform.database.ContentLock;
import org.tongchou.platform.database.DataFolder;
import org.tongchou.platform.database.Verification;
import org.tongchou.platform.web.Actor;
import org.tongchou.platform.web.Refusal;

/** Stored files: rows in {@code file.stored}, contents in the data directory. */
@Service
class FileService implements StoredFiles, Verification {
    private static final Logger LOG = LoggerFactory.getLogger(FileService.class);
    private static final String COLUMNS = "id, name, media_type, size, sha256";

    private final JdbcClient jdbc;
    private final ContentStore contents;
    private final Clock clock;
    private final TransactionTemplate own;

    FileService(
            JdbcClient jdbc,
            PlatformTransactionManager transactions,
            DataFolder data,
            Clock clock,
            @Value("${tongchou.file-limit:200MB}") DataSize limit,
            @Value("${tongchou.attach:false}") boolean besideAnother) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.own = new TransactionTemplate(transactions);
        own.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.contents = new ContentStore(data.folder("files"), limit, ContentStore.Disk.REAL);
        if (!besideAnother) {
            contents.prune();
            removeUnwanted();
        }
    }

    @Override
    @Transactional
    public StoredFile store(Actor actor, String name, InputStream content) throws IOException {
        String cleaned = FileNames.clean(name);
        ContentLock.share(jdbc);
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
    @Transactional(propagation = Propagation.MANDATORY)
    public void remove(long id) {
        StoredFile file = get(id);
        jdbc.sql("delete from file.stored where id = :id").param("id", id).update();
        jdbc.sql("insert into file.unwanted values (:sha256) on conflict do nothing")
                .param("sha256", file.sha256())
                .update();
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                removeUnwanted();
            }
        });
    }

    /** Removes the contents of removed files. Does nothing while files are stored or backed up: then the next removal does. */
    private void removeUnwanted() {
        try {
            own.executeWithoutResult(status -> {
                if (ContentLock.takeAlone(jdbc)) {
                    jdbc.sql("""
                                    select sha256 from file.unwanted u
                                    where not exists (select from file.stored s where s.sha256 = u.sha256)
                                    """).query(String.class).list().forEach(this::removeContent);
                    jdbc.sql("delete from file.unwanted").update();
                }
            });
        } catch (RuntimeException e) {
            LOG.warn("contents of removed files stay until the next removal or start", e);
        }
    }

    private void removeContent(String sha256) {
        try {
            contents.remove(sha256);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
