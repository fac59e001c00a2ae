package org.tongchou.platform.training;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import org.tongchou.platform.gateway.wire.Signing;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Speaks the national interface over HTTP, as a hospital's or pharmacy's system does: envelope, message ids, signatures, ciphers. It
 * knows the interface from its public documents alone. Safe for concurrent use.
 */
public final class HisClient {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMddHHmmss");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int SERIALS = 10_000;
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    /** One count for all clients of a process, as two may speak for the same institution within a second. */
    private static final AtomicInteger SERIAL =
            new AtomicInteger(ThreadLocalRandom.current().nextInt(SERIALS));

    private final HisLine line;
    private final HttpClient http;
    private final Clock clock;

    /** A client. */
    public HisClient(HisLine line, Clock clock) {
        this(line, HttpClient.newHttpClient(), clock);
    }

    /**
     * A client.
     *
     * @param http may be shared by many
     */
    public HisClient(HisLine line, HttpClient http, Clock clock) {
        this.line = line;
        this.http = http;
        this.clock = clock.withZone(ZONE);
    }

    /** Where it calls, and as whom. */
    public HisLine line() {
        return line;
    }

    /** The time at the institution. */
    public LocalDateTime now() {
        return LocalDateTime.now(clock);
    }

    /** A new message id: institution, second, serial number. */
    public String msgid() {
        return msgid(now(), Math.floorMod(SERIAL.incrementAndGet(), SERIALS));
    }

    /** The message id of a second and a serial number. */
    public String msgid(LocalDateTime second, int serial) {
        return line.institution() + STAMP.format(second) + "%04d".formatted(serial);
    }

    /** Calls under a new message id. */
    public HisCall call(String infno, JsonNode input) {
        return call(infno, msgid(), input);
    }

    /** Calls under a message id for somebody who is insured here. */
    public HisCall call(String infno, String msgid, JsonNode input) {
        return call(infno, msgid, line.area(), input);
    }

    /**
     * Calls.
     *
     * @param infno the transaction
     * @param msgid message id: the same again is the same call
     * @param insuredArea 参保地医保区划
     * @param input the input
     * @return what was answered, whether done or refused
     * @throws HisFault when no answer came
     */
    public HisCall call(String infno, String msgid, String insuredArea, JsonNode input) {
        Map<String, String> head = head(infno, msgid, insuredArea);
        if (line.key().style().equals("sm2")) {
            head.put("signtype", "SM2");
            head.put("app_id", line.key().id());
        }
        head.put("enc_type", line.cipher().isEmpty() ? "" : "SM4");
        if (line.key().style().equals("sm2")) {
            head.put("cainfo", Signing.sign(line.key().secret(), Signing.DEFAULT_ID, Signing.signed(head)));
        }
        ObjectNode body = JSON.createObjectNode();
        head.forEach(body::put);
        if (line.cipher().isEmpty()) {
            body.set("input", input);
        } else {
            body.put("input", Signing.encipher(line.cipher(), input.toString()));
        }
        return send(infno, msgid, body.toString());
    }

    private Map<String, String> head(String infno, String msgid, String insuredArea) {
        Map<String, String> head = new LinkedHashMap<>();
        head.put("infno", infno);
        head.put("msgid", msgid);
        head.put("mdtrtarea_admvs", line.area());
        head.put("insuplc_admdvs", insuredArea);
        head.put("recer_sys_code", "MBS_LOCAL");
        head.put("dev_no", "");
        head.put("dev_safe_info", "");
        head.put("signtype", "");
        head.put("infver", "V1.0");
        head.put("opter_type", "1");
        head.put("opter", line.operator());
        head.put("opter_name", line.operatorName());
        head.put("inf_time", TIME.format(now()));
        head.put("fixmedins_code", line.institution());
        head.put("fixmedins_name", line.name());
        head.put("sign_no", "");
        return head;
    }

    /** Sends an envelope as it is written. */
    public HisCall send(String infno, String msgid, String body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(line.address())
                .timeout(PATIENCE)
                .header("Content-Type", "application/json;charset=utf-8")
                .POST(HttpRequest.BodyPublishers.ofString(body, StandardCharsets.UTF_8));
        proof().forEach(request::header);
        long began = System.nanoTime();
        HttpResponse<String> answer;
        try {
            answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new HisFault("没有收到 " + line.address() + " 的答复", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new HisFault("等待答复时被中断", e);
        }
        long micros = (System.nanoTime() - began) / 1000;
        return read(infno, msgid, body, answer, micros);
    }

    private static HisCall read(String infno, String msgid, String body, HttpResponse<String> answer, long micros) {
        try {
            JsonNode all = JSON.readTree(answer.body());
            if (answer.statusCode() == 200 && all.hasNonNull("infcode")) {
                return new HisCall(
                        infno,
                        msgid,
                        body,
                        answer.body(),
                        micros,
                        Integer.parseInt(all.path("infcode").asString()),
                        all.path("err_msg").asString(),
                        all.path("output").isObject() ? all.path("output") : JSON.createObjectNode());
            }
            throw new HisFault(
                    "状态 " + answer.statusCode() + "，不是接口的答复", new IOException(String.valueOf(answer.statusCode())));
        } catch (JacksonException | NumberFormatException e) {
            throw new HisFault("状态 " + answer.statusCode() + "，答复不是接口规范的 JSON", e);
        }
    }

    private Map<String, String> proof() {
        String id = line.key().id();
        String secret = line.key().secret();
        Map<String, String> headers = new TreeMap<>();
        switch (line.key().style()) {
            case "tif" -> {
                String second = Long.toString(clock.instant().getEpochSecond());
                String nonce = UUID.randomUUID().toString().substring(0, 8);
                headers.put("x-tif-paasid", id);
                headers.put("x-tif-timestamp", second);
                headers.put("x-tif-nonce", nonce);
                headers.put("x-tif-signature", Signing.tif(second, secret, nonce));
            }
            case "csb" -> {
                headers.put("_api_name", "callService");
                headers.put("_api_version", "1.0.0");
                headers.put("_api_timestamp", Long.toString(clock.millis()));
                headers.put("_api_access_key", id);
                headers.put("_api_signature", Signing.csb(Map.copyOf(headers), secret));
            }
            case "apikey" -> headers.put("apikey", secret);
            default -> {
                // Nothing in the headers: signed in the envelope, or known by its address.
            }
        }
        return headers;
    }
}
