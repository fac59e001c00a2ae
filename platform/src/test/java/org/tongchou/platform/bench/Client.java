package org.tongchou.platform.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Somebody who is signed in and asks over HTTP. */
final class Client {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String BOUNDARY = "----------tongchou";

    private final CookieManager cookies = new CookieManager();
    private final HttpClient http =
            HttpClient.newBuilder().cookieHandler(cookies).build();
    private final String address;

    private Client(String address) {
        this.address = address;
    }

    static Client signedIn(String address, String name, String password) {
        Client client = new Client(address);
        client.send("/api/session", Map.of("userName", name, "password", password));
        return client;
    }

    JsonNode get(String path) {
        return answer(request(path).GET().build());
    }

    JsonNode send(String path, Map<String, ?> body) {
        return JSON.readTree(sent(path, body));
    }

    /** Sends and gives the answer as it came. */
    String sent(String path, Map<String, ?> body) {
        String token = token();
        return text(request(path)
                .header("X-XSRF-TOKEN", token)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body)))
                .build());
    }

    /** Uploads a list. */
    JsonNode upload(String kind, Map<String, String> parameters, Path file, String again) {
        StringBuilder head = new StringBuilder();
        Map.of("kind", kind, "parameters", JSON.writeValueAsString(parameters), "again", again)
                .forEach((name, value) -> head.append("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\""
                        + name + "\"\r\nContent-Type: text/plain; charset=UTF-8\r\n\r\n" + value + "\r\n"));
        head.append("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\""
                + file.getFileName() + "\"\r\n\r\n");
        return answer(request("/api/intake/batches")
                .header("X-XSRF-TOKEN", token())
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .POST(HttpRequest.BodyPublishers.ofInputStream(() -> body(head.toString(), file)))
                .build());
    }

    private static InputStream body(String head, Path file) {
        try {
            return new SequenceInputStream(Collections.enumeration(
                    List.of(stream(head), Files.newInputStream(file), stream("\r\n--" + BOUNDARY + "--\r\n"))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private String token() {
        if (cookie().isEmpty()) {
            get("/api/session");
        }
        return cookie();
    }

    private String cookie() {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals("XSRF-TOKEN"))
                .map(HttpCookie::getValue)
                .findFirst()
                .orElse("");
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(address + path));
    }

    private JsonNode answer(HttpRequest request) {
        return JSON.readTree(text(request));
    }

    private String text(HttpRequest request) {
        try {
            HttpResponse<String> response =
                    http.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
            assertThat(response.statusCode())
                    .as(request.uri() + " " + response.body())
                    .isBetween(200, 299);
            return response.body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
