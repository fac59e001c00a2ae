package org.tongchou.platform.gateway.call;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;

/** The interface knows no sessions: each call proves itself, see {@link org.tongchou.platform.gateway.access.Proof}. */
@Configuration(proxyBeanMethods = false)
class GatewaySecurity {
    @Bean
    @Order(1)
    SecurityFilterChain gatewayChain(HttpSecurity http) throws Exception {
        return http.securityMatcher("/fsi/**", "/ebus/**", "/hss-call-service-interface", "/CSB")
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .csrf(csrf -> csrf.disable())
                .requestCache(cache -> cache.disable())
                .logout(logout -> logout.disable())
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .build();
    }
}
