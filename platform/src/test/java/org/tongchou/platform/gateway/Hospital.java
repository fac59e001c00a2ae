package org.tongchou.platform.gateway;

import java.net.URI;
import java.time.Clock;
import java.util.Map;
import org.tongchou.platform.training.HisClient;
import org.tongchou.platform.training.HisKey;
import org.tongchou.platform.training.HisLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A hospital's system whose inputs the test writes itself; answers are whole envelopes. */
public final class Hospital {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String AREA = "359900";

    private final String base;
    private final HisLine line;
    private final HisClient client;

    Hospital(int port, String code, Map<String, String> headers) {
        String key = headers.getOrDefault("apikey", "");
        base = "http://localhost:" + port;
        line = HisLine.of(base, code, AREA, key.isEmpty() ? HisKey.none() : HisKey.apikey(key));
        client = new HisClient(line, Clock.systemUTC());
    }

    /** A new message id. */
    String msgid() {
        return client.msgid();
    }

    /** Calls under a new message id. */
    JsonNode call(String infno, String input) {
        return call(infno, msgid(), input);
    }

    /** Calls; the whole answer. */
    JsonNode call(String infno, String msgid, String input) {
        return call(infno, msgid, AREA, input);
    }

    /** Calls about somebody insured in a region. */
    JsonNode call(String infno, String msgid, String insured, String input) {
        return JSON.readTree(
                client.call(infno, msgid, insured, JSON.readTree(input)).answer());
    }

    /** Sends bytes as they are. */
    JsonNode send(String path, String body) {
        HisLine other = new HisLine(
                URI.create(base + path),
                line.institution(),
                line.name(),
                line.area(),
                line.operator(),
                line.operatorName(),
                line.key(),
                line.cipher());
        return JSON.readTree(
                new HisClient(other, Clock.systemUTC()).send("", "", body).answer());
    }
}
