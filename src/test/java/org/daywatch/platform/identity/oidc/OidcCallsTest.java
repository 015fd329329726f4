package org.daywatch.platform.identity.oidc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.jwt.JwtException;

/** A provider that leads to another place on the inside is not followed there. */
class OidcCallsTest {

    private static final String METADATA = "/.well-known/openid-configuration";

    private final AtomicInteger inside = new AtomicInteger();
    private HttpServer server;
    private String issuer;

    @BeforeEach
    void aProvider() throws IOException {
        server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        issuer = "http://127.0.0.1:" + server.getAddress().getPort();
        server.start();
        answers("/inside", metadata(issuer));
        answers("/inside-keys", "{\"keys\":[]}");
    }

    @AfterEach
    void gone() {
        server.stop(0);
    }

    private static String metadata(String issuer) {
        return """
                {"issuer":"%1$s","authorization_endpoint":"%1$s/authorize","token_endpoint":"%1$s/token","jwks_uri":"%1$s/keys",
                 "response_types_supported":["code"],"subject_types_supported":["public"],"id_token_signing_alg_values_supported":["RS256"]}"""
                .formatted(issuer);
    }

    private void answers(String path, String json) {
        server.createContext(path, exchange -> {
            if (path.startsWith("/inside")) inside.incrementAndGet();
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, 0);
            try (var body = exchange.getResponseBody()) {
                body.write(json.getBytes(StandardCharsets.UTF_8));
            }
        });
    }

    private void leads(String path, String to) {
        server.createContext(path, exchange -> {
            exchange.getResponseHeaders().set("Location", issuer + to);
            exchange.sendResponseHeaders(302, -1);
            exchange.close();
        });
    }

    @Test
    void itsMetadataAreTakenFromWhereItWasNamed() {
        answers(METADATA, metadata(issuer));
        var client = new OidcCalls().metadata(issuer).registrationId("oidc").clientId("daywatch")
                .redirectUri("https://daywatch.example/").build();
        assertThat(client.getProviderDetails().getTokenUri()).isEqualTo(issuer + "/token");
        assertThat(client.getProviderDetails().getJwkSetUri()).isEqualTo(issuer + "/keys");
    }

    @Test
    void metadataThatLeadElsewhereOrSpeakForAnotherAreNone() {
        leads(METADATA, "/inside");
        assertThatThrownBy(() -> new OidcCalls().metadata(issuer)).hasMessageContaining("302")
                .hasMessageContaining("daywatch.oidc.issuer");
        server.removeContext(METADATA);
        answers(METADATA, metadata("https://elsewhere.example"));
        assertThatThrownBy(() -> new OidcCalls().metadata(issuer)).hasMessageContaining("elsewhere.example");
        assertThat(inside).hasValue(0);
    }

    @Test
    void keysThatLeadElsewhereOpenNoToken() {
        answers(METADATA, metadata(issuer));
        leads("/keys", "/inside-keys");
        var calls = new OidcCalls();
        var client = calls.metadata(issuer).registrationId("oidc").clientId("daywatch")
                .redirectUri("https://daywatch.example/").build();
        assertThatThrownBy(() -> calls.keys().createDecoder(client).decode(
                "eyJhbGciOiJSUzI1NiIsImtpZCI6Im9uZSJ9.eyJzdWIiOiJhIn0.AAAA")).isInstanceOf(JwtException.class);
        assertThat(inside).hasValue(0);
    }
}
