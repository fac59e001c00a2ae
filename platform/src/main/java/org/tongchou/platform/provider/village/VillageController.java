package org.tongchou.platform.provider.village;

import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.tongchou.platform.audit.ListExport;
import org.tongchou.platform.spreadsheet.Column;
import org.tongchou.platform.spreadsheet.ExportFormat;
import org.tongchou.platform.web.Actor;
import org.tongchou.platform.web.Page;
import org.tongchou.platform.web.PageQuery;
import org.tongchou.platform.web.Requires;

/** Villages and their coverage. */
@RestController
@Tag(name = "村村通")
@RequestMapping("/api/provider/villages")
class VillageController {
    private static final List<Column> COLUMNS = List.of(
            Column.text("村编码", 16),
            Column.text("村名", 24),
            Column.text("乡镇街道", 20),
            Column.text("区县编码", 10),
            Column.integer("人口"),
            Column.text("服务机构", 40),
            Column.text("已覆盖", 8));

    private final Villages villages;
    private final ListExport export;

    VillageController(Villages villages, ListExport export) {
        this.villages = villages;
        this.export = export;
    }

    @Requires("provider.institution.view")
    @GetMapping
    Page<Village> list(@AuthenticationPrincipal Actor actor, Village.Filter filter, PageQuery page) {
        return villages.list(actor, filter, page);
    }

    @Requires("provider.institution.view")
    @GetMapping("/coverage")
    List<Village.Coverage> coverage(@AuthenticationPrincipal Actor actor, @RequestParam @Nullable LocalDate day) {
        return villages.coverage(actor, day);
    }

    @Requires("provider.institution.edit")
    @PostMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void enter(@AuthenticationPrincipal Actor actor, @RequestBody Village.Request request) {
        villages.enter(actor, request);
    }

    @Requires("provider.institution.export")
    @GetMapping("/export")
    ResponseEntity<Resource> export(
            @AuthenticationPrincipal Actor actor,
            Village.Filter filter,
            PageQuery order,
            @RequestParam(defaultValue = "xlsx") ExportFormat format) {
        List<Village> rows = villages.all(actor, filter, order);
        ListExport.Subject subject =
                new ListExport.Subject("provider.village.export", "provider.village", "", "村村通", "");
        return export.answer(actor, subject, format, COLUMNS, sink -> {
            for (Village row : rows) {
                sink.row(
                        row.code(),
                        row.name(),
                        row.town(),
                        row.county(),
                        row.people(),
                        row.posts(),
                        row.covered() ? "是" : "否");
            }
        });
    }
}
