package org.tongchou.platform.gateway.conformance;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.tongchou.platform.gateway.conformance.InterfaceView.DictionaryView;
import org.tongchou.platform.gateway.conformance.InterfaceView.FieldView;
import org.tongchou.platform.gateway.conformance.InterfaceView.Line;
import org.tongchou.platform.gateway.conformance.InterfaceView.NodeView;
import org.tongchou.platform.gateway.conformance.InterfaceView.Whole;
import org.tongchou.platform.gateway.service.Services;
import org.tongchou.platform.gateway.service.Services.Effect;
import org.tongchou.platform.gateway.service.Services.Service;
import org.tongchou.platform.gateway.wire.Dictionaries;
import org.tongchou.platform.gateway.wire.FieldSpec;
import org.tongchou.platform.gateway.wire.Node;
import org.tongchou.platform.gateway.wire.Transaction;
import org.tongchou.platform.gateway.wire.Transactions;
import org.tongchou.platform.web.Refusal;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The transactions as they are known and answered here. */
@Component
class InterfaceCatalogue {
    private static final Map<Character, String> GROUPS = Map.of(
            '1', "基础信息",
            '2', "医保服务",
            '3', "机构管理",
            '4', "信息采集",
            '5', "信息查询",
            '9', "签到与文件");
    private static final Map<Effect, String> EFFECTS =
            Map.of(Effect.ASKS, "查询", Effect.TRIES, "试算", Effect.STANDS, "办理");
    private static final TypeReference<Map<String, Object>> ANYTHING = new TypeReference<>() {};

    private final Transactions transactions = Transactions.national();
    private final Dictionaries dictionaries = Dictionaries.national();
    private final Examples examples = new Examples(dictionaries);
    private final Map<String, Service> services = new HashMap<>();
    private final JsonMapper json;

    InterfaceCatalogue(List<Services> rooms, JsonMapper json) {
        rooms.forEach(room -> services.putAll(room.services()));
        this.json = json;
    }

    List<Line> lines() {
        return transactions.all().stream().map(this::line).toList();
    }

    Whole whole(String number) {
        Transaction transaction = transactions.find(number).orElseThrow(() -> Refusal.notFound("交易 " + number));
        return new Whole(
                line(transaction),
                nodes(transaction),
                plain(examples.request(transaction)),
                plain(examples.answer(transaction)));
    }

    private Map<String, Object> plain(JsonNode example) {
        return json.convertValue(example, ANYTHING);
    }

    List<NodeView> nodes(Transaction transaction) {
        List<NodeView> nodes = new ArrayList<>();
        transaction.in().forEach(node -> nodes.add(node("输入", node)));
        transaction.out().forEach(node -> nodes.add(node("输出", node)));
        transaction.upload().ifPresent(node -> nodes.add(node("上传文件", node)));
        transaction.result().ifPresent(node -> nodes.add(node("下载文件", node)));
        return nodes;
    }

    List<Transaction> all() {
        return List.copyOf(transactions.all());
    }

    List<DictionaryView> dictionaries() {
        return dictionaries.types().stream()
                .map(type -> new DictionaryView(type, dictionaries.title(type), dictionaries.of(type)))
                .toList();
    }

    Line line(Transaction transaction) {
        Service service = services.get(transaction.number());
        return new Line(
                transaction.number(),
                transaction.name(),
                GROUPS.getOrDefault(transaction.number().charAt(0), "其他"),
                Transactions.EDITION,
                service != null,
                service == null ? "" : EFFECTS.getOrDefault(service.effect(), ""),
                nodes(transaction).stream()
                        .mapToInt(node -> node.fields().size())
                        .sum());
    }

    private static NodeView node(String way, Node node) {
        return new NodeView(
                way,
                node.name(),
                node.repeats(),
                node.fields().stream().map(InterfaceCatalogue::field).toList());
    }

    private static FieldView field(FieldSpec field) {
        String size = field.length() == 0
                ? ""
                : field.scale() == 0 ? Integer.toString(field.length()) : field.length() + "," + field.scale();
        return new FieldView(
                field.name(),
                field.title(),
                field.type().code(),
                size,
                field.required(),
                field.dictionary(),
                field.expected());
    }
}
