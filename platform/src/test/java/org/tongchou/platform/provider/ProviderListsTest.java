package org.tongchou.platform.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tongchou.platform.provider.ProviderFixture.CLERK;

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
import org.tongchou.codes.IdentityNumber;
import org.tongchou.platform.PlatformTest;
import org.tongchou.platform.TestActors;
import org.tongchou.platform.identity.Units;
import org.tongchou.platform.intake.Intake;
import org.tongchou.platform.intake.ListRun;
import org.tongchou.platform.provider.act.Acts;
import org.tongchou.platform.provider.agreement.Agreements;
import org.tongchou.platform.provider.institution.Institutions;
import org.tongchou.platform.region.Region;
import org.tongchou.platform.web.Actor;

/** Lists of institutions, staff and villages: the good rows go in, the others are told by row and field. */
@PlatformTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ProviderListsTest {
    private static final String HOSPITAL = "H35990100001";

    @Autowired
    private Institutions institutions;

    @Autowired
    private Agreements agreements;

    @Autowired
    private Acts acts;

    @Autowired
    private Providers providers;

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

    private Actor elsewhere = CLERK;

    @BeforeAll
    void prepare() {
        ProviderFixture fixture = ProviderFixture.create(institutions, agreements, acts, database, region, units);
        fixture.hospital(HOSPITAL);
        elsewhere = TestActors.actorIn(List.of(fixture.units().county().id()), "provider.institution.edit");
    }

    private ListRun run(Actor actor, String kind, List<Map<String, String>> rows) {
        return new ListRun(
                        intakes.stream()
                                .filter(one -> one.kind().equals("provider." + kind))
                                .findFirst()
                                .orElseThrow(),
                        transactions,
                        actor,
                        9,
                        Map.of(),
                        rows)
                .run();
    }

    private static Map<String, String> institution(String code, String kind, String level, String county) {
        return Map.of(
                "code", code, "name", "样例机构", "kind", kind, "level", level, "county", county, "opened", "2020-01-01");
    }

    private static Map<String, String> staff(String code, String begins, String ends, String identity) {
        Map<String, String> row = new HashMap<>(
                Map.of("code", code, "name", "样例人员", "institution", HOSPITAL, "department", "内科", "begins", begins));
        if (!ends.isEmpty()) {
            row.put("ends", ends);
        }
        if (!identity.isEmpty()) {
            row.put("identity", identity);
        }
        return row;
    }

    private long count(String sql) {
        return database.sql("select count(*) from provider." + sql)
                .query(Long.class)
                .single();
    }

    @Test
    void institutionsGoInByRow() {
        List<Map<String, String>> rows = List.of(
                institution("P35990100021", "零售药店", "11", "359901"),
                institution("H35990100022", "零售药店", "11", "359901"),
                institution("P35990100023", "零售药店", "02", "359901"),
                institution("P35999900024", "零售药店", "11", "359999"));
        ListRun run = run(CLERK, "institutions", rows);
        assertThat(run.outcomes()).isEqualTo(Map.of(1, "新增"));
        assertThat(run.problems()).containsOnlyKeys(2, 3, 4);
        assertThat(run(CLERK, "institutions", rows.subList(0, 1)).outcomes()).isEqualTo(Map.of(1, "变更"));
        assertThat(count("institution where code = 'P35990100021'")).isEqualTo(1);
        assertThat(providers.find("P35990100021")).isPresent();
        assertThat(run(elsewhere, "institutions", rows.subList(0, 1)).problems())
                .containsOnlyKeys(1);
    }

    @Test
    void overlappingPracticeIsRefusedByRow() {
        String identity = IdentityNumber.complete("35990019800101001").number();
        ListRun first = run(
                CLERK,
                "staff",
                List.of(
                        staff("D359901000011", "2020-01-01", "2021-12-31", identity),
                        staff("D359901000011", "2021-12-31", "2022-12-31", ""),
                        staff("D359901000011", "2023-01-01", "", ""),
                        staff("D359901000012", "2020-01-01", "", ""),
                        staff("X359901000013", "2020-01-01", "", ""),
                        staff("D359901000014", "2020-01-01", "2019-12-31", ""),
                        staff("D359901000015", "2020-01-01", "", identity)));
        assertThat(first.problems()).isEqualTo(Map.of(2, "E-PRV-063", 5, "E-PRV-060", 6, "E-PRV-062", 7, "E-PRV-064"));
        assertThat(count("practice where staff = 'D359901000011'")).isEqualTo(2);
        assertThat(run(
                                CLERK,
                                "staff",
                                List.of(
                                        staff("D359901000012", "2022-01-01", "", ""),
                                        staff("D359901000011", "2022-06-01", "2022-07-01", "")))
                        .problems())
                .isEqualTo(Map.of(1, "E-PRV-063"));
        // A list that shortens a period may go on after it; the same list again changes nothing.
        List<Map<String, String>> shortened = List.of(
                staff("D359901000012", "2020-01-01", "2021-12-31", ""), staff("D359901000012", "2022-01-01", "", ""));
        for (int again = 0; again < 2; again++) {
            assertThat(run(CLERK, "staff", shortened).problems()).isEmpty();
            assertThat(count("practice where staff = 'D359901000012'")).isEqualTo(2);
        }
        assertThat(providers.mayPrescribe("D359901000012", HOSPITAL, LocalDate.of(2022, 6, 1)))
                .isEqualTo(providers.mayPrescribe("D359901000012", HOSPITAL, LocalDate.of(2021, 6, 1)));
        assertThat(run(elsewhere, "staff", shortened).problems()).containsOnlyKeys(1, 2);
        assertThat(count("staff where identity_masked like '%' || '" + identity.substring(6, 14) + "' || '%'"))
                .isZero();
    }

    @Test
    void villagesGoInByRow() {
        List<Map<String, String>> rows = List.of(
                Map.of("code", "359901100001", "name", "样例村", "people", "1200", "institution", HOSPITAL),
                Map.of("code", "359901100002", "name", "样例二村", "people", "800"),
                Map.of("code", "359999100001", "name", "外地村"),
                Map.of("code", "359901100003", "name", "样例三村", "institution", "H35990199999"));
        ListRun run = run(CLERK, "villages", rows);
        assertThat(run.problems()).isEqualTo(Map.of(3, "E-PRV-080", 4, "E-PRV-083"));
        run(CLERK, "villages", rows);
        assertThat(count("village")).isEqualTo(2);
        assertThat(count("village_post")).isEqualTo(1);
    }
}
