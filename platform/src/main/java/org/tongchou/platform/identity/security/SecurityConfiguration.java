package org.tongchou.platform.identity.security;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.annotation.AnnotationTemplateExpressionDefaults;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.util.matcher.IpAddressMatcher;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.tongchou.platform.identity.session.ExternalSignIn;
import org.tongchou.platform.identity.session.SessionRefresh;
import org.tongchou.platform.identity.session.Sessions;
import org.tongchou.platform.web.Denials;

/** Who may call what: methods say it with {@code Requires}, {@code SignedIn} or {@code Open}; anything else is refused. */
@Configuration(proxyBeanMethods = false)
@EnableMethodSecurity
class SecurityConfiguration implements WebMvcConfigurer {
    private static final int BCRYPT_ROUNDS = 11;

    private static final String CONTENT_POLICY =
            "default-src 'self'; img-src 'self' data: blob:; style-src 'self' 'unsafe-inline'; font-src 'self' data:;"
                    + " object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'self'";

    @Bean
    static AnnotationTemplateExpressionDefaults templates() {
        return new AnnotationTemplateExpressionDefaults();
    }

    @Bean
    static PasswordEncoder passwordEncoder() {
        return new BCryptPasswordEncoder(BCRYPT_ROUNDS);
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new EndpointGuard());
    }

    @Bean
    SecurityFilterChain chain(
            HttpSecurity http,
            Denials denials,
            Sessions sessions,
            ObjectProvider<ExternalSignIn> external,
            Environment environment)
            throws Exception {
        ExternalSignIn provider = external.getIfAvailable();
        if (provider != null) {
            http.oauth2Login(login -> login.loginPage("/sign-in")
                    .successHandler(provider::arrive)
                    .failureHandler((request, response, failure) -> response.sendRedirect(ExternalSignIn.REFUSED)));
        }
        boolean demo = environment.acceptsProfiles(Profiles.of("demo"));
        return http.authorizeHttpRequests(requests -> {
                    requests.requestMatchers("/actuator/health/**").permitAll();
                    requests.requestMatchers("/actuator/**")
                            .access((authentication, context) ->
                                    new AuthorizationDecision(fromThisMachine(context.getRequest())));
                    if (!demo) {
                        requests.requestMatchers("/api/openapi/**").authenticated();
                    }
                    requests.anyRequest().permitAll();
                })
                .csrf(csrf -> csrf.spa())
                .requestCache(cache -> cache.disable())
                .logout(logout -> logout.disable())
                .exceptionHandling(
                        handling -> handling.authenticationEntryPoint(denials).accessDeniedHandler(denials))
                .addFilterAfter(new SessionRefresh(sessions), SecurityContextHolderFilter.class)
                .headers(headers -> headers.contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_POLICY))
                        .frameOptions(frame -> frame.sameOrigin()))
                .build();
    }

    private static boolean fromThisMachine(jakarta.servlet.http.HttpServletRequest request) {
        return new IpAddressMatcher("127.0.0.0/8").matches(request) || new IpAddressMatcher("::1").matches(request);
    }
}
