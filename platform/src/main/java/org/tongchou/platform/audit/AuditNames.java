package org.tongchou.platform.audit;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * Chinese names of what is recorded, from {@code audit/names/*.properties}: actions, kinds of objects, and fields of a
 * state. A code without a name, as an older release may have recorded it, stands for itself.
 */
@Component
class AuditNames {
    private final Properties names = new Properties();

    AuditNames() {
        try {
            for (Resource file :
                    new PathMatchingResourcePatternResolver().getResources("classpath*:audit/names/*.properties")) {
                try (Reader text = new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8)) {
                    names.load(text);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What an action is called. */
    String action(String code) {
        return findAction(code).orElse(code);
    }

    Optional<String> findAction(String code) {
        return Optional.ofNullable(names.getProperty("action." + code));
    }

    /** What a kind of object is called. */
    String object(String type) {
        return findObject(type).orElse(type);
    }

    Optional<String> findObject(String type) {
        return Optional.ofNullable(names.getProperty("object." + type));
    }

    /** A state with the names of its fields. */
    @Nullable
    Object state(@Nullable Object state) {
        if (!(state instanceof Map<?, ?> fields)) {
            return state;
        }
        Map<String, Object> named = new LinkedHashMap<>();
        fields.forEach((field, value) -> named.put(names.getProperty("field." + field, field.toString()), value));
        return named;
    }
}
