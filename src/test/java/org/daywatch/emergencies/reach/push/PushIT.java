package org.daywatch.emergencies.reach.push;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.daywatch_db.emergencies.Tables.PUSH_SUBSCRIPTION;
import static org.daywatch_db.emergencies.Tables.REACH;
import static org.daywatch_db.emergencies.Tables.REACH_ATTEMPT;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.security.KeyPairGenerator;
import java.security.interfaces.ECPublicKey;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import org.daywatch._story.DaywatchIT;
import org.daywatch._story.PostedDay;
import org.daywatch._story.Story;
import org.daywatch._story.TestClock;
import org.daywatch._story.Visitor;
import org.daywatch.emergencies.AlertStatus;
import org.daywatch.emergencies.ProtocolAction;
import org.daywatch.emergencies.lane.LaneEntry;
import org.daywatch.emergencies.lane.LaneListener;
import org.daywatch.emergencies.reach.ReachWatch;
import org.daywatch.emergencies.reach.escalation.Attempt.Fate;
import org.daywatch.emergencies.reach.escalation.AttemptStore;
import org.daywatch.emergencies.reach.escalation.Outlet;
import org.daywatch.platform.errors.InvalidInput;
import org.daywatch.platform.identity.Organizations;
import org.daywatch.platform.identity.Role;
import org.daywatch.platform.notifications.Notice;
import org.daywatch.platform.persistence.Ids;
import org.daywatch.platform.tenancy.Scope;
import org.daywatch.platform.tenancy.Tenancy;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * A push service that answers as written, and the browser that is woken.
 *
 * <p>A-43 of docs/security.
 */
@DaywatchIT
class PushIT {

    private record Answer(int status, String retryAfter) {}

    @Autowired ApplicationContext app;
    @Autowired Story story;
    @Autowired TestClock clock;
    @Autowired Visitor visitor;
    @Autowired Organizations organizations;
    @Autowired PushStore store;
    @Autowired PushSender sender;
    @Autowired AttemptStore attempts;
    @Autowired List<LaneListener> listeners;
    @Autowired PlatformTransactionManager transactions;
    @Autowired DSLContext db;

    private final Queue<Answer> script = new ArrayDeque<>();
    private final List<String> asked = new ArrayList<>();
    private HttpServer service;
    private PostedDay day;
    private UUID district;
    private UUID person;
    private UUID alert;
    private Visitor.Visit visit;

    @BeforeEach
    void open() throws Exception {
        clock.setTo(TestClock.START);
        day = new PostedDay(app);
        district = day.cast.mesquite();
        person = story.as(district, () -> organizations.join(district, "teacher" + day.cast.suffix() + "@story.example",
                "Ana Cruz", Role.TEACHER, day.school));
        visit = visitor.signedIn(person, district, Role.TEACHER);
        alert = Ids.next();
        var press = new LaneEntry.Press(alert, day.cast.agency(), district, day.school, AlertStatus.EXERCISE,
                ProtocolAction.LOCKDOWN, "", null, "", "", LaneEntry.Source.WEB, null, "Somebody", null,
                clock.instant());
        Tenancy.run(Scope.system(district), () -> listeners.forEach(l -> l.store(List.of(press))));
        service = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        service.createContext("/", exchange -> {
            var h = exchange.getRequestHeaders();
            asked.add(h.getFirst("Content-Encoding") + " " + h.getFirst("Urgency") + " " + h.getFirst("TTL") + " "
                    + exchange.getRequestBody().readAllBytes().length);
            var answer = script.isEmpty() ? new Answer(201, "") : script.remove();
            if (!answer.retryAfter().isEmpty()) exchange.getResponseHeaders().set("Retry-After", answer.retryAfter());
            exchange.sendResponseHeaders(answer.status(), -1);
            exchange.close();
        });
        service.start();
    }

    @AfterEach
    void close() {
        service.stop(0);
    }

    @Test
    void aBusyServiceIsAskedOnceMoreAndABrowserThatTookItsPermissionBackIsForgotten() throws Exception {
        story.run(district, () -> store.save(subscription("/one")));
        script.add(new Answer(429, "1"));
        assertThat(offer()).isEqualTo(Fate.SENT);
        assertThat(asked).hasSize(2).allMatch(a -> a.startsWith("aes128gcm high 600 "));
        script.add(new Answer(429, "3600"));
        assertThat(offer()).as("it cannot wait an hour").isEqualTo(Fate.LOST);
        script.add(new Answer(500, ""));
        script.add(new Answer(500, ""));
        assertThat(offer()).isEqualTo(Fate.LOST);
        script.add(new Answer(410, ""));
        assertThat(offer()).isEqualTo(Fate.LOST);
        assertThat(story.as(district, () -> store.of(person))).isEmpty();
        assertThat(offer()).as("no browser is left").isEqualTo(Fate.WAITING);
        assertThat(asked).hasSize(6);
    }

