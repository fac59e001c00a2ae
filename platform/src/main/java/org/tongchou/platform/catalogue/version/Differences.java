package org.tongchou.platform.catalogue.version;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tongchou.platform.catalogue.kind.Kind;
import org.tongchou.platform.catalogue.kind.Kinds;
import org.tongchou.platform.web.Given;
import org.tongchou.platform.web.Page;
import org.tongchou.platform.web.PageQuery;
import org.tongchou.platform.web.Refusal;

/** What differs between two released versions, or between a draft and what holds. */
@Component
class Differences {
    /** The most rows of an export. */
    static final int MOST = 1_000_000;

    private static final List<String> ACTS = List.of("新增", "变更", "终止", "撤下");

    private static final String DRAFT =
            "select act, code, part, name, starts as begins, ends, old_ends, cells, old_cells"
                    + " from (" + Comparison.MATCHED + ") m where act <> '不变'" + """
             union all
            select case when e.ends is null then '撤下' else '终止' end, i.code, i.part, i.name, i.begins, e.ends, i.ends,
                i.cells, i.cells
            from catalogue.draft_ending e join catalogue.item i on i.id = e.item_id where e.version_id = :version
            """;

    private static final String RELEASED = """
            select case when o.id is null then '新增' when n.id is null then '撤下'
                    when n.digest = o.digest and n.ends is not null then '终止' else '变更' end as act,
                coalesce(n.code, o.code) as code, coalesce(n.part, o.part) as part, coalesce(n.name, o.name) as name,
                coalesce(n.begins, o.begins) as begins, case when n.id is null then o.ends else n.ends end as ends,
                o.ends as old_ends, coalesce(n.cells, o.cells) as cells, o.cells as old_cells
            from (select * from catalogue.item
                where kind = :kind and since <= :from and until > :from and until <= :to) o
            full join (select * from catalogue.item
                where kind = :kind and since > :from and since <= :to and (until is null or until > :to)) n
                using (code, part, begins)
            """;

    private final JdbcClient database;

    Differences(JdbcClient database) {
        this.database = database;
    }

    /**
     * Which differences are wanted.
     *
     * @param kind key of the catalogue; may be empty when a draft is given
     * @param draft id of a version that is not released; null to set two released ones side by side
     * @param from number of the earlier version, 0 for the empty catalogue
     * @param to number of the later version
     * @param act 新增, 变更, 终止 or 撤下; null for all
     * @param text a part of code or name
     */
    record Question(
            @Nullable String kind,
            @Nullable Long draft,
            @Nullable Integer from,
            @Nullable Integer to,
            @Nullable String act,
            @Nullable String text) {}

    Page<Change> page(Question question, @Nullable Version draft, PageQuery page) {
        Kind kind = Kinds.get(draft == null ? question.kind() : draft.kind());
        long total = statement(question, draft, "select count(*) from (", "")
                .query(Long.class)
                .single();
        List<Change> rows = statement(
                        question,
                        draft,
                        "select * from (",
                        " order by code, part, begins, act limit " + page.rows() + " offset " + page.offset())
                .query((row, n) -> read(kind, row))
                .list();
        return new Page<>(rows, total, page.number(), page.rows());
    }

    List<Change> all(Question question, @Nullable Version draft) {
        Kind kind = Kinds.get(draft == null ? question.kind() : draft.kind());
        return statement(question, draft, "select * from (", " order by code, part, begins, act limit " + MOST)
                .query((row, n) -> read(kind, row))
                .list();
    }

    private JdbcClient.StatementSpec statement(Question question, @Nullable Version draft, String head, String tail) {
        String act = Given.text(question.act());
        if (!act.isEmpty() && !ACTS.contains(act)) {
            throw Refusal.field("E-CAT-031", "变化", act, String.join("、", ACTS) + "之一");
        }
        String sql = head + (draft == null ? RELEASED : DRAFT) + ") d where (:act = '' or act = :act)"
                + " and (:text = '' or starts_with(code, :text) or strpos(name, :text) > 0)" + tail;
        JdbcClient.StatementSpec statement = database.sql(sql);
        if (draft != null) {
            return Comparison.bind(statement, draft, Map.of("act", act, "text", Given.text(question.text())));
        }
        int from = Given.required("起始版次", question.from());
        int to = Given.required("截止版次", question.to());
        if (from < 0 || to <= from) {
            throw Refusal.field("E-CAT-032", "截止版次", Integer.toString(to), "大于起始版次 " + from + " 的版次");
        }
        return statement.params(Map.of(
                "act",
                act,
                "text",
                Given.text(question.text()),
                "kind",
                Kinds.get(question.kind()).key(),
                "from",
                from,
                "to",
                to));
    }

    private static Change read(Kind kind, ResultSet row) throws SQLException {
        LocalDate ends = row.getObject("ends", LocalDate.class);
        List<Change.Field> fields = new ArrayList<>();
        String act = row.getString("act");
        if (act.equals("变更")) {
            compare(kind, cells(row.getArray("old_cells")), cells(row.getArray("cells")), fields);
        }
        LocalDate before = row.getObject("old_ends", LocalDate.class);
        if (!act.equals("新增") && !act.equals("撤下") && !Objects.equals(before, ends)) {
            fields.add(new Change.Field("有效至", Objects.toString(before, ""), Objects.toString(ends, "")));
        }
        return new Change(
                act,
                row.getString("code"),
                kind.partName(row.getString("part")),
                row.getString("name"),
                row.getObject("begins", LocalDate.class),
                ends,
                List.copyOf(fields));
    }

    private static void compare(
            Kind kind, List<@Nullable String> before, List<@Nullable String> after, List<Change.Field> fields) {
        for (int at : kind.telling()) {
            String old = said(kind, at, before);
            String now = said(kind, at, after);
            if (!old.equals(now) && !kind.columns().get(at).equals(kind.ends())) {
                fields.add(new Change.Field(kind.columns().get(at), old, now));
            }
        }
    }

    private static String said(Kind kind, int at, List<@Nullable String> cells) {
        return at < cells.size() ? kind.meaning(at, cells.get(at)) : "";
    }

    private static List<@Nullable String> cells(@Nullable Array array) throws SQLException {
        return array == null ? List.of() : Arrays.asList((@Nullable String[]) array.getArray());
    }
}
