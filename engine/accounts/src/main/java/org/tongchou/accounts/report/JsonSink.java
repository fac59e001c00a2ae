package org.tongchou.accounts.report;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.tongchou.files.AtomicFile;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Writes {@code {"documents": […]}}, one document at a time. */
public final class JsonSink implements AuditSink {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build();

    private final @Nullable AtomicFile file;
    private final JsonGenerator generator;

    private JsonSink(@Nullable AtomicFile file, OutputStream stream) {
        this.file = file;
        this.generator = MAPPER.createGenerator(stream);
        generator.writeStartObject();
        generator.writeArrayPropertyStart("documents");
    }

    /**
     * Writes to a file.
     *
     * @throws IOException when it cannot be written
     */
    public static JsonSink to(Path target) throws IOException {
        AtomicFile file = AtomicFile.open(target);
        return new JsonSink(file, file.stream());
    }

    /** Writes to a stream, which is flushed but not closed. */
    public static JsonSink to(OutputStream stream) {
        return new JsonSink(null, stream);
    }

    @Override
    public void accept(AuditedFile audited) {
        generator.writePOJO(AuditJson.document(audited));
    }

    @Override
    public void finish() throws IOException {
        generator.writeEndArray();
        generator.writeEndObject();
        generator.writeRaw('\n');
        generator.flush();
        if (file != null) {
            file.commit();
        }
    }

    @Override
    public void close() throws IOException {
        if (file != null) {
            file.close();
        }
    }
}
