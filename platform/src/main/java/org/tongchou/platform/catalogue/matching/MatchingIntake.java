package org.tongchou.platform.catalogue.matching;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tongchou.platform.intake.Checking;
import org.tongchou.platform.intake.Field;
import org.tongchou.platform.intake.IntakeRow;
import org.tongchou.platform.intake.Posting;
import org.tongchou.platform.intake.ReversibleIntake;
import org.tongchou.platform.intake.Reversing;
import org.tongchou.platform.provider.Provider;
import org.tongchou.platform.web.Actor;

/** What a hospital calls the items of the catalogues (3301); every row waits for its review. */
@Component
class MatchingIntake implements ReversibleIntake {
    /** What a hospital may tell besides; kept as it was told. */
    static final List<Field> DETAILS = List.of(
            Field.of("approval", "批准文号", Field.Type.TEXT, "").atMost(30),
            Field.of("form", "剂型", Field.Type.TEXT, ""),
            Field.of("except", "除外内容", Field.Type.TEXT, "").atMost(2000),
            Field.of("content", "项目内涵", Field.Type.TEXT, "").atMost(2000),
            Field.of("unit", "计价单位", Field.Type.TEXT, "盒").atMost(100),
            Field.of("spec", "规格", Field.Type.TEXT, "10mg×10片"),
            Field.of("pack", "包装规格", Field.Type.TEXT, ""),
            Field.of("memo", "备注", Field.Type.TEXT, "").atMost(500));

    private static final List<Field> FIELDS = Stream.concat(
                    Stream.of(
                            Field.of("own", "定点医药机构目录编号", Field.Type.TEXT, "YP0001")
                                    .or("机构目录编号")
                                    .atMost(30)
                                    .mandatory(),
                            Field.of("name", "定点医药机构目录名称", Field.Type.TEXT, "样例片")
                                    .or("机构目录名称")
                                    .mandatory(),
                            Field.ofWords("kind", "目录类别", MatchingList.KINDS).mandatory(),
                            Field.of("code", "医疗目录编码", Field.Type.CODE, "XA02BCA100A001010110000")
                                    .or("国家编码")
                                    .mandatory(),
                            Field.of("begins", "开始日期", Field.Type.DATE, "2026-01-01")
                                    .mandatory(),
                            Field.of("ends", "结束日期", Field.Type.DATE, "2099-12-31")),
                    DETAILS.stream())
            .toList();

    private final JdbcClient database;
    private final MatchingList list;

    MatchingIntake(JdbcClient database, MatchingList list) {
        this.database = database;
        this.list = list;
    }

    @Override
    public String kind() {
        return "catalogue.matchings";
    }

    @Override
    public String name() {
        return "机构目录对照（3301）";
    }

    @Override
    public String right() {
        return "catalogue.matching.edit";
    }

    @Override
    public List<Field> fields() {
        return FIELDS;
    }

    @Override
    public List<Field> parameters() {
        return List.of(
                Field.of("provider", "机构编码", Field.Type.CODE, "H35990100001").mandatory());
    }

    @Override
    public List<String> key() {
        return List.of("own", "kind", "begins");
    }

    @Override
    public List<String> layout() {
        return FIELDS.stream().map(Field::key).toList();
    }

    @Override
    public void accept(Actor actor, Map<String, String> parameters) {
        list.provider(actor, parameters.get("provider"));
    }

    @Override
    public void check(Checking batch) {
        Provider provider = list.provider(batch.actor(), batch.parameters().get("provider"));
        batch.rows(rows -> {
            List<IntakeRow> sound = rows.stream()
                    .filter(row -> {
                        boolean backwards = row.has("ends") && row.date("ends").isBefore(row.date("begins"));
                        if (backwards) {
                            batch.problem(row, "ends", "E-CAT-041", "不早于开始日期 " + row.text("begins"));
                        }
                        return !backwards;
                    })
                    .toList();
            each(
                    sound,
                    list.standings(provider.code(), sound),
                    (row, field, code, expected) -> batch.problem(row, field, code, expected),
                    batch::unchanged);
        });
    }

    @Override
    public void post(Posting part) {
        Provider provider = list.provider(part.actor(), part.parameters().get("provider"));
        MatchingList.hold(database, provider.code());
        List<IntakeRow> free = each(
                part.rows(),
                list.standings(provider.code(), part.rows()),
                (row, field, code, expected) -> part.reject(row, field, code, expected),
                row -> part.outcome(row, "不变"));
        list.tell(part, provider, free);
        free.forEach(row -> part.outcome(row, "待审核"));
    }

    @Override
    public void reverse(Reversing part) {
        list.takeBack(part);
    }

    /** Takes what is wrong with a row. */
    private interface Problems {
        void tell(IntakeRow row, String field, String code, String expected);
    }

    private static List<IntakeRow> each(
            List<IntakeRow> rows,
            List<MatchingList.Standing> standings,
            Problems problems,
            java.util.function.Consumer<IntakeRow> told) {
        List<IntakeRow> free = new ArrayList<>(rows.size());
        for (int at = 0; at < rows.size(); at++) {
            IntakeRow row = rows.get(at);
            switch (standings.get(at)) {
                case FREE -> free.add(row);
                case TOLD -> told.accept(row);
                case UNKNOWN ->
                    problems.tell(
                            row,
                            "code",
                            "E-CAT-043",
                            "在 " + row.text("begins") + " 有效的" + MatchingList.KINDS.get(row.text("kind")) + "编码");
                case OVERLAPPING -> problems.tell(row, "begins", "E-CAT-044", "不与这一机构编号的另一条对照重叠的日期");
            }
        }
        return free;
    }
}
