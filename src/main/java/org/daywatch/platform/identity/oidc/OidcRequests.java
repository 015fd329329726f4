package org.daywatch.platform.identity.oidc;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.daywatch.platform.errors.NotFound;
import org.daywatch.platform.identity.codes.Ceremonies;
import org.daywatch.platform.identity.codes.Ceremonies.Kind;
import org.daywatch.platform.web.cookies.SiteCookie;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.client.web.AuthorizationRequestRepository;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** What was asked of the provider waits in our table under a cookie of five minutes, and is taken once. */
@Component
class OidcRequests implements AuthorizationRequestRepository<OAuth2AuthorizationRequest> {

    private static final SiteCookie COOKIE = new SiteCookie("daywatch_oidc", SiteCookie.SameSite.Lax);

    private static final String ASKED = OidcRequests.class.getName();

    private final Ceremonies ceremonies;
    private final JsonMapper json = JsonMapper.builder().build();

    OidcRequests(Ceremonies ceremonies) {
        this.ceremonies = ceremonies;
    }

    record Kept(String uri, String client, String redirect, Set<String> scopes, String state, Map<String, Object> more,
            Map<String, Object> attributes) {}

    @Override
    public void saveAuthorizationRequest(@Nullable OAuth2AuthorizationRequest asked, HttpServletRequest request,
            HttpServletResponse response) {
        if (asked == null) return;
        var kept = new Kept(asked.getAuthorizationUri(), asked.getClientId(), asked.getRedirectUri(), asked.getScopes(),
                asked.getState(),
                asked.getAdditionalParameters(), asked.getAttributes());
        String id = ceremonies.ask(Kind.OIDC, null, json.writeValueAsString(kept));
        COOKIE.set(request, response, id, Duration.ofMinutes(5));
    }

    @Override
    public @Nullable OAuth2AuthorizationRequest removeAuthorizationRequest(HttpServletRequest request,
            HttpServletResponse response) {
        COOKIE.clear(request, response);
        var asked = loadAuthorizationRequest(request);
        request.setAttribute(ASKED, asked);
        return asked;
    }

    @Override
    public @Nullable OAuth2AuthorizationRequest loadAuthorizationRequest(HttpServletRequest request) {
        return COOKIE.read(request).map(this::take).filter(r -> r.getState().equals(request.getParameter("state")))
                .orElse(null);
    }

    /** Where somebody goes who was asked to prove again who they are; empty: they come to sign in. */
    static Optional<String> again(HttpServletRequest answered) {
        return answered.getAttribute(ASKED) instanceof OAuth2AuthorizationRequest asked
                && asked.getAttribute(OidcQuestions.AGAIN) instanceof String goal
                        ? Optional.of(goal)
                        : Optional.empty();
    }

    private @Nullable OAuth2AuthorizationRequest take(String id) {
        try {
            var kept = json.readValue(ceremonies.take(Kind.OIDC, null, id), Kept.class);
            return OAuth2AuthorizationRequest.authorizationCode().authorizationUri(kept.uri()).clientId(kept.client())
                    .redirectUri(kept.redirect())
                    .scopes(kept.scopes()).state(kept.state()).additionalParameters(kept.more())
                    .attributes(kept.attributes()).build();
        } catch (NotFound gone) {
            return null;
        }
    }
}
