package org.tongchou.platform.intake.batch;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tongchou.platform.intake.IntakeFixture;
import org.tongchou.platform.intake.TestPeople;
import org.tongchou.platform.region.County;
import org.tongchou.platform.region.Region;
import org.tongchou.platform.web.Actor;

/** Somebody who imports one list after the other, of every sort in turn, and goes on wherever a kill left a batch. */
public final class KilledLists {
    /** Rows of a list: two parts. */
    public static final int ROWS = 11_000;

    /** Rows of a list of another sort. */
    public static final int FEW = 300;

    private static final int WRONG = 20;
    private static final String COUNTY = "359901";

    /** The sorts of lists; every twentieth row lacks its name. */
    private static final List<Sort> SORTS = List.of(
            new Sort(
                    "catalogue.special-disease",
                    Map.of("label", "样例版本", "source", "样例文件", "effective", "2026-01-01", "complete", "否"),
                    FEW,
                    "门慢门特病种目录代码,门慢门特病种名称",
                    (row, name) -> "M%05d,%s".formatted(row, name)),
            new Sort(
                    "provider.institutions",
                    Map.of(),
                    FEW,
                    "机构编码,机构名称,机构类别,等级,区县,开业日期",
                    (row, name) -> "P%s%05d,%s,零售药店,无等级,%1$s,2020-01-01".formatted(COUNTY, row, name)),
            new Sort(
                    "fund.bank",
                    Map.of("fund", "employee", "account", "A03"),
                    FEW,
                    "日期,流水号,收入",
                    (row, name) -> "2026-03-01,YH%d,%s".formatted(row, name.isEmpty() ? "" : "1.00")),
            new Sort(
                    TestPeople.KIND,
                    Map.of("month", "2026-03"),
                    ROWS,
                    "姓名,证件号码,类别",
                    (row, name) -> name + "," + IntakeFixture.number(row) + ",1"));

    /** A sort of lists: what is asked once, how many rows, their titles, and a row of an order and a name. */
    private record Sort(
            String kind,
            Map<String, String> parameters,
            int rows,
            String titles,
            BiFunction<Integer, String, String> row) {}

    private final Flow flow;
    private final Batches batches;
    private final JdbcClient database;

    KilledLists(Flow flow, Batches batches, JdbcClient database) {
        this.flow = flow;
        this.batches = batches;
        this.database = database;
    }

    private static Actor actor(long id) {
        return new Actor(
                id,
                "list" + id,
                "名单" + id,
                1,
                List.of(),
                true,
                List.of(),
                Set.of(TestPeople.RIGHT, "catalogue.version.edit", "provider.institution.edit", "fund.bank.edit"));
    }

    /** Makes the table that the people go into, and the county of the institutions. */
    public void create(TestPeople people, Region region, long unit) {
        people.createTable();
        region.create(Actor.SYSTEM, new County(COUNTY, "样例区", "", unit));
    }

    /**
     * Does what is to be done next with the batch under way: post it, or begin again what failed.
     *
     * @param more whether to upload the next list when no batch is under way
     * @return whether a batch is under way
     */
    public boolean step(boolean more) throws IOException {
        Optional<Batch> unfinished =
                database.sql("""
                        select id from intake.batch where state in ('检查中', '可入账', '入账中')
                            or state = '待处理' and correct_rows > 0 limit 1""").query(Long.class).optional().map(id -> batches.get(actor(1), id));
        if (unfinished.isPresent()) {
            goOn(unfinished.get());
        } else if (more) {
            upload();
        }
        return unfinished.isPresent() || more;
    }

    private void goOn(Batch batch) {
        switch (BatchState.of(batch.state())) {
            case OPEN, READY ->
                flow.post(actor(2), batch.id(), batch.version(), batch.correctRows(), batch.wrongRows());
            case CHECKING -> {
                if (hasFailed(batch)) {
                    flow.checkAgain(actor(1), batch.id(), batch.version());
                }
            }
            case POSTING -> {
                if (hasFailed(batch)) {
                    flow.stop(actor(2), batch.id());
                }
            }
            default -> throw new IllegalStateException(batch.state());
        }
    }

    private boolean hasFailed(Batch batch) {
        return database.sql("select state = 'failed' from job.job where id = :job")
                .param("job", batch.jobId())
                .query(Boolean.class)
                .single();
    }

    private void upload() throws IOException {
        int before = database.sql("select count(*) from intake.batch")
                .query(Integer.class)
                .single();
        Sort sort = SORTS.get(before % SORTS.size());
        int first = sort.rows() * (before / SORTS.size());
        StringBuilder csv = new StringBuilder(sort.titles()).append('\n');
        for (int row = first; row < first + sort.rows(); row++) {
            csv.append(sort.row().apply(row, row % WRONG == 0 ? "" : "测试甲")).append('\n');
        }
        flow.create(
                actor(1),
                sort.kind(),
                sort.parameters(),
                "名单 " + before + ".csv",
                new ByteArrayInputStream(csv.toString().getBytes(StandardCharsets.UTF_8)),
                "");
    }
}
