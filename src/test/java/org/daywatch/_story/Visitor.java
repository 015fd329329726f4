package org.daywatch._story;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.regex.Pattern;
import org.daywatch.platform.identity.Role;
import org.daywatch.platform.identity.SessionLifetime;
import org.daywatch.platform.identity.Sessions;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.env.Environment;

/** Somebody with a browser: a session, cookies, and forms that carry their token. Redirects are shown, not followed. */
@TestComponent
@Lazy
public class Visitor {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final Sessions sessions;
    private final Environment environment;
    private final Clock clock;

    Visitor(Sessions sessions, Environment environment, Clock clock) {
        this.sessions = sessions;
        this.environment = environment;
        this.clock = clock;
    }

    public Visit signedIn(UUID person, UUID org, Role role) {
        return new Visit(base(), new SignIn(person, org, role));
    }

    public Visit stranger() {
        return new Visit(base(), null);
    }

    /**
     * Whom a visit belongs to. They sign in anew when their session ran out because the test moved the clock, as they
     * would the next morning.
     */
    private final class SignIn {

        private final UUID person;
        private final UUID org;
        private final Role role;
        private @Nullable String token;
        private Instant opened = Instant.EPOCH;
        private Instant used = Instant.EPOCH;

        SignIn(UUID person, UUID org, Role role) {
            this.person = person;
            this.org = org;
            this.role = role;
            open();
        }

        /** @return the session's cookie when it is a new one */
        synchronized @Nullable String anew() {
            // Use is written down every five minutes only, so a session may end that much earlier.
            boolean over = !clock.instant()
                    .isBefore(SessionLifetime.of(role, clock.instant()).end(opened, used.minus(Duration.ofMinutes(6))));
            if (over) open();
            used = clock.instant();
            return over ? token : null;
        }

        /** They prove anew who they are, as whoever takes a list along has to. */
        synchronized String proven() {
            token = sessions.proven(token, Sessions.PASSKEY);
            return token;
        }

        private void open() {
            token = sessions.open(person, "PASSKEY", "test");
            sessions.actFor(token, org, role);
            opened = used = clock.instant();
        }
    }

    private URI base() {
        return URI.create("http://localhost:" + environment.getRequiredProperty("local.server.port"));
    }

    public static final class Visit {

        private final URI base;
        private final @Nullable SignIn signIn;
        private final CookieManager cookies = new CookieManager();
        private final HttpClient client = HttpClient.newBuilder().cookieHandler(cookies)
                .followRedirects(HttpClient.Redirect.NEVER).build();

        Visit(URI base, @Nullable SignIn signIn) {
            this.base = base;
            this.signIn = signIn;
            if (signIn != null) carry(signIn.token);
        }

        private void carry(String session) {
            var cookie = new HttpCookie("daywatch_session", session);
            cookie.setPath("/");
            cookie.setVersion(0);
            cookies.getCookieStore().add(base, cookie);
        }

        public HttpResponse<String> get(String path) {
            signedIn();
            if (signIn != null && path.matches("[^?]*\\.csv(\\?.*)?")) carry(signIn.proven());
            return send(HttpRequest.newBuilder(base.resolve(path)).header("Accept", "text/html").GET());
        }

        /** @param fields name, value, name, value… */
        public HttpResponse<String> post(String path, String... fields) {
            return post(path, "text/html", fields);
        }

        /** As the queue of a phone sends what it kept. */
        public HttpResponse<String> queued(String path, String... fields) {
            return post(path, "application/json", fields);
        }

        private HttpResponse<String> post(String path, String accept, String[] fields) {
            var form = new StringBuilder("_csrf=" + encode(csrf()));
            for (int i = 0; i < fields.length; i += 2)
                form.append('&').append(encode(fields[i])).append('=')
                        .append(encode(fields[i + 1]));
            return send(HttpRequest.newBuilder(base.resolve(path)).header("Accept", accept)
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(HttpRequest.BodyPublishers.ofString(form.toString())));
        }

        /** A form with a file named {@code file}. @param fields name, value, name, value… */
        public HttpResponse<String> upload(String path, String fileName, String file, String... fields) {
            return upload(path, "file", fileName, file.getBytes(StandardCharsets.UTF_8), fields);
        }

        /** @param field the file's name in the form. @param fields name, value, name, value… */
        public HttpResponse<String> upload(String path, String field, String fileName, byte[] file, String... fields) {
            String edge = "edge" + UUID.randomUUID();
            var body = new ByteArrayOutputStream();
            part(body, edge, "name=\"_csrf\"", csrf().getBytes(StandardCharsets.UTF_8));
            for (int i = 0; i < fields.length; i += 2)
                part(body, edge, "name=\"" + fields[i] + "\"", fields[i + 1].getBytes(StandardCharsets.UTF_8));
            part(body, edge,
                    "name=\"" + field + "\"; filename=\"" + fileName + "\"\r\nContent-Type: application/octet-stream",
                    file);
            body.writeBytes(("--" + edge + "--\r\n").getBytes(StandardCharsets.UTF_8));
            return send(HttpRequest.newBuilder(base.resolve(path)).header("Accept", "text/html")
                    .header("Content-Type", "multipart/form-data; boundary=" + edge)
                    .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray())));
        }

        private static void part(ByteArrayOutputStream body, String edge, String disposition, byte[] value) {
            body.writeBytes(("--" + edge + "\r\nContent-Disposition: form-data; " + disposition + "\r\n\r\n")
                    .getBytes(StandardCharsets.UTF_8));
            body.writeBytes(value);
            body.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
        }

        public HttpResponse<String> send(HttpRequest.Builder request) {
            signedIn();
            try {
                return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }

        /** A file as it comes. */
        public byte[] bytes(String path) {
            signedIn();
            try {
                return client.send(HttpRequest.newBuilder(base.resolve(path)).GET().build(),
                        HttpResponse.BodyHandlers.ofByteArray()).body();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }

        private void signedIn() {
            var session = signIn == null ? null : signIn.anew();
            if (session != null) carry(session);
        }

        private String csrf() {
            var matcher = TOKEN.matcher(get("/sign-in").body());
            if (!matcher.find()) throw new IllegalStateException("the sign-in page carries no token");
            return matcher.group(1);
        }

        private static String encode(String text) {
            return URLEncoder.encode(text, StandardCharsets.UTF_8);
        }
    }
}
