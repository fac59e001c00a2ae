package org.tongchou.platform.identity.session;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.boot.web.server.servlet.CookieSameSiteSupplier;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.SupplierClientRegistrationRepository;
import org.springframework.security.oauth2.core.user.OAuth2User;
import org.springframework.stereotype.Component;
import org.tongchou.platform.web.Refusal;

/**
 * Sign-in with the organisation's own OpenID Connect provider, where one is configured. Lets in whom a claim names and
 * who is an active user here already; never makes users.
 */
@Component
@ConditionalOnExpression("!'${tongchou.oidc-issuer:}'.isEmpty()")
public class ExternalSignIn {
    /** Where somebody is sent whom the provider knows and we do not. */
    public static final String REFUSED = "/sign-in?refused=1";

    private static final Logger LOG = LoggerFactory.getLogger(ExternalSignIn.class);
    private static final String NAME = "sso";

    private final JdbcClient database;
    private final SignIn signIn;
    private final Sessions sessions;
    private final String claim;

    ExternalSignIn(JdbcClient database, SignIn signIn, Sessions sessions, Environment environment) {
        this.database = database;
        this.signIn = signIn;
        this.sessions = sessions;
        this.claim = environment.getProperty("tongchou.oidc-claim", "sub");
    }

    /** The provider; asked for its addresses at the first sign-in, so that we start without it. */
    @Bean
    static ClientRegistrationRepository clientRegistrations(Environment environment) {
        return new SupplierClientRegistrationRepository(() -> new InMemoryClientRegistrationRepository(
                ClientRegistrations.fromIssuerLocation(environment.getRequiredProperty("tongchou.oidc-issuer"))
                        .registrationId(NAME)
                        .clientId(environment.getRequiredProperty("tongchou.oidc-client-id"))
                        .clientSecret(environment.getRequiredProperty("tongchou.oidc-client-secret"))
                        .scope("openid")
                        .build()));
    }

    /** The way back from the provider comes from another site; a strict cookie would not come along. */
    @Bean
    static CookieSameSiteSupplier laxSessionCookie() {
        return CookieSameSiteSupplier.ofLax().whenHasName("TONGCHOU");
    }

    /** The provider has said who it is. */
    public void arrive(HttpServletRequest request, HttpServletResponse response, Authentication authentication)
            throws IOException {
        Optional<Long> user = subject(authentication).flatMap(this::userOf);
        if (user.isEmpty()) {
            LOG.warn("the provider named somebody who is no active user here");
            sessions.end(request);
            response.sendRedirect(REFUSED);
            return;
        }
        try {
            SignIn.Known known = signIn.admitExternal(user.get());
            sessions.begin(request, response, known.userId(), known.pending());
            response.sendRedirect("/");
        } catch (Refusal refusal) {
            sessions.end(request);
            response.sendRedirect(REFUSED);
        }
    }

    private Optional<String> subject(Authentication authentication) {
        return authentication.getPrincipal() instanceof OAuth2User user
                ? Optional.ofNullable(user.<Object>getAttribute(claim)).map(Object::toString)
                : Optional.empty();
    }

    private Optional<Long> userOf(String subject) {
        return database.sql("select id from identity.user_account where external_subject = :subject and active")
                .param("subject", subject)
                .query(Long.class)
                .optional();
    }
}
