package org.tongchou.platform.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tongchou.platform.PlatformTest;
import org.tongchou.platform.catalogue.version.Version;
import org.tongchou.platform.catalogue.version.Versions;

/**
 * Whatever versions come one after the other: the periods of a code never overlap, a version leaves alone what it says nothing
 * of, the same version again changes nothing, and what a version said stays as it was.
 */
@PlatformTest
class CatalogueProperties {
    private static final List<String> CODES = List.of("M00001", "M00002", "M00003", "M00004");
    private static final List<LocalDate> DAYS = IntStream.range(0, 60)
            .mapToObj(month -> LocalDate.of(2023, 7, 1).plusMonths(month))
            .toList();

    @Autowired
    private Versions versions;

    @Autowired
    private JdbcClient database;

    /** A random version. */
    private record Told(LocalDate effective, boolean complete, List<List<String>> rows, Map<String, LocalDate> first) {}

    private static Told random(Random random, boolean dated) {
        List<List<String>> rows = new ArrayList<>();
        Map<String, LocalDate> first = new HashMap<>();
        LocalDate effective = day(random);
        for (int i = random.nextInt(6); i >= 0; i--) {
            String code = CODES.get(random.nextInt(CODES.size()));
            LocalDate begins = dated ? day(random) : effective;
            String ends = random.nextBoolean()
                    ? ""
                    : begins.plusDays(random.nextInt(500)).toString();
            rows.add(
                    dated
                            ? CatalogueFixture.share(code, "0." + random.nextInt(10), begins.toString(), ends)
                            : CatalogueFixture.named("special-disease", Map.of(code, "样例病" + random.nextInt(3)))
                                    .get(0));
            first.merge(code, begins, (one, other) -> one.isBefore(other) ? one : other);
        }
        return new Told(effective, random.nextInt(3) == 0, rows, first);
    }

    private static LocalDate day(Random random) {
        return LocalDate.of(2024, 1, 1).plusDays(random.nextInt(1100));
    }

    /** What a version says is in force, by code and day. */
    private Map<String, Object> inForce(String kind, int number) {
        Map<String, Object> found = new TreeMap<>();
        database.sql("""
                        select i.code, d.day, array_agg(i.digest::text) from catalogue.item i
                            join unnest(:days::date[]) as d (day) on i.begins <= d.day and (i.ends is null or i.ends >= d.day)
                        where i.kind = :kind and i.since <= :number and (i.until is null or i.until > :number)
                        group by i.code, d.day""")
                .param("days", DAYS.stream().map(LocalDate::toString).toArray(String[]::new))
                .param("kind", kind)
                .param("number", number)
                .query(row -> {
                    String[] said = (String[]) row.getArray(3).getArray();
                    assertThat(said)
                            .as("%s on %s", row.getString(1), row.getString(2))
                            .hasSize(1);
                    found.put(row.getString(1) + " " + row.getString(2), said[0]);
                });
        return found;
    }

    private long overlapping(String kind) {
        return database.sql("""
                        select count(*) from catalogue.item a join catalogue.item b on b.kind = a.kind and b.code = a.code
                            and b.part = a.part and b.id > a.id and b.until is null
                            and daterange(a.begins, a.ends, '[]') && daterange(b.begins, b.ends, '[]')
                        where a.kind = :kind and a.until is null""").param("kind", kind).query(Long.class).single();
    }

    @ParameterizedTest
    @CsvSource({"prepayment, true, 11", "prepayment, true, 12", "special-disease, false, 13"})
    void historiesHold(String kind, boolean dated, long seed) {
        CatalogueFixture fixture = new CatalogueFixture(versions);
        Random random = new Random(seed);
        Map<Integer, Map<String, Object>> said = new HashMap<>();
        int number = database.sql("select coalesce(max(number), 0) from catalogue.version where kind = :kind")
                .param("kind", kind)
                .query(Integer.class)
                .single();
        int released = 0;
        for (int round = 0; round < 25; round++) {
            Told told = random(random, dated);
            Version draft = fixture.draft(kind, told.effective().toString(), told.complete(), told.rows());
            if (draft.added() + draft.changed() + draft.ended() == 0) {
                continue;
            }
            Map<String, Object> before = inForce(kind, number);
            number = Objects.requireNonNull(
                    versions.release(CatalogueFixture.SECOND, draft.id()).number());
            released++;
            Map<String, Object> after = inForce(kind, number);
            said.put(number, after);
            assertThat(overlapping(kind)).as("round %d", round).isZero();
            leavesAlone(told, dated, before, after);
            Version again = fixture.draft(kind, told.effective().toString(), told.complete(), told.rows());
            assertThat(List.of(again.added(), again.changed(), again.ended()))
                    .as("round %d again: %s", round, told)
                    .containsOnly(0);
            assertThatThrownBy(() -> versions.release(CatalogueFixture.SECOND, again.id()))
                    .hasMessageContaining("没有差别");
        }
        assertThat(released).isGreaterThan(10);
        said.forEach(
                (of, was) -> assertThat(inForce(kind, of)).as("version %d", of).isEqualTo(was));
    }

    /**
     * Only days from the first that a version speaks of a code may change; all later ones when it is complete. Of a kind without
     * days of its own what an item says is corrected for all its days.
     */
    private static void leavesAlone(Told told, boolean dated, Map<String, Object> before, Map<String, Object> after) {
        for (String code : CODES) {
            LocalDate first = told.first().getOrDefault(code, LocalDate.MAX);
            LocalDate until = told.complete() && told.effective().isBefore(first) ? told.effective() : first;
            for (LocalDate day : DAYS) {
                String key = code + " " + day;
                if (day.isBefore(until)) {
                    assertThat(after.containsKey(key)).as("%s by %s", key, told).isEqualTo(before.containsKey(key));
                    if (dated) {
                        assertThat(after.get(key)).as("%s by %s", key, told).isEqualTo(before.get(key));
                    }
                }
            }
        }
    }
}
