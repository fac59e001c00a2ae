package org.tongchou.platform.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.PGConnection;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.tongchou.platform.accounts.importing.TreasuryExport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Measures the desk as people run it, in a process of its own with the demonstration's data: {@code ./tongchou bench
 * desk}. Asserts no time. Not named like a test, so that it runs only when it is asked for.
 */
class DeskBench {
    private static final String NAME = "measuring";
    private static final String PASSWORD = "Correct-Horse-7";
    private static final int REQUESTS = 21;
    private static final int LOADS = 7;
    private static final int ROWS = Integer.getInteger("tongchou.rows", 200_000);
    private static final long REST = 20_000;
    private static final JsonMapper JSON = new JsonMapper();

    @TempDir
    private Path folder;

    /** Something to be timed. */
    @FunctionalInterface
    private interface Work {
        void run() throws Exception;
    }

    @Test
    void measure() throws Exception {
        Path data = folder.resolve("data");
        tellStart("启动到可用，新数据目录（演示数据）", List.of(start(data)));
        tellStart("启动到可用，已有数据，3 次中位数", List.of(start(data), start(data), start(data)));
        try (Desk desk = Desk.start(data);
                Chromium chromium = new Chromium()) {
            JdbcClient database = desk.database();
            Desk.await(() -> count(database, "select count(*) from job.job where state in ('queued', 'running')") == 0);
            Thread.sleep(REST);
            tellMemory("静止时内存，Java（RSS）", desk.javaMegabytes());
            tellMemory("静止时内存，PostgreSQL 各进程合计（PSS）", desk.postgresMegabytes());
            createUser(database);
            BrowserContext context = chromium.newContext(1366, 768);
            Client client = new Client(context, desk.address());
            client.send("/api/session", Map.of("userName", NAME, "password", PASSWORD));
            measureDocuments(context, client);
            measureImport(desk, database, client);
        }
    }

    /** How long a start took, on the clock and of the processor. */
    private record Start(long millis, long cpuMillis) {}

    private static Start start(Path data) throws IOException {
        long start = System.nanoTime();
        try (Desk desk = Desk.start(data)) {
            return new Start((System.nanoTime() - start) / 1_000_000, desk.cpuMillis());
        }
    }

    private static void tellStart(String what, List<Start> starts) {
        Start median = starts.stream()
                .sorted(Comparator.comparing(Start::millis))
                .toList()
                .get(starts.size() / 2);
        System.out.println(what + "：" + median.millis() + " ms（Java 用 CPU " + median.cpuMillis() + " ms）");
    }

    private static void measureDocuments(BrowserContext context, Client client) throws Exception {
        String heaviest = "";
        int most = 0;
        for (JsonNode document : client.get("/api/accounts/documents").path("items")) {
            String id = document.path("id").asString();
            int size = client.get("/api/accounts/documents/" + id + "/tables")
                    .toString()
                    .length();
            if (size > most) {
                most = size;
                heaviest = id;
            }
        }
        measureDocument(context, client, heaviest, most);
    }

    private static void measureDocument(BrowserContext context, Client client, String document, int size)
            throws Exception {
        String path = "/api/accounts/documents/" + document;
        JsonNode tables = client.get(path + "/tables");
        int rows = 0;
        int position = 0;
        for (int i = 0; i < tables.size(); i++) {
            if (tables.get(i).path("rows").size() > rows) {
                rows = tables.get(i).path("rows").size();
                position = i;
            }
        }
        tell(
                "最大文档的全部表（%d 张，最大表 %d 行，%d KB），HTTP %d 次中位数".formatted(tables.size(), rows, size / 1024, REQUESTS),
                median(REQUESTS, () -> client.get(path + "/tables")));
        tell("同一文档的全部校验，HTTP %d 次中位数".formatted(REQUESTS), median(REQUESTS, () -> client.get(path + "/checks")));
        Page page = context.newPage();
        Locator lines = page.locator(".doc-table tbody tr");
        tell("浏览器打开该文档到第一张表的行出现，%d 次中位数".formatted(LOADS), median(LOADS, () -> {
            page.navigate(client.address + "/documents/" + document);
            lines.first().waitFor();
        }));
        int largest = position;
        int expected = rows;
        Locator topics = page.locator(".doc-topics .el-radio-button");
        tell(
                "切换到最大表到各行出现，%d 次中位数".formatted(LOADS),
                median(
                        LOADS,
                        () -> {
                            topics.nth(largest == 0 ? 1 : 0).click();
                            page.waitForFunction(
                                    "rows => document.querySelectorAll('.doc-table tbody tr').length !== rows",
                                    expected);
                        },
                        () -> {
                            topics.nth(largest).click();
                            page.waitForFunction(
                                    "rows => document.querySelectorAll('.doc-table tbody tr').length >= rows",
                                    expected);
                        }));
    }

