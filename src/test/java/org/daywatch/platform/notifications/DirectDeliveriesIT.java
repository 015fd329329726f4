package org.daywatch.platform.notifications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.daywatch_db.platform.Tables.NOTIFICATION_CHOICE;
import static org.daywatch_db.platform.Tables.OUTBOUND_MESSAGE;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.daywatch._story.DaywatchIT;
import org.daywatch._story.Story;
import org.daywatch._story.TestClock;
import org.daywatch.platform.copy.RestoredCopy;
import org.daywatch.platform.live.Live;
import org.daywatch.platform.tenancy.OnBehalf;
import org.daywatch.platform.tenancy.Scope;
import org.daywatch.platform.tenancy.Tenancy;
import org.daywatch.platform.time.Elapsed;
import org.daywatch.platform.time.HomeZones;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;

/** One message by one way, for danger to life. */
@DaywatchIT
class DirectDeliveriesIT {

    @Autowired Story story;
    @Autowired DSLContext db;
    @Autowired TestClock clock;
    @Autowired OnBehalf onBehalf;
    @Autowired Live live;
    @Autowired Languages languages;
    @Autowired HomeZones zones;
    @Autowired PlatformTransactionManager transactions;

    private final List<String> left = new ArrayList<>();
    private final AtomicLong nanos = new AtomicLong();
    private Duration slow = Duration.ZERO;
    private boolean away;
    private Story.Cast cast;
    private DirectDeliveries deliveries;
    private DeliveryWorker worker;

    private final Sender texts = new Sender() {
        @Override
        public Channel channel() {
            return Channel.SMS;
        }

        @Override
        public boolean available() {
            return true;
        }

        @Override
        public String send(Letter letter) throws NotSent {
            if (away) throw new NotSent("the gateway is away", false);
            left.add(letter.body());
            clock.move(slow);
            return null;
        }
    };

    @BeforeEach
    void aNumberAndQuietHours() {
        clock.setTo(TestClock.START);
        cast = story.cast();
        story.run(cast.agency(),
                () -> db.insertInto(NOTIFICATION_CHOICE).set(NOTIFICATION_CHOICE.ZONE, "America/Phoenix")
                        .set(NOTIFICATION_CHOICE.TENANT_ID, cast.agency())
                        .set(NOTIFICATION_CHOICE.PERSON_ID, cast.coordinator())
                        .set(NOTIFICATION_CHOICE.CHANNELS, new String[] {"IN_APP"})
                        .set(NOTIFICATION_CHOICE.PHONE, "+16025550142")
                        .set(NOTIFICATION_CHOICE.QUIET_FROM, LocalTime.MIDNIGHT)
                        .set(NOTIFICATION_CHOICE.QUIET_TO, LocalTime.of(23, 59)).execute());
        Clock time = clock;
        deliveries = new DirectDeliveries(db, time, onBehalf,
                new Notifications(db, time, onBehalf, live, languages, List.of(texts), zones, false));
        worker = new DeliveryWorker(db, time, List.of(texts), transactions, false, RestoredCopy.none());
    }

    @Test
    void dangerIgnoresWhatSomebodyChoseForEverydayNewsAndTheHour() {
        var id = send(Channel.SMS);
        assertThat(id).isNotNull();
        work();
        assertThat(left).containsExactly("Get out.");
        assertThat(state(id)).isEqualTo("SENT");
        assertThat(send(Channel.EMAIL)).as("not configured").isNull();
    }

    @Test
    void whatIsNoNewsAnyMoreIsMarkedAndNeverSent() {
        var late = send(Channel.SMS);
        clock.move(Duration.ofMinutes(10));
        work();
        var over = send(Channel.SMS);
        story.run(cast.agency(), () -> deliveries.expire(cast.agency(), List.of(over)));
        work();
        assertThat(left).isEmpty();
        assertThat(state(late)).isEqualTo("EXPIRED");
        assertThat(state(over)).isEqualTo("EXPIRED");
        assertThat(story.as(cast.agency(), () -> db.fetchCount(OUTBOUND_MESSAGE))).isEqualTo(2);
    }

    /** Taken together, sent one by one: the gateway needs eleven minutes for the first. */
    @Test
    void whatExpiresWhileTheOneBeforeItIsSentIsNotSent() {
        var first = send(Channel.SMS);
        var second = send(Channel.SMS);
        slow = Duration.ofMinutes(11);
        work();
        work();
        assertThat(left).hasSize(1);
        assertThat(List.of(state(first), state(second))).containsExactlyInAnyOrder("SENT", "EXPIRED");
    }

    /** Five minutes after it was taken another worker may take it: then this one leaves it alone. */
    @Test
    void whatWasTakenTooLongAgoIsNotSentByTwo() {
        send(Channel.SMS);
        send(Channel.SMS);
        slow = Duration.ofMinutes(5);
        work();
        assertThat(left).hasSize(1);
        slow = Duration.ZERO;
        work();
        assertThat(left).as("the next one sends it").hasSize(2);
    }

    /**
     * The time of day is put right while it waits: it leaves at once all the same, and lives for the ten minutes it was
     * given.
     */
    @Test
    void aMessageWaitsAsLongAsItWasGivenWhateverTheTimeOfDayIsSetToMeanwhile() {
        for (var jump : List.of(Duration.ofDays(1), Duration.ofMinutes(-5))) {
            away = false;
            worker = new DeliveryWorker(db, clock, new Elapsed(clock, nanos::get), List.of(texts), transactions, false,
                    RestoredCopy.none());
            work();
            var fresh = send(Channel.SMS);
            passes(Duration.ofSeconds(2));
            clock.move(jump);
            work();
            assertThat(state(fresh)).as("sent after the clock jumped by %s", jump).isEqualTo("SENT");
            away = true;
            var waits = send(Channel.SMS);
            work();
            clock.move(jump);
            passes(Duration.ofMinutes(8));
            work();
            assertThat(state(waits)).as("eight minutes old, the clock jumped by %s", jump).isEqualTo("WAITING");
            passes(Duration.ofMinutes(2));
            work();
            assertThat(state(waits)).as("ten minutes old, the clock jumped by %s", jump).isEqualTo("EXPIRED");
        }
        away = false;
        var left = send(Channel.SMS);
        clock.move(Duration.ofDays(1));
        worker = new DeliveryWorker(db, clock, new Elapsed(clock, nanos::get), List.of(texts), transactions, false,
                RestoredCopy.none());
        work();
        assertThat(state(left)).as("after a restart the time of day counts").isEqualTo("EXPIRED");
    }

    private void passes(Duration time) {
        clock.move(time);
        nanos.addAndGet(time.toNanos());
    }

    private UUID send(Channel channel) {
        var notice = Notice.of("ALERT", "/alerts", language -> new Notice.Words("Alert", "Get out.")).asUrgent()
                .until(clock.instant().plus(Duration.ofMinutes(10)));
        return story.as(cast.agency(), () -> deliveries.send(notice, cast.agency(), cast.coordinator(), channel))
                .orElse(null);
    }

    private void work() {
        Tenancy.run(Scope.system(cast.agency()), worker::deliver);
    }

    private String state(UUID id) {
        return story.as(cast.agency(), () -> deliveries.states(cast.agency(), List.of(id))).get(id).state();
    }
}
