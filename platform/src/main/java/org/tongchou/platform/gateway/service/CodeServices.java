package org.tongchou.platform.gateway.service;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.tongchou.platform.gateway.wire.Output;
import org.tongchou.platform.gateway.wire.Row;
import org.tongchou.platform.provider.Provider;
import org.tongchou.platform.provider.Providers;

/** Lists that clients keep: dictionaries (1901) and institutions (1201). */
@Component
class CodeServices implements Services {
    private static final LocalDate FIRST = LocalDate.of(2020, 1, 1);
    private static final int MOST = 100;

    private final Providers providers;
    private final WireWords words;

    CodeServices(Providers providers, WireWords words) {
        this.providers = providers;
        this.words = words;
    }

    @Override
    public Map<String, Service> services() {
        return Map.of("1901", Service.asks(this::dictionary), "1201", Service.asks(this::institutions));
    }

    private Output dictionary(Exchange exchange) {
        Row row = exchange.row();
        String type = row.text("type");
        Map<String, String> codes = words.dictionaries().of(type);
        if (codes.isEmpty()) {
            throw row.refused("E-GWY-090", "type", "已有的字典类型");
        }
        List<Map<String, Object>> rows = new ArrayList<>();
        codes.forEach((value, label) -> {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("type", type);
            one.put("label", label);
            one.put("value", value);
            one.put("sort", BigDecimal.valueOf(rows.size() + 1L));
            one.put("valiFlag", "1");
            one.put("createDate", FIRST);
            one.put("version", "1");
            rows.add(one);
        });
        return exchange.output().rows("list", rows);
    }

    private Output institutions(Exchange exchange) {
        Row row = exchange.row("medinsinfo");
        boolean pharmacies = row.text("fixmedins_type").equals("2");
        String code = row.text("fixmedins_code");
        String name = row.text("fixmedins_name");
        Stream<Provider> found = code.isEmpty()
                ? providers.active(exchange.now().toLocalDate()).stream()
                : providers.find(code).stream();
        return exchange.output()
                .rows(
                        "medinsinfo",
                        found.filter(one -> one.pharmacy() == pharmacies
                                        && one.name().contains(name))
                                .limit(MOST)
                                .map(CodeServices::told)
                                .toList());
    }

    private static Map<String, Object> told(Provider provider) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("fixmedins_code", provider.code());
        row.put("fixmedins_name", provider.name());
        row.put("uscc", "");
        row.put("fixmedins_type", provider.pharmacy() ? "2" : "1");
        row.put("hosp_lv", provider.level());
        return row;
    }
}
