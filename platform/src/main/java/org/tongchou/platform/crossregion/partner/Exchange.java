package org.tongchou.platform.crossregion.partner;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import org.tongchou.platform.crossregion.Envelope;
import org.tongchou.platform.crossregion.Messages;
import org.tongchou.platform.crossregion.Node;
import org.tongchou.platform.region.Region;
import org.tongchou.platform.web.Refusal;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Sends messages and notes them before they go, in a transaction of its own: what was sent is known whatever becomes of the rest. */
@Component("crossregionExchange")
public class Exchange {
    private final JdbcClient database;
    private final List<Node> nodes;
    private final Region region;
    private final TransactionTemplate apart;
    private final JsonMapper json;

    Exchange(
            JdbcClient database,
            List<Node> nodes,
            Region region,
            PlatformTransactionManager transactions,
            JsonMapper json) {
        this.database = database;
        this.nodes = nodes;
        this.region = region;
        this.apart = new TransactionTemplate(transactions);
        this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.json = json;
    }

    /** Asks a region; refuses what it refuses. */
    public <T> T ask(String area, String id, Envelope.Kind kind, Object question, Class<T> answer) {
        String body = json.writeValueAsString(question);
        Envelope message = new Envelope(id, region.code(), area, kind, body);
        Node node = nodes.stream()
                .filter(one -> one.reaches(area))
                .findFirst()
                .orElseThrow(() -> Refusal.conflict("E-CRS-010", "没有到统筹区 " + area + " 的通道，请联系经办机构"));
        apart.executeWithoutResult(status -> note(message));
        String told;
        try {
            told = node.send(message);
        } catch (Node.Unreachable e) {
            throw Refusal.conflict("E-CRS-011", "参保地 " + area + " 没有答复，请以同一报文重发，或冲正后重新办理");
        }
        JsonNode tree = json.readTree(told);
        String fault = tree.has("code") ? tree.path("code").asString() : "";
        apart.executeWithoutResult(status -> answered(message, kind == Envelope.Kind.PERSON ? "" : told, fault));
        if (!fault.isEmpty()) {
            Messages.Refused refused = json.treeToValue(tree, Messages.Refused.class);
            throw Refusal.conflict(refused.code(), "参保地 " + area + "：" + refused.message());
        }
        return json.treeToValue(tree, answer);
    }

    /** Whether a message was ever sent. */
    public boolean sent(String area, String id) {
        return database.sql("""
                        select exists (select from crossregion.message where direction = '发出' and area = :area and id = :id)""")
                .param("area", area)
                .param("id", id)
                .query(Boolean.class)
                .single();
    }

    private void note(Envelope message) {
        Optional<byte[]> before = database.sql("""
                        insert into crossregion.message (id, direction, area, kind, digest)
                        values (:id, '发出', :area, :kind, :digest)
                        on conflict (direction, area, id) do update set fault = '' returning digest""")
                .param("id", message.id())
                .param("area", message.to())
                .param("kind", message.kind().word())
                .param("digest", digest(message))
                .query(byte[].class)
                .optional();
        if (before.isPresent() && !MessageDigest.isEqual(before.get(), digest(message))) {
            throw Refusal.conflict("E-CRS-012", "报文 " + message.id() + " 已发出，内容与本次不同，请使用新的报文ID");
        }
    }

    private void answered(Envelope message, String answer, String fault) {
        database.sql("""
                        update crossregion.message set answer = :answer, fault = :fault, answered_at = now()
                        where direction = '发出' and area = :area and id = :id""")
                .param("answer", fault.isEmpty() ? answer : "")
                .param("fault", fault)
                .param("area", message.to())
                .param("id", message.id())
                .update();
    }

    /** What a repeated message is compared by. */
    public static byte[] digest(Envelope message) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest((message.kind() + " " + message.body()).getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
