package org.tongchou.platform.gateway;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A hospital's system, as the public interface describes one. */
final class Hospital {
    private static final JsonMapper JSON = new JsonMapper();
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMddHHmmss");

    private final HttpClient client = HttpClient.newHttpClient();
    private final int port;
    private final String code;
    private final Map<String, String> headers;
    private int serial;

    Hospital(int port, String code, Map<String, String> headers) {
        this.port = port;
        this.code = code;
        this.headers = headers;
    }

    /** A new message id. */
    String msgid() {
        return code + STAMP.format(LocalDateTime.now(ZoneId.of("Asia/Shanghai"))) + String.format("%04d", ++serial);
    }

    /** Calls under a new message id. */
    JsonNode call(String infno, String input) {
        return call(infno, msgid(), input);
    }

    /** Calls; the whole answer. */
    JsonNode call(String infno, String msgid, String input) {
        ObjectNode body = JSON.createObjectNode();
        body.put("infno", infno);
        body.put("msgid", msgid);
        body.put("mdtrtarea_admvs", "359900");
        body.put("insuplc_admdvs", "359900");
        body.put("recer_sys_code", "MBS_LOCAL");
        body.put("infver", "V1.0");
        body.put("opter_type", "1");
        body.put("opter", "0001");
        body.put("opter_name", "样例收费员");
        body.put(
                "inf_time",
                LocalDateTime.now(ZoneId.of("Asia/Shanghai"))
                        .toString()
                        .substring(0, 19)
                        .replace('T', ' '));
        body.put("fixmedins_code", code);
        body.put("fixmedins_name", "样例医院");
        body.set("input", JSON.readTree(input));
        return send("/fsi/api/rsfComIfsService/callService", body.toString());
    }

    /** Sends bytes as they are. */
    JsonNode send(String path, String body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("Content-Type", "text/plain;charset=utf-8")
                .POST(HttpRequest.BodyPublishers.ofString(body, StandardCharsets.UTF_8));
        headers.forEach(request::header);
        try {
            HttpResponse<String> answer =
                    client.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
            if (answer.statusCode() != 200) {
                throw new IllegalStateException(answer.statusCode() + " " + answer.body());
            }
            return JSON.readTree(answer.body());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
