package org.tongchou.platform.catalogue.item;

import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
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
import org.tongchou.platform.audit.ListExport;
import org.tongchou.platform.catalogue.kind.Kind;
import org.tongchou.platform.catalogue.kind.Kinds;
import org.tongchou.platform.spreadsheet.Column;
import org.tongchou.platform.spreadsheet.ExportFormat;
import org.tongchou.platform.web.Actor;
import org.tongchou.platform.web.Page;
import org.tongchou.platform.web.PageQuery;
import org.tongchou.platform.web.Requires;

/** The items of the catalogues. */
@RestController
@Tag(name = "目录")
@RequestMapping("/api/catalogue")
class ItemController {
    private static final List<Column> COLUMNS = List.of(
            Column.text("编码", 30),
            Column.text("级别或人员类别", 16),
            Column.text("名称", 40),
            Column.text("内容", 40),
            Column.date("开始日期"),
            Column.date("结束日期"),
            Column.text("有效", 8),
            Column.integer("版次"));

    private final Items items;
    private final ListExport export;

    ItemController(Items items, ListExport export) {
        this.items = items;
        this.export = export;
    }

    /** The kinds of catalogue, each with the number of its latest version and its items. */
    @Requires("catalogue.item.view")
    @GetMapping("/kinds")
    List<Items.KindView> kinds() {
        return items.kinds();
    }

    @Requires("catalogue.item.view")
    @GetMapping("/items")
    Page<Items.Item> list(Items.Filter filter, PageQuery page) {
        return items.list(filter, page);
    }

    /** Everything a row says, column by column, and what was said before. */
    @Requires("catalogue.item.view")
    @GetMapping("/items/{id}")
    Items.Details get(@PathVariable long id) {
        return items.get(id);
    }

    /** What the fund pays of an item on a day, per level and person type. */
    @Requires("catalogue.item.view")
    @GetMapping("/items/{id}/payment")
    List<Items.Payment> payment(@PathVariable long id, @RequestParam @Nullable LocalDate day) {
        return items.payment(id, day);
    }

    @Requires("catalogue.item.export")
    @GetMapping("/items/export")
    ResponseEntity<Resource> export(
            @AuthenticationPrincipal Actor actor,
            Items.Filter filter,
            PageQuery order,
            @RequestParam(defaultValue = "xlsx") ExportFormat format) {
        Kind kind = Kinds.get(filter.kind());
        ListExport.Subject subject =
                new ListExport.Subject("catalogue.item.export", "catalogue.item", "", kind.name() + "目录", "");
        return export.answer(
                actor,
                subject,
                format,
                COLUMNS,
                sink -> items.each(
                        filter,
                        order,
                        item -> sink.row(
                                item.code(),
                                item.part(),
                                item.name(),
                                item.says(),
                                item.begins(),
                                item.ends(),
                                item.valid() ? "是" : "否",
                                item.since())));
    }
}
