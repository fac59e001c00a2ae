package org.tongchou.performance.read;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** How reports say things: {@code performance/reports.yaml}. */
final class ReportPatterns {
    private static final ReportPatterns STANDARD = load();

    final List<Pattern> titles;
    final List<Pattern> projects;
    final List<String> points;
    final Pattern number;
    final Pattern letterhead;
    final Pattern ends;
    final List<Pattern> groups;
    final List<Pattern> parts;
    final List<Pattern> items;
    final List<Pattern> completions;
    final List<Pattern> total;
    final List<Pattern> grade;
    final Pattern overview;
    final Map<String, Pattern> counts = new LinkedHashMap<>();
    final List<Said> amounts;
    final List<Said> stated;

    /**
     * A number that sentences give.
     *
     * @param name what it is
     * @param column the sheet's column it repeats; empty when none
     * @param severity what a difference means: error or warn
     * @param nth which match counts, 1-based
     * @param unit its unit where the pattern has none
     * @param pattern with a group {@code value}
     */
    record Said(String name, String column, String severity, int nth, String unit, Pattern pattern) {}

    private record SaidEntry(
            String name,
            @Nullable String column,
            @Nullable String severity,
            @Nullable Integer nth,
            @Nullable String unit,
            String pattern) {
        Said said() {
            return new Said(
                    name,
                    column == null ? "" : column,
                    severity == null ? "error" : severity,
                    nth == null ? 1 : nth,
                    unit == null ? "" : unit,
                    ReportPatterns.pattern(pattern));
        }
    }

    private record Entries(
            List<String> titles,
            List<String> projects,
            List<String> points,
            String number,
            String letterhead,
            String ends,
            List<String> groups,
            List<String> parts,
            List<String> items,
            List<String> completions,
            List<String> total,
            List<String> grade,
            String overview,
            LinkedHashMap<String, String> counts,
            List<SaidEntry> amounts,
            List<SaidEntry> stated) {}

    private ReportPatterns(Entries entries) {
        titles = patterns(entries.titles());
        projects = patterns(entries.projects());
        points = List.copyOf(entries.points());
        number = pattern(entries.number());
        letterhead = pattern(entries.letterhead());
        ends = pattern(entries.ends());
        groups = patterns(entries.groups());
        parts = patterns(entries.parts());
        items = patterns(entries.items());
        completions = patterns(entries.completions());
        total = patterns(entries.total());
        grade = patterns(entries.grade());
        overview = pattern(entries.overview());
        entries.counts().forEach((name, pattern) -> counts.put(name, pattern(pattern)));
        amounts = entries.amounts().stream().map(SaidEntry::said).toList();
        stated = entries.stated().stream().map(SaidEntry::said).toList();
    }

    static ReportPatterns standard() {
        return STANDARD;
    }

    private static Pattern pattern(String text) {
        return Pattern.compile(text, Pattern.MULTILINE);
    }

    private static List<Pattern> patterns(List<String> texts) {
        return texts.stream().map(ReportPatterns::pattern).toList();
    }

    private static ReportPatterns load() {
        YAMLMapper mapper = YAMLMapper.builder()
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .build();
        try (InputStream stream = ReportPatterns.class.getResourceAsStream("/performance/reports.yaml")) {
            return new ReportPatterns(mapper.readValue(stream, Entries.class));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
