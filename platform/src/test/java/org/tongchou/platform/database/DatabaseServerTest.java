package org.tongchou.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import jakarta.servlet.FilterChain;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** The server behind the application, while it comes and goes. */
class DatabaseServerTest {
    private static final FilterChain WORKS =
            (request, response) -> response.getWriter().write("ok");

    @TempDir
    private Path data;

    @Test
    void answers503WhileTheServerIsAwayAndWorksAgainAfterwards() throws Exception {
        try (DatabaseServer server = DatabaseServer.start(embedded())) {
            AvailabilityFilter filter = new AvailabilityFilter(server::isAvailable);
            assertThat(ask(filter, "/api/x", WORKS).getContentAsString()).isEqualTo("ok");
            assertThatThrownBy(() -> DataLock.take(data))
                    .isInstanceOf(StartFailure.class)
                    .hasMessageContaining(
                            "正被另一个统筹程序使用（进程号 " + ProcessHandle.current().pid() + "）");

            kill(server);
            await(() -> !server.isAvailable());
            MockHttpServletResponse refused = ask(filter, "/api/x", WORKS);
            assertThat(refused.getStatus()).isEqualTo(503);
            assertThat(refused.getContentAsString()).contains("E-PLT-503").contains("数据库暂时不可用");
            assertThat(ask(filter, "/actuator/health", WORKS).getStatus()).isEqualTo(200);

            await(server::isAvailable);
            try (Connection connection = server.pool().getConnection()) {
                assertThat(connection.isValid(1)).isTrue();
            }
            assertThat(ask(filter, "/api/x", WORKS).getStatus()).isEqualTo(200);
        }
        DataLock.take(data).close();
    }

    @Test
    void requestsThatLoseTheDatabaseMidwayGet503() throws Exception {
        AvailabilityFilter filter = new AvailabilityFilter(() -> true);
        MockHttpServletResponse response = ask(filter, "/api/x", (request, answer) -> {
            throw new IllegalStateException(new SQLException("terminating connection", "57P01"));
        });
        assertThat(response.getStatus()).isEqualTo(503);
        assertThatThrownBy(() -> ask(filter, "/api/x", (request, answer) -> {
                    throw new IllegalStateException("something else");
                }))
                .hasMessage("something else");
    }

    @Test
    void explainsAnExternalDatabaseThatCannotBeReached() {
        DatabaseSettings settings = new DatabaseSettings(
                data, "jdbc:postgresql://127.0.0.1:1/tongchou?connectTimeout=1", "u", "secret", false);
        assertThatThrownBy(() -> DatabaseServer.start(settings))
                .isInstanceOf(StartFailure.class)
                .hasMessageContaining("无法连接外部数据库 jdbc:postgresql://127.0.0.1:1/tongchou")
                .hasMessageContaining("TONGCHOU_DB_URL")
                .hasMessageNotContaining("secret");
        DataLock.take(data).close();
    }

    @Test
    void refusesAnExternalDatabaseThatIsTooOld() throws Exception {
        DatabaseMetaData old = mock(DatabaseMetaData.class);
        when(old.getDatabaseMajorVersion()).thenReturn(14);
        when(old.getDatabaseProductVersion()).thenReturn("14.12");
        Connection connection = mock(Connection.class);
        when(connection.getMetaData()).thenReturn(old);
        assertThatThrownBy(() -> DatabaseServer.check(connection))
                .isInstanceOf(StartFailure.class)
                .hasMessage("外部数据库是 PostgreSQL 14.12，需要 15 或更新的版本；请升级，或去掉 TONGCHOU_DB_URL 改用内置数据库");
    }

    @Test
    void explainsADataFolderThatIsAFile() throws Exception {
        Path file = Files.writeString(data.resolve("file"), "x");
        assertThatThrownBy(() -> DataLock.take(file))
                .isInstanceOf(StartFailure.class)
                .hasMessageContaining("无法使用数据目录");
    }

    private DatabaseSettings embedded() {
        return new DatabaseSettings(data, null, null, null, false);
    }

    private static void kill(DatabaseServer server) throws SQLException {
        try (Connection connection = server.pool().getConnection();
                Statement statement = connection.createStatement();
                var row = statement.executeQuery("select split_part(pg_read_file('postmaster.pid'), E'\\n', 1)")) {
            row.next();
            ProcessHandle.of(row.getLong(1)).orElseThrow().destroyForcibly();
        }
    }

    private static MockHttpServletResponse ask(AvailabilityFilter filter, String path, FilterChain chain)
            throws Exception {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", path);
        MockHttpServletResponse response = new MockHttpServletResponse();
        filter.doFilter(request, response, chain);
        return response;
    }

    private static void await(java.util.function.BooleanSupplier condition) throws InterruptedException {
        Instant limit = Instant.now().plus(Duration.ofSeconds(30));
        while (!condition.getAsBoolean()) {
            assertThat(Instant.now()).isBefore(limit);
            Thread.sleep(5);
        }
    }
}
