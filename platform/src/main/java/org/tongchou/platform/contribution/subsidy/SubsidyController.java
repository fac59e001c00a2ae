package org.tongchou.platform.contribution.subsidy;

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
import org.tongchou.platform.spreadsheet.Column;
import org.tongchou.platform.spreadsheet.ExportFormat;
import org.tongchou.platform.web.Actor;
import org.tongchou.platform.web.Given;
import org.tongchou.platform.web.Refusal;
import org.tongchou.platform.web.Requires;

/** Subsidies of a year. */
@RestController
@Tag(name = "征缴管理")
@RequestMapping("/api/contribution/subsidies/{year}")
class SubsidyController {
    private static final List<Column> COLUMNS = List.of(
            Column.text("区县", 20),
            Column.text("级次", 10),
            Column.money("应补助"),
            Column.money("按政策预拨"),
            Column.money("已到位"),
            Column.money("待清算"));

    private final Subsidies subsidies;
    private final Grants grants;
    private final DuesExport export;

    SubsidyController(Subsidies subsidies, Grants grants, DuesExport export) {
        this.subsidies = subsidies;
        this.grants = grants;
        this.export = export;
    }

    /**
     * Heads to be counted.
     *
     * @param kind 预计 or 核定
     * @param day the day that counts
     */
    record Count(@Nullable String kind, @Nullable LocalDate day) {}

    /**
     * All shares of a stage.
     *
     * @param stage 预拨 or 清算
     * @param day when the money is there
     * @param document the document
     */
    record All(
            @Nullable String stage,
            @Nullable LocalDate day,
            @Nullable String document) {}

    /**
     * A review of several grants.
     *
     * @param ids the grants
     * @param accept whether they are accepted
     * @param reason why not
     */
    record Review(
            @Nullable List<Long> ids,
            @Nullable Boolean accept,
            @Nullable String reason) {}

    private void check(Actor actor, int year) {
        if (year < 2000 || year > 2100) {
            throw Refusal.field("E-CON-057", "年度", Integer.toString(year), "2000 至 2100 的年度");
        }
        subsidies.mustSee(actor);
    }

    @Requires("contribution.dues.view")
    @GetMapping
    SubsidyYear get(@AuthenticationPrincipal Actor actor, @PathVariable int year) {
        check(actor, year);
        return subsidies.year(year);
    }

    @Requires("contribution.dues.view")
    @GetMapping("/grants")
    List<SubsidyYear.Grant> grants(@AuthenticationPrincipal Actor actor, @PathVariable int year) {
        check(actor, year);
        return subsidies.grants(year);
    }

    @Requires("contribution.subsidy.edit")
    @PostMapping("/heads")
    SubsidyYear count(@AuthenticationPrincipal Actor actor, @PathVariable int year, @RequestBody Count request) {
        check(actor, year);
        return subsidies.count(actor, year, request.kind(), Given.required("清点日期", request.day()));
    }

    @Requires("contribution.subsidy.edit")
    @PostMapping("/grants")
    @ResponseStatus(HttpStatus.CREATED)
    SubsidyYear.Grant enter(
            @AuthenticationPrincipal Actor actor, @PathVariable int year, @RequestBody Grants.Request request) {
        check(actor, year);
        return grants.enter(actor, year, request);
    }

    @Requires("contribution.subsidy.edit")
    @PostMapping("/grants/all")
    @ResponseStatus(HttpStatus.CREATED)
    List<SubsidyYear.Grant> enterAll(
            @AuthenticationPrincipal Actor actor, @PathVariable int year, @RequestBody All request) {
        check(actor, year);
        return grants.enterAll(actor, year, request.stage(), Given.required("到位日期", request.day()), request.document());
    }

    @Requires("contribution.subsidy.review")
    @PostMapping("/grants/review")
    List<SubsidyYear.Grant> review(
            @AuthenticationPrincipal Actor actor, @PathVariable int year, @RequestBody Review request) {
        check(actor, year);
        return grants.review(
                actor, Given.required("补助", request.ids()), Given.required("复核结论", request.accept()), request.reason());
    }

    @Requires("contribution.dues.export")
    @GetMapping("/export")
    ResponseEntity<Resource> export(
            @AuthenticationPrincipal Actor actor,
            @PathVariable int year,
            @RequestParam(defaultValue = "xlsx") ExportFormat format) {
        SubsidyYear found = get(actor, year);
        return export.answer(actor, year + " 年居民医保财政补助结算表", format, COLUMNS, sink -> {
            for (SubsidyYear.Share share : found.shares()) {
                sink.row(
                        share.name(),
                        share.levelName(),
                        share.dueFen(),
                        share.advanceFen(),
                        share.grantedFen(),
                        share.restFen());
            }
        });
    }
}
