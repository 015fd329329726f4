package org.daywatch.platform.identity.oidc;

import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.HttpMethod;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.http.converter.FormHttpMessageConverter;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.http.OAuth2ErrorResponseErrorHandler;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenDecoderFactory;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenValidator;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserService;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.client.userinfo.DefaultOAuth2UserService;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.http.converter.OAuth2AccessTokenResponseHttpMessageConverter;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtDecoderFactory;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestTemplate;

/**
 * Everything the provider is asked for: its addresses, its keys, a token for a code, who somebody is. It is taken from
 * where it was named; an answer that leads elsewhere is none.
 */
final class OidcCalls {

    private static final String METADATA = "/.well-known/openid-configuration";
    private static final Duration CONNECTING = Duration.ofSeconds(5);
    private static final Duration READING = Duration.ofSeconds(10);

    private final JdkClientHttpRequestFactory straight;

    OidcCalls() {
        straight = new JdkClientHttpRequestFactory(HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NEVER).connectTimeout(CONNECTING).build());
        straight.setReadTimeout(READING);
    }

    /** @throws IllegalStateException where the provider leads elsewhere, or calls itself something else */
    ClientRegistration.Builder metadata(String issuer) {
        var from = URI.create(issuer.replaceFirst("/$", "") + METADATA);
        var answer = new RestTemplate(straight).exchange(from, HttpMethod.GET, null,
                new ParameterizedTypeReference<Map<String, Object>>() {});
        var said = answer.getBody();
        if (!answer.getStatusCode().is2xxSuccessful() || said == null)
            throw new IllegalStateException(from + " answers " + answer.getStatusCode()
                    + ". Name the issuer under which it answers itself (daywatch.oidc.issuer).");
        if (!issuer.equals(said.get("issuer")))
            throw new IllegalStateException(from + " speaks for the issuer " + said.get("issuer") + ", and "
                    + issuer + " was named (daywatch.oidc.issuer).");
        return ClientRegistrations.fromOidcConfiguration(said);
    }

    JwtDecoderFactory<ClientRegistration> keys() {
        var known = new ConcurrentHashMap<String, JwtDecoder>();
        return client -> known.computeIfAbsent(client.getRegistrationId(), id -> decoder(client));
    }

    private JwtDecoder decoder(ClientRegistration client) {
        var decoder = NimbusJwtDecoder.withJwkSetUri(client.getProviderDetails().getJwkSetUri())
                .restOperations(new RestTemplate(straight)).build();
        decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(new JwtTimestampValidator(),
                new OidcIdTokenValidator(client)));
        decoder.setClaimSetConverter(OidcIdTokenDecoderFactory.createDefaultClaimTypeConverter());
        return decoder;
    }

    RestClientAuthorizationCodeTokenResponseClient tokens() {
        var tokens = new RestClientAuthorizationCodeTokenResponseClient();
        tokens.setRestClient(RestClient.builder().requestFactory(straight)
                .configureMessageConverters(converters -> converters
                        .addCustomConverter(new FormHttpMessageConverter())
                        .addCustomConverter(new OAuth2AccessTokenResponseHttpMessageConverter()))
                .defaultStatusHandler(new OAuth2ErrorResponseErrorHandler()).build());
        return tokens;
    }

    OidcUserService people() {
        var rest = new RestTemplate(straight);
        rest.setErrorHandler(new OAuth2ErrorResponseErrorHandler());
        var asking = new DefaultOAuth2UserService();
        asking.setRestOperations(rest);
        var people = new OidcUserService();
        people.setOauth2UserService(asking);
        return people;
    }
}
