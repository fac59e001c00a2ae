package org.tongchou.platform.enrolment.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tongchou.benefit.policy.Vocabulary;
import org.tongchou.platform.enrolment.person.AidClasses;
import org.tongchou.platform.enrolment.person.SchemeNames;
import org.tongchou.platform.enrolment.person.SchemeRank;
import org.tongchou.platform.region.County;
import org.tongchou.platform.region.Region;
import org.tongchou.platform.spreadsheet.RowSink;
import org.tongchou.platform.web.Actor;

/** The words of the region as people read them. */
@Component
public class RegionWords {
    private final Region region;
    private final SchemeRank schemes;
    private final AidClasses classes;

    RegionWords(Region region, SchemeRank schemes, AidClasses classes) {
        this.region = region;
        this.schemes = schemes;
        this.classes = classes;
    }

    /**
     * A word with its name.
     *
     * @param code the word or code
     * @param name what people read
     * @param national its first national code; empty for none
     */
    public record Named(String code, String name, String national) {}

    /**
     * All words that forms and lists need.
     *
     * @param counties counties within the scope of whoever asks
     * @param schemes 险种
     * @param personTypes 人员类别
     * @param identities 身份
     * @param feeTiers 缴费档次
     * @param aidClasses 救助类别, the highest first
     */
    public record Sheet(
            List<Named> counties,
            List<Named> schemes,
            List<Named> personTypes,
            List<Named> identities,
            List<Named> feeTiers,
            List<String> aidClasses) {}

    Sheet sheet(Actor actor) {
        return new Sheet(
                region.counties(actor).stream()
                        .map(county -> new Named(county.code(), county.name(), ""))
                        .toList(),
                schemes.all().stream()
                        .map(scheme -> new Named(scheme, SchemeNames.of(scheme), ""))
                        .toList(),
                named(Vocabulary.Kind.PERSON_TYPES),
                named(Vocabulary.Kind.IDENTITIES),
                named(Vocabulary.Kind.FEE_TIERS),
                List.copyOf(classes.ranks().keySet()));
    }

    private List<Named> named(Vocabulary.Kind kind) {
        return region.pack().vocabulary().of(kind).values().stream()
                .map(word -> new Named(
                        word.id(),
                        word.name(),
                        word.codes().stream().findFirst().orElse("")))
                .toList();
    }

    /** Names of all counties by code. */
    public Map<String, String> countyNames() {
        return region.counties().stream().collect(Collectors.toMap(County::code, County::name));
    }

    /** A person's row in an export. */
    @Nullable
    Object[] cells(Directory.Row row) {
        return new @Nullable Object[] {
            row.number(),
            row.name(),
            row.masked(),
            sex(row.sex()),
            row.born(),
            row.died(),
            countyNames().getOrDefault(row.county(), row.county()),
            enrolled(row.enrolled())
        };
    }

    private static String enrolled(String periods) {
        return Arrays.stream(periods.split("、", -1))
                .map(period -> period.split(" ", 2))
                .map(parts -> SchemeNames.of(parts[0]) + (parts.length > 1 ? "（" + parts[1] + "）" : ""))
                .collect(Collectors.joining("、"));
    }

    /** What people read for a sex. */
    public static String sex(String sex) {
        return sex.equals("male") ? "男" : sex.equals("female") ? "女" : "";
    }

    /** Adds a row to an export from within a stream. */
    public static void write(RowSink sink, @Nullable Object... cells) {
        try {
            sink.row(cells);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
