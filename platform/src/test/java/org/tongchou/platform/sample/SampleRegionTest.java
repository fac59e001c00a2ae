package org.tongchou.platform.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import com.jayway.jsonpath.JsonPath;
import java.io.UnsupportedEncodingException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.tongchou.platform.PlatformTest;
import org.tongchou.platform.TestActors;
import org.tongchou.platform.database.Verification;
import org.tongchou.platform.region.Region;
import org.tongchou.platform.sample.plan.RegionPlan;
import org.tongchou.platform.sample.plan.Setting;
import org.tongchou.platform.web.Refusal;

/** A small region, made whole: what its pages show is what was planned, and a run that is cut off is finished by another. */
@PlatformTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class SampleRegionTest {
    private static final int PEOPLE = 300;
    private static final long SEED = 7;

    @Autowired
    private SampleRegion sample;

    @Autowired
    private Region region;

    @Autowired
    private List<Verification> verifications;

    @Autowired
    private JdbcClient database;

    @Autowired
    private MockMvcTester http;

    @Autowired
    private Clock clock;

    private Setting setting;
    private RegionPlan plan;

    @BeforeAll
    void make() {
        setting = new Setting(PEOPLE, SEED, LocalDate.now(clock));
        plan = RegionPlan.of(region.pack(), region.tiers(), setting);
        sample.make(setting, (done, total, title) -> assertThat(done).isLessThanOrEqualTo(total));
    }

    @Test
    void holdsWhatWasPlanned() {
        assertThat(number("select count(*) from enrolment.person")).isEqualTo(PEOPLE);
        assertThat(number("select count(*) from enrolment.employer"))
                .isEqualTo(plan.employers().size());
        assertThat(number("select count(*) from provider.institution"))
                .isEqualTo(plan.providers().size());
        assertThat(number("select count(*) from provider.staff"))
                .isEqualTo(plan.staff().size());
        assertThat(number("select count(*) from contribution.declaration where state = '已缴清'"))
                .isGreaterThan(100);
        assertThat(number("select count(*) from contribution.declaration where state = '待缴费'"))
                .isBetween(0L, 20L);
        assertThat(number("select count(*) from intake.batch where state <> '已入账' or wrong_rows > 0"))
                .isZero();
        assertThat(number("select count(*) from contribution.payment where state <> '已核销'"))
                .isZero();
        assertThat(number("select count(*) from contribution.due where state = '已缴' and scheme = 'resident'"))
                .isGreaterThan(PEOPLE / 2);
        assertThat(number("select count(*) from contribution.due where state = '已缴' and scheme = 'employee'"))
                .isPositive();
        assertThat(number("select count(*) from contribution.subsidy_grant where state <> '已入账'"))
                .isZero();
        assertThat(number("select count(*) from contribution.subsidy_grant where stage = '清算'"))
                .isPositive();
    }

    /** Who enters does not review: rules of the database, here once more. */
    @Test
    void twoPeopleDidIt() {
        assertThat(number("""
                select count(*) from (
                    select from contribution.declaration where entered_by = reviewed_by
                    union all select from contribution.subsidy_grant where entered_by = reviewed_by
                    union all select from provider.act where proposed_by = decided_by) t""")).isZero();
        assertThat(number("select count(*) from identity.user_account")).isZero();
    }

    @Test
    void theBooksAreWhole() {
        verifications.forEach(
                each -> assertThat(each.problems()).as(each.name()).isEmpty());
        assertThat(number("select coalesce(sum(fen), 0) from fund.entry")).isZero();
        assertThat(number("""
                select sum(l.credit_fen) from contribution.declaration_line l
                join contribution.declaration d on d.id = l.declaration_id where d.state = '已缴清'"""))
                .isPositive()
                .isEqualTo(number("select sum(fen) from fund.movement"))
                .isEqualTo(number("""
                        select sum(fen) from fund.entry where fund = 'account' and account = 'A05'"""));
    }

    @Test
    void participationIsHeadsByPopulation() {
        String answer = get("/api/enrolment/statistics/participation?day=" + setting.day(), "enrolment.person.view");
        long heads = plan.people().stream()
                .filter(person -> person.on(setting.day()) != null)
                .count();
        long registered = number("select sum(registered) from region.population where year = " + (setting.year() - 1));
        assertThat(total(answer, "heads").longValue()).isEqualTo(heads);
        assertThat(new BigDecimal(total(answer, "registeredRate").toString()))
                .isEqualByComparingTo(
                        BigDecimal.valueOf(heads).divide(BigDecimal.valueOf(registered), 4, RoundingMode.HALF_UP));
    }

    private static Number total(String answer, String field) {
        return JsonPath.<List<Number>>read(answer, "$[?(@.name == '合计')]." + field)
                .get(0);
    }

    @Test
    void tellsOfItselfAndOfAPersonWorthALook() {
        String answer = get("/api/sample/region");
        assertThat(JsonPath.<Integer>read(answer, "$.people")).isEqualTo(PEOPLE);
        assertThat(JsonPath.<Boolean>read(answer, "$.finished")).isTrue();
        assertThat(JsonPath.<Integer>read(answer, "$.done")).isEqualTo(JsonPath.<Integer>read(answer, "$.steps"));
        int person = JsonPath.read(answer, "$.personId");
        assertThat(number("select count(*) from fund.movement where person = " + person))
                .isEqualTo(12);
        assertThat(get("/api/enrolment/persons/" + person, "enrolment.person.view"))
                .contains("\"employee\"");
    }

    @Test
    void anotherRegionIsRefusedAndTheSameAgainChangesNothing() {
        Map<String, String> before = RegionDigest.of(database);
        sample.make(setting, (done, total, title) -> {
            throw new AssertionError("nothing is to be done");
        });
        assertThatThrownBy(() -> sample.make(new Setting(PEOPLE, SEED + 1, setting.day()), (done, total, title) -> {}))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("已有另一个合成统筹区");
        assertThat(sample.setting(PEOPLE, SEED)).isEqualTo(setting);
        assertThat(RegionDigest.of(database)).isEqualTo(before);
    }

    private long number(String sql) {
        return database.sql(sql).query(Long.class).single();
    }

    private String get(String uri, String... rights) {
        MvcTestResult answer =
                http.get().uri(uri).with(TestActors.with(rights)).with(csrf()).exchange();
        assertThat(answer).hasStatusOk();
        try {
            return answer.getResponse().getContentAsString(StandardCharsets.UTF_8);
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }
}
