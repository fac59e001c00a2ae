package org.tongchou.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.transaction.TransactionSystemException;

/** Which failures mean that the database is away, so that work is tried again instead of being told as failed. */
class DatabaseTroubleTest {
    @ParameterizedTest
    @ValueSource(strings = {"08006", "57P01", "57P03", "53300"})
    void knowsADatabaseThatWentAway(String state) {
        assertThat(DatabaseTrouble.of(new DataAccessResourceFailureException("", new SQLException("", state))))
                .isEqualTo(DatabaseTrouble.AWAY);
    }

    @Test
    void knowsAPoolWithoutConnections() {
        assertThat(DatabaseTrouble.of(new IllegalStateException(new SQLTransientConnectionException("timeout"))))
                .isEqualTo(DatabaseTrouble.AWAY);
        assertThat(DatabaseTrouble.of(new IllegalStateException(new SQLException("Connection is closed"))))
                .isEqualTo(DatabaseTrouble.AWAY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"57P01", "53100", "23505"})
    void looksBehindARollbackThatFailed(String state) {
        Exception reason = new IllegalStateException(new SQLException("", state));
        TransactionSystemException failure = new TransactionSystemException("JDBC rollback failed");
        failure.initApplicationException(reason);
        assertThat(DatabaseTrouble.of(failure)).isEqualTo(DatabaseTrouble.of(reason));
    }

    @Test
    void saysNothingAboutOtherFailures() {
        assertThat(DatabaseTrouble.of(new IllegalStateException("no"))).isEqualTo(DatabaseTrouble.NONE);
        assertThat(DatabaseTrouble.of(new SQLException("duplicate", "23505"))).isEqualTo(DatabaseTrouble.NONE);
        assertThat(DatabaseTrouble.of(new SQLException("full", "53100"))).isEqualTo(DatabaseTrouble.FULL);
    }
}
