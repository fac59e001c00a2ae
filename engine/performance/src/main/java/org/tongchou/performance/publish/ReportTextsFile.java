package org.tongchou.performance.publish;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tongchou.performance.model.EvaluationReport;
import org.tongchou.performance.model.PerformanceDocument;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * The written parts of reports on disk: {@code R1}, {@code R2} … to paragraphs by part; {@code all} for reports that
 * have no entry of their own.
 */
public final class ReportTextsFile {
    /** The usual file name. */
    public static final String FILE = "performance-texts.yaml";

    private static final String ALL = "all";
    private static final YAMLMapper MAPPER = YAMLMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
            .build();

    private ReportTextsFile() {}

    /** An entry as it stands in the file. */
    private record Entry(
            @Nullable List<String> background,
            @Nullable List<String> organisation,
            @Nullable List<String> problems,
            @Nullable List<String> measures,
            @Nullable List<String> advice) {
        ReportTexts texts() {
            return new ReportTexts(
                    orNone(background), orNone(organisation), orNone(problems), orNone(measures), orNone(advice));
        }

        private static List<String> orNone(@Nullable List<String> texts) {
            return texts == null ? List.of() : texts;
        }
    }

    /**
     * Reads the texts of a document's reports.
     *
     * @return texts by report key; none when there is no such file
     * @throws IOException with a Chinese message naming file and line when it cannot be used
     */
    public static Map<String, ReportTexts> load(Path file, PerformanceDocument document) throws IOException {
        Map<String, ReportTexts> texts = new LinkedHashMap<>();
        if (!Files.exists(file)) {
            return texts;
        }
        Map<String, Entry> entries;
        try {
            entries = MAPPER.readValue(Files.readString(file), new TypeReference<LinkedHashMap<String, Entry>>() {});
        } catch (JacksonException e) {
            int line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
            throw new IOException(
                    file.getFileName() + ":" + line
                            + " 应为“R1: {background: […], organisation: […], problems: […], measures: […], advice: […]}”，"
                            + e.getOriginalMessage(),
                    e);
        }
        for (EvaluationReport report : document.reports()) {
            Entry entry = entries.getOrDefault(document.key(report), entries.get(ALL));
            if (entry != null) {
                texts.put(document.key(report), entry.texts());
            }
        }
        return texts;
    }
}
