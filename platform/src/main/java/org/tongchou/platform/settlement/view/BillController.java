package org.tongchou.platform.settlement.view;

import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.tongchou.platform.audit.AuditLog;
import org.tongchou.platform.enrolment.Person;
import org.tongchou.platform.settlement.BillFile;
import org.tongchou.platform.settlement.BillFiles;
import org.tongchou.platform.settlement.BillFiles.Accumulator;
import org.tongchou.platform.settlement.BillRow;
import org.tongchou.platform.settlement.SlipFormat;
import org.tongchou.platform.spreadsheet.Column;
import org.tongchou.platform.spreadsheet.Export;
import org.tongchou.platform.spreadsheet.ExportFormat;
import org.tongchou.platform.spreadsheet.Layout;
import org.tongchou.platform.spreadsheet.RowSink;
import org.tongchou.platform.web.Actor;
import org.tongchou.platform.web.PageQuery;
import org.tongchou.platform.web.Refusal;
import org.tongchou.platform.web.Requires;

/** Settlements: looking for them, their files, the printed slip. What is looked for goes in the body: addresses stand in logs. */
@RestController
@Tag(name = "医疗结算")
@RequestMapping("/api/settlement")
class BillController {
    private static final List<Column> COLUMNS = List.of(
            Column.text("结算编号", 26),
            Column.text("就诊编号", 24),
            Column.date("结算日期"),
            Column.text("人员编号", 20),
            Column.text("姓名", 12),
            Column.text("证件号码", 22),
            Column.text("医药机构", 26),
            Column.text("险种", 14),
            Column.text("医疗类别", 14),
            Column.text("状态", 10),
            Column.money("总额（元）"),
            Column.money("政策范围（元）"),
            Column.money("基金支付（元）"),
            Column.money("个人账户（元）"),
            Column.money("现金（元）"),
            Column.money("医院负担（元）"));

    private final BillList bills;
    private final BillFiles files;
    private final Named named;
    private final AuditLog audit;
    private final Clock clock;

    BillController(BillList bills, BillFiles files, Named named, AuditLog audit, Clock clock) {
        this.bills = bills;
        this.files = files;
        this.named = named;
        this.audit = audit;
        this.clock = clock;
    }

    @Requires("settlement.bill.view")
    @PostMapping("/bills/search")
    BillList.Listed find(@AuthenticationPrincipal Actor actor, @RequestBody BillSearch search, PageQuery page) {
        return bills.list(actor, search, page);
    }

    @Requires("settlement.bill.export")
    @PostMapping("/bills/export")
    ResponseEntity<Resource> export(
            @AuthenticationPrincipal Actor actor,
            @RequestBody BillSearch search,
            @RequestParam(defaultValue = "xlsx") ExportFormat format) {
        Layout layout = new Layout(
                "医疗费结算清单",
                "单位：元；证件号码已作掩码处理",
                COLUMNS,
                Layout.footer(actor.displayName(), actor.userName(), LocalDateTime.now(clock)));
        ResponseEntity<Resource> answer =
                Export.answer(format, layout, sink -> bills.each(actor, search, row -> write(sink, row)));
        audit.record(
                actor,
                "settlement.bill.export",
                "settlement.settlement",
                "0",
                "导出医疗费结算清单",
                null,
                Map.of("format", format.name()));
        return answer;
    }

    private static void write(RowSink sink, BillRow row) {
        try {
            sink.row(
                    row.number(),
                    row.visit(),
                    row.day(),
                    row.personNumber(),
                    row.personName(),
                    row.personMasked(),
                    row.providerName(),
                    row.scheme(),
                    row.kind(),
                    row.state(),
                    row.totalFen(),
                    row.scopeFen(),
                    row.fundFen(),
                    row.accountFen(),
                    row.cashFen(),
                    row.hospitalFen());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Requires("settlement.bill.view")
    @GetMapping("/bills/{number}")
    @Transactional
    public BillFile open(@AuthenticationPrincipal Actor actor, @PathVariable String number) {
        BillFile bill = seen(actor, number);
        audit.record(actor, "settlement.bill.view", "settlement.settlement", number, "查看结算 " + number, null, null);
        return bill;
    }

    /** A settlement by its id, as the ledger names it. */
    @Requires("settlement.bill.view")
    @GetMapping("/bills/by-id/{id}")
    BillNumber number(@AuthenticationPrincipal Actor actor, @PathVariable long id) {
        return new BillNumber(bills.numberOf(actor, id).orElseThrow(() -> Refusal.notFound("这笔结算")));
    }

    /**
     * The number of a settlement.
     *
     * @param number 结算ID
     */
    record BillNumber(String number) {}

    private BillFile seen(Actor actor, String number) {
        return bills.find(actor, number)
                .flatMap(row -> files.find(row.number()))
                .orElseThrow(() -> Refusal.notFound("这笔结算"));
    }

    @Requires("settlement.bill.print")
    @GetMapping("/bills/{number}/slip")
    @Transactional
    public ResponseEntity<byte[]> slip(
            @AuthenticationPrincipal Actor actor,
            @PathVariable String number,
            @RequestParam(defaultValue = "pdf") SlipFormat format) {
        BillFile bill = seen(actor, number);
        audit.record(
                actor,
                "settlement.bill.print",
                "settlement.settlement",
                number,
                "打印医保结算单 " + number,
                null,
                Map.of("format", format.name()));
        return format.answer(files, bill);
    }

    @Requires("settlement.bill.view")
    @GetMapping("/persons/{id}/accumulators")
    @Transactional
    public List<Accumulator> accumulators(
            @AuthenticationPrincipal Actor actor,
            @PathVariable long id,
            @RequestParam(required = false) @Nullable Integer year) {
        Person person = named.person(actor, id);
        int asked = year == null ? LocalDate.now(clock).getYear() : year;
        audit.record(
                actor,
                "settlement.accumulator.view",
                "enrolment.person",
                person.number(),
                "查看年度累计 " + person.number(),
                null,
                Map.of("year", asked));
        return files.accumulated(named.idsOf(person), asked);
    }
}
