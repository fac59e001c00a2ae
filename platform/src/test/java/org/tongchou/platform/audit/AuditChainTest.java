package org.tongchou.platform.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.tongchou.platform.PlatformTest;
import org.tongchou.platform.TestActors;
import org.tongchou.platform.web.Actor;

/** Whatever is done to the log behind the application's back is found, and its place is named. */
@PlatformTest
class AuditChainTest {
    private static final Actor ACTOR = TestActors.actor();

    @Autowired
    private AuditLog log;

    @Autowired
    private Sealer sealer;

    @Autowired
    private ChainVerification chain;

    @Autowired
    private JdbcClient database;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private Anchor anchor;

    @BeforeEach
    void tenEntries() {
        tamper("truncate audit.unsealed, audit.link, audit.entry restart identity");
        for (int i = 1; i <= 10; i++) {
            log.record(ACTOR, "test.thing.do", "test.thing", "x" + i, "第 " + i + " 件", null, Map.of("值", i));
        }
        sealAll();
    }

    @Test
    void isWholeWhenLeftAlone() {
        ChainVerification.Result result = chain.verify();
        assertThat(result.problems()).isEmpty();
        assertThat(result.verified()).isEqualTo(10);
        assertThat(result.head()).hasSize(64);
    }

    @Test
    void refusesChange() {
        for (String change : List.of(
                "update audit.entry set summary = 'x' where id = 1",
                "delete from audit.entry where id = 1",
                "truncate audit.entry cascade",
                "update audit.link set position = 11 where position = 10",
                "delete from audit.link where position = 10")) {
            assertThatThrownBy(() -> database.sql(change).update()).hasMessageContaining("只能追加");
        }
    }

    @Test
    void findsAnEditedEntry() {
        for (String field : List.of(
                "summary = '改过'",
                "user_name = 'other'",
                "happened_at = happened_at + interval '1 microsecond'",
                "after = '{\"值\": 7}'",
                "before = '{}'",
                "outcome = 'refused'",
                "client = '10.0.0.1'")) {
            tenEntries();
            tamper("update audit.entry set " + field + " where id = 4");
            assertThat(chain.problems()).as(field).hasSize(1).first().asString().contains("第 4 环", "记录 4", "修改");
        }
    }

    @Test
    void findsADeletedEntry() {
        tamper("delete from audit.entry where id = 6");
        assertThat(chain.problems().get(0)).contains("记录 6", "被删除");
    }

    @Test
    void findsADeletedEntryWithItsLink() {
        tamper("delete from audit.link where position = 6; delete from audit.entry where id = 6");
        assertThat(chain.problems().get(0)).contains("缺第 6 环");
    }

    @Test
    void findsACutTail() {
        tamper("delete from audit.link where position > 8; delete from audit.entry where id > 8");
        assertThat(chain.problems().get(0)).contains("链到第 8 环", "锚点是第 10 环");
    }

    @Test
    void findsReorderedEntries() {
        tamper("update audit.link set entry_id = 1003 where position = 3;"
                + "update audit.link set entry_id = 3 where position = 5;"
                + "update audit.link set entry_id = 5 where position = 3");
        assertThat(chain.problems().get(0)).contains("第 3 环", "次序");
    }

    @Test
    void findsAnInsertedEntry() {
        tamper("""
                insert into audit.entry (user_id, user_name, display_name, unit_id, unit_name, action, object_type,
                    object_id, outcome, summary, client, trace)
                values (1, 'forged', '伪造', 0, '', 'a', 'b', 'c', 'done', '伪造', '', '')""");
        assertThat(chain.problems().get(0)).contains("记录 11", "插入");
    }

    @Test
    void findsAChainThatWasMadeAnew() throws IOException {
        String noted = Files.readString(anchor.file());
        tamper("update audit.entry set summary = '改过' where id = 4; truncate audit.link;"
                + "insert into audit.unsealed select id from audit.entry");
        sealAll();
        Files.writeString(anchor.file(), noted);
        assertThat(chain.problems().get(0)).contains("第 10 环", "重新计算");
    }

    @Test
    void findsAnEntryDeletedBeforeSealing() {
        // In one transaction, so that no sealer of the running application comes between.
        transaction.executeWithoutResult(status -> {
            log.record(ACTOR, "test.thing.do", "test.thing", "y", "还没有封", null, null);
            tamper("delete from audit.entry where id = 11");
        });
        sealAll();
        assertThat(chain.problems()).anySatisfy(problem -> assertThat(problem).contains("记录 11", "之前被删除"));
    }

    @Test
    void forgetsWhatWasRolledBackAndKeepsRefusals() {
        transaction.executeWithoutResult(status -> {
            log.record(ACTOR, "test.thing.do", "test.thing", "gone", "会撤销", null, null);
            log.refused(ACTOR, "test.thing.do", "test.thing", "kept", "被拒绝");
            status.setRollbackOnly();
        });
        sealAll();
        assertThat(database.sql("select object_id from audit.entry where id > 10")
                        .query(String.class)
                        .list())
                .containsExactly("kept");
        assertThat(chain.problems()).isEmpty();
    }

    @Test
    void staysWholeUnderManyWriters() throws InterruptedException {
        ExecutorService writers = Executors.newFixedThreadPool(6);
        for (int i = 0; i < 200; i++) {
            int number = i;
            writers.execute(() -> transaction.executeWithoutResult(status -> {
                log.record(ACTOR, "test.thing.do", "test.thing", "c" + number, "并发", null, null);
                if (number % 5 == 0) {
                    status.setRollbackOnly();
                }
            }));
            if (i % 20 == 0) {
                sealer.seal();
            }
        }
        writers.shutdown();
        assertThat(writers.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
        sealAll();
        ChainVerification.Result result = chain.verify();
        assertThat(result.problems()).isEmpty();
        assertThat(result.verified()).isEqualTo(170);
    }

    private void sealAll() {
        while (database.sql("select count(*) from audit.unsealed q join audit.entry e on e.id = q.entry_id")
                        .query(Long.class)
                        .single()
                > 0) {
            sealer.seal();
        }
    }

    /** Does what only somebody with the database's password can: without triggers and references. */
    private void tamper(String sql) {
        transaction.executeWithoutResult(status -> {
            database.sql("set local session_replication_role = replica").update();
            for (String statement : sql.split(";", -1)) {
                database.sql(statement).update();
            }
        });
    }
}
