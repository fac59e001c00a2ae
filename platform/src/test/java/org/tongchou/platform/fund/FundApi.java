package org.tongchou.platform.fund;

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
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.tongchou.platform.TestActors;
import org.tongchou.platform.web.Actor;

/**
 * Calls of the funds' interface by two people, so that one can review what the other entered.
 *
 * @param http the application
 */
record FundApi(MockMvcTester http) {
    /** Enters. */
    static final Actor CLERK = person(701, "甲");
    /** Reviews. */
    static final Actor REVIEWER = person(702, "乙");

    private static Actor person(long id, String name) {
        return new Actor(
                id,
                "fund" + id,
                "样例人员" + name,
                0,
                List.of(),
                true,
                List.of("test"),
                Set.of(
                        "fund.ledger.view",
                        "fund.ledger.export",
                        "fund.voucher.edit",
                        "fund.voucher.review",
                        "fund.voucher.reverse",
                        "fund.payment.edit",
                        "fund.payment.review",
                        "fund.payment.export",
                        "fund.bank.edit",
                        "fund.period.close",
                        "fund.period.reopen",
                        "fund.account.view",
                        "fund.interest.edit",
                        "fund.interest.review"));
    }

    MvcTestResult get(String uri, Object... values) {
        return http.get()
                .uri("/api/fund" + uri, values)
                .with(TestActors.as(CLERK))
                .exchange();
    }

    MvcTestResult post(Actor who, String uri, String json) {
        return send(who, uri, json, false);
    }

    MvcTestResult put(Actor who, String uri, String json) {
        return send(who, uri, json, true);
    }

    private MvcTestResult send(Actor who, String uri, String json, boolean put) {
        RequestPostProcessor signedIn = TestActors.as(who);
        return (put ? http.put() : http.post())
                .uri("/api/fund" + uri)
                .with(signedIn)
                .with(csrf())
                .contentType(MediaType.APPLICATION_JSON)
                .content(json.replace("'", "\""))
                .exchange();
    }

    /** A text in an answer that must have been given. */
    static String text(MvcTestResult answer, String path) {
        return String.valueOf(JsonPath.<Object>read(given(answer), path));
    }

    static boolean flag(MvcTestResult answer, String path) {
        return Boolean.parseBoolean(text(answer, path));
    }

    static long number(MvcTestResult answer, String path) {
        return Long.parseLong(text(answer, path));
    }

    static List<String> texts(MvcTestResult answer, String path) {
        return JsonPath.read(given(answer), path);
    }

    static List<Integer> numbers(MvcTestResult answer, String path) {
        return JsonPath.read(given(answer), path);
    }

    private static String given(MvcTestResult answer) {
        String body = body(answer);
        assertThat(answer.getResponse().getStatus()).as(body).isBetween(200, 299);
        return body;
    }

    /** The code of a refusal. */
    static String code(MvcTestResult answer) {
        String body = body(answer);
        assertThat(answer.getResponse().getStatus()).as(body).isBetween(400, 499);
        return String.valueOf(JsonPath.<Object>read(body, "$.code"));
    }

    private static String body(MvcTestResult answer) {
        try {
            return answer.getResponse().getContentAsString(StandardCharsets.UTF_8);
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }
}
