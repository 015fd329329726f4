package org.daywatch.emergencies.lane;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.daywatch._story.DaywatchIT;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The lane as part of the whole application. */
@DaywatchIT
class LaneIT {

    @Autowired LaneAddress address;
    @LocalServerPort int port;

    @Test
    void theLaneStandsOnAPortOfItsOwnAndPagesMayConnectToIt() throws Exception {
        assertThat(URI.create(address.get()).getPort()).isPositive().isNotEqualTo(port);
        try (var client = HttpClient.newHttpClient()) {
            var health = client.send(HttpRequest.newBuilder(URI.create(address.get() + "/lane/health")).header("Origin", "http://localhost:" + port).build(), HttpResponse.BodyHandlers.ofString());
            assertThat(health.body()).contains("\"accepting\":true", "\"database\":\"up\"");
            assertThat(health.headers().firstValue("Access-Control-Allow-Origin")).contains("http://localhost:" + port);
            var page = client.send(HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/sign-in")).build(), HttpResponse.BodyHandlers.ofString());
            assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow()).contains("connect-src 'self' ").contains(address.get()).contains("default-src 'self'");
        }
    }
}
