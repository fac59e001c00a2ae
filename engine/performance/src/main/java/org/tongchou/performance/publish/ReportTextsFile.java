package org.tongchou.performance.publish;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tongchou.files.yaml.YamlFields;
import org.tongchou.files.yaml.YamlIssue;
import org.tongchou.performance.model.EvaluationReport;
import org.tongchou.performance.model.PerformanceDocument;

/**
 * The written parts of reports on disk: {@code R1}, {@code R2} … to paragraphs by part; {@code all} for reports that
 * have no entry of their own.
 */
public final class ReportTextsFile {
    /** The usual file name. */
    public static final String FILE = "performance-texts.yaml";

    private static final String ALL = "all";

    private ReportTextsFile() {}

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
        List<YamlIssue> issues = new ArrayList<>();
        Map<String, ReportTexts> entries =
                YamlFields.read(Files.readString(file), issues::add).all(ReportTextsFile::texts);
        if (!issues.isEmpty()) {
            YamlIssue first = issues.get(0);
            throw new IOException(file.getFileName() + ":" + first.line()
                    + " 应为“R1: {background: […], organisation: […], problems: […], measures: […], advice: […]}”，"
                    + first.message());
        }
        for (EvaluationReport report : document.reports()) {
            ReportTexts found = entries.getOrDefault(document.key(report), entries.get(ALL));
            if (found != null) {
                texts.put(document.key(report), found);
            }
        }
        return texts;
    }

    private static ReportTexts texts(YamlFields all, String key) {
        YamlFields entry = all.below(key);
        ReportTexts texts = new ReportTexts(
                entry.textOrTexts("background"),
                entry.textOrTexts("organisation"),
                entry.textOrTexts("problems"),
                entry.textOrTexts("measures"),
                entry.textOrTexts("advice"));
        entry.reportUnknown();
        return texts;
    }
}
