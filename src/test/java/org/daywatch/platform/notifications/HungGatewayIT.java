package org.daywatch.platform.notifications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.daywatch_db.platform.Tables.NOTIFICATION_CHOICE;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.daywatch._story.DaywatchIT;
import org.daywatch._story.Story;
import org.daywatch._story.TestClock;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/**
 * The gateway for text messages takes a message and never answers.
 *
 * <p>F-07 of docs/security.
 */
@DaywatchIT
class HungGatewayIT {

    private static final String NUMBER = "+16025550142";
    private static final Duration PATIENCE = Duration.ofSeconds(15); // five times the promise

    @Autowired ApplicationContext app;
    @Autowired Story story;
    @Autowired DSLContext db;
    @Autowired TestClock clock;

    private ScriptedGateway gateway;
    private DirectDeliveries deliveries;

    @BeforeEach
    void open() throws Exception {
        gateway = new ScriptedGateway(app, "acme", PATIENCE);
        deliveries = gateway.deliveries();
    }

    @AfterEach
    void close() {
        gateway.close();
    }

    /** Promised within three seconds; on a busy machine at least while the text still hangs. */
    @Test
    void lettersOfEveryOrganizationLeaveMeanwhileAndTextsThatWaitTooLongAreNeverSent() {
        var timers = gateway.timers();
        gateway.says(NUMBER, new ScriptedGateway.Answer(0, ""));
        var hung = story.cast();
        var beside = story.cast();
        for (var cast : List.of(hung, beside)) phone(cast);
        var first = send(hung, Channel.SMS);
        var second = send(hung, Channel.SMS);
        var other = send(beside, Channel.SMS);
        timers.wake();
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> gateway.numbers().contains(NUMBER));
        long began = System.nanoTime();
        var letters = List.of(send(hung, Channel.EMAIL), send(beside, Channel.EMAIL));
        Awaitility.await().atMost(PATIENCE).until(() -> {
            timers.wake(); // as every three seconds; while all organizations are still being asked it does nothing
            return gateway.letters.containsAll(List.of(address(hung), address(beside)));
        });
        System.out.printf("with a hung text gateway two letters left within %d ms (promised: 3,000)%n",
                (System.nanoTime() - began) / 1_000_000);
        assertThat(letters).allMatch(Objects::nonNull);
        assertThat(List.of(error(hung, first), error(hung, second), error(beside, other))).as("the text still hangs")
                .allMatch(Optional::isEmpty);
        Awaitility.await().atMost(PATIENCE.multipliedBy(3)).until(() -> error(hung, first).isPresent()
                || error(hung, second).isPresent() || error(beside, other).isPresent());
        assertThat(gateway.numbers()).as("one was tried; the gateway rests, and the others with it").hasSize(1);
        clock.move(Duration.ofMinutes(11));
        Awaitility.await().untilAsserted(() -> {
            timers.wake();
            assertThat(List.of(state(hung, first), state(hung, second), state(beside, other))).containsOnly("EXPIRED");
        });
        assertThat(gateway.numbers()).as("nothing stale left").hasSize(1);
    }

    private void phone(Story.Cast cast) {
        story.run(cast.agency(),
                () -> db.insertInto(NOTIFICATION_CHOICE).set(NOTIFICATION_CHOICE.ZONE, "America/Phoenix")
                        .set(NOTIFICATION_CHOICE.TENANT_ID, cast.agency())
                        .set(NOTIFICATION_CHOICE.PERSON_ID, cast.coordinator())
                        .set(NOTIFICATION_CHOICE.CHANNELS, new String[] {"IN_APP"})
                        .set(NOTIFICATION_CHOICE.PHONE, NUMBER).execute());
    }

    private UUID send(Story.Cast cast, Channel channel) {
        var notice = Notice.of("ALERT", "/alerts", language -> new Notice.Words("Alert", "Get out.")).asUrgent()
                .until(clock.instant().plus(Duration.ofMinutes(10)));
        return story.as(cast.agency(), () -> deliveries.send(notice, cast.agency(), cast.coordinator(), channel))
                .orElseThrow();
    }

    private static String address(Story.Cast cast) {
        return "coordinator" + cast.suffix() + "@story.example";
    }

    private String state(Story.Cast cast, UUID id) {
        return story.as(cast.agency(), () -> deliveries.states(cast.agency(), List.of(id))).get(id).state();
    }

    private Optional<String> error(Story.Cast cast, UUID id) {
        return Optional.of(story.as(cast.agency(), () -> deliveries.states(cast.agency(), List.of(id))).get(id).error())
                .filter(said -> !said.isEmpty());
    }
}
