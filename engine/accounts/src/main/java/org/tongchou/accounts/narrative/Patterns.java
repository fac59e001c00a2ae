package org.tongchou.accounts.narrative;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * The words that name figures, changes and bases; see {@code narrative/patterns.yaml} for what each entry means. Loaded
 * once; immutable.
 */
record Patterns(
        List<String> units,
        List<String> up,
        List<String> down,
        List<String> level,
        List<Base> bases,
        Pattern outside,
        Pattern reason,
        Pattern purpose,
        String tail,
        List<Whole> denominators,
        @JsonProperty("subject_wholes") List<SubjectWhole> subjectWholes,
        List<Zero> zeros,
        List<Figure> figures) {
    private static final String FILE = "/narrative/patterns.yaml";
    private static final Patterns STANDARD = load();

    /** The patterns shipped with the library. */
    static Patterns standard() {
        return STANDARD;
    }

    /** What a figure is compared with. */
    record Base(String base, Pattern words) {}

    /** The whole of which a figure is a part. */
    record Whole(String key, Pattern words) {}

    /** The whole that shares of classification subjects refer to under a heading. */
    record SubjectWhole(String key, Pattern section) {}

    /** A sentence saying that there is nothing. */
    record Zero(String key, Pattern words) {}

    /** One way to name a figure. */
    record Figure(
            @JsonProperty("key") @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
            List<String> keys,

            @Nullable String before,
            @Nullable Pattern after,
            @Nullable Pattern unit,
            @Nullable Pattern section,
            @Nullable String earlier,
            @Nullable String of,
            @Nullable List<String> series) {
        /** Every key it can give; one that takes a group of the words ends with {@code $1}. */
        List<String> allKeys() {
            return series == null
                    ? keys
                    : Stream.concat(keys.stream(), series.stream()).toList();
        }
    }

    /** The common name of what a figure is compared with; empty when no pattern knows it. */
    Optional<String> findBase(String words) {
        return bases.stream()
                .filter(base -> base.words().matcher(words).find())
                .map(Base::base)
                .findFirst();
    }

    /** The key of a whole; empty when no pattern knows it. */
    Optional<String> findWhole(String words) {
        return denominators.stream()
                .filter(whole -> whole.words().matcher(words).find())
                .map(Whole::key)
                .findFirst();
    }

    /** The key of the whole that a bare share of a classification subject refers to; null when unknown. */
    @Nullable
    String subjectWhole(String section) {
        return subjectWholes.stream()
                .filter(whole -> whole.section().matcher(section).find())
                .map(SubjectWhole::key)
                .findFirst()
                .orElse(null);
    }

    /** Where a reason starts; -1 when none does. */
    int reasonStart(String text) {
        Matcher matcher = reason.matcher(text);
        return matcher.find() ? matcher.start() : -1;
    }

    private static Patterns load() {
        InputStream stream = Patterns.class.getResourceAsStream(FILE);
        if (stream == null) {
            throw new IllegalStateException("缺少文件 " + FILE);
        }
        return new YAMLMapper().readValue(stream, Patterns.class);
    }
}
