package org.tongchou.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.io.UnsupportedEncodingException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.tongchou.platform.demo.DemoFixture;
import org.tongchou.platform.identity.FirstUser;
import org.tongchou.platform.identity.FirstUsers;
import org.tongchou.platform.identity.role.RoleSeeds;
import org.tongchou.platform.job.TestJobs;
import org.tongchou.platform.web.Actor;
import org.tongchou.platform.web.RightCatalogue;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Every endpoint of the interface's description, called with everything that does not belong there by somebody who may
 * do all: the answer names what is wrong, and is never an error of ours.
 */
@PlatformTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class BadInputTest {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String LONG = "长".repeat(5_000);
    /** Nothing, other kinds of JSON, and what is no JSON. */
    private static final List<String> BODIES = List.of("", "null", "[]", "[null]", "{}", "\"文字\"", "-1", "{\"id\": ");
    /** Values that a field may be given instead of what belongs there. */
    private static final List<String> VALUES = List.of(
            "null",
            "-1",
            "9223372036854775807",
            "1e400",
            "{}",
            "[null]",
            "[{}]",
            "\"\"",
            "\"文字\"",
            "\"a\\u0000b\"",
            "\"\\ud800\"",
            "\"+999999999-12-31\"",
            "\"" + LONG + "\"");

    private static final List<String> QUERIES =
            List.of("-1", "100000", "evil", "99999999999999999999", "a\u0000b", "%' or 1=1 --", LONG);
    private static final List<String> PLACES = List.of("987654321", "-1", "99999999999999999999", "文字");

    @Autowired
    private MockMvcTester http;

    @Autowired
    private AutowireCapableBeanFactory beans;

    @Autowired
    private FirstUsers people;

    @Autowired
    private RoleSeeds seeds;

    @Autowired
    private List<RightCatalogue> catalogues;

    @Autowired
    private TestJobs jobs;

    private Actor everybody = TestActors.actor();
    private JsonNode description = JSON.nullNode();

    @BeforeAll
    void fill() throws UnsupportedEncodingException {
        seeds.apply();
        DemoFixture.fill(beans);
        people.create(List.of(new FirstUser("all", "全权", "viewer", "990", "all")));
        Set<String> rights = catalogues.stream()
                .flatMap(catalogue -> catalogue.rights().stream())
                .map(right -> right.code())
                .collect(Collectors.toCollection(TreeSet::new));
        everybody = new Actor(1, "all", "全权", 1, List.of(), true, List.of("viewer"), rights);
        importSomething();
        description = JSON.readTree(http.get()
                .uri("/api/openapi")
                .with(TestActors.as(everybody))
                .exchange()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8));
    }

    /** A batch with a row that is wrong, so that there is something to mend. */
    private void importSomething() {
        String rows = """
                预算单位,支付日期,支付凭证号,用途,收款人全称,功能分类科目编码,部门经济分类科目编码,资金性质,支出类型,支付金额
                样例市医疗保障局本级,2026-11-03,BT-001,办公用品,样例文具店,2101501,30201,一般公共预算,基本支出,不详
                """;
        JsonNode found = JSON.readTree(http.post()
                .uri("/api/accounts/import-setup/files")
                .multipart()
                .file(new MockMultipartFile("file", "支付明细.csv", null, rows.getBytes(StandardCharsets.UTF_8)))
                .with(TestActors.as(everybody))
                .with(csrf())
                .exchange()
                .getResponse()
                .getContentAsByteArray());
        assertThat(http.post()
                        .uri("/api/accounts/imports")
                        .with(TestActors.as(everybody))
                        .with(csrf())
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"bookId\": 1, \"fileId\": %s, \"mapping\": %s}"
                                .formatted(
                                        found.get("fileId"),
                                        found.get("suggestions").get(0).get("mapping")))
                        .exchange())
                .hasStatus2xxSuccessful();
        jobs.drain();
    }

    /**
     * An endpoint.
     *
     * @param method what is done
     * @param path its path with names in braces
     * @param operation its description
     */
    private record Endpoint(String method, String path, JsonNode operation) {
        @Nullable
        JsonNode body() {
            return operation.at("/requestBody/content/application~1json/schema").isMissingNode()
                    ? null
                    : operation.at("/requestBody/content/application~1json/schema");
        }

        List<JsonNode> parameters(String in) {
            return StreamSupport.stream(operation.path("parameters").spliterator(), false)
                    .filter(parameter -> parameter.path("in").stringValue().equals(in))
                    .toList();
        }

        String at(String place) {
            return path.replaceAll("\\{format}", "xlsx").replaceAll("\\{[^}]*}", encoded(place));
        }
    }

    private List<Endpoint> endpoints() {
        List<Endpoint> endpoints = new ArrayList<>();
        description
                .path("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .properties()
                        .forEach(operation ->
                                endpoints.add(new Endpoint(operation.getKey(), path.getKey(), operation.getValue()))));
        assertThat(endpoints).hasSizeGreaterThan(150);
        return endpoints;
    }

    @Test
    void bodiesThatDoNotBelong() {
        List<String> failures = new ArrayList<>();
        int calls = 0;
        for (Endpoint endpoint : endpoints()) {
            JsonNode schema = endpoint.body();
            if (schema != null) {
                for (String body : bodies(schema)) {
                    call(endpoint, endpoint.at("1") + query(endpoint, "", ""), body, failures);
                    calls++;
                }
            }
        }
        assertThat(failures).isEmpty();
        assertThat(calls).isGreaterThan(2000);
    }

    @Test
    void questionsThatDoNotBelong() {
        List<String> failures = new ArrayList<>();
        int calls = 0;
        for (Endpoint endpoint : endpoints()) {
            for (JsonNode parameter : endpoint.parameters("query")) {
                for (String value : QUERIES) {
                    String name = parameter.path("name").stringValue();
                    call(endpoint, endpoint.at("1") + query(endpoint, name, value), "{}", failures);
                    calls++;
                }
            }
        }
        assertThat(failures).isEmpty();
        assertThat(calls).isGreaterThan(1000);
    }

    @Test
    void placesThatDoNotExist() {
        List<String> failures = new ArrayList<>();
        for (Endpoint endpoint : endpoints()) {
            if (endpoint.path().contains("{")) {
                for (String place : PLACES) {
                    String body = endpoint.body() == null ? "{}" : usual(endpoint.body(), 0);
                    call(endpoint, endpoint.at(place) + query(endpoint, "", ""), body, failures);
                }
            }
        }
        assertThat(failures).isEmpty();
    }

    @Test
    void uploadsWithoutAFileOrOfSomethingElse() {
        List<String> failures = new ArrayList<>();
        for (String path : List.of(
                "/api/accounts/import-setup/files",
                "/api/disclosure/uploads",
                "/api/performance/evaluations/1/evidence")) {
            for (MockMultipartFile file : List.of(
                    new MockMultipartFile("other", "a.xlsx", null, new byte[] {1}),
                    new MockMultipartFile("file", "", null, new byte[0]),
                    new MockMultipartFile("file", "../../a\u0000.xlsx", null, new byte[] {'P', 'K', 3, 4}),
                    new MockMultipartFile("file", LONG, null, new byte[] {0}),
                    new MockMultipartFile("files", "空.docx", null, new byte[0]))) {
                MvcTestResult answer = http.post()
                        .uri(path)
                        .multipart()
                        .file(file)
                        .with(TestActors.as(everybody))
                        .with(csrf())
                        .exchange();
                judge("POST " + path + " " + file.getName(), answer, failures);
            }
        }
        assertThat(failures).isEmpty();
    }

    // ---- what is sent

    /** The bodies of no use, and the usual one with each of its fields missing or replaced. */
    private List<String> bodies(JsonNode schema) {
        List<String> bodies = new ArrayList<>(BODIES);
        JsonNode object = resolved(schema);
        String usual = usual(schema, 0);
        object.path("properties")
                .propertyNames()
                .forEach(name -> VALUES.forEach(value -> {
                    Map<String, String> fields = fields(object, 0);
                    fields.put(name, value);
                    bodies.add(json(fields));
                }));
        bodies.add(usual);
        return bodies;
    }

    private JsonNode resolved(JsonNode schema) {
        JsonNode reference = schema.path("$ref");
        return reference.isMissingNode()
                ? schema
                : description.at(reference.stringValue().substring(1));
    }

    private Map<String, String> fields(JsonNode object, int depth) {
        Map<String, String> fields = new java.util.LinkedHashMap<>();
        object.path("properties")
                .properties()
                .forEach(property -> fields.put(property.getKey(), usual(property.getValue(), depth + 1)));
        return fields;
    }

    private static String json(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> "\"" + field.getKey() + "\": " + field.getValue())
                .collect(Collectors.joining(", ", "{", "}"));
    }

    /** A value of the kind that the description asks for. */
    private String usual(JsonNode schema, int depth) {
        JsonNode known = resolved(schema);
        String type = known.path("type").isArray()
                ? known.path("type").get(0).stringValue()
                : known.path("type").stringValue("object");
        return switch (type) {
            case "integer", "number" -> "1";
            case "boolean" -> "true";
            case "array" -> depth > 3 ? "[]" : "[" + usual(known.path("items"), depth + 1) + "]";
            case "string" -> known.path("format").stringValue("").equals("date") ? "\"2025-06-01\"" : "\"样例\"";
            default -> depth > 3 ? "{}" : json(fields(known, depth));
        };
    }

    private static String query(Endpoint endpoint, String odd, String value) {
        return endpoint.parameters("query").stream()
                .filter(parameter -> parameter.path("required").booleanValue(false)
                        || parameter.path("name").stringValue().equals(odd))
                .map(parameter -> {
                    String name = parameter.path("name").stringValue();
                    return name + "=" + encoded(name.equals(odd) ? value : "1");
                })
                .collect(Collectors.joining("&", "?", ""));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    // ---- what comes back

    private void call(Endpoint endpoint, String uri, String body, List<String> failures) {
        MvcTestResult answer = http.method(HttpMethod.valueOf(endpoint.method().toUpperCase(java.util.Locale.ROOT)))
                .uri(URI.create(uri))
                .with(TestActors.as(everybody))
                .with(csrf())
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .exchange();
        judge(endpoint.method() + " " + shortened(uri) + " " + shortened(body), answer, failures);
    }

    private static String shortened(String text) {
        return text.length() > 300 ? text.substring(0, 300) + "…" : text;
    }

    /** Refusals have a code and a Chinese sentence; nothing ends in an error of ours. */
    private static void judge(String what, MvcTestResult answer, List<String> failures) {
        if (answer.getUnresolvedException() != null) {
            failures.add(what + " → " + answer.getUnresolvedException());
            return;
        }
        int status = answer.getResponse().getStatus();
        String body = new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
        boolean told = status < 400
                || (body.contains("\"code\":\"E-") && body.codePoints().anyMatch(Character::isIdeographic));
        if (status >= 500 || !told) {
            Exception resolved = answer.getMvcResult().getResolvedException();
            failures.add(what + " → " + status + " " + (resolved == null ? shortened(body) : resolved.toString()));
        }
    }
}
