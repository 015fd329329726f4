package org.daywatch.platform.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** By the gateway's number its receipt finds the message again. */
class SmsSenderTest {

    private static final Sender.Letter LETTER = new Sender.Letter(UUID.randomUUID(), "+16025550142", "",
            "The post has been empty since 7:30.", "", null);

    private HttpServer gateway;
    private volatile String answer = "";

    @BeforeEach
    void open() throws Exception {
        gateway = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        gateway.createContext("/", exchange -> {
            byte[] body = answer.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("X-Message-Id", "H-1");
            exchange.sendResponseHeaders(200, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        gateway.start();
    }

    @AfterEach
    void close() {
        gateway.stop(0);
    }

    @Test
    void theGatewaysNumberIsReadWhereItStands() throws Exception {
        assertThat(sender("").send(LETTER)).isEqualTo("H-1");
        answer = "{\"messages\":[{\"id\":\"M-4711\"}]}";
        assertThat(sender("messages.0.id").send(LETTER)).isEqualTo("M-4711");
    }

    @Test
    void anAnswerWithoutOneIsStillAnAnswerAndTheMessageSent() throws Exception {
        for (String other : new String[] {"", "OK", "{", "{\"messages\":[]}", "{\"messages\":[{\"id\":null}]}"}) {
            answer = other;
            assertThat(sender("messages.0.id").send(LETTER)).as(other).isNull();
        }
    }

    private SmsSender sender(String number) {
        return new SmsSender(
                new SmsSender.Gateway("http://127.0.0.1:" + gateway.getAddress().getPort() + "/send",
                        "application/json", Map.of(), "{}", "acme", number),
                JsonMapper.builder().build(), Clock.systemUTC());
    }
}
