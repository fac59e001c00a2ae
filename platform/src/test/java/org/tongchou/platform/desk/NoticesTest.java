package org.tongchou.platform.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.tongchou.platform.PlatformTest;
import org.tongchou.platform.TestActors;

/** Notices reach everybody, and only those with the right publish them. */
@PlatformTest
class NoticesTest {
    private static final String EDIT = "desk.notice.edit";

    @Autowired
    private MockMvcTester http;

    @Test
    void reachEverybodyUntilTheyAreWithdrawn() {
        MvcTestResult published = publish("""
                {"title":"<b>决算布置会</b>","body":"周五上午九点 <script>alert(1)</script>"}""", EDIT);
        assertThat(published).hasStatus(201);
        assertThat(list()).bodyText().contains("<b>决算布置会</b>").contains("<script>alert(1)</script>");
        assertThat(withdraw(1, EDIT)).hasStatus(204);
        assertThat(list()).bodyJson().extractingPath("$").asArray().isEmpty();
        assertThat(withdraw(1, EDIT))
                .hasStatus(404)
                .bodyJson()
                .extractingPath("$.message")
                .isEqualTo("没有找到该通知，可能已撤回");
    }

    @Test
    void areRefusedWithoutTitleOrInThePast() {
        assertThat(publish("{\"title\":\" \",\"body\":\"正文\"}", EDIT))
                .hasStatus(422)
                .bodyJson()
                .extractingPath("$.field")
                .isEqualTo("标题");
        assertThat(publish("{\"title\":\"标题\",\"body\":\"正文\",\"until\":\"2020-01-01\"}", EDIT))
                .hasStatus(422)
                .bodyJson()
                .extractingPath("$.code")
                .isEqualTo("E-DSK-002");
    }

    @Test
    void areNotPublishedOrWithdrawnWithoutRight() {
        assertThat(publish("{\"title\":\"标题\",\"body\":\"正文\"}")).hasStatus(403);
        assertThat(withdraw(1)).hasStatus(403);
        assertThat(http.get().uri("/api/desk/notices")).hasStatus(401);
    }

    private MvcTestResult list() {
        return http.get().uri("/api/desk/notices").with(TestActors.with()).exchange();
    }

    private MvcTestResult withdraw(long id, String... rights) {
        return http.delete()
                .uri("/api/desk/notices/" + id)
                .with(TestActors.with(rights))
                .with(csrf())
                .exchange();
    }

    private MvcTestResult publish(String body, String... rights) {
        return http.post()
                .uri("/api/desk/notices")
                .with(TestActors.with(rights))
                .with(csrf())
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .exchange();
    }
}