    /**
     * Taken with 201 is not received: that is only when the browser has fetched the words, with the drill said first in
     * both languages.
     */
    @Test
    void theReceiptIsThatTheBrowserFetchesTheWordsAndAStaleMessageHasNone() throws Exception {
        story.run(district, () -> store.save(subscription("/one")));
        var attempt = Ids.next();
        assertThat(offer(attempt)).isEqualTo(Fate.SENT);
        var words = visit.get("/push/" + attempt);
        assertThat(words.statusCode()).isEqualTo(200);
        assertThat(words.body()).contains("DRILL / SIMULACRO: Lockdown, Ocotillo High", "\"quiet\":\"\"");
        assertThat(visit.get("/push/" + attempt).statusCode()).as("twice").isEqualTo(200);
        assertThat(fate(attempt)).isEqualTo(Fate.RECEIVED);
        String reached = story.as(district, () -> db.select(REACH.STATE, REACH.WAY).from(REACH)
                .where(REACH.PERSON_ID.eq(person)).fetchSingle(r -> r.value1() + " " + r.value2()));
        assertThat(reached).isEqualTo("DELIVERED PUSH");
        clock.move(Duration.ofMinutes(10));
        assertThat(visit.get("/push/" + attempt).statusCode()).isEqualTo(410);
        var stranger = story.as(district, () -> organizations.join(district,
                "other" + day.cast.suffix() + "@story.example", "Bo Other", Role.TEACHER, day.school));
        assertThat(visitor.signedIn(stranger, district, Role.TEACHER).get("/push/" + attempt).statusCode())
                .isEqualTo(404);
    }

    /**
     * The weekly test wakes a phone like anything else; what it fetches says that nothing is to be seen of it, and
     * fetching is the receipt.
     */
    @Test
    void aPhoneThatIsWokenByATestIsToldToShowNothingAndAnswersAllTheSame() {
        story.run(district, () -> store.save(subscription("/one")));
        alert = Ids.next();
        var press = new LaneEntry.Press(alert, day.cast.agency(), district, day.school, AlertStatus.TEST,
                ProtocolAction.HOLD, "", null, "", "", LaneEntry.Source.WEB, null, "Daywatch", null, clock.instant());
        Tenancy.run(Scope.system(district), () -> listeners.forEach(l -> l.store(List.of(press))));
        var attempt = Ids.next();
        assertThat(offer(attempt)).isEqualTo(Fate.SENT);
        assertThat(visit.get("/push/" + attempt).body()).contains("TEST / PRUEBA: ", "\"quiet\":\"true\"");
        assertThat(fate(attempt)).isEqualTo(Fate.RECEIVED);
    }

    /** On a locked phone the caller reads nothing before somebody is on the way, and then who. */
    @Test
    void whoeverCalledForHelpIsWokenOnceSomebodyIsOnTheWay() {
        story.run(district, () -> store.save(subscription("/one")));
        alert = Ids.next();
        var press = new LaneEntry.Press(alert, day.cast.agency(), district, day.school, AlertStatus.ACTUAL,
                ProtocolAction.HELP_MEDICAL, "", null, "Room 12", "", LaneEntry.Source.WEB, person, "Ana Cruz", null,
                clock.instant());
        var going = new LaneEntry.Ack(Ids.next(), day.cast.agency(), district, day.school, alert, 1,
                LaneEntry.Kind.GOING, Ids.next(), "Robin Sage", "", clock.instant());
        Tenancy.run(Scope.system(district), () -> listeners.forEach(l -> l.store(List.of(press))));
        var watch = app.getBean(ReachWatch.class);
        story.run(day.cast.agency(), () -> watch.round(day.cast.agency()));
        assertThat(woken()).isEmpty();
        Tenancy.run(Scope.system(district), () -> listeners.forEach(l -> l.store(List.of(going))));
        for (int round = 0; round < 2; round++) story.run(day.cast.agency(), () -> watch.round(day.cast.agency()));
        assertThat(woken()).as("once").hasSize(1);
        assertThat(visit.get("/push/" + woken().getFirst()).body())
                .contains("REAL: Robin Sage on the way", "Help: medical Room 12", "/alert?school=");
    }

