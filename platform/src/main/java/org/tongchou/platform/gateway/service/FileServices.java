package org.tongchou.platform.gateway.service;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.tongchou.platform.audit.AuditLog;
import org.tongchou.platform.gateway.file.WireFiles;
import org.tongchou.platform.gateway.wire.Output;
import org.tongchou.platform.gateway.wire.Row;
import org.tongchou.platform.gateway.wire.WireFault;

/** Files up and down: 9101, 9102. */
@Component
class FileServices implements Services {
    private final WireFiles files;
    private final AuditLog audit;

    FileServices(WireFiles files, AuditLog audit) {
        this.files = files;
        this.audit = audit;
    }

    @Override
    public Map<String, Service> services() {
        return Map.of("9101", Service.changes(this::upload), "9102", Service.asks(this::download));
    }

    private Output upload(Exchange exchange) {
        Row row = exchange.row();
        mustBeOwn(exchange, row);
        byte[] content = row.bytes("in");
        if (content.length == 0) {
            throw row.refused("E-GWY-095", "in", "有内容的文件：Base64 文字、字节数组，或 multipart 的 file 部分");
        }
        try {
            WireFiles.WireFile file = files.upload(
                    exchange.actor(), exchange.institution(), row.text("filename"), new ByteArrayInputStream(content));
            audit.record(
                    exchange.actor(),
                    "gateway.file.upload",
                    "gateway.file",
                    file.number(),
                    "上传接口文件“" + file.name() + "”",
                    null,
                    null);
            return exchange.output(
                    "",
                    Map.of(
                            "file_qury_no", file.number(),
                            "filename", file.name(),
                            "fixmedins_code", exchange.institution(),
                            "dld_endtime", file.endsAt().toString().replace('T', ' ')));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Output download(Exchange exchange) {
        Row row = exchange.row();
        if (!row.text("fixmedins_code").equals("plc")) {
            mustBeOwn(exchange, row);
        }
        return exchange.output().file(files.find(exchange.institution(), row.text("file_qury_no")));
    }

    private static void mustBeOwn(Exchange exchange, Row row) {
        if (!row.text("fixmedins_code").equals(exchange.institution())) {
            throw new WireFault("E-GWY-091", "fixmedins_code（医药机构编号）与报文头的定点医药机构编号不同");
        }
    }
}
