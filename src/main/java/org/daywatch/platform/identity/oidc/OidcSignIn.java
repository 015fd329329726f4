package org.daywatch.platform.identity.oidc;

import jakarta.servlet.FilterChain;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.daywatch.platform.identity.Accounts;
import org.daywatch.platform.identity.Sessions;
import org.daywatch.platform.identity.codes.AccountMail;
import org.daywatch.platform.identity.security.ChainPart;
import org.daywatch.platform.identity.security.FromHere;
import org.daywatch.platform.identity.security.SessionCookie;
import org.daywatch.platform.identity.security.SignInDoor;
import org.daywatch.platform.identity.security.StepUp;
import org.daywatch.platform.securitylog.SecurityEvent;
import org.daywatch.platform.securitylog.SecurityLog;
import org.daywatch.platform.web.Flashes;
import org.daywatch.platform.web.PageArguments;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestRedirectFilter;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Whoever the provider vouches for enters the account that is theirs: bound to the provider's number for them, which
 * happens at their first sign-in by the same, verified e-mail address. A provider makes no accounts: who may work here
 * is decided by an invitation.
 */
@Component
class OidcSignIn implements ChainPart {

    private static final Logger log = LoggerFactory.getLogger(OidcSignIn.class);

    private final ObjectProvider<ClientRegistrationRepository> provider;
    private final ObjectProvider<OidcCalls> calls;
    private final OidcRequests requests;
    private final Accounts accounts;
    private final ProviderBindings bindings;
    private final Sessions sessions;
    private final SignInDoor door;
    private final PageArguments pages;
    private final AccountMail mail;
    private final SecurityLog security;
    private final Clock clock;
    private final String name;
    private final Set<String> twoFactors;

    OidcSignIn(ObjectProvider<ClientRegistrationRepository> provider, ObjectProvider<OidcCalls> calls,
            OidcRequests requests, Accounts accounts, ProviderBindings bindings, Sessions sessions, SignInDoor door,
            PageArguments pages, AccountMail mail, SecurityLog security, @Qualifier("expiry") Clock clock,
            @Value("${daywatch.oidc.name:OpenID}") String name,
            @Value("${daywatch.oidc.two-factors:}") Set<String> twoFactors) {
        this.provider = provider;
        this.calls = calls;
        this.requests = requests;
        this.accounts = accounts;
        this.bindings = bindings;
        this.sessions = sessions;
        this.door = door;
        this.pages = pages;
        this.mail = mail;
        this.security = security;
        this.clock = clock;
        this.name = name;
        this.twoFactors = twoFactors;
    }

    @Override
    public void join(HttpSecurity chain) {
        if (provider.getIfAvailable() == null) return;
        var ask = calls.getObject();
        chain.addFilterBefore(new OwnPageOnly(), OAuth2AuthorizationRequestRedirectFilter.class);
        chain.oauth2Login(login -> login.loginPage("/sign-in")
                .tokenEndpoint(e -> e.accessTokenResponseClient(ask.tokens()))
                .userInfoEndpoint(e -> e.oidcUserService(ask.people()))
                .authorizationEndpoint(e -> e.authorizationRequestRepository(requests)
                        .authorizationRequestResolver(new OidcQuestions(provider.getObject())))
                .successHandler(this::vouchedFor)
                .failureHandler((request, response, failure) -> {
                    log.info("the provider's answer was refused: {}", failure.getMessage());
                    away(request, response, "oidc.failed", null);
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
        if (!(who.getPrincipal() instanceof OidcUser user)) {
            away(request, response, "oidc.failed", null);
            return;
        }
        var token = user.getIdToken();
        var proof = ProviderProof.of(token.getAuthenticatedAt(), token.getAuthenticationMethods(),
                token.getAuthenticationContextClass(), twoFactors);
        var again = OidcRequests.again(request);
        var answer = who(user);
        if (answer.person() == null) {
            away(request, response, answer.refused(), null);
        } else if (again.isPresent()) {
            again(request, response, answer.person(), proof, again.get());
        } else if (proof.youngEnough(clock.instant())) {
            door.enterVouched(answer.person(), proof.method(), proof.at(), request, response);
            response.sendRedirect("/");
        } else {
            away(request, response, "oidc.old", answer.person());
        }
    }

    /** @param person null where none enters, and then why */
    private record Who(@Nullable UUID person, String refused) {}

    private Who who(OidcUser user) {
        var bound = bindings.person(user.getSubject());
        if (bound.isPresent()) {
            return bound.flatMap(accounts::find).filter(Accounts.Account::active)
                    .map(account -> new Who(account.person(), "")).orElse(new Who(null, "oidc.unknown"));
        }
        if (user.getEmail() == null || !Boolean.TRUE.equals(user.getEmailVerified()))
            return new Who(null, "oidc.unverified");
        var account = accounts.findByEmail(user.getEmail()).filter(Accounts.Account::active);
        if (account.isEmpty()) return new Who(null, "oidc.unknown");
        var owner = account.get();
        if (bindings.since(owner.person()).isPresent() || !bindings.bind(owner.person(), user.getSubject()))
            return new Who(null, "oidc.other");
        security.doneBy(owner.person(), SecurityEvent.AUTHN_TOKEN_CREATED, Map.of("proof", Sessions.OIDC));
        mail.send(owner.email(), owner.language(), "provider-bound", owner.name(), name);
        return new Who(owner.person(), "");
    }

    /** Whoever is signed in proves again who they are; the provider has to say that it asked, and the same person. */
    private void again(HttpServletRequest request, HttpServletResponse response, UUID person, ProviderProof proof,
            String goal) throws IOException {
        var session = SessionCookie.read(request).flatMap(sessions::find);
        if (session.isEmpty() || !session.get().person().equals(person)) {
            away(request, response, "oidc.again.other", person);
        } else if (!proof.within(StepUp.FRESH, clock.instant())) {
            refused(request, response, "oidc.again.untold", person);
            response.sendRedirect("/sign-in/again?to=" + URLEncoder.encode(goal, StandardCharsets.UTF_8));
        } else {
            door.provenVouched(proof.method(), proof.at(), request, response);
            response.sendRedirect(goal);
        }
    }

    private void away(HttpServletRequest request, HttpServletResponse response, String sentence, @Nullable UUID person)
            throws IOException {
        refused(request, response, sentence, person);
        response.sendRedirect("/sign-in");
    }

    private void refused(HttpServletRequest request, HttpServletResponse response, String sentence,
            @Nullable UUID person) {
        security.refused(SecurityEvent.AUTHN_LOGIN_FAIL, person, Map.of("proof", Sessions.OIDC, "why", sentence));
        Flashes.say(response, "error", pages.page(request).t(sentence, name));
    }
}
