package org.daywatch.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Map;
import java.util.TreeMap;
import org.daywatch._story.DaywatchIT;
import org.daywatch._story.RawRequest;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * Every file beside the pages says what it is and how it is read; what cannot be read is refused behind the same guard
 * as a page.
 */
@DaywatchIT
class FixedFilesIT {

    private static final Map<String, String> KINDS = Map.of("js", "text/javascript;charset=UTF-8", "html",
            "text/html;charset=UTF-8", "svg", "image/svg+xml;charset=UTF-8", "webmanifest",
            "application/manifest+json", "woff2", "font/woff2", "png", "image/png", "css", "text/css;charset=UTF-8");

    @LocalServerPort int port;

    @Test
    void eachSaysWhatItIsWithItsCharacters() throws IOException, InterruptedException {
        var wrong = new TreeMap<String, String>();
        int asked = 0;
        try (var client = HttpClient.newHttpClient()) {
            for (var file : new PathMatchingResourcePatternResolver().getResources("classpath*:static/**/*.*")) {
                String whole = file.getURL().toString();
                String path = whole.substring(whole.lastIndexOf("/static/") + "/static".length());
                String kind = KINDS.get(path.substring(path.lastIndexOf('.') + 1));
                if (kind == null || path.startsWith("/vendor/uswds")) continue;
                asked++;
                var answer = client.send(HttpRequest.newBuilder(URI.create("http://localhost:" + port + path)).build(),
                        HttpResponse.BodyHandlers.discarding());
                String said = answer.headers().firstValue("content-type").orElse("nothing");
                if (answer.statusCode() != 200 || !said.replace(" ", "").equalsIgnoreCase(kind))
                    wrong.put(path, answer.statusCode() + " " + said);
            }
        }
        assertThat(asked).as("files").isGreaterThan(50);
        assertThat(wrong).isEmpty();
    }

    @Test
    void aRequestTheWebServerCannotReadIsRefusedBehindTheSameGuard() throws IOException {
        var unguarded = new ArrayList<String>();
        for (var request : new String[] {"GET /\u0000 HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
                "GET /sign-in HTTP/1.1\r\nConnection: close\r\n\r\n",
                "GET /{x} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nX-Large: " + "x".repeat(20_000) + "\r\n\r\n",
                "GET /%2e%2e/%2e%2e/ HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
                "POST / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Length: x\r\n\r\n"}) {
            String answer = RawRequest.answer(port, request);
            if (!answer.matches("(?s)HTTP/1\\.1 [34]\\d\\d .*") || !answer.contains("X-Content-Type-Options: nosniff")
                    || !answer.contains("frame-ancestors 'none'") || answer.contains("Tomcat")
                    || answer.contains("Exception"))
                unguarded.add(request.substring(0, 20) + "… is answered with " + answer);
        }
        assertThat(unguarded).isEmpty();
    }
}
