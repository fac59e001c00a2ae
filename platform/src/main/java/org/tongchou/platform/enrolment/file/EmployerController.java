package org.tongchou.platform.enrolment.file;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.tongchou.platform.database.Where;
import org.tongchou.platform.web.Actor;
import org.tongchou.platform.web.Page;
import org.tongchou.platform.web.PageQuery;
import org.tongchou.platform.web.Requires;

/** Employers, schools and villages with how many they have enrolled. */
@RestController
@RequestMapping("/api/enrolment/employers")
class EmployerController {
    private static final Map<String, String> SORTABLE =
            Map.of("code", "u.code", "name", "u.name", "registered", "u.registered", "people", "people");

    private final JdbcClient database;
    private final Directory directory;
    private final Clock clock;

    EmployerController(JdbcClient database, Directory directory, Clock clock) {
        this.database = database;
        this.directory = directory;
        this.clock = clock;
    }

    /**
     * Which employers.
     *
     * @param text part of the name, or the credit code
     * @param county six digits
     * @param kind kind of employer
     */
    record Filter(
            @Nullable String text,
            @Nullable String county,
            @Nullable String kind) {}

    /**
     * An employer in the list.
     *
     * @param id its id
     * @param code credit code
     * @param name name
     * @param kind kind
     * @param county six digits
     * @param registered since when
     * @param closed last day
     * @param people enrolled through it today
     */
    record Row(
            long id,
            String code,
            String name,
            String kind,
            String county,
            LocalDate registered,
            @Nullable LocalDate closed,
            long people) {}

    @Requires("enrolment.person.view")
    @GetMapping
    Page<Row> list(@AuthenticationPrincipal Actor actor, Filter filter, PageQuery page) {
        Where where = new Where()
                .and("u.county = any(:scope)", "scope", directory.scope(actor))
                .when(filter.text(), "(strpos(u.name, :text) > 0 or u.code = :text)", "text")
                .when(filter.county(), "u.county = :county", "county")
                .when(filter.kind(), "u.kind = :kind", "kind");
        long total = where.query(database, "select count(*) from enrolment.employer u", "")
                .query(Long.class)
                .single();
        return new Page<>(
                where.query(
                                database,
                                """
                                select u.id, u.code, u.name, u.kind, u.county, u.registered, u.closed,
                                    (select count(*) from enrolment.enrolment e where e.employer_id = u.id and not e.cancelled
                                        and e.from_day <= :today and (e.to_day is null or e.to_day >= :today)) as people
                                from enrolment.employer u
                                """,
                                page.orderBy(SORTABLE, "u.code") + " limit " + page.rows() + " offset " + page.offset())
                        .param("today", LocalDate.now(clock))
                        .query(Row.class)
                        .list(),
                total,
                page.number(),
                page.rows());
    }
}
