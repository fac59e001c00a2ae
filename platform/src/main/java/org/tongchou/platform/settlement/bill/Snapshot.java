package org.tongchou.platform.settlement.bill;

import java.util.function.Consumer;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Everything as it is at one moment, whatever happens meanwhile; rows are read some at a time. */
@Component
class Snapshot {
    private static final int FETCH = 2_000;

    private final TransactionTemplate transaction;
    private final JdbcClient database;

    Snapshot(DataSource source, PlatformTransactionManager transactions) {
        JdbcTemplate template = new JdbcTemplate(source);
        template.setFetchSize(FETCH);
        this.database = JdbcClient.create(template);
        this.transaction = new TransactionTemplate(transactions);
        transaction.setReadOnly(true);
        transaction.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    }

    void look(Consumer<JdbcClient> work) {
        transaction.executeWithoutResult(status -> work.accept(database));
    }
}
