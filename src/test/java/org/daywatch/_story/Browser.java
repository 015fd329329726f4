package org.daywatch._story;

import java.io.IOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.regex.Pattern;
import org.daywatch.platform.identity.Role;
import org.daywatch.platform.identity.Sessions;
import org.springframework.context.ApplicationContext;

/** A browser without script: cookies, forms, redirects. */
public final class Browser {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final CookieManager cookies = new CookieManager();
    private final HttpClient client = HttpClient.newBuilder().cookieHandler(cookies)
            .followRedirects(HttpClient.Redirect.NORMAL).build();
    private final String home;
    private String token = "";
    private Runnable proof = () -> {};

    public Browser(int port) {
        home = "http://localhost:" + port;
    }

    public static Browser of(ApplicationContext app, int port, UUID person, UUID org, Role role) {
        var browser = new Browser(port);
        var sessions = app.getBean(Sessions.class);
        String session = sessions.open(person, "PASSKEY", "test");
        sessions.actFor(session, org, role);
        browser.carry(session);
        browser.proof = () -> browser.carry(sessions.proven(browser.session(), Sessions.PASSKEY));
        return browser;
    }

    private void carry(String session) {
        var cookie = new HttpCookie("daywatch_session", session);
        cookie.setPath("/");
        cookie.setVersion(0);
        cookies.getCookieStore().add(URI.create(home), cookie);
    }

    private String session() {
        return cookies.getCookieStore().getCookies().stream().filter(c -> c.getName().equals("daywatch_session"))
                .findFirst().orElseThrow().getValue();
    }

    public HttpResponse<String> get(String path) {
        if (path.matches("[^?]*\\.csv(\\?.*)?")) proof.run(); // who takes a list along proves who they are
        return follow(path);
    }

    /** Without proving anew who is there, even where a list is taken along. */
    public HttpResponse<String> follow(String path) {
        return send(HttpRequest.newBuilder(URI.create(home + path)).header("Accept", "text/html").GET());
    }

    /** Fields as name=value. The token comes from the last page with a form. */
    public HttpResponse<String> post(String path, String... fields) {
        var body = new StringBuilder("_csrf=" + encode(token));
        for (String field : fields) {
            int equals = field.indexOf('=');
            body.append('&').append(field, 0, equals).append('=').append(encode(field.substring(equals + 1)));
        }
        return send(HttpRequest.newBuilder(URI.create(home + path)).header("Accept", "text/html")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body.toString())));
    }

    /** A form with a file. Fields as name=value. */
    public HttpResponse<String> upload(String path, String field, String fileName, byte[] file, String... fields) {
        String edge = "edge" + java.util.UUID.randomUUID();
        var body = new StringBuilder();
        var all = new java.util.ArrayList<>(java.util.List.of("_csrf=" + token));
        all.addAll(java.util.List.of(fields));
        for (String one : all) {
            int equals = one.indexOf('=');
            body.append("--").append(edge).append("\r\nContent-Disposition: form-data; name=\"").append(one, 0, equals)
                    .append("\"\r\n\r\n").append(one.substring(equals + 1)).append("\r\n");
        }
        body.append("--").append(edge).append("\r\nContent-Disposition: form-data; name=\"").append(field)
                .append("\"; filename=\"").append(fileName)
                .append("\"\r\nContent-Type: application/octet-stream\r\n\r\n")
                .append(new String(file, StandardCharsets.ISO_8859_1)).append("\r\n--").append(edge).append("--\r\n");
        return send(HttpRequest.newBuilder(URI.create(home + path)).header("Accept", "text/html")
                .header("Content-Type", "multipart/form-data; boundary=" + edge)
                .POST(HttpRequest.BodyPublishers.ofString(body.toString(), StandardCharsets.ISO_8859_1)));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            var response = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
            var found = TOKEN.matcher(response.body());
            if (found.find()) token = found.group(1);
            return response;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
