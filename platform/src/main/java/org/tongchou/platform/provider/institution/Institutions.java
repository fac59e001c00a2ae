package org.tongchou.platform.provider.institution;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tongchou.platform.audit.AuditLog;
import org.tongchou.platform.database.Where;
import org.tongchou.platform.provider.act.Acts;
import org.tongchou.platform.region.County;
import org.tongchou.platform.region.Region;
import org.tongchou.platform.web.Actor;
import org.tongchou.platform.web.Given;
import org.tongchou.platform.web.Page;
import org.tongchou.platform.web.PageQuery;
import org.tongchou.platform.web.Refusal;

/** The register of institutions. */
@Service
public class Institutions {
    private static final String TYPE = "provider.institution";
    private static final String SELECT = """
            select i.*, coalesce(l.level, '11') as level, coalesce(f.number, '') as agreement, coalesce(a.masked, '') as account
            from provider.institution i
            left join lateral (select level from provider.level l where l.institution = i.code and l.begins <= :today
                order by begins desc limit 1) l on true
            left join lateral (select masked from provider.account a where a.institution = i.code and a.begins <= :today
                order by begins desc, id desc limit 1) a on true
            left join lateral (select number from provider.in_force(:today) f where f.institution = i.code limit 1) f on true
            """;
    private static final Map<String, String> SORTABLE =
            Map.of("code", "i.code", "name", "i.name", "kind", "i.kind", "level", "level", "county", "i.county");

    private final JdbcClient database;
    private final Region region;
    private final Acts acts;
    private final AuditLog audit;
    private final Clock clock;

    Institutions(JdbcClient database, Region region, Acts acts, AuditLog audit, Clock clock) {
        this.database = database;
        this.region = region;
        this.acts = acts;
        this.audit = audit;
        this.clock = clock;
    }

    Page<Institution> list(Actor actor, Institution.Filter filter, PageQuery page) {
        Where where = where(actor, filter);
        return where.page(
                database,
                page,
                "select count(*) from (" + SELECT + ") i",
                "select * from (" + SELECT + ") i",
                page.orderBy(SORTABLE, "i.code"),
                reader());
    }

    List<Institution> all(Actor actor, Institution.Filter filter, PageQuery order) {
        return where(actor, filter)
                .query(database, "select * from (" + SELECT + ") i", order.orderBy(SORTABLE, "i.code"))
                .query(reader())
                .list();
    }

    /** An institution; refuses with 404 when there is none in scope. */
    public Institution get(Actor actor, String code) {
        List<String> counties = acts.counties(actor);
        return database.sql(SELECT + " where i.code = :code")
                .param("code", code)
                .param("today", today())
                .query(reader())
                .optional()
                .filter(found -> counties.contains(found.county()))
                .orElseThrow(() -> Refusal.notFound("机构"));
    }

    /** Enters an institution; refuses what breaks a rule. */
    @Transactional
    public Institution create(Actor actor, Institution.Request request) {
        refuse(InstitutionRules.check(request, known(actor)::contains));
        try {
            insert(actor, request, null);
        } catch (DuplicateKeyException e) {
            throw Refusal.conflict("E-PRV-017", "机构编码 " + Given.text(request.code()) + " 已经登记");
        }
        Institution made = get(actor, Given.text(request.code()));
        audit.record(
                actor, "provider.institution.create", TYPE, made.code(), "登记机构“" + made.name() + "”", null, seen(made));
        return made;
    }

    /** Corrects what is no act: name, place, credit code. */
    @Transactional
    public Institution change(Actor actor, String code, Institution.Request request) {
        Institution before = get(actor, code);
        Institution.Request whole = new Institution.Request(
                code,
                request.name(),
                before.kind(),
                request.tcm(),
                before.level(),
                request.county(),
                request.town(),
                request.address(),
                request.creditCode(),
                request.longitude(),
                request.latitude(),
                request.opened(),
                request.version());
        refuse(InstitutionRules.check(whole, known(actor)::contains));
        int rows = database.sql("""
                        update provider.institution set name = :name, tcm = :tcm, county = :county, town = :town, address = :address,
                            credit_code = :credit, longitude = :longitude::numeric, latitude = :latitude::numeric, opened = :opened,
                            version = version + 1, updated_by = :who, updated_at = now()
                        where code = :code and version = :version
                        """)
                .params(values(actor, whole))
                .param("version", Given.required("版本", request.version()))
                .update();
        if (rows == 0) {
            throw Refusal.changedMeanwhile(
                    "机构“" + before.name() + "”",
                    before.updatedBy(),
                    before.updatedAt().toString());
        }
        Institution after = get(actor, code);
        audit.record(
                actor,
                "provider.institution.change",
                TYPE,
                code,
                "修改机构“" + before.name() + "”",
                seen(before),
                seen(after));
        return after;
    }

