package org.tongchou.platform.provider.village;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
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

/** The villages of the region and who serves them. */
@Service
public class Villages {
    private static final String SELECT = """
            select * from (select v.code, v.name, v.town, v.county, v.people,
                coalesce((select string_agg(i.name, '、' order by i.code) from provider.village_post p
                    join provider.institution i on i.code = p.institution
                    where p.village = v.code and (p.ends is null or p.ends >= :day)), '') as posts,
                exists (select from provider.village_post p join provider.in_force(:day) f on f.institution = p.institution
                    where p.village = v.code and p.begins <= :day and (p.ends is null or p.ends >= :day)) as covered
            from provider.village v) v
            """;
    private static final Map<String, String> SORTABLE =
            Map.of("code", "v.code", "name", "v.name", "town", "v.town", "county", "v.county", "people", "v.people");

    private final JdbcClient database;
    private final Region region;
    private final Acts acts;
    private final AuditLog audit;
    private final Clock clock;

    Villages(JdbcClient database, Region region, Acts acts, AuditLog audit, Clock clock) {
        this.database = database;
        this.region = region;
        this.acts = acts;
        this.audit = audit;
        this.clock = clock;
    }

    Page<Village> list(Actor actor, Village.Filter filter, PageQuery page) {
        Where where = where(actor, filter);
        return where.page(
                database,
                page,
                "select count(*) from (" + SELECT + ") v",
                SELECT,
                page.orderBy(SORTABLE, "v.code"),
                Village.class);
    }

    List<Village> all(Actor actor, Village.Filter filter, PageQuery order) {
        return where(actor, filter)
                .query(database, SELECT, order.orderBy(SORTABLE, "v.code"))
                .query(Village.class)
                .list();
    }

    private Where where(Actor actor, Village.Filter filter) {
        Where where = new Where()
                .and("v.county in (:counties)", "counties", acts.counties(actor))
                .and(":day::date is not null", "day", LocalDate.now(clock))
                .when(filter.county(), "v.county = :county", "county")
                .when(filter.text(), "strpos(v.code || ' ' || v.name || ' ' || v.town, :text) > 0", "text");
        return filter.covered() == null ? where : where.and("v.covered = :covered", "covered", filter.covered());
    }

    /** Coverage of every county within the scope on a day. */
    List<Village.Coverage> coverage(Actor actor, @Nullable LocalDate day) {
        Map<String, String> names = region.counties().stream().collect(Collectors.toMap(County::code, County::name));
        return database.sql("select county, count(*) as villages, count(*) filter (where covered) as covered,"
                        + " coalesce(sum(people), 0) as people, coalesce(sum(people) filter (where covered), 0) as covered_people"
                        + " from (" + SELECT + ") v where county in (:counties) group by county order by county")
                .param("counties", acts.counties(actor))
                .param("day", day == null ? LocalDate.now(clock) : day)
                .query((row, n) -> new Village.Coverage(
                        row.getString("county"),
                        names.getOrDefault(row.getString("county"), ""),
                        row.getLong("villages"),
                        row.getLong("covered"),
                        row.getLong("people"),
                        row.getLong("covered_people")))
                .list();
    }

    /** Enters a village, or corrects it; an institution that serves it is added to those that do. */
    @Transactional
    public void enter(Actor actor, Village.Request request) {
        problem(request, counties(actor), institutions(actor)).ifPresent(refusal -> {
            throw refusal;
        });
        store(actor, request, null);
        audit.record(
                actor,
                "provider.village.enter",
                "provider.village",
                Given.text(request.code()),
                "登记行政村“" + Given.text(request.name()) + "”",
                null,
                Map.of("name", Given.text(request.name()), "服务机构", Given.text(request.institution())));
    }

    /** The first thing that is wrong with a village. */
    static Optional<Refusal> problem(Village.Request request, Set<String> counties, Set<String> institutions) {
        String code = Given.text(request.code());
        if (!code.matches("\\d{12}") || !counties.contains(code.substring(0, 6))) {
            return Optional.of(Refusal.field("E-PRV-080", "村编码", code, "12 位数字，前 6 位是您数据范围内的区县"));
        }
        if (Given.text(request.name()).isEmpty()) {
            return Optional.of(Refusal.field("E-PRV-081", "村名", "", "必填"));
        }
        int people = Objects.requireNonNullElse(request.people(), 0);
        if (people < 0 || people > 10_000_000) {
            return Optional.of(Refusal.field("E-PRV-082", "人口", Integer.toString(people), "不小于 0 的整数"));
        }
        String institution = Given.text(request.institution());
        if (!institution.isEmpty() && !institutions.contains(institution)) {
            return Optional.of(Refusal.field("E-PRV-083", "服务机构", institution, "已登记且在您数据范围内的机构编码"));
        }
        return Optional.empty();
    }

    void store(Actor actor, Village.Request request, @Nullable Long batch) {
        String code = Given.text(request.code());
        database.sql("""
                        insert into provider.village (code, name, town, county, people, batch_id, updated_by)
                        values (:code, :name, :town, left(:code, 6), :people, :batch::bigint, :who)
                        on conflict (code) do update set name = excluded.name, town = excluded.town, people = excluded.people,
                            updated_by = excluded.updated_by, updated_at = now()
                        """)
                .param("code", code)
                .param("name", Given.line("村名", request.name(), 100))
                .param("town", Given.line("乡镇街道", request.town(), 100))
                .param("people", Objects.requireNonNullElse(request.people(), 0))
                .param("batch", batch)
                .param("who", actor.displayName())
                .update();
        if (!Given.text(request.institution()).isEmpty()) {
            database.sql("""
                            insert into provider.village_post (village, institution, begins)
                            select :village, :institution, i.opened from provider.institution i
                            where i.code = :institution and not exists (select from provider.village_post
                                where village = :village and institution = :institution and ends is null)
                            """)
                    .param("village", code)
                    .param("institution", Given.text(request.institution()))
                    .update();
        }
    }

    Set<String> counties(Actor actor) {
        return Set.copyOf(acts.counties(actor));
    }

    Set<String> institutions(Actor actor) {
        return new HashSet<>(database.sql("select code from provider.institution where county in (:counties)")
                .param("counties", acts.counties(actor))
                .query(String.class)
                .list());
    }
}
