package org.tongchou.platform.crossregion.month;

import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.tongchou.platform.audit.AuditLog;
import org.tongchou.platform.crossregion.Messages;
import org.tongchou.platform.crossregion.partner.Partner;
import org.tongchou.platform.crossregion.partner.Partners;
import org.tongchou.platform.crossregion.simulated.Simulation;
import org.tongchou.platform.file.Downloads;
import org.tongchou.platform.region.Region;
import org.tongchou.platform.web.Actor;
import org.tongchou.platform.web.Given;
import org.tongchou.platform.web.Page;
import org.tongchou.platform.web.PageQuery;
import org.tongchou.platform.web.Refusal;
import org.tongchou.platform.web.Requires;

/** Care outside the region, at the desk: regions, bills, messages, months. It is the whole region's, as its funds are. */
@RestController("crossregionController")
@Tag(name = "异地就医")
@RequestMapping("/api/crossregion")
class CrossregionController {
    private final Partners partners;
    private final BillList bills;
    private final Months months;
    private final Simulation simulation;
    private final Region region;
    private final AuditLog audit;

    CrossregionController(
            Partners partners, BillList bills, Months months, Simulation simulation, Region region, AuditLog audit) {
        this.partners = partners;
        this.bills = bills;
        this.months = months;
        this.simulation = simulation;
        this.region = region;
        this.audit = audit;
    }

    private void mustSee(Actor actor) {
        if (!actor.allUnits() && !region.counties().stream().allMatch(county -> actor.sees(county.unitId()))) {
            throw Refusal.forbidden("异地就医清算属于整个统筹区，您的数据范围只有部分区县");
        }
    }

    @Requires("crossregion.bill.view")
    @GetMapping("/partners")
    List<Partner> partners(@AuthenticationPrincipal Actor actor) {
        mustSee(actor);
        return partners.list();
    }

    @Requires("crossregion.partner.edit")
    @PostMapping("/partners")
    Partner save(@AuthenticationPrincipal Actor actor, @RequestBody Partner.Request request) {
        mustSee(actor);
        return partners.save(actor, request);
    }

    @Requires("crossregion.bill.view")
    @GetMapping("/bills")
    Page<BillList.Bill> bills(@AuthenticationPrincipal Actor actor, BillList.Filter filter, PageQuery page) {
        mustSee(actor);
        return bills.bills(filter, page);
    }

    @Requires("crossregion.bill.view")
    @GetMapping("/messages")
    Page<BillList.Message> messages(
            @AuthenticationPrincipal Actor actor,
            @RequestParam(required = false) @Nullable String state,
            PageQuery page) {
        mustSee(actor);
        return bills.messages(Given.text(state), page);
    }

    @Requires("crossregion.bill.view")
    @GetMapping("/months")
    Page<Month> months(
            @AuthenticationPrincipal Actor actor,
            @RequestParam(required = false) @Nullable String role,
            @RequestParam(required = false) @Nullable String area,
            PageQuery page) {
        mustSee(actor);
        return months.list(Given.text(role), Given.text(area), page);
    }

    @Requires("crossregion.bill.view")
    @GetMapping("/months/{id}")
    Month.View month(@AuthenticationPrincipal Actor actor, @PathVariable long id) {
        mustSee(actor);
        return months.view(id);
    }

    /** Draws a month up; the other region is asked for its list. */
    @Requires("crossregion.month.edit")
    @PostMapping("/months")
    @ResponseStatus(HttpStatus.CREATED)
    Month draw(@AuthenticationPrincipal Actor actor, @RequestBody Month.Request request) {
        mustSee(actor);
        return months.draw(actor, request, null);
    }

    /** Draws a month up with the list that the other region sent as a file. */
    @Requires("crossregion.month.edit")
    @PostMapping(path = "/months/file", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    Month draw(
            @AuthenticationPrincipal Actor actor,
            @RequestParam(required = false) @Nullable String role,
            @RequestParam(required = false) @Nullable String area,
            @RequestParam(required = false) @Nullable String month,
            @RequestPart MultipartFile file)
            throws IOException {
        mustSee(actor);
        return months.draw(actor, new Month.Request(role, area, month), MonthLists.read(file.getInputStream()));
    }

    @Requires("crossregion.month.edit")
    @PostMapping("/months/{id}/differences/{line}/note")
    Month.View handle(
            @AuthenticationPrincipal Actor actor,
            @PathVariable long id,
            @PathVariable int line,
            @RequestBody Month.Note request) {
        mustSee(actor);
        return months.handle(actor, id, line, request.note());
    }

    @Requires("crossregion.month.review")
    @PostMapping("/months/{id}/review")
    Month review(@AuthenticationPrincipal Actor actor, @PathVariable long id, @RequestBody Month.Review request) {
        mustSee(actor);
        return months.review(actor, id, request);
    }

    @Requires("crossregion.month.review")
    @PostMapping("/months/{id}/receipt")
    Month receive(@AuthenticationPrincipal Actor actor, @PathVariable long id, @RequestBody Month.Receipt request) {
        mustSee(actor);
        return months.receive(actor, id, request);
    }

    /** Our list of a month for the other region. */
    @Requires("crossregion.bill.export")
    @GetMapping("/months/{id}/file")
    ResponseEntity<Resource> file(@AuthenticationPrincipal Actor actor, @PathVariable long id) {
        mustSee(actor);
        Month month = months.get(id);
        List<Messages.Row> rows = months.ours(id);
        audit.record(
                actor,
                "crossregion.month.export",
                "crossregion.month",
                Long.toString(id),
                "导出与" + month.areaName() + " " + month.month() + " 的清分清单",
                null,
                java.util.Map.of("行数", rows.size()));
        return Downloads.of(
                "清分清单-" + month.role() + "-" + month.area() + "-" + month.month() + ".txt",
                "text/plain",
                MonthLists.write(rows));
    }

    @Requires("crossregion.simulation.run")
    @PostMapping("/simulation/bills")
    Simulation.Answer simulate(@AuthenticationPrincipal Actor actor, @RequestBody Simulation.Request request) {
        mustSee(actor);
        return simulation.send(actor, request);
    }
}
