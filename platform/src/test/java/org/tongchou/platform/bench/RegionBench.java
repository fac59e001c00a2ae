package org.tongchou.platform.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tongchou.platform.browser.Desk;
import tools.jackson.databind.JsonNode;

/**
 * Measures a region as people run it, in a process of its own, over HTTP: people and a year of dues imported and posted, a
 * catalogue, and the pages of lists: {@code ./tongchou bench region}. Asserts no time. Not named like a test, so that it
 * runs only when it is asked for.
 */
class RegionBench {
    private static final String SIZES = System.getProperty("tongchou.people", "10000");
    private static final int MONTHS = Integer.getInteger("tongchou.months", 12);
    private static final int DRUGS = Integer.getInteger("tongchou.drugs", 300_000);
    private static final int YEAR = 2025;

    @TempDir
    private Path folder;

    @Test
    void measure() throws Exception {
        for (String size : SIZES.split(",", -1)) {
            Path of = Files.createDirectories(folder.resolve("people-" + size));
            try (Desk desk = Desk.start(of.resolve("data"))) {
                new Run(desk, of, new RegionFiles(Integer.parseInt(size))).measure();
            }
            try (Stream<Path> all = Files.walk(of)) {
                all.sorted(java.util.Comparator.reverseOrder())
                        .forEach(path -> path.toFile().delete());
            }
        }
    }

    /** One size. */
    private static final class Run {
        private final Desk desk;
        private final Path folder;
        private final RegionFiles files;
        private final JdbcClient database;
        private final Client clerk;
        private final Client reviewer;
        private final Copies copies;

        Run(Desk desk, Path folder, RegionFiles files) {
            this.desk = desk;
            this.folder = folder;
            this.files = files;
            this.database = desk.database();
            Setting.create(database, files);
            this.clerk = Client.signedIn(desk.address(), Setting.CLERK, Setting.PASSWORD);
            this.reviewer = Client.signedIn(desk.address(), Setting.REVIEWER, Setting.PASSWORD);
            this.copies = new Copies(desk, folder);
        }

        void measure() throws Exception {
            System.out.printf("%n== %,d 人，%,d 家单位 ==%n", files.people(), files.employers());
            Spent people = people();
            Copies.Timing peopleRows = copied("enrolment.household", "enrolment.person", "enrolment.enrolment");
            tell("同样的行 COPY（同样的列、约束、索引）：", peopleRows.rows(), peopleRows.whole());
            System.out.println("  倍数：" + people.times(peopleRows.whole()));
            Spent dues = dues();
            Copies.Timing duesRows = copied(
                    "contribution.declaration",
                    "contribution.declaration_line",
                    "contribution.declaration_part",
                    "contribution.receipt",
                    "fund.voucher",
                    "fund.entry",
                    "fund.personal_account",
                    "fund.movement");
            tell("同样的行 COPY（同样的列、约束、索引）：", duesRows.rows(), duesRows.whole());
            System.out.println("  倍数：" + dues.times(duesRows.whole()));
            Copies.Timing rows = peopleRows.plus(duesRows);
            Spent all = people.plus(dues);
            System.out.println("人员和 " + MONTHS + " 个月缴费合计：" + all);
            tell("同样的行 COPY（同样的列、约束、索引）：", rows.rows(), rows.whole());
            tell("同样的行 COPY（只有同样的列）：", rows.rows(), rows.bare());
            System.out.println("  倍数：有索引 " + all.times(rows.whole()) + "；只有列 " + all.times(rows.bare()));
            new Lists(clerk, database).measure();
            if (DRUGS > 0) {
                catalogue();
            }
        }

        private static void tell(String what, long rows, Spent spent) {
            System.out.printf("%s%,d 行，%s%n", what, rows, spent);
        }

        private Copies.Timing copied(String... tables) throws Exception {
            Copies.Timing sum = Copies.NOTHING;
            for (String table : tables) {
                sum = sum.plus(copies.of(table));
            }
            return sum;
        }

        // ---- lists

        /** Uploads a list and waits for its check. */
        private JsonNode checked(String kind, Map<String, String> parameters, Path file, String again)
                throws Exception {
            long id = clerk.upload(kind, parameters, file, again).path("id").asLong();
            return settled(id, "检查中");
        }

        private JsonNode settled(long id, String state) throws Exception {
            Desk.await(() -> !batch(id).path("state").asString().equals(state));
            return batch(id);
        }

