package org.daywatch.platform.identity.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.daywatch.platform.identity.Sessions;
import org.daywatch.platform.places.MapTiles;
import org.daywatch.platform.web.PageConnections;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.session.NullAuthenticatedSessionStrategy;
import org.springframework.security.web.context.NullSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * One chain for everything: our own sessions, a token against cross-site posts, and headers that forbid foreign
 * content.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication // commands open the same application without its web side
class SecurityConfiguration {

    private static final String OWN_PICTURES = "img-src 'self' data:";
    private static final String CONTENT_POLICY = "default-src 'self'; " + OWN_PICTURES
            + "; style-src 'self'; script-src 'self'; object-src 'none'; "
            + "base-uri 'none'; form-action 'self'; frame-ancestors 'none'; "
            + "require-trusted-types-for 'script'; trusted-types default; connect-src 'self'";

    @Bean
    SecurityFilterChain everything(HttpSecurity http, Sessions sessions, List<ChainPart> parts,
            List<PageConnections> connections, FormsRefused forms) {
        parts.forEach(part -> part.join(http));
        return http
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll()) // PermissionCheck decides, per endpoint
                .securityContext(context -> context.securityContextRepository(new NullSecurityContextRepository()))
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                // The token stays the same while a page is open: the default would change it with every signed-in request, and a
                // form would be refused because a bell on the same page had rung meanwhile.
                .csrf(csrf -> csrf.csrfTokenRepository(new FormTokens())
                        .sessionAuthenticationStrategy(new NullAuthenticatedSessionStrategy()))
                .exceptionHandling(refusing -> refusing.accessDeniedHandler(forms))
                .requestCache(cache -> cache.disable())
                .logout(logout -> logout.disable())
                .headers(headers -> headers
                        .addHeaderWriter((request, response) -> response.setHeader("Content-Security-Policy",
                                policy(connections, request)))
                        .referrerPolicy(referrer -> referrer.policy(
                                org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy.SAME_ORIGIN))
                        .permissionsPolicyHeader(
                                policy -> policy.policy("geolocation=(self), camera=(), microphone=(), payment=()")))
                .addFilterAfter(new SessionFilter(sessions), SecurityContextHolderFilter.class)
                .build();
    }

    private static String policy(List<PageConnections> connections, HttpServletRequest request) {
        var others = connections.stream().flatMap(connection -> connection.origins().stream()).distinct().sorted()
                .toList();
        String policy = others.isEmpty() ? CONTENT_POLICY : CONTENT_POLICY + " " + String.join(" ", others);
        return request.getAttribute(MapTiles.ALLOWED) instanceof String pictures
                ? policy.replace(OWN_PICTURES, OWN_PICTURES + " " + pictures)
                : policy;
    }

    /** Keeps Boot from inventing a default user; nobody signs in through this. */
    @Bean
    UserDetailsService nobody() {
        return name -> {
            throw new UsernameNotFoundException(name);
        };
    }

    @Bean
    WebMvcConfigurer everyHandlerIsChecked(PermissionCheck check, GuessesInVain guesses) {
        return new WebMvcConfigurer() {
            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                registry.addInterceptor(check);
                registry.addInterceptor(guesses);
            }
        };
    }
}
