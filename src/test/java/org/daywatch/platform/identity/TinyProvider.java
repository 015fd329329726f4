package org.daywatch.platform.identity;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** An OpenID provider in one file: everybody who comes is the person named by {@link #vouchesFor}. */
final class TinyProvider {

    private final HttpServer server;
    private final RSAKey key;
    private final Map<String, Map<String, String>> codes = new ConcurrentHashMap<>();
    private volatile String email = "";
    private volatile boolean verified = true;
    private volatile boolean wrongNonce;
    private volatile String number = "";
    private volatile Duration since = Duration.ZERO;
    private volatile boolean tellsTime = true;
    private volatile boolean asksAnew = true;
    private volatile List<String> how = List.of();
    private volatile Clock clock = Clock.systemUTC();

    TinyProvider() {
        try {
            server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
            key = new RSAKeyGenerator(2048).keyID("one").generate();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        server.createContext("/.well-known/openid-configuration", x -> json(x, """
                {"issuer":"%1$s","authorization_endpoint":"%1$s/authorize","token_endpoint":"%1$s/token","jwks_uri":"%1$s/keys",
                 "response_types_supported":["code"],"subject_types_supported":["public"],"id_token_signing_alg_values_supported":["RS256"],
                 "scopes_supported":["openid","email","profile"]}""".formatted(issuer())));
        server.createContext("/keys", x -> json(x, new JWKSet(key.toPublicJWK()).toString()));
        server.createContext("/authorize", this::authorize);
        server.createContext("/token", this::token);
    }

    void start() {
        server.start();
    }

    String issuer() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    void vouchesFor(String address, boolean addressIsVerified) {
        email = address;
        verified = addressIsVerified;
        wrongNonce = false;
        number = "number of " + address.toLowerCase(Locale.ROOT);
        since = Duration.ZERO;
        tellsTime = true;
        asksAnew = true;
        how = List.of();
    }

    /** Under this number it knows whoever it vouches for. */
    void knowsThemAs(String theirs) {
        number = theirs;
    }

    /** So long ago it asked for a password; somebody who is asked for a fresh proof types it again. */
    void askedAgo(Duration ago, Clock by) {
        since = ago;
        clock = by;
    }

    void neverSaysWhen() {
        tellsTime = false;
    }

    /** A fresh proof is asked for, and the person's open session is shown instead. */
    void doesNotAskAnew() {
        asksAnew = false;
    }

    /** In the words of RFC 8176. */
    void saysHow(String... methods) {
        how = List.of(methods);
    }

    void answersAnOldQuestion() {
        wrongNonce = true;
    }

    private void authorize(HttpExchange exchange) throws IOException {
        var asked = parameters(exchange.getRequestURI().getRawQuery());
        String code = "code" + codes.size();
        codes.put(code, asked);
        exchange.getResponseHeaders().add("Location",
                asked.get("redirect_uri") + "?code=" + code + "&state=" + asked.get("state"));
        exchange.sendResponseHeaders(302, -1);
        exchange.close();
    }

    private void token(HttpExchange exchange) throws IOException {
        var given = parameters(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        var asked = codes.remove(given.get("code"));
        try {
            var hash = MessageDigest.getInstance("SHA-256")
                    .digest(String.valueOf(given.get("code_verifier")).getBytes(StandardCharsets.US_ASCII));
            if (asked == null || !Base64.getUrlEncoder().withoutPadding().encodeToString(hash)
                    .equals(asked.get("code_challenge"))) {
                exchange.sendResponseHeaders(400, -1);
                exchange.close();
                return;
            }
            var now = Instant.now();
            boolean anew = asksAnew && "0".equals(asked.get("max_age"));
            var claims = new JWTClaimsSet.Builder().issuer(issuer()).subject(number).audience("daywatch")
                    .issueTime(Date.from(now)).expirationTime(Date.from(now.plusSeconds(300)))
                    .claim("nonce", wrongNonce ? "yesterday" : asked.get("nonce")).claim("email", email)
                    .claim("email_verified", verified);
            if (tellsTime && asked.containsKey("max_age"))
                claims.claim("auth_time", clock.instant().minus(anew ? Duration.ZERO : since).getEpochSecond());
            if (!how.isEmpty()) claims.claim("amr", how);
            var token = new SignedJWT(new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("one").build(),
                    claims.build());
            token.sign(new RSASSASigner(key));
            json(exchange, "{\"access_token\":\"a\",\"token_type\":\"Bearer\",\"expires_in\":300,\"id_token\":\""
                    + token.serialize() + "\"}");
        } catch (java.security.GeneralSecurityException | com.nimbusds.jose.JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, String> parameters(String text) {
        var map = new HashMap<String, String>();
        for (String pair : text.split("&")) {
            var parts = pair.split("=", 2);
            map.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
        }
        return map;
    }

    private static void json(HttpExchange exchange, String body) {
        try (exchange) {
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
