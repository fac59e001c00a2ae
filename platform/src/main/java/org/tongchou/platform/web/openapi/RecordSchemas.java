package org.tongchou.platform.web.openapi;

import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.jackson.ModelResolver;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Schemas of records: every component is required, except those that may be null. */
final class RecordSchemas extends ModelResolver {
    RecordSchemas(ObjectMapper mapper) {
        super(mapper, new SchemaNames());
    }

    @Override
    @SuppressWarnings("rawtypes")
    public @Nullable Schema resolve(
            AnnotatedType annotated, ModelConverterContext context, Iterator<ModelConverter> next) {
        Schema schema = super.resolve(annotated, context, next);
        JavaType type = _mapper.constructType(annotated.getType());
        if (type != null && type.getRawClass().isRecord()) {
            Schema defined = schema == null || schema.get$ref() == null
                    ? schema
                    : context.getDefinedModels()
                            .get(schema.get$ref().substring(schema.get$ref().lastIndexOf('/') + 1));
            if (defined != null && defined.getProperties() != null) {
                require(defined, type.getRawClass());
            }
        }
        return schema;
    }

    private static void require(Schema<?> schema, Class<?> type) {
        List<String> required = Arrays.stream(type.getRecordComponents())
                .filter(component -> !nullable(component))
                .map(RecordComponent::getName)
                .filter(schema.getProperties()::containsKey)
                .toList();
        schema.setRequired(required.isEmpty() ? null : required);
    }

    private static boolean nullable(RecordComponent component) {
        return component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }
}
