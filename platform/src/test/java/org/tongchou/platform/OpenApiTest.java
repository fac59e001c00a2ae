package org.tongchou.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The interface is the one that is written down in {@code docs/api/openapi.json}. */
@PlatformTest
class OpenApiTest {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    @Autowired
    private MockMvcTester http;

    @Test
    void isAsWrittenDown() throws UnsupportedEncodingException {
        String document = JSON.writeValueAsString(JSON.treeToValue(document(), Object.class)) + "\n";
        Approved.compare(Path.of("..", "docs", "api", "openapi.json"), document);
    }

    @Test
    void everyTagIsChinese() throws UnsupportedEncodingException {
        List<String> tags = new ArrayList<>();
        document()
                .get("paths")
                .forEach(path ->
                        path.forEach(operation -> operation.path("tags").forEach(tag -> tags.add(tag.stringValue()))));
        assertThat(tags).isNotEmpty().allMatch(tag -> tag.codePoints().allMatch(Character::isIdeographic));
    }

    @Test
    void isNotForStrangers() {
        assertThat(http.get().uri("/api/openapi")).hasStatus(401);
    }

    private JsonNode document() throws UnsupportedEncodingException {
        return JSON.readTree(http.get()
                .uri("/api/openapi")
                .with(TestActors.with())
                .exchange()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8));
    }
}
