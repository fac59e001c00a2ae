package org.tongchou.platform.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.tongchou.platform.PlatformTest;
import org.tongchou.platform.web.Actor;

@PlatformTest
class JobApiTest {
    private static final Actor CLERK = actor(1, "张经办");
    private static final Actor OTHER = actor(2, "李经办");
    private static final Actor ADMINISTRATOR = actor(3, "王管理", JobService.ALL);

    @Autowired
    private MockMvcTester http;

    @Autowired
    private JobTable table;

    @Autowired
    private JdbcClient database;

    @Test
    void everybodySeesTheirOwnAndTheRightShowsAll() {
        long mine = table.insert(CLERK, "test", "<b>导入</b> 一月.xlsx", Map.of());
        assertThat(http.get().uri("/api/jobs?sort=-submittedAt").with(as(CLERK)))
                .bodyJson()
                .extractingPath("$.items[0].title")
                .isEqualTo("<b>导入</b> 一月.xlsx");
        assertThat(http.get().uri("/api/jobs").with(as(OTHER)))
                .bodyJson()
                .extractingPath("$.total")
                .isEqualTo(0);
        assertThat(http.get().uri("/api/jobs/{id}", mine).with(as(OTHER)))
                .hasStatus(404)
                .bodyJson()
                .extractingPath("$.message")
                .isEqualTo("没有找到任务 " + mine);
        assertThat(http.get().uri("/api/jobs/{id}", mine).with(as(ADMINISTRATOR)))
                .bodyJson()
                .extractingPath("$.submittedBy")
                .isEqualTo("张经办");
    }

    @Test
    void filtersByStateAndRefusesAnUnknownOrder() {
        assertThat(http.get().uri("/api/jobs?state=failed&kind=none").with(as(ADMINISTRATOR)))
                .bodyJson()
                .extractingPath("$.total")
                .isEqualTo(0);
        assertThat(http.get().uri("/api/jobs?sort=id;drop").with(as(CLERK))).hasStatus(422);
    }

    @Test
    void waitingJobsAreCancelledAtOnceAndQueuedAgain() {
        long id = table.insert(CLERK, "test", "导入", Map.of());
        assertThat(http.post().uri("/api/jobs/{id}/cancel", id).with(as(OTHER)).with(csrf()))
                .hasStatus(404);
        assertThat(http.post().uri("/api/jobs/{id}/retry", id).with(as(CLERK)).with(csrf()))
                .hasStatus(409);
        assertThat(http.post().uri("/api/jobs/{id}/cancel", id).with(as(CLERK)).with(csrf()))
                .bodyJson()
                .extractingPath("$.state")
                .isEqualTo("cancelled");
        assertThat(http.post().uri("/api/jobs/{id}/cancel", id).with(as(CLERK)).with(csrf()))
                .hasStatus(409)
                .bodyJson()
                .extractingPath("$.code")
                .isEqualTo("E-JOB-010");
        assertThat(http.post().uri("/api/jobs/{id}/retry", id).with(as(CLERK)).with(csrf()))
                .bodyJson()
                .extractingPath("$.state")
                .isEqualTo("queued");
        assertThat(database.sql("""
                                select display_name || ' ' || action || ' ' || summary || ' ' || (before ->> 'state')
                                from audit.entry where object_type = 'job.job' and object_id = :id and outcome = 'done' order by id
                                """)
                        .param("id", Long.toString(id))
                        .query(String.class)
                        .list())
                .containsExactly("张经办 job.cancel 取消任务：导入 queued", "张经办 job.retry 重试任务：导入 cancelled");
    }

    @Test
    void strangersAreRefused() {
        assertThat(http.get().uri("/api/jobs")).hasStatus4xxClientError();
        assertThat(http.post().uri("/api/jobs/1/cancel").with(as(CLERK))).hasStatus(403);
    }

    static Actor actor(long id, String name, String... rights) {
        return new Actor(id, "user" + id, name, 1, List.of(1L), false, List.of(), Set.of(rights));
    }

    private static RequestPostProcessor as(Actor actor) {
        return authentication(UsernamePasswordAuthenticationToken.authenticated(
                actor, null, AuthorityUtils.createAuthorityList(actor.rights())));
    }
}
