package org.tongchou.platform.privacy;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import org.tongchou.platform.database.StartFailure;

/**
 * Personal secrets under the installation's key. The database remembers by a mark which key that is: with another one
 * nobody would be found again, and everybody could be enrolled a second time.
 */
@Component
class KeyedSecrets implements PersonalSecrets {
    private static final String OWNER = "person";
    private static final String PURPOSE = "person search";

    private final SecretBox box;
    private final JdbcClient database;
    private final TransactionTemplate apart;
    private volatile boolean marked;

    KeyedSecrets(SecretBox box, JdbcClient database, PlatformTransactionManager transactions) {
        this.box = box;
        this.database = database;
        this.apart = new TransactionTemplate(transactions);
        this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    @Override
    public byte[] seal(String clear) {
        mark();
        return box.seal(clear.getBytes(StandardCharsets.UTF_8), OWNER);
    }

    @Override
    public String open(byte[] sealed) {
        return new String(box.open(sealed, OWNER), StandardCharsets.UTF_8);
    }

    @Override
    public byte[] hash(String clear) {
        mark();
        return box.digest(clear.getBytes(StandardCharsets.UTF_8), PURPOSE);
    }

    /** Refuses to start with a key that is not the one of the data. */
    @EventListener(ApplicationReadyEvent.class)
    void compare() {
        stored().ifPresent(this::mustBeOurs);
    }

    private void mark() {
        if (!marked) {
            apart.executeWithoutResult(
                    status -> database.sql("insert into privacy.key_mark (mark) values (:mark) on conflict do nothing")
                            .param("mark", own())
                            .update());
            stored().ifPresent(this::mustBeOurs);
            marked = true;
        }
    }

    private Optional<String> stored() {
        return database.sql("select mark from privacy.key_mark")
                .query(String.class)
                .optional();
    }

    private void mustBeOurs(String mark) {
        if (!mark.equals(own())) {
            throw new StartFailure("数据目录中的密钥 secret.key 不是这些数据的密钥，个人信息无法解读；请把原来的 secret.key 放回数据目录后再启动");
        }
    }

    private String own() {
        return HexFormat.of().formatHex(box.digest(new byte[0], "key mark"));
    }
}
