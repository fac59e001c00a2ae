package org.tongchou.platform.settlement.manual;

import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.tongchou.platform.audit.ListExport;
import org.tongchou.platform.enrolment.Person;
import org.tongchou.platform.enrolment.Persons;
import org.tongchou.platform.settlement.BillFile;
import org.tongchou.platform.settlement.BillFiles;
import org.tongchou.platform.settlement.FamilyAccounts;
import org.tongchou.platform.settlement.Settlements.Settled;
import org.tongchou.platform.settlement.advance.Accident;
import org.tongchou.platform.settlement.advance.Accidents;
import org.tongchou.platform.spreadsheet.Column;
import org.tongchou.platform.spreadsheet.ExportFormat;
import org.tongchou.platform.web.Actor;
import org.tongchou.platform.web.Given;
import org.tongchou.platform.web.Page;
import org.tongchou.platform.web.PageQuery;
import org.tongchou.platform.web.Requires;

/** The desk for manual reimbursement over HTTP. */
@RestController("settlementManualController")
@Tag(name = "医疗结算")
@RequestMapping("/api/settlement/manual")
class ManualController {
    private static final int CHUNK = 500;
    private static final List<Column> COLUMNS = List.of(
            Column.text("受理编号", 24),
            Column.text("人员编号", 22),
            Column.text("姓名", 12),
            Column.text("类别", 24),
            Column.text("医疗机构", 30),
            Column.date("开始日期"),
            Column.date("结束日期"),
            Column.money("票据合计"),
            Column.money("应付"),
            Column.text("状态", 10),
            Column.date("办理期限"),
            Column.text("受理", 10),
            Column.text("初审", 10),
            Column.text("复核", 10));

    private final Applications applications;
    private final Acceptance acceptance;
    private final DeskCharges charges;
    private final Decisions decisions;
    private final DeskPayments payments;
    private final BillFiles bills;
    private final FamilyAccounts families;
    private final Accidents accidents;
    private final Persons persons;
    private final ListExport export;

    ManualController(
            Applications applications,
            Acceptance acceptance,
            DeskCharges charges,
            Decisions decisions,
            DeskPayments payments,
            BillFiles bills,
            FamilyAccounts families,
            Accidents accidents,
            Persons persons,
            ListExport export) {
        this.applications = applications;
        this.acceptance = acceptance;
        this.charges = charges;
        this.decisions = decisions;
        this.payments = payments;
        this.bills = bills;
        this.families = families;
        this.accidents = accidents;
        this.persons = persons;
        this.export = export;
    }

    /**
     * An application in a list.
     *
     * @param application the application
     * @param personName whose it is
     * @param kindName what kind of case it is
     */
    record Row(Application application, String personName, String kindName) {}

    /**
     * An application with all that belongs to it.
     *
     * @param application the application
     * @param personName whose it is
     * @param kindName what kind of case it is
     * @param careName what kind of care
     * @param invoices its invoices
     * @param materials the checklist
     * @param charges its lines with their splits
     * @param steps the trail
     * @param payments what is paid by which fund
     * @param accident what happened; null when no third party is to pay it back
     */
    record View(
            Application application,
            String personName,
            String kindName,
            String careName,
            List<Application.Invoice> invoices,
            List<Application.Material> materials,
            List<DeskCharges.Entered> charges,
            List<Application.Step> steps,
            List<DeskPayments.Paying> payments,
            @Nullable Accident accident) {}

    /**
     * What an application comes to.
     *
     * @param settled amounts and what each tier pays
     * @param isSettled whether it is settled; else it is a calculation that changes nothing
     * @param shares what accounts of relatives pay
     * @param explained why; null before it is settled
     */
    record Calculation(
            Settled settled,
            boolean isSettled,
            List<FamilyAccounts.Share> shares,
            BillFile.@Nullable Explained explained) {}

    /**
     * What was handed in.
     *
     * @param version of what was read
     * @param materials keys of the materials
     */
    record Handed(@Nullable Integer version, @Nullable List<String> materials) {}

    /**
     * Why something is taken back.
     *
     * @param version of what was read
     * @param reason why
     */
    record Reason(@Nullable Integer version, @Nullable String reason) {}

    /**
     * Whether a settlement is taken back.
     *
     * @param version of what was read
     * @param accept whether it is
     */
    record Confirmation(@Nullable Integer version, @Nullable Boolean accept) {}

    /**
     * Lines that are added together.
     *
     * @param lines the lines
     */
    record Lines(@Nullable List<DeskCharges.Line> lines) {}

    @Requires("settlement.manual.view")
    @GetMapping("/rules")
    DeskRules rules() {
        return DeskRules.rules();
    }

    @Requires("settlement.manual.view")
    @GetMapping("/counts")
    List<Applications.Count> counts(@AuthenticationPrincipal Actor actor) {
        return applications.counts(actor);
    }

    @Requires("settlement.manual.view")
    @GetMapping("/applications")
    Page<Row> list(@AuthenticationPrincipal Actor actor, Applications.Wanted wanted, PageQuery page) {
        Page<Application> found = applications.page(actor, wanted, page);
        return new Page<>(rows(found.items()), found.total(), found.page(), found.size());
    }

    private List<Row> rows(List<Application> found) {
        Map<Long, String> names = persons
                .all(found.stream().map(Application::personId).toList())
                .stream()
                .collect(Collectors.toMap(Person::id, Person::name));
        return found.stream()
                .map(one -> new Row(
                        one,
                        names.getOrDefault(one.personId(), ""),
                        DeskRules.rules().kind(one.kind()).name()))
                .toList();
    }

