package org.tongchou.platform.contribution.person;

import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.tongchou.platform.contribution.DuesExport;
import org.tongchou.platform.database.Where;
import org.tongchou.platform.spreadsheet.Column;
import org.tongchou.platform.spreadsheet.ExportFormat;
import org.tongchou.platform.web.Actor;
import org.tongchou.platform.web.Page;
import org.tongchou.platform.web.PageQuery;
import org.tongchou.platform.web.Requires;

/** What people owe: assessments, lists, figures. */
@RestController
@Tag(name = "征缴管理")
@RequestMapping("/api/contribution/person-dues")
class DueController {
    private static final int CHUNK = 5_000;
    private static final List<Column> COLUMNS = List.of(
            Column.text("人员编号", 20),
            Column.text("姓名", 14),
            Column.text("区县", 10),
            Column.text("人员类别", 12),
            Column.text("缴费档次", 10),
            Column.text("费款所属期", 10),
            Column.money("应缴标准"),
            Column.money("资助"),
            Column.money("个人应缴"),
            Column.date("集中缴费期起"),
            Column.date("集中缴费期止"),
            Column.text("状态", 8),
            Column.date("缴费日期"));

    private final DueStore store;
    private final DueRuns runs;
    private final DueRequests requests;
    private final DueStatistics statistics;
    private final Carrying carrying;
    private final DuesExport export;

    DueController(
            DueStore store,
            DueRuns runs,
            DueRequests requests,
            DueStatistics statistics,
            Carrying carrying,
            DuesExport export) {
        this.store = store;
        this.runs = runs;
        this.requests = requests;
        this.statistics = statistics;
        this.carrying = carrying;
        this.export = export;
    }

    /**
     * Which dues.
     *
     * @param scheme resident or employee
     * @param period a year or a month
     * @param county six digits; all when empty
     * @param state 待缴, 已缴, 已退费 or 已作废; all but 已作废 when empty
     * @param identity identity for which assistance pays
     * @param text 人员编号 or name
     */
    record Asked(
            @Nullable String scheme,
            @Nullable String period,
            @Nullable String county,
            @Nullable String state,
            @Nullable String identity,
            @Nullable String text) {}

    /**
     * An assessment.
     *
     * @param scheme resident or employee
     * @param period a year or a month
     * @param day whose enrolment and identities count; today when none
     * @param county six digits; all when empty
     */
    record Assess(
            @Nullable String scheme,
            @Nullable String period,
            @Nullable LocalDate day,
            @Nullable String county) {}

    private Where where(Actor actor, Asked asked) {
        String scheme = Schemes.scheme(asked.scheme());
        String period = Schemes.period(scheme, asked.period());
        List<String> periods = scheme.equals(Schemes.RESIDENT)
                ? List.of(period)
                : Schemes.months(period).stream().map(Object::toString).toList();
        Where where = new Where()
                .and("scheme = :scheme", "scheme", scheme)
                .and("period = any(:periods)", "periods", periods.toArray(String[]::new))
                .and("county = any(:counties)", "counties", export.counties(actor))
                .when(asked.county(), "county = :county", "county")
                .when(asked.identity(), "subsidised_for = :identity", "identity")
                .when(asked.text(), "(number = :text or name = :text)", "text");
        String state = asked.state();
        return state == null || state.isBlank()
                ? where.and("state <> '已作废'")
                : where.and("state = :state", "state", state);
    }

    @Requires("contribution.dues.view")
    @GetMapping
    Page<Due> list(@AuthenticationPrincipal Actor actor, Asked asked, PageQuery page) {
        return store.page(where(actor, asked), page);
    }

    /** The list that tax office and bank collect by: it names people by 人员编号, never by certificate. */
    @Requires("contribution.dues.export")
    @GetMapping("/export")
    ResponseEntity<Resource> export(
            @AuthenticationPrincipal Actor actor,
            Asked asked,
            @RequestParam(defaultValue = "xlsx") ExportFormat format) {
        where(actor, asked);
        return export.answer(actor, asked.period() + " 个人应缴名单", format, COLUMNS, sink -> {
            long after = 0;
            while (true) {
                List<Due> rows = store.after(where(actor, asked), after, CHUNK);
                for (Due due : rows) {
                    sink.row(
                            due.number(),
                            due.name(),
                            due.county(),
                            due.personType(),
                            due.feeTier(),
                            due.period(),
                            due.duesFen(),
                            due.subsidisedFen(),
                            due.personalFen(),
                            due.opens(),
                            due.closes(),
                            due.state(),
                            due.paidOn());
                    after = due.id();
                }
                if (rows.size() < CHUNK) {
                    return;
                }
            }
        });
    }

    /**
     * A county.
     *
     * @param code six digits
     * @param name its name
     */
    record Named(String code, String name) {}

    @Requires("contribution.dues.view")
    @GetMapping("/counties")
    List<Named> counties(@AuthenticationPrincipal Actor actor) {
        return export.seen(actor).stream()
                .map(county -> new Named(county.code(), county.name()))
                .toList();
    }

    @Requires("contribution.dues.view")
    @GetMapping("/statistics")
    List<DueStatistics.Cell> statistics(
            @AuthenticationPrincipal Actor actor, @RequestParam String scheme, @RequestParam String period) {
        String known = Schemes.scheme(scheme);
        return statistics.of(known, Schemes.period(known, period), export.counties(actor));
    }

    @Requires("contribution.dues.view")
    @GetMapping("/runs")
    List<DueRuns.DueRun> runs(@RequestParam String scheme) {
        return runs.list(Schemes.scheme(scheme));
    }

    @Requires("contribution.person.assess")
    @PostMapping("/runs")
    @ResponseStatus(HttpStatus.CREATED)
    DueRuns.DueRun assess(@AuthenticationPrincipal Actor actor, @RequestBody Assess request) {
        return requests.start(actor, request.scheme(), request.period(), request.day(), request.county());
    }

    @Requires("contribution.dues.view")
    @GetMapping("/carry/{year}")
    List<Carrying.Carried> carriable(@AuthenticationPrincipal Actor actor, @PathVariable int year) {
        return carrying.open(export.counties(actor), year);
    }

    @Requires("contribution.person.assess")
    @PostMapping("/carry/{year}")
    List<Carrying.Carried> carry(@AuthenticationPrincipal Actor actor, @PathVariable int year) {
        return carrying.carry(actor, export.counties(actor), year);
    }
}
