package org.tongchou.platform.intake;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Component;
import org.tongchou.platform.privacy.PersonalSecrets;
import org.tongchou.platform.web.Refusal;

/** A kind of list for tests: people with a class of aid, kept by the hash of their number, which may stand there once. */
@Component
public class TestPeople implements ReversibleIntake {
    /** Its code. */
    public static final String KIND = "test.people";

    /** Its right. */
    public static final String RIGHT = "test.people.import";

    private final JdbcClient database;
    private final PersonalSecrets secrets;

    TestPeople(JdbcClient database, PersonalSecrets secrets) {
        this.database = database;
        this.secrets = secrets;
    }

    /** Makes the table that the list goes into. */
    public void createTable() {
        database.sql(
                        "create table if not exists test_people (hash bytea, name text, fen bigint, batch bigint, part int)")
                .update();
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public String name() {
        return "测试名单";
    }

    @Override
    public String right() {
        return RIGHT;
    }

    @Override
    public List<Field> fields() {
        Map<String, String> classes = new LinkedHashMap<>();
        classes.put("1", "特困");
        classes.put("2", "低保");
        return List.of(
                Field.of("name", "姓名", Field.Type.TEXT, "测试甲").mandatory().atMost(20),
                Field.of("number", "证件号码", Field.Type.IDENTITY, "").mandatory().or("身份证号"),
                Field.ofWords("class", "类别", classes).mandatory(),
                Field.of("from", "起始日期", Field.Type.DATE, "2026-01-01"),
                Field.of("money", "金额", Field.Type.MONEY, "10.00"));
    }

    @Override
    public List<Field> parameters() {
        return List.of(
                Field.of("month", "月份", Field.Type.MONTH, "2026-01").mandatory(),
                Field.of("failAt", "出错的部分", Field.Type.INTEGER, ""));
    }

    @Override
    public List<String> key() {
        return List.of("number");
    }

    @Override
    public List<String> layout() {
        return List.of("number", "name", "class", "from", "money");
    }

    @Override
    public boolean fourEyes() {
        return true;
    }

    @Override
    public void check(Checking batch) {
        batch.rows(rows -> {
            List<String> known = known(rows);
            rows.forEach(row -> {
                if (known.contains(key(row))) {
                    batch.unchanged(row);
                } else if (row.text("name").startsWith("不符")) {
                    batch.problem(row, "name", "E-TST-001", "登记的姓名");
                } else if (row.fen("money") < 0) {
                    batch.warning(row, "money", "E-TST-002", "核对：金额一般不为负");
                }
            });
        });
    }

    private List<String> known(List<IntakeRow> rows) {
        return database.sql("select encode(hash, 'hex') from test_people where hash = any(:hashes)")
                .param("hashes", hashes(rows))
                .query(String.class)
                .list();
    }

    private String key(IntakeRow row) {
        return java.util.HexFormat.of().formatHex(secrets.hash(row.text("number")));
    }

    private SqlArrayValue hashes(List<IntakeRow> rows) {
        return new SqlArrayValue("bytea", (Object[])
                rows.stream().map(row -> secrets.hash(row.text("number"))).toArray(byte[][]::new));
    }

    @Override
    public void post(Posting part) {
        if (Integer.toString(part.part()).equals(part.parameters().get("failAt"))) {
            throw Refusal.conflict("E-TST-003", "测试：这一部分不能入账");
        }
        List<IntakeRow> good = part.rows().stream()
                .filter(row -> !row.text("name").startsWith("变化"))
                .toList();
        part.rows().stream()
                .filter(row -> row.text("name").startsWith("变化"))
                .forEach(row -> part.reject(row, "name", "E-TST-004", "检查之后没有变化的姓名"));
        database.sql("""
                        insert into test_people
                        select t.hash, t.name, t.fen, :batch, :part from unnest(:hashes, :names, :fen) as t (hash, name, fen)""")
                .param("batch", part.batch())
                .param("part", part.part())
                .param("hashes", hashes(good))
                .param(
                        "names",
                        new SqlArrayValue(
                                "text",
                                good.stream().map(row -> row.text("name")).toArray()))
                .param(
                        "fen",
                        new SqlArrayValue(
                                "bigint",
                                good.stream().map(row -> row.fen("money")).toArray()))
                .update();
        good.forEach(row -> part.outcome(row, "新增"));
    }

    @Override
    public void finish(Finishing batch) {
        long[] rows = {0};
        batch.rows(some -> rows[0] += some.size());
        batch.note("名单共 " + rows[0] + " 人" + (batch.isWhole() ? "，完整" : "，不完整"));
    }

    @Override
    public void reverse(Reversing part) {
        int removed = database.sql("delete from test_people where batch = :batch and part = :part")
                .param("batch", part.batch())
                .param("part", part.part())
                .update();
        if (removed != part.rows().size()) {
            throw new IllegalStateException(removed + " of "
                    + part.rows().stream().map(IntakeRow::toString).collect(Collectors.joining()));
        }
    }
}
