package org.daywatch.emergencies.devices.hooks;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.HexFormat;
import java.util.UUID;
import org.daywatch._story.Story;
import org.daywatch._story.TestClock;
import org.daywatch.emergencies.AlertStatus;
import org.daywatch.emergencies.ProtocolAction;
import org.daywatch.emergencies.devices.DeviceRefresh;
import org.daywatch.platform.persistence.Ids;
import org.springframework.context.ApplicationContext;

/**
 * A maker's service that signs what its desk button sends, as docs/formats/press-hook.md says. Every press is a TEST.
 */
public final class SigningHook {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final UUID id = Ids.next();
    private final String secret;
    private final String lane;
    private final Clock clock;

    public SigningHook(ApplicationContext app, String lane, UUID agency, UUID district, UUID school) {
        this.lane = lane;
        this.clock = app.getBean(TestClock.class);
        this.secret = app.getBean(HookSecrets.class).of(id, 1);
        var hook = new PressHook(agency, id, district, school, "Desk buttons", "button", "event", 1, null, null, "test",
                clock.instant(), null);
        app.getBean(Story.class).run(agency, () -> {
            app.getBean(PressHooks.class).add(hook);
            app.getBean(PressHooks.class).set(hook, new PressHook.Button("B-17", school, null, "Front gate",
                    ProtocolAction.HOLD, "", AlertStatus.TEST, "test", clock.instant()));
        });
        app.getBean(DeviceRefresh.class).has(agency);
    }

    /** @return the lane's status code */
    public int press(String event) {
        String body = "{\"button\":\"B-17\",\"event\":\"" + event + "\"}";
        String time = Long.toString(clock.instant().getEpochSecond());
        try {
            return CLIENT
                    .send(HttpRequest.newBuilder(URI.create(lane + "/lane/presses"))
                            .header("Daywatch-Hook", id.toString()).header("Daywatch-Time", time)
                            .header("Daywatch-Signature",
                                    HexFormat.of().formatHex(
                                            HookSecrets.signature(secret, time, body.getBytes(StandardCharsets.UTF_8))))
                            .POST(HttpRequest.BodyPublishers.ofString(body)).build(),
                            HttpResponse.BodyHandlers.ofString())
                    .statusCode();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
