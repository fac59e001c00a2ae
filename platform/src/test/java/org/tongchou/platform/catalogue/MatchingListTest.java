package org.tongchou.platform.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.tongchou.platform.PlatformTest;
import org.tongchou.platform.TestActors;
import org.tongchou.platform.catalogue.matching.MatchingService;
import org.tongchou.platform.identity.Units;
import org.tongchou.platform.intake.Intake;
import org.tongchou.platform.intake.ListRun;
import org.tongchou.platform.provider.ProviderFixture;
import org.tongchou.platform.provider.act.Acts;
import org.tongchou.platform.provider.agreement.Agreements;
import org.tongchou.platform.provider.institution.Institutions;
import org.tongchou.platform.region.Region;
import org.tongchou.platform.web.Actor;
import org.tongchou.platform.web.Refusal;

/** Lists of what hospitals call the items of the catalogues, and of what they take back (3301, 3302). */
@PlatformTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MatchingListTest {
    private static final Actor CLERK = TestActors.actor("catalogue.matching.edit");
    private static final String HOSPITAL = "H35990100001";
    private static final String DRUG = "XA02BCA100A001010110000";
    private static final String OTHER = "XA02BCA102A001010110002";
    private static final LocalDate DAY = LocalDate.of(2026, 6, 1);

    @Autowired
    private CatalogueSample sample;

    @Autowired
    private MatchingService matchings;

    @Autowired
    private Institutions institutions;

    @Autowired
    private Agreements agreements;

    @Autowired
    private Acts acts;

    @Autowired
    private JdbcClient database;

    @Autowired
    private Region region;

    @Autowired
    private Units units;

    @Autowired
    private List<Intake> intakes;

    @Autowired
    private TransactionTemplate transactions;

    private ProviderFixture fixture;

    @BeforeAll
    void prepare() {
        sample.load(CLERK, ProviderFixture.SECOND, LocalDate.of(2020, 1, 1));
        fixture = ProviderFixture.create(institutions, agreements, acts, database, region, units);
        fixture.hospital(HOSPITAL);
    }

    private ListRun list(
            Actor actor, long batch, String kind, Map<String, String> parameters, List<Map<String, String>> rows) {
        Intake intake = intakes.stream()
                .filter(one -> one.kind().equals(kind))
                .findFirst()
                .orElseThrow();
        return new ListRun(intake, transactions, actor, batch, parameters, rows);
    }

    private ListRun told(long batch, List<Map<String, String>> rows) {
        return list(CLERK, batch, "catalogue.matchings", Map.of("provider", HOSPITAL), rows)
                .run();
    }

    private static Map<String, String> row(String own, String code, String begins, String ends) {
        Map<String, String> row = new HashMap<>(
                Map.of("own", own, "name", "我院" + own, "kind", "drug", "code", code, "begins", begins, "spec", "10mg"));
        if (!ends.isEmpty()) {
            row.put("ends", ends);
        }
        return row;
    }

    private static Map<String, String> withdrawal(String own, String code) {
        return Map.of("provider", HOSPITAL, "own", own, "kind", "drug", "code", code);
    }

    private void approve(long batch) {
        List<Long> ids = database.sql("select id from catalogue.matching where batch_id = :batch and state = '待审核'")
                .param("batch", batch)
                .query(Long.class)
                .list();
        matchings.decide(ProviderFixture.SECOND, ids, true, "");
    }

    private Map<String, String> codes(String... own) {
        return matchings.codes(HOSPITAL, "drug", List.of(own), DAY);
    }

    @Test
    void aListIsToldByRowAndCountsOnceReviewed() {
        List<Map<String, String>> rows = List.of(
                row("A1", DRUG, "2026-01-01", "2099-12-31"),
                row("A2", OTHER, "2026-01-01", "2026-06-30"),
                row("A2", DRUG, "2026-06-30", ""),
                row("A2", DRUG, "2026-07-01", ""),
                row("A3", "XA02BCA999A001010119999", "2026-01-01", ""),
                row("A4", DRUG, "2019-12-31", ""),
                row("A5", DRUG, "2026-02-01", "2026-01-01"));
        ListRun run = told(301, rows);
        assertThat(run.problems())
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of(3, "E-CAT-044", 4, "E-CAT-044", 5, "E-CAT-043", 6, "E-CAT-043", 7, "E-CAT-041"));
        assertThat(run.outcomes()).containsOnlyKeys(1, 2).containsValue("待审核");
        assertThat(codes("A1", "A2")).isEmpty();
        approve(301);
        assertThat(codes("A1", "A2")).isEqualTo(Map.of("A1", DRUG, "A2", OTHER));
        assertThat(database.sql("select details ->> '规格' from catalogue.matching where own_code = 'A1'")
                        .query(String.class)
                        .single())
                .isEqualTo("10mg");

        ListRun again = told(302, rows.subList(0, 2));
        assertThat(again.unchanged()).containsExactly(1, 2);
        assertThat(told(303, List.of(row("A1", OTHER, "2026-03-01", ""))).problems())
                .containsEntry(1, "E-CAT-044");
        assertThat(told(304, List.of(row("A2", DRUG, "2026-07-01", ""))).problems())
                .isEmpty();
    }

    @Test
    void aListIsTakenBackAsAWholeOrByRow() {
        ListRun run = told(311, List.of(row("B1", DRUG, "2026-01-01", ""), row("B2", OTHER, "2026-01-01", "")));
        approve(311);
        ListRun back = list(
                        CLERK,
                        312,
                        "catalogue.matching-withdrawals",
                        Map.of(),
                        List.of(withdrawal("B1", DRUG), withdrawal("B1", OTHER), withdrawal("B9", DRUG)))
                .run();
        assertThat(back.problems()).isEqualTo(Map.of(2, "E-CAT-049", 3, "E-CAT-049"));
        assertThat(codes("B1", "B2")).isEqualTo(Map.of("B2", OTHER));
        run.reverse();
        run.reverse();
        assertThat(codes("B1", "B2")).isEmpty();
        assertThat(database.sql("select count(*) from catalogue.matching where batch_id = 311 and state = '已撤销'")
                        .query(Long.class)
                        .single())
                .isEqualTo(2);
    }

    @Test
    void anotherCountysHospitalIsRefused() {
        Actor elsewhere = TestActors.actorIn(List.of(fixture.units().county().id()), "catalogue.matching.edit");
        ListRun list = list(
                elsewhere,
                321,
                "catalogue.matchings",
                Map.of("provider", HOSPITAL),
                List.of(row("C1", DRUG, "2026-01-01", "")));
        assertThatThrownBy(list::run).isInstanceOf(Refusal.class);
        told(322, List.of(row("C1", DRUG, "2026-01-01", "")));
        assertThat(list(elsewhere, 323, "catalogue.matching-withdrawals", Map.of(), List.of(withdrawal("C1", DRUG)))
                        .run()
                        .problems())
                .containsEntry(1, "E-CAT-049");
        assertThatThrownBy(() -> list(CLERK, 324, "catalogue.matchings", Map.of("provider", "H35990199999"), List.of())
                        .run())
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("医药机构编码");
    }
}
