package org.tongchou.platform.accounts.budget;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tongchou.platform.accounts.ProjectMoney;
import org.tongchou.platform.accounts.ProjectMoney.FundMoney;
import org.tongchou.platform.accounts.Projects;
import org.tongchou.platform.accounts.book.Book;
import org.tongchou.platform.accounts.book.Books;
import org.tongchou.platform.accounts.book.Sheet;
import org.tongchou.platform.audit.AuditLog;
import org.tongchou.platform.database.Where;
import org.tongchou.platform.identity.Unit;
import org.tongchou.platform.web.Actor;
import org.tongchou.platform.web.Given;
import org.tongchou.platform.web.PageQuery;
import org.tongchou.platform.web.Refusal;

/** The projects of the books. */
@Service
public class ProjectRegister implements Projects {
    private static final String SELECT = """
            select p.*, coalesce(m.initial_fen, 0) as initial_fen, coalesce(m.adjusted_fen, 0) as adjusted_fen,
                coalesce(m.executed_fen, 0) as executed_fen
            from accounts.project p
            left join (
                select project_id,
                    sum(fen) filter (where kind = 'budget_initial')::bigint as initial_fen,
                    sum(fen) filter (where kind in ('budget_initial', 'budget_adjustment', 'budget_carry_over'))::bigint
                        as adjusted_fen,
                    sum(fen) filter (where kind = 'expense')::bigint as executed_fen
                from accounts.entry where year = :year and book_id = :book and project_id is not null
                group by project_id) m on m.project_id = p.id
            """;
    private static final Map<String, String> SORTABLE = Map.of(
            "code", "p.code",
            "name", "p.name",
            "unitName", "p.unit_id",
            "initialFen", "initial_fen",
            "adjustedFen", "adjusted_fen",
            "executedFen", "executed_fen");

    private final JdbcClient database;
    private final Books books;
    private final AuditLog audit;

    ProjectRegister(JdbcClient database, Books books, AuditLog audit) {
        this.database = database;
        this.books = books;
        this.audit = audit;
    }

    /**
     * Which projects are wanted.
     *
     * @param bookId the book
     * @param unitId unit
     * @param text a part of code, name or category
     * @param active whether entries may still be posted
     */
    public record Filter(
            long bookId,
            @Nullable Long unitId,
            @Nullable String text,
            @Nullable Boolean active) {}

    /**
     * Sums of all projects of a list.
     *
     * @param initialFen 年初预算
     * @param adjustedFen 全年预算
     * @param executedFen 支出
     */
    public record Totals(long initialFen, long adjustedFen, long executedFen) {}

    /** One page of projects with their money. */
    public Sheet<ProjectRow, Totals> list(Actor actor, Filter filter, PageQuery page) {
        List<ProjectRow> rows = all(actor, filter, page);
        return new Sheet<>(
                rows.stream().skip(page.offset()).limit(page.rows()).toList(),
                rows.size(),
                page.number(),
                page.rows(),
                totals(rows));
    }

    /** All projects that the filter lets through. */
    public List<ProjectRow> all(Actor actor, Filter filter, PageQuery order) {
        Book book = books.get(actor, filter.bookId());
        return new Where()
                .and("p.book_id = :book", "book", book.id())
                .and("p.unit_id in (:scope)", "scope", books.unitsInScope(actor, book))
                .when(filter.unitId(), "p.unit_id = :unit", "unit")
                .when(filter.active(), "p.active = :active", "active")
                .when(
                        filter.text(),
                        "strpos(lower(p.code || ' ' || p.name || ' ' || p.category), lower(:text)) > 0",
                        "text")
                .query(database, SELECT, order.orderBy(SORTABLE, "p.code"))
                .param("year", book.year())
                .query(reader(book))
                .list();
    }

    /** The sums of these projects. */
    public static Totals totals(List<ProjectRow> rows) {
        return new Totals(
                rows.stream().mapToLong(ProjectRow::initialFen).sum(),
                rows.stream().mapToLong(ProjectRow::adjustedFen).sum(),
                rows.stream().mapToLong(ProjectRow::executedFen).sum());
    }

    /** One project with its money; refuses with 404 when there is none in scope. */
    public ProjectRow row(Actor actor, long id) {
        long bookId = database.sql("select book_id from accounts.project where id = :id")
                .param("id", id)
                .query(Long.class)
                .optional()
                .orElseThrow(() -> Refusal.notFound("项目"));
        Book book = books.get(actor, bookId);
        return database.sql(SELECT + " where p.id = :id")
                .param("id", id)
                .param("book", bookId)
                .param("year", book.year())
                .query(reader(book))
                .optional()
                .filter(row -> actor.sees(row.unitId()))
                .orElseThrow(() -> Refusal.notFound("项目"));
    }

    /** Creates a project. */
    @Transactional
    public ProjectRow create(Actor actor, ProjectRequest request) {
        Book book = books.lockOpen(actor, Given.required("账套", request.bookId()));
        long unit = Given.required("单位", request.unitId());
        books.mustContain(actor, book, unit);
        String code = Given.requiredLine("项目编码", request.code(), 60);
        try {
            long id = database.sql("""
                            insert into accounts.project (book_id, unit_id, code, name, category, goal, updated_by)
                            values (:book, :unit, :code, :name, :category, :goal, :who) returning id
                            """)
                    .params(texts(request))
                    .param("book", book.id())
                    .param("unit", unit)
                    .param("code", code)
                    .param("who", actor.displayName())
                    .query(Long.class)
                    .single();
            ProjectRow made = row(actor, id);
            record(actor, "accounts.project.create", id, "新增项目 " + code + " " + made.name(), null, state(made));
            return made;
        } catch (DuplicateKeyException e) {
            throw taken(code);
        }
    }

