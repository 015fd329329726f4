package org.daywatch.emergencies.reach.push;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Supplier;
import org.daywatch.platform.web.PublicAddress;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Hands one message to one push service. It carries the attempt's number and nothing else; the browser fetches the
 * words with its own session.
 */
@Component
class PushSender {

    private static final Duration PATIENCE = Duration.ofSeconds(8);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    private final PushKey key;
    private final Supplier<String> site;
    private final Clock clock;
    private final PushLanes lanes;
    private final Duration patience;
    private final HttpClient http = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(4))
            .followRedirects(HttpClient.Redirect.NEVER).build();

    @Autowired
    PushSender(PushKey key, PublicAddress site, Clock clock, PushLanes lanes) {
        this(key, site::get, clock, lanes, PATIENCE);
    }

    PushSender(PushKey key, Supplier<String> site, Clock clock, PushLanes lanes, Duration patience) {
        this.lanes = lanes;
        this.patience = patience;
        this.key = key;
        this.site = site;
        this.clock = clock;
    }

    /** GONE: the browser took its permission back. */
    enum Answer { TAKEN, GONE, REFUSED }

    /** @param said what the service answered */
    record Said(Answer answer, String said) {}

    /**
     * Tries once more where the service is busy and asks for a short pause; a longer one is longer than an alert may
     * wait.
     */
    Said send(Subscription to, UUID attempt, UUID alert, Instant expires) throws InterruptedException {
        var first = once(to, attempt, alert, expires);
        if (first.pause == null || first.pause.compareTo(LONGEST_PAUSE) > 0) return first.said;
        Thread.sleep(first.pause);
        return once(to, attempt, alert, expires).said;
    }

    private record Once(Said said, @org.jspecify.annotations.Nullable Duration pause) {}

    private Once once(Subscription to, UUID attempt, UUID alert, Instant expires) throws InterruptedException {
        long seconds = Duration.between(clock.instant(), expires).toSeconds();
        if (seconds <= 0) return new Once(new Said(Answer.REFUSED, "no news any more"), null);
        String service = to.endpoint().getHost();
        if (lanes.rests(service))
            return new Once(new Said(Answer.REFUSED, "the service does not answer and rests"), null);
        try {
            var answer = http.send(request(to, attempt, alert, seconds), HttpResponse.BodyHandlers.discarding());
            lanes.answered(service);
            int status = answer.statusCode();
            if (status / 100 == 2) return new Once(new Said(Answer.TAKEN, ""), null);
            if (status == 404 || status == 410)
                return new Once(new Said(Answer.GONE, "the service answered " + status), null);
            boolean busy = status == 429 || status >= 500;
            return new Once(new Said(Answer.REFUSED, "the service answered " + status),
                    busy ? pause(answer.headers().firstValue("Retry-After").orElse("1")) : null);
        } catch (IOException e) {
            lanes.unanswered(service);
            return new Once(new Said(Answer.REFUSED, String.valueOf(e.getMessage())), null);
        } catch (GeneralSecurityException e) {
            return new Once(new Said(Answer.REFUSED, String.valueOf(e.getMessage())), null);
        }
    }

    private HttpRequest request(Subscription to, UUID attempt, UUID alert, long seconds)
            throws GeneralSecurityException {
        URI endpoint = to.endpoint();
        byte[] body = PushCipher.encrypt(("{\"id\":\"" + attempt + "\"}").getBytes(StandardCharsets.UTF_8),
                to.browserKey(), to.secret());
        return HttpRequest.newBuilder(endpoint).timeout(patience).header("TTL", Long.toString(seconds))
                .header("Urgency", "high").header("Topic", alert.toString().replace("-", ""))
                .header("Content-Encoding", "aes128gcm").header("Content-Type", "application/octet-stream")
                .header("Authorization", key.authorization(endpoint, site.get(), clock.instant()))
                .POST(HttpRequest.BodyPublishers.ofByteArray(body)).build();
    }

    private static Duration pause(String seconds) {
        return seconds.matches("\\d{1,6}") ? Duration.ofSeconds(Long.parseLong(seconds)) : LONGEST_PAUSE.plusSeconds(1);
    }
}
