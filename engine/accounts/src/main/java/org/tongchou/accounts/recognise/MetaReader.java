package org.tongchou.accounts.recognise;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tongchou.accounts.model.BudgetUnit;
import org.tongchou.accounts.model.DocumentKind;
import org.tongchou.accounts.model.DocumentMeta;
import org.tongchou.accounts.source.Paragraph;
import org.tongchou.accounts.source.RawDocument;

/** Whose accounts a document holds: bureau, region, year, kind, unit of money. */
final class MetaReader {
    private static final int COVER_LINES = 60;
    private static final Pattern YEAR = Pattern.compile("(20\\d\\d)年");
    private static final Pattern KIND = Pattern.compile("(预算|决算)(?:公开|表|情况|说明|编制|单位|收支|支出|收入|总表|$|》)");
    private static final Pattern BUREAU = Pattern.compile(
            "([\\u4e00-\\u9fff]{2,20}?(?:局|中心|委员会|委|办公室|厅|部|院|校|站|所))(?:部门)?(?:20\\d\\d年度?)?(?:部门|单位)?(?:预算|决算|预决算|预$|决$)");
    private static final Pattern REGION = Pattern.compile("^([\\u4e00-\\u9fff]{2,12}?(?:自治区|自治州|自治县|[省市州盟县区旗]))");

    private MetaReader() {}

    static DocumentMeta read(
            RawDocument raw, List<TableDraft> tables, List<BudgetUnit> units, List<String> organisations) {
        List<String> lines = raw.blocks().stream()
                .filter(Paragraph.class::isInstance)
                .map(block -> Words.squeeze(((Paragraph) block).text()))
                .limit(400)
                .toList();
        String cover = String.join("", lines.subList(0, Math.min(lines.size(), COVER_LINES)));
        String titles = String.join(" ", tables.stream().map(TableDraft::title).toList());
        @Nullable
        String bureau = mostFrequent(organisations.stream().map(MetaReader::plainName))
                .or(() -> find(BUREAU, cover, 1).map(name -> name.replaceFirst("^.*年度?", "")))
                .orElse(null);
        @Nullable
        Integer year = find(YEAR, cover, 1)
                .or(() -> mostFrequent(lines.stream()
                        .flatMap(line -> YEAR.matcher(line).results().map(m -> m.group(1)))))
                .map(Integer::valueOf)
                .orElse(null);
        String words = titles + " " + cover + " " + raw.file();
        return new DocumentMeta(
                bureau == null ? null : find(REGION, bureau, 1).orElse(null),
                bureau,
                year,
                mostFrequent(KIND.matcher(words).results().map(m -> m.group(1)))
                        .map(word -> word.equals("预算") ? DocumentKind.BUDGET : DocumentKind.FINAL)
                        .orElse(null),
                mostFrequent(tables.stream().map(TableDraft::unit).filter(Objects::nonNull))
                        .orElse(null),
                units);
    }

    private static String plainName(String organisation) {
        return organisation.replaceAll("[（(](?:公章|盖章|本级|汇总|部门)[)）]", "");
    }

    private static Optional<String> find(Pattern pattern, String text, int group) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? Optional.of(matcher.group(group)) : Optional.empty();
    }

    private static <T> Optional<T> mostFrequent(Stream<@Nullable T> values) {
        Map<T, Integer> counts = new LinkedHashMap<>();
        values.forEach(value -> {
            if (value != null) {
                counts.merge(value, 1, Integer::sum);
            }
        });
        return counts.entrySet().stream()
                .reduce((a, b) -> b.getValue() > a.getValue() ? b : a)
                .map(Map.Entry::getKey);
    }
}
