package org.tongchou.platform.contribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import com.jayway.jsonpath.JsonPath;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.tongchou.platform.TestActors;
import org.tongchou.platform.web.Actor;

/**
 * Calls by two people, so that one can review what the other entered.
 *
 * @param http the application
 */
record ContributionApi(MockMvcTester http) {
    /** Enters. */
    static final Actor CLERK = person(711, "甲");
    /** Reviews. */
    static final Actor REVIEWER = person(712, "乙");

    private static Actor person(long id, String name) {
        return new Actor(
                id,
                "dues" + id,
                "样例人员" + name,
                0,
                List.of(),
                true,
                List.of("test"),
                Set.of(
                        "contribution.dues.view",
                        "contribution.dues.export",
                        "contribution.declaration.edit",
                        "contribution.declaration.review",
                        "contribution.person.assess",
                        "contribution.receipt.claim",
                        "contribution.refund.edit",
                        "contribution.refund.review",
                        "contribution.subsidy.edit",
                        "contribution.subsidy.review"));
    }

    MvcTestResult get(String uri, Object... values) {
        return http.get()
                .uri("/api/contribution" + uri, values)
                .with(TestActors.as(CLERK))
                .exchange();
    }

    MvcTestResult post(Actor who, String uri, String json) {
        return http.post()
                .uri("/api/contribution" + uri)
                .with(TestActors.as(who))
                .with(csrf())
                .contentType(MediaType.APPLICATION_JSON)
                .content(json.replace("'", "\""))
                .exchange();
    }

    MvcTestResult put(Actor who, String uri, String json) {
        return http.put()
                .uri("/api/contribution" + uri)
                .with(TestActors.as(who))
                .with(csrf())
                .contentType(MediaType.APPLICATION_JSON)
                .content(json.replace("'", "\""))
                .exchange();
    }

    /** A value in an answer that must have been given. */
    @SuppressWarnings("TypeParameterUnusedInFormals")
    static <T> T read(MvcTestResult answer, String path) {
        String body = body(answer);
        assertThat(answer.getResponse().getStatus()).as(body).isBetween(200, 299);
        return JsonPath.read(body, path);
    }

    static long number(MvcTestResult answer, String path) {
        return ContributionApi.<Number>read(answer, path).longValue();
    }

    /** The code of a refusal. */
    static String code(MvcTestResult answer) {
        String body = body(answer);
        assertThat(answer.getResponse().getStatus()).as(body).isBetween(400, 499);
        return JsonPath.read(body, "$.code");
    }

    private static String body(MvcTestResult answer) {
        try {
            return answer.getResponse().getContentAsString(StandardCharsets.UTF_8);
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }
}
