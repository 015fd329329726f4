package org.daywatch.platform.notifications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.daywatch_db.platform.Tables.DELIVERY;
import static org.daywatch_db.platform.Tables.NOTIFICATION_CHOICE;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.daywatch._story.DaywatchIT;
import org.daywatch._story.Story;
import org.daywatch._story.TestClock;
import org.daywatch.platform.copy.RestoredCopy;
import org.daywatch.platform.live.Live;
import org.daywatch.platform.tenancy.OnBehalf;
import org.daywatch.platform.tenancy.Scope;
import org.daywatch.platform.tenancy.Tenancy;
import org.daywatch.platform.time.HomeZones;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import tools.jackson.databind.json.JsonMapper;

/**
 * A gateway that answers as written: busy, broken, silent, and at last well.
 *
 * <p>F-08 of docs/security.
 */
@DaywatchIT
class ScriptedGatewayIT {

    /** @param retryAfter empty: no such header @param status 0: it takes the request and never answers */
    private record Answer(int status, String retryAfter) {}

    private static final Notice GAP = Notice.of("COVERAGE_GAP", "/coverage/today",
            language -> new Notice.Words("Post without an officer", "Empty since 7:30."));

    @Autowired Story story;
    @Autowired DSLContext db;
    @Autowired TestClock clock;
    @Autowired OnBehalf onBehalf;
    @Autowired Live live;
    @Autowired Languages languages;
    @Autowired HomeZones zones;
    @Autowired PlatformTransactionManager transactions;
    @Autowired JsonMapper json;

    private final Queue<Answer> script = new ArrayDeque<>();
    private final AtomicInteger asked = new AtomicInteger();
    private HttpServer gateway;
    private SmsSender sms;
    private DeliveryWorker worker;
    private UUID agency;

    @BeforeEach
    void open() throws Exception {
        clock.setTo(TestClock.START);
        gateway = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        gateway.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        gateway.createContext("/send", exchange -> {
            asked.incrementAndGet();
            var answer = script.isEmpty() ? new Answer(200, "") : script.remove();
            if (answer.status() == 0) return;
            if (!answer.retryAfter().isEmpty()) exchange.getResponseHeaders().set("Retry-After", answer.retryAfter());
            exchange.sendResponseHeaders(answer.status(), -1);
            exchange.close();
        });
        gateway.start();
        sms = new SmsSender(
                new SmsSender.Gateway("http://127.0.0.1:" + gateway.getAddress().getPort() + "/send",
                        "application/json", Map.of(), "{\"to\":\"{to}\"}", "acme", ""),
                json, clock, Duration.ofMillis(500));
        worker = new DeliveryWorker(db, clock, List.of(sms), transactions, false, RestoredCopy.none());
        agency = wantsTexts();
    }

    @AfterEach
    void close() {
        gateway.stop(0);
    }

    @Test
    void aGatewayThatIsBusyIsLeftAloneAsLongAsItAsksAndNoMessageLosesAnAttempt() {
        script.add(new Answer(429, "600"));
        tell(3);
        work();
        assertThat(asked).as("the first is told to wait, and so the others are not even tried").hasValue(1);
        clock.move(Duration.ofMinutes(9));
        work();
        assertThat(asked).hasValue(1);
        clock.move(Duration.ofMinutes(1));
        work();
        assertThat(asked).hasValue(4);
        assertThat(states()).containsOnly("SENT");
        assertThat(attempts()).containsExactlyInAnyOrder(2, 1, 1);
    }

    @Test
    void aDateIsUnderstoodAsWellAndNonsenseIsOurOwnPause() {
        script.add(new Answer(503, java.time.format.DateTimeFormatter.RFC_1123_DATE_TIME
                .format(clock.instant().plus(Duration.ofMinutes(5)).atZone(java.time.ZoneOffset.UTC))));
        script.add(new Answer(429, "soon"));
        tell(1);
        work();
        clock.move(Duration.ofMinutes(4));
        work();
        assertThat(asked).hasValue(1);
        clock.move(Duration.ofMinutes(1));
        work();
        assertThat(asked).hasValue(2);
        clock.move(Duration.ofMinutes(2));
        work();
        assertThat(asked).hasValue(3);
        assertThat(states()).containsExactly("SENT");
    }

    @Test
    void aBrokenOrSilentGatewayIsTriedAgainAfterOneTwoFourAndEightMinutes() {
        script.addAll(List.of(new Answer(500, ""), new Answer(0, ""), new Answer(502, ""), new Answer(504, "")));
        tell(1);
        work();
        for (int minutes : List.of(1, 2, 4, 8)) {
            int before = asked.get();
            clock.move(Duration.ofMinutes(minutes).minusSeconds(1));
            work();
            assertThat(asked).as("a second before " + minutes + " minutes").hasValue(before);
            clock.move(Duration.ofSeconds(1));
            work();
            assertThat(asked).as("after " + minutes + " minutes").hasValue(before + 1);
        }
        assertThat(states()).containsExactly("SENT");
        assertThat(attempts()).containsExactly(5);
    }

    @Test
    void afterTheSixthFailureItIsDeadAndARefusedNumberIsNotTriedTwice() {
        for (int i = 0; i < 6; i++) script.add(new Answer(500, ""));
        tell(1);
        for (int i = 0; i < 8; i++) {
            work();
            clock.move(Duration.ofMinutes(17));
        }
        assertThat(asked).hasValue(6);
        assertThat(states()).containsExactly("DEAD");
        script.add(new Answer(422, ""));
        tell(1);
        for (int i = 0; i < 3; i++) {
            work();
            clock.move(Duration.ofMinutes(17));
        }
        assertThat(asked).hasValue(7);
        assertThat(states()).containsExactlyInAnyOrder("DEAD", "FAILED");
    }

    private UUID wantsTexts() {
        var cast = story.cast();
        story.run(cast.agency(),
                () -> db.insertInto(NOTIFICATION_CHOICE).set(NOTIFICATION_CHOICE.ZONE, "America/Phoenix")
                        .set(NOTIFICATION_CHOICE.TENANT_ID, cast.agency())
                        .set(NOTIFICATION_CHOICE.PERSON_ID, cast.coordinator())
                        .set(NOTIFICATION_CHOICE.CHANNELS, new String[] {"IN_APP", "SMS"})
                        .set(NOTIFICATION_CHOICE.PHONE, "+16025550142").execute());
        person = cast.coordinator();
        return cast.agency();
    }

    private UUID person;

    private void tell(int messages) {
        var notifications = new Notifications(db, clock, onBehalf, live, languages, List.of(sms), zones, false);
        story.run(agency, () -> {
            for (int i = 0; i < messages; i++) notifications.tell(GAP, Audience.person(agency, person));
        });
    }

    private void work() {
        Tenancy.run(Scope.system(agency), worker::deliver);
    }

    private List<String> states() {
        return story.as(agency,
                () -> db.select(DELIVERY.STATE).from(DELIVERY).where(DELIVERY.CHANNEL.eq("SMS")).fetch(DELIVERY.STATE));
    }

    private List<Integer> attempts() {
        return story.as(agency, () -> db.select(DELIVERY.ATTEMPTS).from(DELIVERY).where(DELIVERY.CHANNEL.eq("SMS"))
                .fetch(DELIVERY.ATTEMPTS));
    }
}
