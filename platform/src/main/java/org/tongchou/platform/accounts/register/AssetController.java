package org.tongchou.platform.accounts.register;

import java.util.List;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.tongchou.platform.accounts.book.Books;
import org.tongchou.platform.accounts.book.Sheet;
import org.tongchou.platform.accounts.book.TableExport;
import org.tongchou.platform.spreadsheet.Column;
import org.tongchou.platform.spreadsheet.ExportFormat;
import org.tongchou.platform.web.Actor;
import org.tongchou.platform.web.PageQuery;
import org.tongchou.platform.web.Requires;

/** Vehicles and large equipment. */
@RestController
@RequestMapping("/api/accounts/assets")
class AssetController {
    private static final List<Column> COLUMNS = List.of(
            Column.text("资产编号", 20),
            Column.text("资产名称", 30),
            Column.text("单位", 28),
            Column.text("类别", 10),
            Column.text("用途", 22),
            Column.money("价值（元）"),
            Column.date("购入日期"),
            Column.date("处置日期"),
            Column.text("状态", 24));

    private final Assets assets;
    private final Books books;
    private final TableExport export;

    AssetController(Assets assets, Books books, TableExport export) {
        this.assets = assets;
        this.books = books;
        this.export = export;
    }

    @Requires("accounts.book.view")
    @GetMapping
    Sheet<Asset, Asset.Totals> list(@AuthenticationPrincipal Actor actor, Asset.Filter filter, PageQuery page) {
        return assets.list(actor, filter, page);
    }

    @Requires("accounts.register.edit")
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Asset create(@AuthenticationPrincipal Actor actor, @RequestBody Asset.Request request) {
        return assets.create(actor, request);
    }

    @Requires("accounts.register.edit")
    @PutMapping("/{id}")
    Asset change(@AuthenticationPrincipal Actor actor, @PathVariable long id, @RequestBody Asset.Request request) {
        return assets.change(actor, id, request);
    }

    @Requires("accounts.register.edit")
    @PostMapping("/{id}/cancellation")
    Asset cancel(
            @AuthenticationPrincipal Actor actor,
            @PathVariable long id,
            @RequestParam long bookId,
            @RequestBody Cancellation request) {
        return assets.cancel(actor, bookId, id, request);
    }

    @Requires("accounts.register.export")
    @GetMapping("/export")
    ResponseEntity<Resource> export(
            @AuthenticationPrincipal Actor actor,
            Asset.Filter filter,
            PageQuery page,
            @RequestParam(defaultValue = "xlsx") ExportFormat format) {
        List<Asset> rows = assets.all(actor, filter, page);
        Asset.Totals sums = Asset.Totals.of(rows);
        return export.answer(actor, books.get(actor, filter.bookId()), "资产与车辆", format, COLUMNS, sink -> {
            for (Asset row : rows) {
                sink.row(
                        row.number(),
                        row.name(),
                        row.unitName(),
                        row.kind(),
                        row.purpose(),
                        row.fen(),
                        row.boughtOn(),
                        row.disposedOn(),
                        row.trail().cancelled() ? "作废：" + row.trail().cancelReason() : "");
            }
            sink.totals(
                    "合计",
                    "车辆 " + sums.vehicles() + " 辆，大型设备 " + sums.equipment() + " 台（套）",
                    null,
                    null,
                    null,
                    sums.fen(),
                    null,
                    null,
                    null);
        });
    }
}
