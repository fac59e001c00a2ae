package org.tongchou.platform.accounts.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tongchou.platform.PlatformTest;
import org.tongchou.platform.accounts.book.Book;
import org.tongchou.platform.job.JobRun;
import org.tongchou.platform.job.TestJobs;
import org.tongchou.platform.web.Actor;

/** What is posted is what the file says, and whatever breaks in between leaves nothing half-done. */
@PlatformTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ImportFaultTest {
    @Autowired
    private AutowireCapableBeanFactory beans;

    @Autowired
    private Imports imports;

    @Autowired
    private CheckJob check;

    @Autowired
    private PostJob post;

    @Autowired
    private TestJobs jobs;

    @Autowired
    private JdbcClient database;

    private ImportFixture files;
    private Book book;

    @BeforeAll
    void create() {
        files = beans.createBean(ImportFixture.class);
        book = files.book().book();
    }

    @Test
    void aRunThatIsCutOffLeavesNothing() {
        List<List<Object>> rows = new ArrayList<>();
        IntStream.range(0, 4500)
                .forEach(i -> rows.add(ImportFixture.row(i, i + 0.25, 1, i % 100 == 7 ? "?" : "2024-05-06")));
        Batch batch = files.upload(book.id(), "中断.xlsx", ImportFixture.xlsx(rows));
        Map<String, String> parameters =
                Map.of("batch", Long.toString(batch.id()), "generation", "1", "from", CheckJob.FROM_FILE);
        for (int step = 1; step <= 5; step++) {
            JobRun cut = new Cut(parameters, step, step == 3);
            assertThatThrownBy(() -> check.run(cut)).isInstanceOf(RuntimeException.class);
            assertThat(staged(batch)).isZero();
            assertThat(files.get(batch.id()).state()).isEqualTo("检查中");
        }
        Batch checked = files.checked(batch);
        assertThat(checked.correctRows()).isEqualTo(4455);
        assertThat(checked.wrongRows()).isEqualTo(45);
        check.run(new Cut(parameters, 0, false));
        assertThat(staged(batch)).isEqualTo(4500);

        imports.post(ImportFixture.CLERK, batch.id(), checked.version(), 4455, 45);
        Map<String, String> posting = Map.of("batch", Long.toString(batch.id()));
        for (int step = 1; step <= 2; step++) {
            JobRun cut = new Cut(posting, step, step == 1);
            assertThatThrownBy(() -> post.run(cut)).isInstanceOf(RuntimeException.class);
            assertThat(posted(batch)).isZero();
            assertThat(files.get(batch.id()).state()).isEqualTo("入账中");
        }
        jobs.drain();
        assertThat(posted(batch)).isEqualTo(4455);
        assertThat(files.get(batch.id()).state()).isEqualTo("已入账");
        post.run(new Cut(posting, 0, false));
        assertThat(posted(batch)).isEqualTo(4455);
        assertThat(database.sql("select sum(fen) from accounts.entry where batch_id = :batch")
                        .param("batch", batch.id())
                        .query(Long.class)
                        .single())
                .isEqualTo(checked.correctFen());
    }

    @Test
    void aPostingCanBeTakenBackBeforeItHappens() {
        Batch batch = files.check(book.id(), "撤回.xlsx", ImportFixture.xlsx(ImportFixture.row(90_001, 5)));
        imports.post(ImportFixture.CLERK, batch.id(), batch.version(), 1, 0);
        assertThat(imports.withdraw(ImportFixture.CLERK, batch.id()).state()).isEqualTo("可入账");
        jobs.drain();
        assertThat(posted(batch)).isZero();
    }

    /** Random books as files: in any order of columns, format, unit of money and way of writing amounts. */
    @Test
    void postsExactlyTheSumOfTheFile() {
        for (int seed = 1; seed <= 12; seed++) {
            Random random = new Random(seed);
            List<List<Object>> rows = new ArrayList<>();
            Map<String, Long> expected = new HashMap<>();
            int count = random.nextInt(1, 60);
            for (int i = 0; i < count; i++) {
                long fen = random.nextLong(-1_000_000, 100_000_000);
                String fund = random.nextBoolean() ? "一般公共预算" : "政府性基金预算资金";
                Object amount = written(random, fen);
                rows.add(ImportFixture.row(seed * 100_000 + i, amount, 8, fund, 1, day(random)));
                if (fen != 0) {
                    expected.merge(fund.startsWith("政府") ? "政府性基金" : fund, fen, Long::sum);
                }
            }
            rows.add(List.of("合计", "", "", "", "", "", "", "", "", "", 0));
            byte[] content = random.nextBoolean()
                    ? ImportFixture.xlsx(rows)
                    : ImportFixture.csv(rows).getBytes(Charset.forName(random.nextBoolean() ? "GB18030" : "UTF-8"));
            Batch batch = files.check(book.id(), "随机" + seed, content);
            assertThat(batch.wrongRows()).as("seed " + seed).isZero();
            imports.post(ImportFixture.CLERK, batch.id(), batch.version(), batch.correctRows(), 0);
            jobs.drain();
            Map<String, Long> sums = new HashMap<>();
            database.sql("select fund, sum(fen) from accounts.entry where batch_id = :batch group by fund")
                    .param("batch", batch.id())
                    .query(row -> {
                        sums.put(row.getString(1), row.getLong(2));
                    });
            assertThat(sums).as("seed " + seed).isEqualTo(expected);
        }
    }

    private static Object written(Random random, long fen) {
        java.math.BigDecimal yuan = java.math.BigDecimal.valueOf(fen, 2);
        return switch (random.nextInt(4)) {
            case 0 -> yuan;
            case 1 -> String.format(java.util.Locale.ROOT, "%,.2f", yuan);
            case 2 ->
                fen < 0
                        ? "(" + yuan.negate().toPlainString() + ")"
                        : yuan.toPlainString().replace('.', '．').replace('1', '１');
            default -> "¥" + yuan.toPlainString() + "元";
        };
    }

    private static String day(Random random) {
        int month = random.nextInt(1, 13);
        int day = random.nextInt(1, 29);
        return List.of("2024-%d-%d", "2024/%02d/%02d", "2024年%d月%d日", "2024%02d%02d")
                .get(random.nextInt(4))
                .formatted(month, day);
    }

    private long staged(Batch batch) {
        return count("select count(*) from accounts.import_row where batch_id = :batch", batch);
    }

    private long posted(Batch batch) {
        return count("select count(*) from accounts.entry where batch_id = :batch", batch);
    }

    private long count(String sql, Batch batch) {
        return database.sql(sql).param("batch", batch.id()).query(Long.class).single();
    }

    /** A run that breaks at one of its steps: by an exception, or because the database ends its connection. */
    private final class Cut implements JobRun {
        private final Map<String, String> parameters;
        private final boolean killDatabase;
        private int left;

        Cut(Map<String, String> parameters, int step, boolean killDatabase) {
            this.parameters = parameters;
            this.left = step;
            this.killDatabase = killDatabase;
        }

        @Override
        public long id() {
            return 0;
        }

        @Override
        public Actor actor() {
            return ImportFixture.CLERK;
        }

        @Override
        public Map<String, String> parameters() {
            return parameters;
        }

        @Override
        public void progress(long done, long total, String message) {
            step();
        }

        @Override
        public void stopIfCancelled() {
            step();
        }

        private void step() {
            if (--left != 0) {
                return;
            }
            if (killDatabase) {
                database.sql("select pg_terminate_backend(pg_backend_pid())")
                        .query()
                        .singleValue();
            }
            throw new IllegalStateException("cut off");
        }

        @Override
        public void result(Map<String, ?> result) {}
    }
}