    private void measureImport(Desk desk, JdbcClient database, Client client) throws Exception {
        Book book = database.sql("""
                        select b.id, b.year, u.code || ' ' || u.name as unit
                        from accounts.book b join identity.unit u on u.parent_id = b.bureau_id
                        where b.state = 'open' order by b.year, u.code limit 1
                        """).query(Book.class).single();
        Path file = folder.resolve("payments.xlsx");
        TreasuryExport.write(ROWS, book.unit(), book.year(), file);
        JsonNode[] batch = {null};
        long check = millis(() -> {
            JsonNode found = client.upload("/api/accounts/import-setup/files", file);
            JsonNode first = found.path("suggestions").get(0);
            batch[0] = client.send(
                    "/api/accounts/imports",
                    Map.of(
                            "bookId", book.id(),
                            "fileId", found.path("fileId").asLong(),
                            "template", first.path("template").asString(),
                            "mapping", first.path("mapping")));
            batch[0] = client.settled(batch[0], "检查中");
        });
        int correct = batch[0].path("correctRows").asInt();
        int wrong = batch[0].path("wrongRows").asInt();
        assertThat(correct + wrong).as(batch[0].toString()).isEqualTo(ROWS);
        assertThat(wrong).isEqualTo(ROWS / 100);
        long id = batch[0].path("id").asLong();
        long post = millis(() -> {
            client.send(
                    "/api/accounts/imports/" + id + "/post",
                    Map.of("version", batch[0].path("version").asInt(), "correctRows", correct, "leftOutRows", wrong));
            batch[0] = client.settled(batch[0], "入账中");
        });
        assertThat(batch[0].path("postedRows").asInt()).isEqualTo(correct);
        long copy = copy(desk, database, id, correct);
        tell("导入 %d 行（1%% 有误）：上传和检查".formatted(ROWS), check);
        tell("导入：%d 行入账".formatted(correct), post);
        tell("同样的 %d 行直接 COPY 进同样的表".formatted(correct), copy);
        tellRatio("倍数：入账 ∕ COPY", post, copy);
        tellRatio("倍数：上传、检查和入账 ∕ COPY", check + post, copy);
    }

    /** A book to import into, and a unit of it. */
    private record Book(long id, int year, String unit) {}

    /** The same rows into an empty table with the same columns, conditions and indexes. */
    private long copy(Desk desk, JdbcClient database, long batch, int rows) throws Exception {
        Path text = folder.resolve("rows.txt");
        database.sql("create table public.copied (like accounts.entry including all)")
                .update();
        try (var connection = desk.connect();
                Writer out = Files.newBufferedWriter(text)) {
            connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyOut("copy (select * from accounts.entry where batch_id = " + batch + ") to stdout", out);
        }
        return millis(() -> {
            try (var connection = desk.connect();
                    Reader in = Files.newBufferedReader(text)) {
                assertThat(connection
                                .unwrap(PGConnection.class)
                                .getCopyAPI()
                                .copyIn("copy public.copied from stdin", in))
                        .isEqualTo(rows);
            }
        });
    }

    /** Somebody with every right that anybody has. */
    private static void createUser(JdbcClient database) {
        database.sql(
                        "insert into identity.role (code, name, kind, updated_by) values (:name, :name, 'business', :name)")
                .param("name", NAME)
                .update();
        database.sql("""
                        insert into identity.role_right (role_id, right_code)
                        select distinct r.id, g.right_code from identity.role r, identity.role_right g where r.code = :name
                        """).param("name", NAME).update();
        database.sql("""
                        insert into identity.user_account (user_name, display_name, unit_id, scope, password_hash,
                            password_set_at, password_temporary, updated_by)
                        select :name, :name, min(id), 'all', :hash, now(), false, :name from identity.unit
                        """)
                .param("name", NAME)
                .param("hash", new BCryptPasswordEncoder().encode(PASSWORD))
                .update();
        database.sql("""
                        insert into identity.user_role (user_id, role_id)
                        select u.id, r.id from identity.user_account u join identity.role r on r.code = u.user_name
                        where u.user_name = :name
                        """).param("name", NAME).update();
    }

    private static long count(JdbcClient database, String sql) {
        return database.sql(sql).query(Long.class).single();
    }

    private static void tell(String what, long millis) {
        System.out.println(what + "：" + millis + " ms");
    }

    private static void tellMemory(String what, long megabytes) {
        System.out.println(what + "：" + megabytes + " MB");
    }

    private static void tellRatio(String what, long millis, long base) {
        long tenths = millis * 10 / base;
        System.out.println(what + "：" + tenths / 10 + "." + tenths % 10);
    }

    private static long millis(Work work) throws Exception {
        long start = System.nanoTime();
        work.run();
        return (System.nanoTime() - start) / 1_000_000;
    }

    private static long median(int times, Work work) throws Exception {
        return median(times, () -> {}, work);
    }

    /** The median of some runs; what prepares each is not counted. */
    private static long median(int times, Work before, Work work) throws Exception {
        List<Long> runs = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            before.run();
            runs.add(millis(work));
        }
        return runs.stream().sorted().toList().get(times / 2);
    }

    /** Asks as the signed-in person. */
    private record Client(BrowserContext context, String address) {
        JsonNode get(String path) {
            return answer(context.request().get(address + path));
        }

        JsonNode send(String path, Map<String, ?> body) {
            return answer(context.request()
                    .post(
                            address + path,
                            token().setHeader("Content-Type", "application/json")
                                    .setData(JSON.writeValueAsString(body))));
        }

        JsonNode upload(String path, Path file) {
            return answer(context.request()
                    .post(
                            address + path,
                            token().setTimeout(120_000)
                                    .setMultipart(FormData.create().set("file", file))));
        }

        /** The batch when it has left a state. */
        JsonNode settled(JsonNode batch, String state) throws Exception {
            String path = "/api/accounts/imports/" + batch.path("id").asLong();
            Desk.await(() -> !get(path).path("state").asString().equals(state));
            return get(path);
        }

        private RequestOptions token() {
            context.request().get(address + "/api/session");
            return RequestOptions.create()
                    .setHeader(
                            "X-XSRF-TOKEN",
                            context.cookies().stream()
                                    .filter(cookie -> cookie.name.equals("XSRF-TOKEN"))
                                    .findFirst()
                                    .orElseThrow()
                                    .value);
        }

        private static JsonNode answer(APIResponse response) {
            assertThat(response.status())
                    .as(response.url() + " " + response.text())
                    .isBetween(200, 299);
            return JSON.readTree(response.text());
        }
    }
}
