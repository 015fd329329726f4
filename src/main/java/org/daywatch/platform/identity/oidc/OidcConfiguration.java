package org.daywatch.platform.identity.oidc;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.daywatch.platform.web.PublicAddress;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.jwt.JwtDecoderFactory;

/**
 * One provider, when it is configured; asked for its addresses when the first person signs in, so that it may be down
 * at our start.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnExpression("!'${daywatch.oidc.issuer:}'.isBlank() and !'${daywatch.oidc.client-id:}'.isBlank()")
class OidcConfiguration {

    static final String ID = "oidc";

    @Bean
    OidcCalls calls() {
        return new OidcCalls();
    }

    @Bean
    JwtDecoderFactory<ClientRegistration> keys(OidcCalls calls) {
        return calls.keys();
    }

    @Bean
    ClientRegistrationRepository provider(PublicAddress address, OidcCalls calls,
            @Value("${daywatch.oidc.issuer}") String issuer,
            @Value("${daywatch.oidc.client-id}") String clientId,
            @Value("${daywatch.oidc.client-secret:}") String secret) {
        return new ClientRegistrationRepository() {
            private volatile ClientRegistration known;

            @Override
            public ClientRegistration findByRegistrationId(String id) {
                if (!id.equals(ID)) return null;
                if (known == null) {
                    known = calls.metadata(issuer).registrationId(ID).clientId(clientId)
                            .clientSecret(secret)
                            .scope("openid", "email", "profile").redirectUri(address.link("/login/oauth2/code/" + ID))
                            .build();
                }
                return known;
            }
        };
    }

    /** Nothing is asked of the provider after signing in, so its tokens are kept nowhere. */
    @Bean
    OAuth2AuthorizedClientRepository noTokensAreKept() {
        return new OAuth2AuthorizedClientRepository() {
            @Override
            public <T extends OAuth2AuthorizedClient> T loadAuthorizedClient(String id, Authentication who,
                    HttpServletRequest request) {
                return null;
            }

            @Override
            public void saveAuthorizedClient(OAuth2AuthorizedClient client, Authentication who,
                    HttpServletRequest request, HttpServletResponse response) {}

            @Override
            public void removeAuthorizedClient(String id, Authentication who, HttpServletRequest request,
                    HttpServletResponse response) {}
        };
    }
}