        private JsonNode batch(long id) {
            return clerk.get("/api/intake/batches/" + id);
        }

        private JsonNode problems(JsonNode batch) {
            return clerk.get("/api/intake/batches/" + batch.path("id").asLong() + "/problems");
        }

        private JsonNode posted(JsonNode batch) throws Exception {
            long id = batch.path("id").asLong();
            reviewer.send(
                    "/api/intake/batches/" + id + "/post",
                    Map.of(
                            "version", batch.path("version").asInt(),
                            "correctRows", batch.path("correctRows").asInt(),
                            "leftOutRows", batch.path("wrongRows").asInt()));
            JsonNode after = settled(id, "入账中");
            assertThat(after.path("failure").asString("")).isEmpty();
            assertThat(after.path("correctRows").asInt()).isZero();
            return after;
        }

        // ---- people

        private Spent people() throws Exception {
            Path file = files.people(folder);
            JsonNode[] batch = {null};
            Spent check = Spent.on(desk, () -> batch[0] = checked("enrolment.people", Map.of(), file, ""));
            assertThat(batch[0].path("wrongRows").asInt())
                    .as(problems(batch[0]).toString())
                    .isEqualTo(files.wrong());
            Spent post = Spent.on(desk, () -> batch[0] = posted(batch[0]));
            int right = files.people() - files.wrong();
            assertThat(batch[0].path("postedRows").asInt()).isEqualTo(right);
            assertThat(count("select count(*) from enrolment.person")).isEqualTo(right);
            System.out.printf(
                    "人员名单 %,d 行（%,d MB，%,d 行有误）：上传和检查 %s%n",
                    files.people(), Files.size(file) >> 20, files.wrong(), check);
            tell("  入账 ", right, post);
            Map<String, Integer> rows = new TreeMap<>();
            problems(batch[0])
                    .forEach(group -> rows.merge(
                            group.path("title").asString() + " "
                                    + group.path("code").asString(),
                            group.path("rows").asInt(),
                            Integer::sum));
            System.out.println("  有误的行按栏目和代码（最多 200 组）：" + rows);
            again(file, right);
            return check.plus(post);
        }

        /** The same file once more, for a reason: nothing is there twice. */
        private void again(Path file, int right) throws Exception {
            JsonNode[] batch = {null};
            Spent check = Spent.on(desk, () -> batch[0] = checked("enrolment.people", Map.of(), file, "测量重复导入"));
            assertThat(batch[0].path("unchangedRows").asInt()).isEqualTo(right);
            assertThat(batch[0].path("correctRows").asInt()).isZero();
            assertThat(count("select count(*) from enrolment.person")).isEqualTo(right);
            tell("  同一文件再导入，全部无变化：", right, check);
        }

        private long count(String sql) {
            return database.sql(sql).query(Long.class).single();
        }

        // ---- dues

        private Spent dues() throws Exception {
            Spent sum = Spent.NOTHING;
            Map<String, Spent> steps = new LinkedHashMap<>();
            for (int month = 1; month <= MONTHS; month++) {
                YearMonth of = YearMonth.of(YEAR, month);
                if (month == 1) {
                    Path wages = wages();
                    step(
                            steps,
                            "工资名单检查和入账",
                            () -> posted(checked("contribution.wages", Map.of("month", of.toString()), wages, "")));
                }
                step(steps, "建立并提交申报", () -> month(clerk, "submissions", of));
                step(steps, "复核", () -> month(reviewer, "acceptances", of));
                Path receipts = receipts(of);
                step(
                        steps,
                        "到账文件检查、入账、核销、划入个人账户",
                        () -> posted(checked("contribution.receipts", Map.of("account", "A05"), receipts, "")));
            }
            for (Map.Entry<String, Spent> step : steps.entrySet()) {
                System.out.println("  " + step.getKey() + "：" + step.getValue());
                sum = sum.plus(step.getValue());
            }
            long lines = count("select count(*) from contribution.declaration_line");
            assertThat(count("select count(*) from contribution.declaration where state <> '已缴清'"))
                    .isZero();
            assertThat(lines)
                    .isEqualTo((long) MONTHS
                            * count("select count(*) from enrolment.enrolment where scheme = 'employee'"));
            assertThat(count("select count(*) from fund.movement")).isEqualTo(lines);
            assertThat(count("select sum(fen)::bigint from fund.entry")).isZero();
            assertThat(count("select sum(fen)::bigint from fund.movement"))
                    .isEqualTo(-count(
                            "select sum(fen)::bigint from fund.entry where fund = 'account' and account like 'I%'"));
            System.out.printf("%d 个月 %,d 人次缴费：%s%n", MONTHS, lines, sum);
            return sum;
        }