    /** Changes a project. */
    @Transactional
    public ProjectRow change(Actor actor, long id, ProjectRequest request) {
        ProjectRow before = row(actor, id);
        Book book = books.lockOpen(actor, before.bookId());
        long unit = Given.required("单位", request.unitId());
        books.mustContain(actor, book, unit);
        if (unit != before.unitId() && hasEntries(book, id)) {
            throw Refusal.conflict("E-BKS-202", "项目已有预算或支出，不能改换单位；请先冲销它的明细");
        }
        String code = Given.requiredLine("项目编码", request.code(), 60);
        try {
            int changed = database.sql("""
                            update accounts.project set unit_id = :unit, code = :code, name = :name, category = :category,
                                goal = :goal, active = :active, version = version + 1, updated_by = :who, updated_at = now()
                            where id = :id and version = :version
                            """)
                    .params(texts(request))
                    .param("unit", unit)
                    .param("code", code)
                    .param("active", Given.required("是否启用", request.active()))
                    .param("who", actor.displayName())
                    .param("id", id)
                    .param("version", Given.required("版本", request.version()))
                    .update();
            if (changed == 0) {
                throw books.changedMeanwhile("accounts.project", id, "项目“" + before.name() + "”");
            }
        } catch (DuplicateKeyException e) {
            throw taken(code);
        }
        ProjectRow after = row(actor, id);
        record(
                actor,
                "accounts.project.change",
                id,
                "修改项目 " + after.code() + " " + after.name(),
                state(before),
                state(after));
        return after;
    }

    private static Map<String, Object> texts(ProjectRequest request) {
        return new LinkedHashMap<>(Map.of(
                "name", Given.requiredLine("项目名称", request.name(), 200),
                "category", Given.line("项目类别", request.category(), 60),
                "goal", Given.text(request.goal())));
    }

    private static Refusal taken(String code) {
        return Refusal.conflict("E-BKS-201", "项目编码“" + code + "”在本账套中已经使用，请换一个编码");
    }

    private boolean hasEntries(Book book, long project) {
        return database.sql("select exists (select from accounts.entry where year = :year and project_id = :project)")
                .param("year", book.year())
                .param("project", project)
                .query(Boolean.class)
                .single();
    }

    private void record(
            Actor actor,
            String action,
            long id,
            String summary,
            @Nullable Map<String, ?> before,
            Map<String, ?> after) {
        audit.record(actor, action, "accounts.project", Long.toString(id), summary, before, after);
    }

    private static Map<String, ?> state(ProjectRow row) {
        return Map.of(
                "unitId", row.unitId(),
                "code", row.code(),
                "name", row.name(),
                "category", row.category(),
                "goal", row.goal(),
                "active", row.active());
    }

    private RowMapper<ProjectRow> reader(Book book) {
        Map<Long, String> names =
                books.units(book).stream().collect(Collectors.toUnmodifiableMap(Unit::id, Unit::name));
        return (row, n) -> read(row, names);
    }

    private static ProjectRow read(ResultSet row, Map<Long, String> unitNames) throws SQLException {
        long unit = row.getLong("unit_id");
        return new ProjectRow(
                row.getLong("id"),
                row.getLong("book_id"),
                unit,
                unitNames.getOrDefault(unit, ""),
                row.getString("code"),
                row.getString("name"),
                row.getString("category"),
                row.getString("goal"),
                row.getBoolean("active"),
                row.getInt("version"),
                row.getLong("initial_fen"),
                row.getLong("adjusted_fen"),
                row.getLong("executed_fen"),
                row.getString("updated_by"),
                row.getObject("updated_at", OffsetDateTime.class));
    }

    @Override
    public List<ProjectMoney> list(Actor actor, int year) {
        List<ProjectMoney> found = new ArrayList<>();
        for (Book book : books.list(actor)) {
            if (book.year() == year) {
                Map<Long, List<FundMoney>> funds = funds(book);
                all(actor, new Filter(book.id(), null, null, null), new PageQuery(null, null, null)).stream()
                        .map(row -> money(row, funds.getOrDefault(row.id(), List.of())))
                        .forEach(found::add);
            }
        }
        return List.copyOf(found);
    }

    @Override
    public ProjectMoney get(Actor actor, long projectId) {
        ProjectRow row = row(actor, projectId);
        return money(row, funds(books.get(actor, row.bookId())).getOrDefault(projectId, List.of()));
    }

    private static ProjectMoney money(ProjectRow row, List<FundMoney> funds) {
        return new ProjectMoney(row.id(), row.code(), row.name(), row.unitId(), row.unitName(), funds);
    }

    private Map<Long, List<FundMoney>> funds(Book book) {
        Map<Long, List<FundMoney>> byProject = new LinkedHashMap<>();
        database.sql("""
                        select project_id, fund,
                            coalesce(sum(fen) filter (where kind = 'budget_initial'), 0)::bigint as initial,
                            coalesce(sum(fen) filter (where kind <> 'expense'), 0)::bigint as adjusted,
                            coalesce(sum(fen) filter (where kind = 'expense'), 0)::bigint as executed
                        from accounts.entry
                        where year = :year and book_id = :book and project_id is not null
                            and kind in ('budget_initial', 'budget_adjustment', 'budget_carry_over', 'expense')
                        group by project_id, fund
                        order by project_id, fund
                        """).param("year", book.year()).param("book", book.id()).query(row -> {
            byProject
                    .computeIfAbsent(row.getLong("project_id"), id -> new ArrayList<>())
                    .add(new FundMoney(
                            row.getString("fund"),
                            row.getLong("initial"),
                            row.getLong("adjusted"),
                            row.getLong("executed")));
        });
        return byProject;
    }
}
