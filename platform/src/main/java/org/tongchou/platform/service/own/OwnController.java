package org.tongchou.platform.service.own;

import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.tongchou.platform.fund.PersonalAccounts;
import org.tongchou.platform.settlement.BillFile;
import org.tongchou.platform.settlement.BillFiles;
import org.tongchou.platform.settlement.BillFiles.Accumulator;
import org.tongchou.platform.settlement.BillRow;
import org.tongchou.platform.settlement.FilingRow;
import org.tongchou.platform.settlement.SlipFormat;
import org.tongchou.platform.spreadsheet.Column;
import org.tongchou.platform.spreadsheet.Export;
import org.tongchou.platform.spreadsheet.ExportFormat;
import org.tongchou.platform.spreadsheet.Layout;
import org.tongchou.platform.web.Actor;
import org.tongchou.platform.web.Given;
import org.tongchou.platform.web.Page;
import org.tongchou.platform.web.PageQuery;
import org.tongchou.platform.web.Requires;

/** What insured persons read of their own, or of a child of theirs when the request names one ({@code child}, 人员编号). */
@RestController
@Tag(name = "公共服务")
@RequestMapping("/api/service/own")
class OwnController {
    private static final int CHUNK = 500;
    private static final List<Column> COLUMNS = List.of(
            Column.date("结算日期"),
            Column.text("结算编号", 26),
            Column.text("医药机构", 26),
            Column.text("险种", 14),
            Column.text("医疗类别", 14),
            Column.text("状态", 10),
            Column.money("总额（元）"),
            Column.money("基金支付（元）"),
            Column.money("个人账户（元）"),
            Column.money("现金（元）"));

    private final OwnFile file;
    private final BillFiles files;
    private final Clock clock;

    OwnController(OwnFile file, BillFiles files, Clock clock) {
        this.file = file;
        this.files = files;
        this.clock = clock;
    }

    @Requires("service.own.view")
    @GetMapping
    OwnFile.Overview overview(
            @AuthenticationPrincipal Actor actor, @RequestParam(required = false) @Nullable String child) {
        return file.overview(actor, child);
    }

    /** Whose files somebody reads besides their own. */
    @Requires("service.own.view")
    @GetMapping("/children")
    List<OwnFile.Child> children(@AuthenticationPrincipal Actor actor) {
        return file.children(actor);
    }

    @Requires("service.own.view")
    @GetMapping("/bills")
    Page<BillRow> bills(
            @AuthenticationPrincipal Actor actor,
            @RequestParam(required = false) @Nullable String child,
            @RequestParam(required = false) @Nullable Integer year,
            PageQuery page) {
        return file.bills(actor, child, year, page);
    }

    @Requires("service.own.view")
    @GetMapping("/bills/{number}")
    BillFile bill(
            @AuthenticationPrincipal Actor actor,
            @PathVariable String number,
            @RequestParam(required = false) @Nullable String child) {
        return file.bill(actor, child, number);
    }

    @Requires("service.own.view")
    @GetMapping("/bills/{number}/slip")
    ResponseEntity<byte[]> slip(
            @AuthenticationPrincipal Actor actor,
            @PathVariable String number,
            @RequestParam(required = false) @Nullable String child,
            @RequestParam(defaultValue = "pdf") SlipFormat format) {
        return format.answer(files, file.bill(actor, child, number));
    }

    @Requires("service.own.view")
    @GetMapping("/export")
    ResponseEntity<Resource> export(
            @AuthenticationPrincipal Actor actor,
            @RequestParam(required = false) @Nullable String child,
            @RequestParam(required = false) @Nullable Integer year,
            @RequestParam(defaultValue = "xlsx") ExportFormat format) {
        Layout layout = new Layout(
                Given.text(child).isEmpty()
                        ? "我的医疗费结算"
                        : "子女 " + file.overview(actor, child).name() + " 的医疗费结算",
                "单位：元",
                COLUMNS,
                Layout.footer(actor.displayName(), actor.userName(), LocalDateTime.now(clock)));
        return Export.answer(format, layout, sink -> {
            int page = 1;
            Page<BillRow> some;
            do {
                some = file.bills(actor, child, year, new PageQuery(page++, CHUNK, null));
                for (BillRow row : some.items()) {
                    sink.row(
                            row.day(),
                            row.number(),
                            row.providerName(),
                            row.scheme(),
                            row.kind(),
                            row.state(),
                            row.totalFen(),
                            row.fundFen(),
                            row.accountFen(),
                            row.cashFen());
                }
            } while (some.items().size() == CHUNK);
        });
    }

    @Requires("service.own.view")
    @GetMapping("/accumulators")
    List<Accumulator> accumulators(
            @AuthenticationPrincipal Actor actor,
            @RequestParam(required = false) @Nullable String child,
            @RequestParam(required = false) @Nullable Integer year) {
        return file.accumulated(actor, child, year);
    }

    @Requires("service.own.view")
    @GetMapping("/account")
    Page<PersonalAccounts.Movement> account(
            @AuthenticationPrincipal Actor actor,
            @RequestParam(required = false) @Nullable String child,
            PageQuery page) {
        return file.account(actor, child, page);
    }

    @Requires("service.own.view")
    @GetMapping("/filings")
    List<FilingRow> filings(
            @AuthenticationPrincipal Actor actor, @RequestParam(required = false) @Nullable String child) {
        return file.filings(actor, child);
    }
}
