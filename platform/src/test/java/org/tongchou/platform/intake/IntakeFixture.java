package org.tongchou.platform.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.tongchou.codes.IdentityNumber;
import org.tongchou.platform.TestActors;
import org.tongchou.platform.job.TestJobs;
import org.tongchou.platform.web.Actor;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Imports over HTTP: a clerk uploads and mends, another person posts. Lists of every duty can be brought in by it.
 *
 * @param http the application
 * @param jobs runs what was queued
 * @param right the right of the kind of list
 */
public record IntakeFixture(MockMvcTester http, TestJobs jobs, String right) {
    private static final String ROOT = "/api/intake/batches";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Who uploads and mends. */
    public RequestPostProcessor clerk() {
        return TestActors.as(actor(910, "经办甲"));
    }

    /** Who posts and reverses. */
    public RequestPostProcessor reviewer() {
        return TestActors.as(actor(911, "复核乙"));
    }

    private Actor actor(long id, String name) {
        return new Actor(
                id,
                "user" + id,
                name,
                1,
                java.util.List.of(),
                true,
                java.util.List.of(),
                Set.of(
                        "intake.batch.view",
                        "intake.batch.upload",
                        "intake.batch.post",
                        "intake.batch.reverse",
                        "intake.row.reveal",
                        right));
    }

    /** A number of nobody: region 359901, born on the first of January 1980, the given order. */
    public static String number(int order) {
        int day = order / 1000;
        return IdentityNumber.complete(String.format(
                        "359901%d%02d%02d%03d", 1950 + day / 28 / 12, 1 + day / 28 % 12, 1 + day % 28, order % 1000))
                .number();
    }

    /** Uploads a list. */
    public MvcTestResult upload(String kind, String parameters, String name, byte[] content, String again) {
        return http.post()
                .uri(ROOT)
                .multipart()
                .file(new MockMultipartFile("file", name, null, content))
                .param("kind", kind)
                .param("parameters", parameters)
                .param("again", again)
                .with(clerk())
                .with(csrf())
                .exchange();
    }

    /** Uploads a list in UTF-8 and runs its check; the batch afterwards. */
    public JsonNode checked(String kind, String parameters, String csv) {
        MvcTestResult made = upload(kind, parameters, "名单.csv", csv.getBytes(StandardCharsets.UTF_8), "");
        assertThat(made).hasStatus(201);
        jobs.drain();
        return batch(body(made).get("id").longValue());
    }

    /** A batch as it is now. */
    public JsonNode batch(long id) {
        return body(get("/" + id));
    }

    /** Reads something of a batch. */
    public MvcTestResult get(String path) {
        return http.get().uri(java.net.URI.create(ROOT + path)).with(clerk()).exchange();
    }

    /** Does something with a batch and runs the jobs that it gives. */
    public MvcTestResult post(RequestPostProcessor who, String path, String body) {
        MvcTestResult result = http.post()
                .uri(ROOT + path)
                .with(who)
                .with(csrf())
                .contentType(MediaType.APPLICATION_JSON)
                .content(body.replace("'", "\""))
                .exchange();
        jobs.drain();
        return result;
    }

    /** Posts what is good in a batch; the batch afterwards. */
    public JsonNode posted(long id) {
        assertThat(post(reviewer(), "/" + id + "/post", confirmation(id))).hasStatusOk();
        return batch(id);
    }

    /** What a person confirms who looks at the batch now. */
    public String confirmation(long id) {
        JsonNode now = batch(id);
        return "{'version': %d, 'correctRows': %d, 'leftOutRows': %d}"
                .formatted(
                        now.get("version").intValue(),
                        now.get("correctRows").intValue(),
                        now.get("wrongRows").intValue());
    }

    /** An answer's body. */
    public static JsonNode body(MvcTestResult result) {
        try {
            return JSON.readTree(result.getResponse().getContentAsString(StandardCharsets.UTF_8));
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }
}
