package org.tongchou.platform.identity.role;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tongchou.platform.PlatformTest;

/** The seeded roles fit the rights that the modules have. */
@PlatformTest
class RoleSeedsTest {
    @Autowired
    private RoleSeeds seeds;

    @Autowired
    private JdbcClient database;

    @BeforeEach
    void seed() {
        seeds.apply();
    }

    @Test
    void everyRightIsGrantedToSomeRoleOrLeftOutOnPurpose() {
        assertThat(seeds.rights())
                .isNotEmpty()
                .filteredOn(right -> seeds.rolesFor(right.code()).isEmpty() && !seeds.isUngranted(right.code()))
                .isEmpty();
    }

    @Test
    void rightsHaveOneName() {
        assertThat(seeds.rights()).extracting(right -> right.code()).doesNotHaveDuplicates();
        assertThat(seeds.rights()).allMatch(right -> right.code().matches("[a-z]+(\\.[a-zA-Z-]+){1,2}"));
    }

    @Test
    void administratorsHoldNothingElse() {
        for (String kind : List.of("system", "security", "audit", "business")) {
            assertThat(database.sql("""
                                    select rr.right_code from identity.role_right rr
                                    join identity.role r on r.id = rr.role_id where r.kind = :kind""").param("kind", kind).query(String.class).list())
                    .isNotEmpty()
                    .allMatch(right -> seeds.kindsOf(right).contains(kind));
        }
    }

    @Test
    void theSystemAdministratorLooksAfterJobsAndHealth() {
        assertThat(database.sql("""
                                select rr.right_code from identity.role_right rr join identity.role r on r.id = rr.role_id
                                where r.code = 'system-admin'
                                """).query(String.class).list()).contains("job.all", "database.health.view");
    }

    @Test
    void nobodyReviewsWhatTheyEnterOrPublishesWhatTheyReview() {
        List<String> enters = List.of(
                "accounts.entry.post",
                "accounts.import.post",
                "accounts.budget.edit",
                "accounts.document.edit",
                "accounts.document.submit",
                "performance.target.edit",
                "performance.monitor.edit",
                "performance.evaluation.edit");
        List<String> reviews = List.of(
                "accounts.entry.reverse",
                "accounts.import.reverse",
                "accounts.book.open",
                "accounts.execution.limit",
                "accounts.document.approve",
                "performance.target.review",
                "performance.monitor.review",
                "performance.evaluation.review",
                "performance.review.edit");
        List<String> decides = List.of(
                "accounts.document.publish",
                "disclosure.publication.withdraw",
                "performance.target.approve",
                "performance.evaluation.confirm");
        assertThat(seeds.rights()).extracting(right -> right.code()).containsAll(enters);
        assertThat(reviews)
                .allSatisfy(right -> assertThat(seeds.rolesFor(right)).containsExactly("reviewer"));
        assertThat(decides)
                .allSatisfy(right -> assertThat(seeds.rolesFor(right)).containsExactly("director"));
        assertThat(enters)
                .allSatisfy(right -> assertThat(seeds.rolesFor(right))
                        .isNotEmpty()
                        .doesNotContain("reviewer", "director", "viewer"));
    }

    @Test
    void doesNotGiveBackWhatWasTakenAway() {
        database.sql("delete from identity.role_right where right_code = 'audit.entry.export'")
                .update();
        seeds.apply();
        assertThat(database.sql("select count(*) from identity.role_right where right_code = 'audit.entry.export'")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    /** As in a database from before the role was thought of. */
    @Test
    void aRoleThatIsNewGetsTheRightsThatWereKnownBefore() {
        database.sql(
                        "delete from identity.role_right where role_id = (select id from identity.role where code = 'operator')")
                .update();
        database.sql("delete from identity.role where code = 'operator'").update();
        seeds.apply();
        assertThat(database.sql("""
                                select rr.right_code from identity.role_right rr join identity.role r on r.id = rr.role_id
                                where r.code = 'operator'
                                """).query(String.class).list())
                .contains("enrolment.act.enter", "contribution.declaration.edit", "desk.notice.edit")
                .doesNotContain("enrolment.act.review");
    }
}
