package org.daywatch.platform.identity.oidc;

import jakarta.servlet.FilterChain;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.daywatch.platform.identity.Accounts;
import org.daywatch.platform.identity.Sessions;
import org.daywatch.platform.identity.security.ChainPart;
import org.daywatch.platform.identity.security.FromHere;
import org.daywatch.platform.identity.security.SignInDoor;
import org.daywatch.platform.securitylog.SecurityEvent;
import org.daywatch.platform.securitylog.SecurityLog;
import org.daywatch.platform.web.Flashes;
import org.daywatch.platform.web.PageArguments;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestRedirectFilter;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Whoever the provider vouches for enters the account with the same, verified e-mail address. A provider makes no
 * accounts: who may work here is decided by an invitation.
 */
@Component
class OidcSignIn implements ChainPart {

    private static final Logger log = LoggerFactory.getLogger(OidcSignIn.class);

    private final ObjectProvider<ClientRegistrationRepository> provider;
    private final ObjectProvider<OidcCalls> calls;
    private final OidcRequests requests;
    private final Accounts accounts;
    private final SignInDoor door;
    private final PageArguments pages;
    private final SecurityLog security;

    OidcSignIn(ObjectProvider<ClientRegistrationRepository> provider, ObjectProvider<OidcCalls> calls,
            OidcRequests requests, Accounts accounts,
            SignInDoor door, PageArguments pages, SecurityLog security) {
        this.provider = provider;
        this.calls = calls;
        this.requests = requests;
        this.accounts = accounts;
        this.door = door;
        this.pages = pages;
        this.security = security;
    }

    @Override
    public void join(HttpSecurity chain) {
        if (provider.getIfAvailable() == null) return;
        var ask = calls.getObject();
        chain.addFilterBefore(new OwnPageOnly(), OAuth2AuthorizationRequestRedirectFilter.class);
        chain.oauth2Login(login -> login.loginPage("/sign-in")
                .tokenEndpoint(e -> e.accessTokenResponseClient(ask.tokens()))
                .userInfoEndpoint(e -> e.oidcUserService(ask.people()))
                .authorizationEndpoint(e -> e.authorizationRequestRepository(requests))
                .successHandler(this::vouchedFor)
                .failureHandler((request, response, failure) -> {
                    log.info("the provider's answer was refused: {}", failure.getMessage());
                    away(request, response, "oidc.failed");
                }));
    }

    /** The way to the provider begins with a person who presses it on our page; any other link ends on that page. */
    private static final class OwnPageOnly extends OncePerRequestFilter {

        @Override
        protected boolean shouldNotFilter(HttpServletRequest request) {
            return !request.getRequestURI().startsWith("/oauth2/authorization/") || FromHere.is(request);
        }

        @Override
        protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                throws IOException {
            response.sendRedirect("/sign-in");
        }
    }

    private void vouchedFor(HttpServletRequest request, HttpServletResponse response, Authentication who)
            throws IOException {
        SecurityContextHolder.clearContext(); // only our own session counts
        if (!(who.getPrincipal() instanceof OidcUser user) || user.getEmail() == null
                || !Boolean.TRUE.equals(user.getEmailVerified())) {
            away(request, response, "oidc.unverified");
            return;
        }
        var account = accounts.findByEmail(user.getEmail()).filter(Accounts.Account::active);
        if (account.isEmpty()) {
            away(request, response, "oidc.unknown");
            return;
        }
        door.enter(account.get().person(), Sessions.OIDC, request, response);
        response.sendRedirect("/");
    }

    private void away(HttpServletRequest request, HttpServletResponse response, String sentence) throws IOException {
        security.refused(SecurityEvent.AUTHN_LOGIN_FAIL, null, Map.of("proof", Sessions.OIDC, "why", sentence));
        Flashes.say(response, "error", pages.page(request).t(sentence));
        response.sendRedirect("/sign-in");
    }
}
