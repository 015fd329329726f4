package org.daywatch.platform.identity.oidc;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.daywatch.platform.errors.NotFound;
import org.daywatch.platform.identity.codes.Ceremonies;
import org.daywatch.platform.identity.codes.Ceremonies.Kind;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.security.oauth2.client.web.AuthorizationRequestRepository;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** What was asked of the provider waits in our table under a cookie of five minutes, and is taken once. */
@Component
class OidcRequests implements AuthorizationRequestRepository<OAuth2AuthorizationRequest> {

    private static final String COOKIE = "daywatch_oidc";
    private static final String PATH = "/login/oauth2/";

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
        response.addHeader(HttpHeaders.SET_COOKIE,
                ResponseCookie.from(COOKIE, id).httpOnly(true).secure(request.isSecure()).sameSite("Lax").path(PATH)
                        .maxAge(Duration.ofMinutes(5)).build().toString());
    }

    @Override
    public @Nullable OAuth2AuthorizationRequest removeAuthorizationRequest(HttpServletRequest request,
            HttpServletResponse response) {
        response.addHeader(HttpHeaders.SET_COOKIE,
                ResponseCookie.from(COOKIE, "").httpOnly(true).path(PATH).maxAge(0).build().toString());
        return loadAuthorizationRequest(request);
    }

    @Override
    public @Nullable OAuth2AuthorizationRequest loadAuthorizationRequest(HttpServletRequest request) {
        return Optional.ofNullable(request.getCookies()).map(Arrays::stream).orElse(Stream.empty())
                .filter(c -> c.getName().equals(COOKIE)).findFirst()
                .map(c -> take(c.getValue())).filter(r -> r.getState().equals(request.getParameter("state")))
                .orElse(null);
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
