package org.tongchou.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.tongchou.platform.identity.FirstUser;
import org.tongchou.platform.identity.FirstUsers;
import org.tongchou.platform.identity.Units;
import org.tongchou.platform.identity.role.RoleSeeds;
import org.tongchou.platform.web.Actor;
import org.tongchou.platform.web.Open;
import org.tongchou.platform.web.Requires;

/**
 * Every endpoint is really called by every seeded role and by a stranger; who gets past the guard is compared with the
 * approved file.
 */
@PlatformTest
class PermissionMatrixTest {
    private static final String NO_RIGHT = "您没有这项操作的权限";

    @Autowired
    private MockMvcTester http;

    @Autowired
    private RequestMappingHandlerMapping requestMappingHandlerMapping;

    @Autowired
    private RoleSeeds seeds;

    @Autowired
    private JdbcClient database;

    @Autowired
    private Units units;

    @Autowired
    private FirstUsers people;

    @Test
    void isAsApproved() {
        seeds.apply();
        TestUnits.create(units);
        people.create(List.of(new FirstUser("matrix", "测试", "viewer", "100", "all")));
        Map<String, Actor> actors = new LinkedHashMap<>();
        for (String role : database.sql("select code from identity.role order by id")
                .query(String.class)
                .list()) {
            actors.put(role, actor(role));
        }
        assertThat(actors).hasSizeGreaterThan(8);
        StringBuilder lines = new StringBuilder("# endpoint | right | stranger | roles that may\n");
        for (Endpoint endpoint : endpoints()) {
            List<String> allowed = new ArrayList<>();
            actors.forEach((role, actor) -> {
                if (passes(call(endpoint, actor))) {
                    allowed.add(role);
                }
            });
            MvcTestResult stranger = call(endpoint, null);
            lines.append(endpoint)
                    .append(" | ")
                    .append(
                            stranger.getResponse().getStatus() == 401
                                            && !endpoint.right().equals("open")
                                    ? "401"
                                    : "allow")
                    .append(" | ")
                    .append(allowed.size() == actors.size() ? "all" : String.join(" ", allowed))
                    .append('\n');
        }
        Approved.compare(Path.of("src", "test", "resources", "approved", "permissions.txt"), lines.toString());
    }

    private List<Endpoint> endpoints() {
        List<Endpoint> endpoints = new ArrayList<>();
        requestMappingHandlerMapping.getHandlerMethods().forEach((mapping, method) -> {
            if (method.getBeanType().getName().startsWith("org.tongchou.")
                    && !method.getBeanType().getName().contains("Test")) {
                endpoints.addAll(endpoints(mapping, method));
            }
        });
        endpoints.sort(Comparator.comparing(Endpoint::path)
                .thenComparing(endpoint -> endpoint.method().name()));
        return endpoints;
    }

    private static List<Endpoint> endpoints(RequestMappingInfo mapping, HandlerMethod method) {
        Requires requires = method.getMethodAnnotation(Requires.class);
        String right =
                requires != null ? requires.value() : method.hasMethodAnnotation(Open.class) ? "open" : "signed-in";
        Set<RequestMethod> methods = mapping.getMethodsCondition().getMethods();
        return mapping.getPatternValues().stream()
                .flatMap(path -> (methods.isEmpty() ? Set.of(RequestMethod.GET) : methods)
                        .stream().map(verb -> new Endpoint(verb, path, right)))
                .toList();
    }

    private MvcTestResult call(Endpoint endpoint, @Nullable Actor actor) {
        MockMvcTester.MockMvcRequestBuilder request = http.method(
                        HttpMethod.valueOf(endpoint.method().name()))
                .uri(java.net.URI.create(
                        endpoint.path().replaceAll("\\{[^}]*}", "987654321").replace("*", "x")))
                .with(csrf())
                .contentType(MediaType.APPLICATION_JSON)
                .content("{}");
        return (actor == null ? request : request.with(TestActors.as(actor))).exchange();
    }

    private static boolean passes(MvcTestResult result) {
        String body = new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
        return result.getResponse().getStatus() != 401
                && !(result.getResponse().getStatus() == 403 && body.contains(NO_RIGHT));
    }

    private Actor actor(String role) {
        List<String> rights =
                database.sql("""
                        select rr.right_code from identity.role_right rr join identity.role r on r.id = rr.role_id
                        where r.code = :role""").param("role", role).query(String.class).list();
        return new Actor(1, role, role, 0, List.of(), true, List.of(role), new TreeSet<>(rights));
    }

    private record Endpoint(RequestMethod method, String path, String right) {
        @Override
        public String toString() {
            return method + " " + path + " | " + right;
        }
    }
}