    /** Enters an institution that keeps the rules, or corrects the one of that code; tells which. */
    String store(Actor actor, Institution.Request request, long batch) {
        boolean known = database.sql("select count(*) from provider.institution where code = :code")
                        .param("code", Given.text(request.code()))
                        .query(Long.class)
                        .single()
                > 0;
        if (!known) {
            insert(actor, request, batch);
            return "新增";
        }
        database.sql("""
                        update provider.institution set name = :name, tcm = :tcm, county = :county, town = :town, address = :address,
                            credit_code = :credit, longitude = :longitude::numeric, latitude = :latitude::numeric, opened = :opened,
                            version = version + 1, updated_by = :who, updated_at = now()
                        where code = :code
                        """).params(values(actor, request)).update();
        return "变更";
    }

    private void insert(Actor actor, Institution.Request request, @Nullable Long batch) {
        database.sql("""
                        insert into provider.institution (code, name, kind, tcm, county, town, address, credit_code, longitude, latitude,
                            opened, batch_id, created_name, updated_by)
                        values (:code, :name, :kind, :tcm, :county, :town, :address, :credit, :longitude::numeric, :latitude::numeric,
                            :opened, :batch::bigint, :who, :who)
                        """)
                .params(values(actor, request))
                .param("kind", Given.text(request.kind()))
                .param("batch", batch)
                .update();
        database.sql("insert into provider.level (institution, begins, level) values (:code, :opened, :level)")
                .param("code", Given.text(request.code()))
                .param("opened", request.opened())
                .param("level", Given.text(request.level()))
                .update();
    }

    private static Map<String, @Nullable Object> values(Actor actor, Institution.Request request) {
        Map<String, @Nullable Object> values = new HashMap<>();
        values.put("code", Given.text(request.code()));
        values.put("name", Given.text(request.name()));
        values.put("tcm", Boolean.TRUE.equals(request.tcm()));
        values.put("county", Given.text(request.county()));
        values.put("town", Given.text(request.town()));
        values.put("address", Given.text(request.address()));
        values.put("credit", Given.text(request.creditCode()));
        values.put("longitude", request.longitude());
        values.put("latitude", request.latitude());
        values.put("opened", request.opened());
        values.put("who", actor.displayName());
        return values;
    }

    /** Codes of the counties within the scope. */
    Set<String> known(Actor actor) {
        return region.counties(actor).stream().map(County::code).collect(Collectors.toUnmodifiableSet());
    }

    private static void refuse(List<Refusal> problems) {
        if (!problems.isEmpty()) {
            throw problems.get(0);
        }
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private Where where(Actor actor, Institution.Filter filter) {
        Where where = new Where()
                .and("i.county in (:counties)", "counties", acts.counties(actor))
                .and(":today::date is not null", "today", today())
                .when(filter.kind(), "i.kind = :kind", "kind")
                .when(filter.county(), "i.county = :county", "county")
                .when(filter.level(), "i.level = :level", "level")
                .when(
                        filter.text(),
                        "strpos(lower(i.code || ' ' || i.name || ' ' || i.town || i.address), lower(:text)) > 0",
                        "text");
        return filter.designated() == null
                ? where
                : where.and("(i.agreement <> '') = :designated", "designated", filter.designated());
    }

    private RowMapper<Institution> reader() {
        Map<String, String> names = region.counties().stream().collect(Collectors.toMap(County::code, County::name));
        Function<String, String> name = code -> names.getOrDefault(code, code);
        return (row, n) -> read(row, name);
    }

    private static Institution read(ResultSet row, Function<String, String> countyName) throws SQLException {
        String level = row.getString("level");
        return new Institution(
                row.getString("code"),
                row.getString("name"),
                row.getString("kind"),
                row.getBoolean("tcm"),
                level,
                Objects.requireNonNullElse(InstitutionRules.LEVELS.get(level), level),
                row.getString("county"),
                countyName.apply(row.getString("county")),
                row.getString("town"),
                row.getString("address"),
                row.getString("credit_code"),
                row.getBigDecimal("longitude"),
                row.getBigDecimal("latitude"),
                row.getObject("opened", LocalDate.class),
                row.getObject("closed", LocalDate.class),
                row.getString("agreement"),
                row.getString("account"),
                row.getInt("version"),
                row.getString("created_name"),
                row.getObject("created_at", OffsetDateTime.class),
                row.getString("updated_by"),
                row.getObject("updated_at", OffsetDateTime.class));
    }

    private static Map<String, ?> seen(Institution institution) {
        return Map.of(
                "name", institution.name(),
                "kind", institution.kind(),
                "等级", institution.levelName(),
                "区县", institution.countyName(),
                "乡镇街道", institution.town(),
                "地址", institution.address(),
                "统一社会信用代码", institution.creditCode(),
                "开业日期", institution.opened().toString());
    }
}
