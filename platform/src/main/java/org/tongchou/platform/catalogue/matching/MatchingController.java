package org.tongchou.platform.catalogue.matching;

import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Objects;
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
import org.tongchou.platform.audit.ListExport;
import org.tongchou.platform.catalogue.Matchings;
import org.tongchou.platform.catalogue.kind.Kinds;
import org.tongchou.platform.spreadsheet.Column;
import org.tongchou.platform.spreadsheet.ExportFormat;
import org.tongchou.platform.web.Actor;
import org.tongchou.platform.web.Given;
import org.tongchou.platform.web.Page;
import org.tongchou.platform.web.PageQuery;
import org.tongchou.platform.web.Requires;

/** Catalogues of hospitals matched with the national ones. */
@RestController
@Tag(name = "机构目录对照")
@RequestMapping("/api/catalogue/matchings")
class MatchingController {
    private static final List<Column> COLUMNS = List.of(
            Column.text("机构编码", 16),
            Column.text("机构名称", 30),
            Column.text("机构目录编号", 24),
            Column.text("机构目录名称", 36),
            Column.text("目录", 16),
            Column.text("国家编码", 30),
            Column.text("国家名称", 36),
            Column.date("开始日期"),
            Column.date("结束日期"),
            Column.text("状态", 10),
            Column.text("国家编码今日有效", 14),
            Column.text("审核意见", 30));

    private final MatchingService matchings;
    private final ListExport export;

    MatchingController(MatchingService matchings, ListExport export) {
        this.matchings = matchings;
        this.export = export;
    }

    @Requires("catalogue.item.view")
    @GetMapping
    Page<MatchingService.View> list(
            @AuthenticationPrincipal Actor actor, MatchingService.Filter filter, PageQuery page) {
        return matchings.list(actor, filter, page);
    }

    @Requires("catalogue.matching.edit")
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Told submit(@AuthenticationPrincipal Actor actor, @RequestBody Matchings.Matching request) {
        return new Told(matchings.submit(actor, request));
    }

    @Requires("catalogue.matching.review")
    @PostMapping("/decision")
    Decided decide(@AuthenticationPrincipal Actor actor, @RequestBody Decision request) {
        return new Decided(matchings.decide(
                actor,
                Objects.requireNonNullElse(request.ids(), List.of()),
                Given.required("是否通过", request.approved()),
                request.note()));
    }

    @Requires("catalogue.matching.edit")
    @PostMapping("/{id}/withdrawal")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void withdraw(@AuthenticationPrincipal Actor actor, @PathVariable long id) {
        matchings.withdraw(actor, id);
    }

    @Requires("catalogue.item.export")
    @GetMapping("/export")
    ResponseEntity<Resource> export(
            @AuthenticationPrincipal Actor actor,
            MatchingService.Filter filter,
            PageQuery order,
            @RequestParam(defaultValue = "xlsx") ExportFormat format) {
        List<MatchingService.View> rows = matchings.all(actor, filter, order);
        String title = Boolean.TRUE.equals(filter.unmatched()) ? "未对照目录" : "机构目录对照";
        ListExport.Subject subject =
                new ListExport.Subject("catalogue.matching.export", "catalogue.matching", "", title, "");
        return export.answer(actor, subject, format, COLUMNS, sink -> {
            for (MatchingService.View row : rows) {
                sink.row(
                        row.provider(),
                        row.providerName(),
                        row.ownCode(),
                        row.ownName(),
                        Kinds.get(row.kind()).name(),
                        row.code(),
                        row.name(),
                        row.begins(),
                        row.ends(),
                        row.state(),
                        row.inForce() ? "是" : "否",
                        row.note());
            }
        });
    }

    /**
     * A matching that was told.
     *
     * @param id its id
     */
    record Told(long id) {}

    /**
     * What the second person decides.
     *
     * @param ids ids of the matchings
     * @param approved whether they count
     * @param note what they say; needed to return them
     */
    record Decision(
            @Nullable List<Long> ids,
            @Nullable Boolean approved,
            @Nullable String note) {}

    /**
     * How many were decided on.
     *
     * @param count matchings
     */
    record Decided(int count) {}
}