    private List<UUID> woken() {
        return story.as(day.cast.agency(), () -> db.select(REACH_ATTEMPT.ID).from(REACH_ATTEMPT)
                .where(REACH_ATTEMPT.ALERT_ID.eq(alert)).and(REACH_ATTEMPT.PERSON_ID.eq(person))
                .fetch(REACH_ATTEMPT.ID));
    }

    @Test
    void whatIsNoAddressOfAPushServiceIsRefusedAndAnAllowedBrowserCanBeTakenBack() throws Exception {
        String key = Base64.getUrlEncoder().withoutPadding().encodeToString(browserKey());
        String secret = Base64.getUrlEncoder().withoutPadding().encodeToString(new byte[16]);
        for (String wrong : List.of("http://fcm.googleapis.com/x", "https://localhost/x",
                "https://fcm.googleapis.com.evil.example/x", "https://fcm.googleapis.com:8443/x",
                "https://169.254.169.254/", "nonsense")) {
            assertThat(visit.post("/me/push", "endpoint", wrong, "p256dh", key, "auth", secret).statusCode()).as(wrong)
                    .isEqualTo(400);
        }
        assertThat(visit.post("/me/push", "endpoint", "https://fcm.googleapis.com/x", "p256dh", "AAAA", "auth", secret)
                .statusCode()).isEqualTo(400);
        assertThatThrownBy(() -> Subscription.read(Ids.next(), person, "https://fcm.googleapis.com/x", key, "AAAA", "",
                clock.instant(), List.of("fcm.googleapis.com"))).isInstanceOf(InvalidInput.class);
        assertThat(visit.post("/me/push", "endpoint", "https://updates.push.services.mozilla.com/x", "p256dh", key,
                "auth", secret, "label", "Phone of Ana").statusCode()).isEqualTo(204);
        assertThat(visit.get("/me/push").body()).contains("Phone of Ana", "updates.push.services.mozilla.com");
        UUID id = story.as(district,
                () -> db.select(PUSH_SUBSCRIPTION.ID).from(PUSH_SUBSCRIPTION).fetchSingle(PUSH_SUBSCRIPTION.ID));
        assertThat(visit.post("/me/push/" + id + "/revocation").statusCode()).isEqualTo(302);
        assertThat(visit.get("/me/push").body()).doesNotContain("Phone of Ana");
    }

    private Fate offer() {
        return offer(Ids.next());
    }

    private Fate offer(UUID attempt) {
        var now = clock.instant();
        var outlet = new PushOutlet(store, sender, attempts, transactions, service -> Runnable::run, () -> false);
        var notice = Notice.of("ALERT", "/alerts/" + alert, language -> new Notice.Words("x", "y"))
                .until(now.plus(Duration.ofMinutes(10)));
        story.run(day.cast.agency(), () -> {
            db.insertInto(REACH_ATTEMPT).set(REACH_ATTEMPT.AGENCY_ID, day.cast.agency()).set(REACH_ATTEMPT.ID, attempt)
                    .set(REACH_ATTEMPT.ALERT_ID, alert).set(REACH_ATTEMPT.TOLD, db.fetchCount(REACH_ATTEMPT) + 1)
                    .set(REACH_ATTEMPT.PERSON_ID, person).set(REACH_ATTEMPT.DISTRICT_ID, district)
                    .set(REACH_ATTEMPT.WAY, "PUSH").set(REACH_ATTEMPT.STATE, "WAITING").set(REACH_ATTEMPT.AT, now)
                    .set(REACH_ATTEMPT.DEADLINE_AT, now).set(REACH_ATTEMPT.EXPIRES_AT, now.plus(Duration.ofMinutes(10)))
                    .execute();
            outlet.offer(new Outlet.Offer(attempt, day.cast.agency(), district, person, alert, notice));
        });
        return fate(attempt);
    }

    private Fate fate(UUID attempt) {
        return story.as(day.cast.agency(), () -> attempts.find(attempt)).orElseThrow().fate();
    }

    private Subscription subscription(String path) {
        try {
            return new Subscription(Ids.next(), person,
                    URI.create("http://127.0.0.1:" + service.getAddress().getPort() + path), browserKey(), new byte[16],
                    "", clock.instant());
        } catch (java.security.GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] browserKey() throws java.security.GeneralSecurityException {
        var generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(PushCipher.P256);
        return PushCipher.point((ECPublicKey) generator.generateKeyPair().getPublic());
    }
}
