package org.daywatch._story;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.StringJoiner;
import java.util.regex.Pattern;

/**
 * Somebody with a browser that keeps cookies, follows no redirect by itself and reads the hidden token of a form. Each
 * comes from an address of their own, so that one visitor's wrong tries do not count against another.
 */
public final class Guest implements AutoCloseable {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static int last = 1;

    private final int port;
    private final HttpClient http;
    private final Map<String, String> cookies = new LinkedHashMap<>();

    public Guest(int port) {
        this.port = port;
        try {
            this.http = HttpClient.newBuilder().localAddress(InetAddress.getByName("127.0.1." + (last++ % 250 + 1)))
                    .build();
        } catch (UnknownHostException e) {
            throw new UncheckedIOException(e);
        }
    }

    public record Answer(int status, String body, String location, String cookies) {}

    public Answer get(String path) {
        return send(request(path).GET());
    }

    /** Follows a link that stands on a page of this site, or of another. @param site as browsers say it */
    public Answer follow(String path, String site) {
        return send(request(path).header("Sec-Fetch-Site", site).GET());
    }

    /** Posts a form with the token a page of this site gave, as the page's own form does. */
    public Answer post(String path, String... namesAndValues) {
        return postWith(token(), path, namesAndValues);
    }

    /** The same with a token that was read before. */
    public Answer postWith(String token, String path, String... namesAndValues) {
        var form = new StringJoiner("&");
        form.add("_csrf=" + encode(token));
        for (int i = 0; i < namesAndValues.length; i += 2)
            form.add(namesAndValues[i] + "=" + encode(namesAndValues[i + 1]));
        return send(request(path).header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form.toString())));
    }

    /** Posts from a page of another site: cookies come along, the token does not. */
    public Answer postFromElsewhere(String path, String form) {
        return send(request(path).header("Content-Type", "application/x-www-form-urlencoded")
                .header("Origin", "https://elsewhere.example")
                .POST(HttpRequest.BodyPublishers.ofString(form)));
    }

    public Answer signIn(String email, String password) {
        return post("/sign-in", "email", email, "password", password);
    }

    public String cookie(String name) {
        return cookies.get(name);
    }

    public void carry(String name, String value) {
        cookies.put(name, value);
    }

    private String token() {
        var found = TOKEN.matcher(get("/sign-in").body());
        if (!found.find()) throw new AssertionError("the sign-in page has no token");
        return found.group(1);
    }

    private HttpRequest.Builder request(String path) {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("Accept", "text/html")
                .header("User-Agent", "Mozilla/5.0 (X11; Linux x86_64) Chrome/156.0");
        if (!cookies.isEmpty()) {
            var line = new StringJoiner("; ");
            cookies.forEach((name, value) -> line.add(name + "=" + value));
            request.header("Cookie", line.toString());
        }
        return request;
    }

    private Answer send(HttpRequest.Builder request) {
        try {
            var response = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            for (var header : response.headers().allValues("set-cookie")) {
                var pair = header.split(";", 2)[0].split("=", 2);
                if (pair[1].isEmpty()) cookies.remove(pair[0]);
                else cookies.put(pair[0], pair[1]);
            }
            return new Answer(response.statusCode(), response.body(),
                    response.headers().firstValue("location").orElse("").replace("http://localhost:" + port, ""),
                    String.join("\n", response.headers().allValues("set-cookie")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        http.close();
    }
}