    @Requires("settlement.manual.export")
    @GetMapping("/applications/export")
    ResponseEntity<Resource> export(
            @AuthenticationPrincipal Actor actor,
            Applications.Wanted wanted,
            @RequestParam(defaultValue = "xlsx") ExportFormat format) {
        ListExport.Subject subject =
                new ListExport.Subject("settlement.manual.export", "settlement.manual", "0", "手工报销申请清单", "单位：元");
        return export.answer(actor, subject, format, COLUMNS, sink -> {
            for (int number = 1; ; number++) {
                List<Row> rows = rows(applications
                        .page(actor, wanted, new PageQuery(number, CHUNK, null))
                        .items());
                for (Row row : rows) {
                    Application one = row.application();
                    sink.row(
                            one.number(),
                            one.personNumber(),
                            row.personName(),
                            row.kindName(),
                            one.hospitalName(),
                            one.begun(),
                            one.ended(),
                            one.totalFen(),
                            one.dueFen(),
                            one.state(),
                            one.dueOn(),
                            one.acceptedName(),
                            one.reviewedName(),
                            one.approvedName());
                }
                if (rows.size() < CHUNK) {
                    return;
                }
            }
        });
    }

    @Requires("settlement.manual.accept")
    @PostMapping("/applications")
    @ResponseStatus(HttpStatus.CREATED)
    View accept(@AuthenticationPrincipal Actor actor, @RequestBody Application.Request request) {
        return view(acceptance.accept(actor, request));
    }

    @Requires("settlement.manual.view")
    @GetMapping("/applications/{id}")
    View get(@AuthenticationPrincipal Actor actor, @PathVariable long id) {
        return view(applications.get(actor, id));
    }

    private View view(Application one) {
        Row row = rows(List.of(one)).get(0);
        Long settlement = one.settlementId();
        return new View(
                one,
                row.personName(),
                row.kindName(),
                DeskRules.rules().careOf(one.care()).name(),
                applications.invoices(one.id()),
                applications.materials(one.id()),
                charges.list(one),
                applications.steps(one.id()),
                settlement == null ? List.of() : payments.of(one, DeskPayments.due(decisions.settled(one))),
                accidents.of(one.id()).orElse(null));
    }

    @Requires("settlement.manual.accept")
    @PostMapping("/applications/{id}/materials")
    View supplement(@AuthenticationPrincipal Actor actor, @PathVariable long id, @RequestBody Handed handed) {
        return view(acceptance.supplement(
                actor,
                id,
                Given.required("版本", handed.version()),
                Objects.requireNonNullElse(handed.materials(), List.of())));
    }

    @Requires("settlement.manual.accept")
    @PostMapping("/applications/{id}/charges")
    List<DeskCharges.Entered> charge(
            @AuthenticationPrincipal Actor actor, @PathVariable long id, @RequestBody Lines lines) {
        return charges.add(actor, id, Given.required("费用明细", lines.lines()));
    }

    @Requires("settlement.manual.accept")
    @DeleteMapping("/applications/{id}/charges")
    List<DeskCharges.Entered> uncharge(
            @AuthenticationPrincipal Actor actor, @PathVariable long id, @RequestParam(defaultValue = "") String sn) {
        return charges.remove(actor, id, sn);
    }

    @Requires("settlement.manual.view")
    @GetMapping("/applications/{id}/calculation")
    Calculation calculation(@AuthenticationPrincipal Actor actor, @PathVariable long id) {
        Application one = applications.get(actor, id);
        if (one.settlementId() == null) {
            return new Calculation(decisions.preview(one), false, List.of(), null);
        }
        Settled settled = decisions.settled(one);
        return new Calculation(
                settled,
                true,
                families.shares(settled.id()),
                bills.find(settled.number()).orElseThrow().explained());
    }

    @Requires("settlement.manual.review")
    @PostMapping("/applications/{id}/review")
    View review(@AuthenticationPrincipal Actor actor, @PathVariable long id, @RequestBody Decisions.Decision decision) {
        return view(decisions.review(actor, id, decision));
    }

    @Requires("settlement.manual.approve")
    @PostMapping("/applications/{id}/approval")
    View approve(
            @AuthenticationPrincipal Actor actor, @PathVariable long id, @RequestBody Decisions.Decision decision) {
        return view(decisions.approve(actor, id, decision));
    }

    @Requires("settlement.manual.accept")
    @PostMapping("/applications/{id}/withdrawal")
    View withdraw(@AuthenticationPrincipal Actor actor, @PathVariable long id, @RequestBody Reason reason) {
        return view(decisions.withdraw(actor, id, Given.required("版本", reason.version()), reason.reason()));
    }

    @Requires("settlement.manual.approve")
    @PostMapping("/applications/{id}/payment")
    View payAgain(@AuthenticationPrincipal Actor actor, @PathVariable long id, @RequestBody Decisions.Repayment again) {
        return view(decisions.payAgain(actor, id, again));
    }

    @Requires("settlement.manual.review")
    @PostMapping("/applications/{id}/cancellation")
    View askCancel(@AuthenticationPrincipal Actor actor, @PathVariable long id, @RequestBody Reason reason) {
        return view(decisions.askCancel(actor, id, Given.required("版本", reason.version()), reason.reason()));
    }

    @Requires("settlement.manual.approve")
    @PostMapping("/applications/{id}/cancellation/decision")
    View cancel(@AuthenticationPrincipal Actor actor, @PathVariable long id, @RequestBody Confirmation confirmation) {
        return view(decisions.cancel(
                actor,
                id,
                Given.required("版本", confirmation.version()),
                Given.required("是否撤销", confirmation.accept())));
    }
}