        private void step(Map<String, Spent> steps, String what, Spent.Work work) throws Exception {
            steps.merge(what, Spent.on(desk, work), Spent::plus);
        }

        private Path wages() throws Exception {
            Path file = folder.resolve("wages.csv");
            try (BufferedWriter out = Files.newBufferedWriter(file)) {
                out.write("单位代码,人员编号,月工资\n");
                int[] order = {0};
                database.sql("""
                        select u.code, p.number from enrolment.enrolment e join enrolment.person p on p.id = e.person_id
                            join enrolment.employer u on u.id = e.employer_id order by u.code, p.id
                        """).query((row, n) -> row.getString(1) + "," + row.getString(2)).stream()
                        .forEach(line -> write(out, line + "," + (4000 + order[0]++ * 37L % 16_000) + ".50\n"));
            }
            return file;
        }

        private static void write(BufferedWriter out, String line) {
            try {
                out.write(line);
            } catch (java.io.IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        }

        /** Takes a step with all declarations of a month. */
        private void month(Client who, String step, YearMonth month) throws Exception {
            long job = who.send("/api/contribution/declarations/" + step, Map.of("month", month.toString()))
                    .path("job")
                    .asLong();
            Desk.await(() -> List.of("done", "failed").contains(state(job)));
            assertThat(state(job)).isEqualTo("done");
        }

        private String state(long job) {
            return database.sql("select state from job.job where id = :job")
                    .param("job", job)
                    .query(String.class)
                    .single();
        }

        private Path receipts(YearMonth month) throws Exception {
            Path file = folder.resolve("receipts-" + month + ".csv");
            LocalDate day = month.atDay(20);
            try (BufferedWriter out = Files.newBufferedWriter(file)) {
                out.write("单位代码,所属月份,金额,到账日期,流水号\n");
                database
                        .sql("""
                        select employer_code || ',' || to_char(month, 'YYYY-MM') || ',' || to_char((unit_fen + personal_fen) / 100.0,
                            'FM999999999990.00') || ',' || :day || ',SL' || to_char(month, 'YYYYMM') || id
                        from contribution.declaration where month = :month order by id""")
                        .param("day", day.toString())
                        .param("month", month.atDay(1))
                        .query(String.class)
                        .stream()
                        .forEach(line -> write(out, new StringJoiner("", line, "\n").toString()));
            }
            return file;
        }

        // ---- catalogue

        private void catalogue() throws Exception {
            Path file = RegionFiles.drugs(folder, DRUGS);
            Map<String, String> version =
                    Map.of("label", "样例版", "source", "样例", "effective", "2026-01-01", "complete", "是");
            JsonNode[] batch = {null};
            Spent check = Spent.on(desk, () -> batch[0] = checked("catalogue.drug", version, file, ""));
            Spent post = Spent.on(desk, () -> batch[0] = posted(batch[0]));
            assertThat(batch[0].path("postedRows").asInt()).isEqualTo(DRUGS);
            long id = clerk.get("/api/catalogue/versions?kind=drug")
                    .path("items")
                    .get(0)
                    .path("id")
                    .asLong();
            Spent release = Spent.on(desk, () -> {
                clerk.send("/api/catalogue/versions/" + id + "/release", Map.of());
                Desk.await(() -> clerk.get("/api/catalogue/versions/" + id)
                        .path("state")
                        .asString()
                        .equals("已发布"));
            });
            Spent all = check.plus(post).plus(release);
            Copies.Timing rows = copied("catalogue.item");
            assertThat(rows.rows()).isEqualTo(DRUGS);
            System.out.printf("西药目录 %,d 行（%,d MB）：上传和检查 %s%n", DRUGS, Files.size(file) >> 20, check);
            System.out.println("  入账和比对 " + post);
            System.out.println("  复核发布 " + release);
            System.out.println("  合计 " + all);
            tell("同样的行 COPY（同样的列、约束、索引）：", rows.rows(), rows.whole());
            tell("同样的行 COPY（只有同样的列）：", rows.rows(), rows.bare());
            System.out.println("  倍数：有索引 " + all.times(rows.whole()) + "；只有列 " + all.times(rows.bare()));
        }
    }
}
