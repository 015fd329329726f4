package org.daywatch.platform.notifications;

import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.daywatch.platform.outgoing.Outgoing;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.http.MediaType;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;
import org.springframework.web.client.RestClientResponseException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Any HTTP gateway: address, headers and a body with {to}, {text}, {id} and {seconds}, for which it is news. Off until
 * the environment or the form names an address.
 */
@Component
@EnableConfigurationProperties(SmsSender.Gateway.class)
class SmsSender implements Sender {

    private static final int LONGEST = 320; // two parts; more costs more and is read less

    private static final Set<Integer> LATER = Set.of(401, 408, 425, 429);

    private final Supplier<Gateway> gateway;
    private final RestClient http;
    private final JsonMapper json;
    private final Clock clock;

    @Autowired
    SmsSender(Gateway set, Outgoing outgoing, JsonMapper json, Clock clock) {
        this(() -> outgoing.text()
                .map(t -> new Gateway(t.url(), t.type(), t.headers(), t.body(), set.name(), t.number())).orElse(set),
                json, clock, Duration.ofSeconds(15));
    }

    SmsSender(Gateway gateway, JsonMapper json, Clock clock) {
        this(gateway, json, clock, Duration.ofSeconds(15));
    }

    SmsSender(Gateway gateway, JsonMapper json, Clock clock, Duration patience) {
        this(() -> gateway, json, clock, patience);
    }

    private SmsSender(Supplier<Gateway> gateway, JsonMapper json, Clock clock, Duration patience) {
        this.clock = clock;
        this.gateway = gateway;
        this.json = json;
        var factory = new JdkClientHttpRequestFactory(
                HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build());
        factory.setReadTimeout(patience);
        this.http = RestClient.builder().requestFactory(factory).build();
    }

    /**
     * @param type of the body; it decides how the filled-in texts are escaped
     * @param number where the gateway's own number stands in its JSON answer ({@code messages.0.id}); empty: in the
     * header X-Message-Id
     * @param name under which this gateway's receipts are taken ({@code daywatch.sms.receipts.NAME})
     */
    @ConfigurationProperties("daywatch.sms")
    record Gateway(@DefaultValue("") String url, @DefaultValue("application/json") String type,
            @DefaultValue Map<String, String> headers,
            @DefaultValue("{\"to\":\"{to}\",\"text\":\"{text}\",\"reference\":\"{id}\"}") String body,
            @DefaultValue("sms") String name,
            @DefaultValue("") String number) {

        /** What a carrier keeps at most where a message does not grow old. */
        private static final Duration A_DAY = Duration.ofDays(1);

        String filled(Letter letter, Instant now) {
            String text = letter.body().length() <= LONGEST
                    ? letter.body()
                    : letter.body().substring(0, LONGEST - 1) + "…";
            UnaryOperator<String> escape = type.contains("json")
                    ? Gateway::json
                    : type.contains("form")
                            ? s -> URLEncoder.encode(s, StandardCharsets.UTF_8)
                            : s -> s;
            // In one pass: a text that itself says {id} stays as it is.
            var filled = new StringBuilder();
            for (int i = 0; i < body.length(); i++) {
                if (body.startsWith("{to}", i)) {
                    filled.append(escape.apply(letter.address()));
                    i += 3;
                } else if (body.startsWith("{text}", i)) {
                    filled.append(escape.apply(text));
                    i += 5;
                } else if (body.startsWith("{seconds}", i)) {
                    filled.append(seconds(letter, now));
                    i += 8;
                } else if (body.startsWith("{id}", i)) {
                    filled.append(escape.apply(letter.id().toString()));
                    i += 3;
                } else filled.append(body.charAt(i));
            }
            return filled.toString();
        }

        private static long seconds(Letter letter, Instant now) {
            var left = letter.until() == null ? A_DAY : Duration.between(now, letter.until());
            return Math.max(1, (left.compareTo(A_DAY) > 0 ? A_DAY : left).toSeconds());
        }

        private static String json(String text) {
            var escaped = new StringBuilder();
            text.chars().forEach(c -> {
                if (c == '"' || c == '\\') escaped.append('\\').append((char) c);
                else if (c < 0x20) escaped.append("\\u%04x".formatted(c));
                else escaped.append((char) c);
            });
            return escaped.toString();
        }
    }

    @Override
    public Channel channel() {
        return Channel.SMS;
    }

    @Override
    public boolean available() {
        return !gateway.get().url().isBlank();
    }

    @Override
    public String gateway() {
        return gateway.get().name();
    }

    @Override
    public @Nullable String send(Letter letter) throws NotSent {
        var gateway = this.gateway.get();
        try {
            var answer = http.post().uri(gateway.url()).headers(h -> gateway.headers().forEach(h::set))
                    .contentType(MediaType.parseMediaType(gateway.type())).body(gateway.filled(letter, clock.instant()))
                    .retrieve().toEntity(String.class);
            return gateway.number().isEmpty()
                    ? answer.getHeaders().getFirst("X-Message-Id")
                    : number(gateway, answer.getBody());
        } catch (RestClientResponseException e) {
            // What it refuses of this message it refuses for ever; the rest is the gateway's own trouble, or ours with its key.
            boolean later = e.getStatusCode().is5xxServerError() || LATER.contains(e.getStatusCode().value());
            throw new NotSent("the gateway answered " + e.getStatusCode(), !later,
                    RetryAfter.read(e.getResponseHeaders(), clock.instant()));
        } catch (ResourceAccessException e) { // silent or not there: it would be so for the next message too
            throw new NotSent(String.valueOf(e.getMessage()), false, REST);
        } catch (RestClientException e) {
            throw new NotSent(String.valueOf(e.getMessage()), false);
        }
    }

    /** It was sent, whatever the answer looks like; without a number only our own reference finds it again. */
    private @Nullable String number(Gateway gateway, @Nullable String answer) {
        try {
            var value = json.readTree(answer == null ? "" : answer).at("/" + gateway.number().replace('.', '/'));
            return value.isValueNode() && !value.isNull() ? value.asString() : null;
        } catch (JacksonException e) {
            return null;
        }
    }
}
