package org.tongchou.platform.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import org.tongchou.platform.PlatformTest;
import org.tongchou.platform.web.Actor;
import org.tongchou.platform.web.Refusal;

@PlatformTest
class FileServiceTest {
    @Autowired
    private StoredFiles files;

    @Autowired
    private FileService service;

    @Autowired
    private JdbcClient database;

    @Autowired
    private AutowireCapableBeanFactory beans;

    private TransactionTemplate transaction;
    private TransactionTemplate own;

    @Autowired
    void setTransactions(PlatformTransactionManager transactions) {
        transaction = new TransactionTemplate(transactions);
        own = new TransactionTemplate(transactions);
        own.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    @Test
    void storesAndFindsAgain() throws IOException {
        StoredFile stored = store("../2024 年度决算.txt", "合计 1,234.00");
        assertThat(stored.name()).isEqualTo("2024 年度决算.txt");
        assertThat(stored.size()).isEqualTo(15);
        assertThat(files.get(stored.id())).isEqualTo(stored);
        assertThat(files.path(stored)).hasContent("合计 1,234.00");
    }

    @Test
    void refusesUnknownFiles() {
        assertThatThrownBy(() -> files.get(987_654)).hasMessage("没有找到文件 987654");
    }

    @Test
    void downloadsAreSavedNotShown() throws IOException {
        StoredFile stored = store("预算“一”\r\nX: y.html", "<html><script>alert(1)</script>");
        ResponseEntity<Resource> answer = Downloads.of(stored, files.path(stored));
        HttpHeaders headers = answer.getHeaders();
        assertThat(headers.getFirst(HttpHeaders.CONTENT_DISPOSITION))
                .startsWith("attachment; ")
                .contains("filename*=UTF-8''%E9%A2%84%E7%AE%97")
                .doesNotContain("\r", "\n");
        assertThat(headers.getFirst("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(headers.getFirst("Content-Security-Policy")).contains("sandbox");
    }

    @Test
    void noticesContentsThatWereChangedOrLost() throws IOException {
        StoredFile changed = store("changed.txt", "content to be changed");
        StoredFile lost = store("lost.txt", "content to be lost");
        assertThat(service.damaged()).isEmpty();
        Files.writeString(files.path(changed), "something else");
        Files.delete(files.path(lost));
        assertThat(service.damaged()).containsExactlyInAnyOrder(changed, lost);
        Files.delete(files.path(changed));
    }

    @Test
    void removesTheContentWithTheLastFileThatHasIt() throws IOException {
        StoredFile one = store("一.txt", "shared content");
        StoredFile other = store("二.txt", "shared content");
        transaction.executeWithoutResult(status -> {
            files.remove(one.id());
            assertThat(files.path(one)).exists();
        });
        assertThatThrownBy(() -> files.get(one.id())).isInstanceOf(Refusal.class);
        assertThat(files.path(other)).hasContent("shared content");
        transaction.executeWithoutResult(status -> {
            files.remove(other.id());
            status.setRollbackOnly();
        });
        assertThat(files.path(other)).hasContent("shared content");
        remove(other);
        assertThat(files.path(other)).doesNotExist();
        assertThat(unwanted()).isZero();
        assertThat(files.path(store("三.txt", "shared content"))).hasContent("shared content");
    }

    @Test
    void removesNothingWhileAFileIsBeingStored() throws IOException {
        StoredFile removed = store("先.txt", "content on its way");
        transaction.executeWithoutResult(status -> {
            StoredFile again = stored("后.txt", "content on its way");
            own.executeWithoutResult(inner -> files.remove(removed.id()));
            assertThat(files.path(again)).exists();
            assertThat(unwanted()).isOne();
        });
        StoredFile last = store("另.txt", "another content");
        remove(last);
        assertThat(unwanted()).isZero();
        assertThat(files.path(last)).doesNotExist();
        assertThat(files.path(removed)).hasContent("content on its way");
        assertThat(service.damaged()).extracting(StoredFile::sha256).doesNotContain(removed.sha256());
    }

    @Test
    void theNextStartGoesOnWithARemovalThatWasCutOff() throws IOException {
        StoredFile removed = store("断.txt", "content left behind");
        database.sql("delete from file.stored where id = :id")
                .param("id", removed.id())
                .update();
        database.sql("insert into file.unwanted values (:sha256)")
                .param("sha256", removed.sha256())
                .update();
        beans.createBean(FileService.class);
        assertThat(files.path(removed)).doesNotExist();
        assertThat(unwanted()).isZero();
    }

    @Test
    void removalNeedsATransaction() throws IOException {
        StoredFile stored = store("单.txt", "alone");
        assertThatThrownBy(() -> files.remove(stored.id())).isInstanceOf(IllegalTransactionStateException.class);
    }

    private StoredFile stored(String name, String content) {
        try {
            return store(name, content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void remove(StoredFile file) {
        transaction.executeWithoutResult(status -> files.remove(file.id()));
    }

    private long unwanted() {
        return database.sql("select count(*) from file.unwanted")
                .query(Long.class)
                .single();
    }

    private StoredFile store(String name, String content) throws IOException {
        return files.store(Actor.SYSTEM, name, new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8)));
    }
}
