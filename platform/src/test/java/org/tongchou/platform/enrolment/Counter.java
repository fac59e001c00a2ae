package org.tongchou.platform.enrolment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import com.jayway.jsonpath.JsonPath;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.tongchou.platform.TestActors;
import org.tongchou.platform.web.Actor;

/** A counter with somebody who enters acts and somebody who reviews them. */
public record Counter(MockMvcTester http) {
    private static final Set<String> RIGHTS = Set.of(
            "enrolment.person.view",
            "enrolment.person.export",
            "enrolment.identity.reveal",
            "enrolment.credential.issue",
            "enrolment.act.enter",
            "enrolment.act.review");
    /** Who enters. */
    public static final RequestPostProcessor CLERK = TestActors.as(actor(811, "经办员甲"));
    /** Who reviews. */
    public static final RequestPostProcessor REVIEWER = TestActors.as(actor(812, "复核员乙"));

    /** Somebody with every right of the module and every county. */
    public static Actor actor(long id, String name) {
        return new Actor(id, "user" + id, name, 0, List.of(), true, List.of("test"), RIGHTS);
    }

    /** A request without a body. */
    public MvcTestResult get(RequestPostProcessor who, String uri, Object... values) {
        return http.get().uri("/api/enrolment" + uri, values).with(who).exchange();
    }

    /** A POST of JSON with single quotes. */
    public MvcTestResult post(RequestPostProcessor who, String uri, String json) {
        return http.post()
                .uri("/api/enrolment" + uri)
                .with(who)
                .with(csrf())
                .contentType(MediaType.APPLICATION_JSON)
                .content(json.replace("'", "\""))
                .exchange();
    }

    /** Enters an act; tells its id. */
    public long enter(String kind, String json) {
        MvcTestResult answer = post(CLERK, "/acts/" + kind, json);
        assertThat(answer).as(text(answer)).hasStatus(HttpStatus.CREATED);
        return number(answer, "$.act.id");
    }

    /** Enters an act and has it reviewed; tells its id. */
    public long done(String kind, String json) {
        long id = enter(kind, json);
        MvcTestResult answer = approve(id);
        assertThat(answer).as(text(answer)).hasStatusOk();
        return id;
    }

    /** Reviews an act. */
    public MvcTestResult approve(long id) {
        return post(REVIEWER, "/acts/" + id + "/approval", "{'opinion': '同意'}");
    }

    /** Expects a refusal when an act is entered. */
    public void refused(String kind, String json, String code) {
        MvcTestResult answer = post(CLERK, "/acts/" + kind, json);
        assertThat(text(answer)).contains("\"code\":\"" + code + "\"");
    }

    /** The person that an act is about. */
    public long personOf(long act) {
        return number(get(CLERK, "/acts/{id}", act), "$.act.personId");
    }

    /** A number in an answer. */
    public static long number(MvcTestResult answer, String path) {
        Number found = JsonPath.read(text(answer), path);
        return found.longValue();
    }

    /** The text of an answer. */
    public static String text(MvcTestResult answer) {
        return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }
}
