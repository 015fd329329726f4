package org.daywatch.platform.identity.oidc;

import jakarta.servlet.http.HttpServletRequest;
import org.daywatch.platform.identity.security.SignInDoor;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestRedirectFilter;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;

/**
 * How the provider is asked: with the greatest age of its own session, so that it must say when it asked; and to ask
 * anew where somebody who is signed in has to prove it again.
 */
final class OidcQuestions implements OAuth2AuthorizationRequestResolver {

    /** Where somebody goes who proves again who they are: a parameter of ours, and what is kept beside the question. */
    static final String AGAIN = "again";

    private final DefaultOAuth2AuthorizationRequestResolver usual;

    OidcQuestions(ClientRegistrationRepository provider) {
        usual = new DefaultOAuth2AuthorizationRequestResolver(provider,
                OAuth2AuthorizationRequestRedirectFilter.DEFAULT_AUTHORIZATION_REQUEST_BASE_URI);
    }

    @Override
    public @Nullable OAuth2AuthorizationRequest resolve(HttpServletRequest request) {
        return asked(usual.resolve(request), request.getParameter(AGAIN));
    }

    @Override
    public @Nullable OAuth2AuthorizationRequest resolve(HttpServletRequest request, String client) {
        return asked(usual.resolve(request, client), request.getParameter(AGAIN));
    }

    private static @Nullable OAuth2AuthorizationRequest asked(@Nullable OAuth2AuthorizationRequest question,
            @Nullable String again) {
        if (question == null) return null;
        return OAuth2AuthorizationRequest.from(question).additionalParameters(more -> {
            more.put("max_age", again == null ? String.valueOf(ProviderProof.OLDEST.toSeconds()) : "0");
            if (again != null) more.put("prompt", "login");
        }).attributes(kept -> {
            if (again != null) kept.put(AGAIN, SignInDoor.local(again));
        }).build();
    }
}
