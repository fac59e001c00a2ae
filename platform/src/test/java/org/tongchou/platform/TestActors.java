package org.tongchou.platform;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;

import java.util.List;
import java.util.Set;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.tongchou.platform.web.Actor;

/** People for tests, signed in without a password: {@code http.get().uri("…").with(TestActors.with("accounts.entry.read"))}. */
public final class TestActors {
    private static final long USER = 900;

    private TestActors() {}

    /** Signs the request in as somebody with these rights and every unit. */
    public static RequestPostProcessor with(String... rights) {
        return as(actor(rights));
    }

    /** Signs the request in as somebody with these rights and these units only, the first being their own. */
    public static RequestPostProcessor in(List<Long> units, String... rights) {
        return as(actorIn(units, rights));
    }

    /** Signs the request in as this actor. */
    public static RequestPostProcessor as(Actor actor) {
        return authentication(UsernamePasswordAuthenticationToken.authenticated(
                actor, null, AuthorityUtils.createAuthorityList(actor.rights())));
    }

    /** Somebody with these rights and every unit. */
    public static Actor actor(String... rights) {
        return new Actor(USER, "test", "测试用户", 0, List.of(), true, List.of("test"), Set.of(rights));
    }

    /** Somebody with these rights and these units only, the first being their own. */
    public static Actor actorIn(List<Long> units, String... rights) {
        return new Actor(USER + 1, "test2", "测试用户乙", units.get(0), units, false, List.of("test"), Set.of(rights));
    }
}
