package org.tongchou.platform.accounts.importing;

import java.util.List;
import org.springframework.stereotype.Component;
import org.tongchou.platform.accounts.importing.mapping.Mapping;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Values as the database keeps them in {@code jsonb} columns. */
@Component
class BatchJson {
    private static final TypeReference<List<String>> TEXTS = new TypeReference<>() {};

    private final JsonMapper mapper;

    BatchJson(JsonMapper mapper) {
        this.mapper = mapper;
    }

    String write(Object value) {
        return mapper.writeValueAsString(value);
    }

    List<String> texts(String json) {
        return mapper.readValue(json, TEXTS);
    }

    Mapping mapping(String json) {
        return mapper.readValue(json, Mapping.class);
    }
}
