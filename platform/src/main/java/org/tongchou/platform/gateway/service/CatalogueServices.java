package org.tongchou.platform.gateway.service;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tongchou.platform.catalogue.CatalogueFiles;
import org.tongchou.platform.gateway.file.WireFiles;
import org.tongchou.platform.gateway.wire.FieldSpec;
import org.tongchou.platform.gateway.wire.Output;
import org.tongchou.platform.gateway.wire.Row;
import org.tongchou.platform.web.Actor;

/** The catalogues: whole as files by version (1301 and following), and what the fund pays by pages (1312, 1316, 1318, 1319). */
@Component
class CatalogueServices implements Services {
    private static final List<String> PAGED = List.of("1312", "1316", "1318", "1319");
    private static final int MOST = 1000;
    private static final int USUAL = 100;

    private final CatalogueFiles catalogues;
    private final WireFiles files;

    CatalogueServices(CatalogueFiles catalogues, WireFiles files) {
        this.catalogues = catalogues;
        this.files = files;
    }

    @Override
    public Map<String, Service> services() {
        Map<String, Service> services = new HashMap<>();
        for (String transaction : catalogues.transactions()) {
            services.put(transaction, Service.asks(PAGED.contains(transaction) ? this::page : this::file));
        }
        return services;
    }

    /** The file of everything that was said after the client's version; all when it names none of ours. */
    private Output file(Exchange exchange) {
        String transaction = exchange.call().transaction().number();
        int latest = catalogues.latest(transaction);
        String told = exchange.row().text("ver");
        int since = told.matches("[0-9]{1,9}") && Integer.parseInt(told) <= latest ? Integer.parseInt(told) : 0;
        WireFiles.WireFile file = files.shared(
                Actor.SYSTEM,
                transaction + " " + since + " " + latest,
                transaction + "_" + latest,
                taker -> catalogues.each(transaction, since, taker));
        return exchange.output(
                "",
                Map.of(
                        "file_qury_no", file.number(),
                        "filename", file.name(),
                        "dld_endtime", file.endsAt(),
                        "data_cnt", BigDecimal.valueOf(file.rows())));
    }

    /** Columns of the catalogue are the first fields of the output, in the same order. */
    private Output page(Exchange exchange) {
        String transaction = exchange.call().transaction().number();
        Row row = exchange.row();
        List<FieldSpec> fields = exchange.call().transaction().out("data").fields();
        Map<Integer, String> equal = new HashMap<>();
        Map<Integer, String> containing = new HashMap<>();
        for (int at = 0; at < fields.size(); at++) {
            FieldSpec field = fields.get(at);
            if (field.type() == FieldSpec.Type.TEXT && row.has(field.name())) {
                (field.name().endsWith("_name") ? containing : equal).put(at, row.text(field.name()));
            }
        }
        CatalogueFiles.Wanted wanted = new CatalogueFiles.Wanted(
                equal,
                containing,
                row.day("query_date").orElse(null),
                row.day("updt_time").orElse(null),
                Math.max(1, row.number("page_num").intValue()),
                row.has("page_size")
                        ? Math.max(1, Math.min(row.number("page_size").intValue(), MOST))
                        : USUAL);
        return exchange.output()
                .rows(
                        "data",
                        catalogues.page(transaction, wanted).stream()
                                .map(cells -> told(fields, cells))
                                .toList());
    }

    private static Map<String, @Nullable Object> told(List<FieldSpec> fields, List<String> cells) {
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        for (int at = 0; at < Math.min(fields.size(), cells.size()); at++) {
            String cell = cells.get(at);
            row.put(fields.get(at).name(), cell.isEmpty() ? null : cell);
        }
        return row;
    }
}
