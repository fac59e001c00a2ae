package org.tongchou.platform.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tongchou.platform.gateway.OutpatientDesk.HOSPITAL;
import static org.tongchou.platform.gateway.OutpatientDesk.fault;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.tongchou.platform.PlatformTest;
import org.tongchou.platform.settlement.EverybodyPaid;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Files over the interface, and the catalogues that come as files and pages. */
@PlatformTest
@Import(EverybodyPaid.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GatewayFilesTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String UPLOAD = "/fsi/api/fileupload/upload";
    private static final String DOWNLOAD = "/fsi/api/fileupload/download";

    @LocalServerPort
    private int port;

    private OutpatientDesk counter;

    @BeforeAll
    void fill(@Autowired ApplicationContext context) {
        counter = OutpatientDesk.open(context, port);
    }

    private HttpResponse<byte[]> send(HttpRequest.Builder request) {
        try {
            return HttpClient.newHttpClient()
                    .send(
                            request.header("apikey", counter.secret + HOSPITAL).build(),
                            HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
    }

    private String envelope(String infno, Object input) {
        ObjectNode body = JSON.createObjectNode();
        body.put("infno", infno);
        body.put("msgid", counter.hospital.msgid());
        body.put("fixmedins_code", HOSPITAL);
        body.put("mdtrtarea_admvs", "359900");
        body.set("input", JSON.valueToTree(input));
        return body.toString();
    }

    private byte[] fetch(String number, String code) {
        HttpResponse<byte[]> answer = send(to(DOWNLOAD)
                .POST(HttpRequest.BodyPublishers.ofString(envelope(
                        "9102",
                        Map.of(
                                "fsDownloadIn",
                                Map.of("file_qury_no", number, "filename", "plc", "fixmedins_code", code))))));
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/octet-stream");
        return answer.body();
    }

    @Test
    void whatIsUploadedComesBackToItsOwnerOnly() {
        byte[] content = "a\tb\n1\tnull\n".getBytes(StandardCharsets.UTF_8);
        String envelope =
                envelope("9101", Map.of("fsUploadIn", Map.of("filename", "../对账.txt", "fixmedins_code", HOSPITAL)));
        String form = "--x\r\nContent-Disposition: form-data; name=\"jsonStr\"\r\n\r\n" + envelope
                + "\r\n--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.txt\"\r\n\r\n"
                + new String(content, StandardCharsets.UTF_8) + "\r\n--x--\r\n";
        JsonNode told = JSON.readTree(send(to(UPLOAD)
                        .header("Content-Type", "multipart/form-data; boundary=x")
                        .POST(HttpRequest.BodyPublishers.ofString(form)))
                .body());
        assertThat(told.get("infcode").asInt()).as(told.toString()).isZero();
        String number = told.at("/output/file_qury_no").asString();
        assertThat(number).hasSize(30);
        assertThat(told.at("/output/filename").asString()).isEqualTo("对账.txt");
        assertThat(fetch(number, HOSPITAL)).isEqualTo(content);
        HttpResponse<byte[]> byNumber = send(to(DOWNLOAD + "?file_qury_no=" + number + "&fixmedins_code=" + HOSPITAL)
                .GET());
        assertThat(byNumber.body()).isEqualTo(content);
        JsonNode foreign = counter.other.call(
                "9102",
                "{\"fsDownloadIn\": {\"file_qury_no\": \"%s\", \"filename\": \"plc\", \"fixmedins_code\": \"plc\"}}"
                        .formatted(number));
        assertThat(fault(foreign)).startsWith("[E-GWY-092]");
        HttpResponse<byte[]> nobody =
                send(to(DOWNLOAD + "?file_qury_no=" + number).GET());
        assertThat(new String(nobody.body(), StandardCharsets.UTF_8)).contains("[E-GWY-020]");
    }

    @Test
    void bytesMayStandInTheEnvelope() {
        byte[] content = {1, 2, (byte) 200, 4};
        for (Object bytes : List.of(Base64.getEncoder().encodeToString(content), List.of(1, 2, -56, 4))) {
            JsonNode told = JSON.readTree(send(to(UPLOAD)
                            .POST(HttpRequest.BodyPublishers.ofString(envelope(
                                    "9101",
                                    Map.of(
                                            "fsUploadIn",
                                            Map.of("in", bytes, "filename", "a.zip", "fixmedins_code", HOSPITAL))))))
                    .body());
            assertThat(told.get("infcode").asInt()).as(told.toString()).isZero();
            assertThat(fetch(told.at("/output/file_qury_no").asString(), "plc")).isEqualTo(content);
        }
        assertThat(counter.fault(
                        "9101",
                        "{\"fsUploadIn\": {\"filename\": \"a\", \"fixmedins_code\": \"%s\"}}".formatted(HOSPITAL)))
                .startsWith("[E-GWY-095]");
    }

    @Test
    void catalogues() throws IOException {
        JsonNode told = counter.good("1301", "{\"data\": {\"ver\": \"0\"}}");
        assertThat(told.get("data_cnt").asInt()).isPositive();
        List<String> lines = unzipped(fetch(told.get("file_qury_no").asString(), "plc"));
        assertThat(lines).hasSize(told.get("data_cnt").asInt());
        List<String> cells = List.of(lines.get(0).split("\t", -1));
        assertThat(cells).hasSizeGreaterThanOrEqualTo(92).contains("null");
        assertThat(cells.get(0)).isEqualTo("XA02BCA100A001010110000");
        assertThat(cells.get(36)).isEqualTo("2020-01-01");
        assertThat(counter.good("1301", "{\"data\": {\"ver\": \"0\"}}"))
                .as("made once")
                .isEqualTo(told);
        String version = cells.get(82);
        assertThat(counter.good("1301", "{\"data\": {\"ver\": \"%s\"}}".formatted(version))
                        .get("data_cnt")
                        .asInt())
                .as("nothing since version " + version)
                .isZero();
        for (String transaction : List.of(
                "1302", "1303", "1305", "1306", "1307", "1308", "1309", "1310", "1311", "1313", "1314", "1315")) {
            assertThat(counter.good(transaction, "{\"data\": {\"ver\": \"F001_2020\"}}")
                            .get("file_qury_no")
                            .asString())
                    .as(transaction)
                    .hasSize(30);
        }
    }

    private static List<String> unzipped(byte[] content) throws IOException {
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(content))) {
            assertThat(zip.getNextEntry()).isNotNull();
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            zip.transferTo(out);
            return out.toString(StandardCharsets.UTF_8).lines().toList();
        }
    }

    @Test
    void pagesOfWhatTheFundPays() {
        JsonNode page = counter.good("1312", """
                {"data": {"chrgitm_lv": "02", "query_date": "%s", "page_num": 1, "page_size": 3}}""".formatted(counter.today));
        assertThat(page.at("/data").size()).isEqualTo(3);
        assertThat(page.at("/data/0/chrgitm_lv").asString()).isEqualTo("02");
        assertThat(page.at("/data/0/begndate").asString()).matches("\\d{4}-\\d{2}-\\d{2}");
        assertThat(page.at("/data/0/vali_flag").asString()).isEqualTo("1");
        JsonNode second = counter.good("1312", """
                {"data": {"chrgitm_lv": "02", "page_num": 2, "page_size": 3}}""");
        assertThat(second.at("/data/0/hilist_code")).isNotEqualTo(page.at("/data/0/hilist_code"));
        for (String transaction : List.of("1316", "1318", "1319")) {
            assertThat(counter.good(transaction, """
                    {"data": {"updt_time": "2020-01-01", "page_num": 1, "page_size": 5}}""").at("/data").isArray())
                    .as(transaction)
                    .isTrue();
        }
        assertThat(counter.good("1318", """
                {"data": {"updt_time": "%s", "page_num": 1, "page_size": 5}}""".formatted(counter.today.plusDays(2)))
                        .at("/data")
                        .size())
                .isZero();
    }
}
