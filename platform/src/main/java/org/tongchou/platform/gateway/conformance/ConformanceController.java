package org.tongchou.platform.gateway.conformance;

import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.util.List;
import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.tongchou.platform.audit.ListExport;
import org.tongchou.platform.gateway.conformance.CallLines.CallLine;
import org.tongchou.platform.gateway.conformance.CallLines.Summary;
import org.tongchou.platform.gateway.conformance.InterfaceView.DictionaryView;
import org.tongchou.platform.gateway.conformance.InterfaceView.FieldView;
import org.tongchou.platform.gateway.conformance.InterfaceView.Line;
import org.tongchou.platform.gateway.conformance.InterfaceView.NodeView;
import org.tongchou.platform.gateway.conformance.InterfaceView.Whole;
import org.tongchou.platform.gateway.wire.Transaction;
import org.tongchou.platform.spreadsheet.Column;
import org.tongchou.platform.spreadsheet.ExportFormat;
import org.tongchou.platform.web.Actor;
import org.tongchou.platform.web.Page;
import org.tongchou.platform.web.PageQuery;
import org.tongchou.platform.web.Requires;

/** What the interface is, and who called it. */
@RestController
@Tag(name = "接口符合性")
@RequestMapping("/api/gateway")
class ConformanceController {
    private static final String CALL = "gateway.call.export";
    private static final List<Column> FIELD_COLUMNS = List.of(
            Column.text("交易编号", 10),
            Column.text("交易名称", 30),
            Column.text("状态", 10),
            Column.text("方向", 10),
            Column.text("节点", 18),
            Column.text("可重复", 8),
            Column.text("字段", 26),
            Column.text("名称", 30),
            Column.text("类型", 8),
            Column.text("长度", 10),
            Column.text("必填", 8),
            Column.text("字典", 22));
    private static final List<Column> CALL_COLUMNS = List.of(
            Column.time("时间"),
            Column.text("机构编码", 16),
            Column.text("交易编号", 10),
            Column.text("交易名称", 26),
            Column.text("报文ID", 34),
            Column.text("结果", 60),
            Column.integer("用时（微秒）"),
            Column.text("客户端地址", 18));
    private static final List<Column> CODE_COLUMNS =
            List.of(Column.text("字典", 24), Column.text("字典名称", 26), Column.text("代码", 14), Column.text("名称", 40));

    private final InterfaceCatalogue catalogue;
    private final CallLines calls;
    private final ListExport export;
    private final Clock clock;

    ConformanceController(InterfaceCatalogue catalogue, CallLines calls, ListExport export, Clock clock) {
        this.catalogue = catalogue;
        this.calls = calls;
        this.export = export;
        this.clock = clock;
    }

    @Requires("gateway.call.view")
    @GetMapping("/transactions")
    List<Line> transactions() {
        return catalogue.lines();
    }

    @Requires("gateway.call.view")
    @GetMapping("/transactions/{number}")
    Whole transaction(@PathVariable String number) {
        return catalogue.whole(number);
    }

    @Requires("gateway.call.view")
    @GetMapping("/dictionaries")
    List<DictionaryView> dictionaries() {
        return catalogue.dictionaries();
    }

    @Requires("gateway.call.view")
    @GetMapping("/calls")
    Page<CallLine> calls(@AuthenticationPrincipal Actor actor, CallLines.Filter filter, PageQuery page) {
        return calls.list(actor, filter, page);
    }

    /** Calls by transaction: how many, how many refused, how quickly answered. */
    @Requires("gateway.call.view")
    @GetMapping("/calls/summary")
    List<Summary> summary(@AuthenticationPrincipal Actor actor, CallLines.Filter filter) {
        return calls.summary(actor, filter);
    }

    @Requires("gateway.call.export")
    @GetMapping("/transactions/export")
    ResponseEntity<Resource> exportFields(
            @AuthenticationPrincipal Actor actor, @RequestParam(defaultValue = "xlsx") ExportFormat format) {
        return export.answer(
                actor,
                new ListExport.Subject(CALL, "gateway.interface", "", "接口交易与字段", ""),
                format,
                FIELD_COLUMNS,
                sink -> {
                    for (Transaction transaction : catalogue.all()) {
                        Line line = catalogue.line(transaction);
                        for (NodeView node : catalogue.nodes(transaction)) {
                            for (FieldView field : node.fields()) {
                                sink.row(
                                        line.number(),
                                        line.name(),
                                        line.answered() ? "已开通" : "未开通",
                                        node.way(),
                                        node.name(),
                                        node.repeats() ? "是" : "",
                                        field.name(),
                                        field.title(),
                                        field.type(),
                                        field.size(),
                                        field.required() ? "是" : "",
                                        field.dictionary());
                            }
                        }
                    }
                });
    }

    @Requires("gateway.call.export")
    @GetMapping("/dictionaries/export")
    ResponseEntity<Resource> exportCodes(
            @AuthenticationPrincipal Actor actor, @RequestParam(defaultValue = "xlsx") ExportFormat format) {
        return export.answer(
                actor,
                new ListExport.Subject(CALL, "gateway.interface", "", "接口字典", ""),
                format,
                CODE_COLUMNS,
                sink -> {
                    for (DictionaryView dictionary : catalogue.dictionaries()) {
                        for (var value : dictionary.values().entrySet()) {
                            sink.row(dictionary.type(), dictionary.title(), value.getKey(), value.getValue());
                        }
                    }
                });
    }

    @Requires("gateway.call.export")
    @GetMapping("/calls/export")
    ResponseEntity<Resource> exportCalls(
            @AuthenticationPrincipal Actor actor,
            CallLines.Filter filter,
            PageQuery order,
            @RequestParam(defaultValue = "xlsx") ExportFormat format) {
        List<CallLine> rows = calls.all(actor, filter, order);
        return export.answer(
                actor, new ListExport.Subject(CALL, "gateway.call", "", "接口调用记录", ""), format, CALL_COLUMNS, sink -> {
                    for (CallLine row : rows) {
                        sink.row(
                                row.happenedAt()
                                        .atZoneSameInstant(clock.getZone())
                                        .toLocalDateTime(),
                                row.institution(),
                                row.transaction(),
                                row.name(),
                                row.msgid(),
                                row.fault().isEmpty() ? "成功" : row.fault(),
                                row.micros(),
                                row.address());
                    }
                });
    }
}
