package org.tongchou.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.nio.charset.StandardCharsets;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.tongchou.platform.web.Actor;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The platform's interface as somebody calls it who is signed in.
 *
 * @param http the application
 */
public record JsonApi(MockMvcTester http) {
    private static final JsonMapper JSON = new JsonMapper();

    /** What is answered; must be given. */
    public JsonNode get(Actor who, String uri) {
        return given(http.get().uri(uri).with(TestActors.as(who)).exchange());
    }

    /** What is answered; must be done. */
    public JsonNode post(Actor who, String uri, String json) {
        return given(send(who, uri, json));
    }

    /** The code of the refusal; must be refused. */
    public String refused(Actor who, String uri, String json) {
        return read(send(who, uri, json), 400, 499).get("code").asString();
    }

    private MvcTestResult send(Actor who, String uri, String json) {
        return http.post()
                .uri(uri)
                .with(TestActors.as(who))
                .with(csrf())
                .contentType(MediaType.APPLICATION_JSON)
                .content(json)
                .exchange();
    }

    /** The content of an answer that must have been given. */
    public static JsonNode given(MvcTestResult answer) {
        return read(answer, 200, 299);
    }

    private static JsonNode read(MvcTestResult answer, int from, int to) {
        String body = new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
        assertThat(answer.getResponse().getStatus()).as(body).isBetween(from, to);
        return JSON.readTree(body.isEmpty() ? "{}" : body);
    }
}
