package org.daywatch.platform.notifications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.daywatch_db.platform.Tables.DELIVERY;
import static org.daywatch_db.platform.Tables.NOTIFICATION_CHOICE;
import static org.daywatch_db.platform.Tables.OUTBOUND_MESSAGE;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.daywatch._story.DaywatchIT;
import org.daywatch._story.Story;
import org.daywatch._story.TestClock;
import org.daywatch._story.Visitor;
import org.daywatch.platform.copy.RestoredCopy;
import org.daywatch.platform.identity.Accounts;
import org.daywatch.platform.identity.Organizations;
import org.daywatch.platform.identity.Role;
import org.daywatch.platform.live.Live;
import org.daywatch.platform.tenancy.OnBehalf;
import org.daywatch.platform.tenancy.Scope;
import org.daywatch.platform.tenancy.Tenancy;
import org.daywatch.platform.time.HomeZones;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.transaction.PlatformTransactionManager;
import tools.jackson.databind.json.JsonMapper;

@DaywatchIT
class NotificationsIT {

    @Autowired Story story;
    @Autowired Visitor visitor;
    @Autowired DSLContext db;
    @Autowired TestClock clock;
    @Autowired OnBehalf onBehalf;
    @Autowired Live live;
    @Autowired Languages languages;
    @Autowired HomeZones zones;
    @Autowired Accounts accounts;
    @Autowired Organizations organizations;
    @Autowired PlatformTransactionManager transactions;
    @Autowired JsonMapper json;
    @Autowired org.daywatch.platform.texts.Texts texts;

    private static final Notice GAP = Notice.of("COVERAGE_GAP", "/coverage/today", language -> language.equals("es")
            ? new Notice.Words("Puesto sin oficial", "El puesto está vacío desde las 7:30.")
            : new Notice.Words("Post without an officer", "The post has been empty since 7:30."));

    @BeforeEach
    void itIsSixInTheMorningInPhoenix() {
        clock.setTo(TestClock.START);
    }

    @Test
    void aMessageIsOneDeliveryPerPersonAndChannelEachInTheReadersLanguage() {
        var cast = story.cast();
        UUID second = join(cast.agency(), "segundo", Role.COORDINATOR);
        accounts.setLanguage(second, "es");
        story.run(cast.agency(),
                () -> assertThat(notifications(out()).tell(GAP, Audience.holders(cast.agency(), Role.COORDINATOR)))
                        .isEqualTo(2));
        var subjects = story.as(cast.agency(),
                () -> db.select(DELIVERY.PERSON_ID, DELIVERY.CHANNEL, OUTBOUND_MESSAGE.SUBJECT).from(DELIVERY)
                        .join(OUTBOUND_MESSAGE)
                        .on(OUTBOUND_MESSAGE.ID.eq(DELIVERY.MESSAGE_ID)).fetch());
        assertThat(subjects).hasSize(4);
        assertThat(subjects).allSatisfy(r -> assertThat(r.value3())
                .isEqualTo(r.value1().equals(second) ? "Puesto sin oficial" : "Post without an officer"));
    }

    @Test
    void theInboxSpeaksTheLanguageItsReaderReadsNow() {
        var cast = story.cast();
        story.run(cast.agency(),
                () -> notifications(out()).tell(GAP, Audience.person(cast.agency(), cast.coordinator())));
        assertThat(visitor.signedIn(cast.coordinator(), cast.agency(), Role.COORDINATOR).get("/inbox").body())
                .contains("Post without an officer", "since 7:30");
        accounts.setLanguage(cast.coordinator(), "es");
        assertThat(visitor.signedIn(cast.coordinator(), cast.agency(), Role.COORDINATOR).get("/inbox").body())
                .contains("Puesto sin oficial", "desde las 7:30").doesNotContain("Post without an officer");
    }

    @Test
    void whatIsRolledBackIsToldToNobody() {
        var cast = story.cast();
        assertThatThrownBy(() -> story.run(cast.agency(), () -> {
            notifications(out()).tell(GAP, Audience.person(cast.agency(), cast.coordinator()));
            throw new IllegalStateException("the fact did not come true");
        })).hasMessageContaining("did not come true");
        assertThat(states(cast.agency(), null)).isEmpty();
    }

    @Test
    void aPrincipalIsToldInTheirDistrictTogetherWithTheFactOfTheAgency() {
        var cast = story.cast();
        UUID principal = join(cast.mesquite(), "principal", Role.PRINCIPAL);
        story.run(cast.agency(),
                () -> notifications(out()).tell(GAP, Audience.holders(cast.mesquite(), Role.PRINCIPAL)));
        assertThat(story.as(cast.mesquite(),
                () -> db.select(DELIVERY.PERSON_ID).from(DELIVERY).fetchSet(DELIVERY.PERSON_ID)))
                .containsExactly(principal);
        assertThat(states(cast.agency(), null)).isEmpty();
        assertThatThrownBy(() -> story.run(story.cast().agency(),
                () -> notifications(out()).tell(GAP, Audience.holders(cast.mesquite(), Role.PRINCIPAL))))
                .hasMessageContaining("no program");
    }

    @Test
    void mailGoesOutOnceAndAnAddressThatIsNoneIsNotTriedAgain() {
        var cast = story.cast();
        var mail = new GreenMail(new ServerSetup(0, "127.0.0.1", "smtp"));
        mail.start();
        try {
            var sender = email(mail.getSmtp().getPort());
            story.run(cast.agency(),
                    () -> notifications(sender).tell(GAP, Audience.person(cast.agency(), cast.coordinator())));
            assertThat(work(cast.agency(), sender)).isOne();
            assertThat(work(cast.agency(), sender)).isZero();
            assertThat(mail.getReceivedMessages()).hasSize(1);
            assertThat(mail.getReceivedMessages()[0].getSubject()).isEqualTo("Post without an officer");
            assertThat(mail.getReceivedMessages()[0].getContent().toString()).contains("since 7:30",
                    "https://daywatch.example/coverage/today");
            assertThat(mail.getReceivedMessages()[0].getHeader("Message-ID")[0]).contains(id(cast.agency()).toString());
            assertThat(states(cast.agency(), Channel.EMAIL)).containsExactly("SENT");
            address(cast.agency(), "not an address");
            work(cast.agency(), sender);
            assertThat(states(cast.agency(), Channel.EMAIL)).containsExactly("FAILED");
        } catch (Exception e) {
            throw new AssertionError(e);
        } finally {
            mail.stop();
        }
    }

    @Test
    void anUnreachableServerIsTriedWithPausesAndThenTheDeliveryIsDeadUntilAnOperatorSaysAgain() {
        var cast = story.cast();
        var nowhere = email(1);
        story.run(cast.agency(),
                () -> notifications(nowhere).tell(GAP, Audience.person(cast.agency(), cast.coordinator())));
        for (int attempt = 1; attempt <= Attempts.MOST; attempt++) {
            assertThat(work(cast.agency(), nowhere)).as("attempt " + attempt).isOne();
            assertThat(work(cast.agency(), nowhere)).as("not at once again").isZero();
            clock.move(Duration.ofMinutes(17));
        }
        assertThat(states(cast.agency(), Channel.EMAIL)).containsExactly("DEAD");
        assertThat(work(cast.agency(), nowhere)).isZero();
        assertThat(Tenancy.<Boolean, RuntimeException>as(Scope.system(cast.agency()),
                () -> worker(nowhere, false).again(id(cast.agency())))).isTrue();
        assertThat(work(cast.agency(), nowhere)).isOne();
    }

    @Test
    void quietHoursHoldAMessageAndOneThatExpiresMeanwhileIsNeverSentLate() throws Exception {
        var cast = story.cast();
        var texts = new CopyOnWriteArrayList<String>();
        var gateway = gateway(200, texts);
        try {
            var sms = sms(gateway);
            choose(cast.agency(), cast.coordinator(), "05:00", "08:00"); // it is 06:00 in Phoenix
            Instant now = clock.instant();
            story.run(cast.agency(), () -> {
                notifications(sms).tell(GAP.until(now.plus(Duration.ofMinutes(30))),
                        Audience.person(cast.agency(), cast.coordinator()));
                notifications(sms).tell(GAP, Audience.person(cast.agency(), cast.coordinator()));
                notifications(sms).tell(GAP.asUrgent(), Audience.person(cast.agency(), cast.coordinator()));
            });
            work(cast.agency(), sms);
            assertThat(texts).as("only the urgent one").hasSize(1);
            clock.move(Duration.ofHours(3));
            work(cast.agency(), sms);
            assertThat(texts).hasSize(2);
            assertThat(texts.getFirst()).contains("+16025550142", "since 7:30");
            assertThat(states(cast.agency(), Channel.SMS)).containsExactlyInAnyOrder("SENT", "SENT", "EXPIRED");
        } finally {
            clock.move(Duration.ofHours(-3));
            gateway.stop(0);
        }
    }

    @Test
    void inTheDemonstrationNothingLeavesTheHouse() {
        var cast = story.cast();
        var counting = new AtomicInteger();
        var sender = telling(letter -> counting.incrementAndGet());
        story.run(cast.agency(),
                () -> notifications(sender).tell(GAP, Audience.person(cast.agency(), cast.coordinator())));
        Tenancy.run(Scope.system(cast.agency()), () -> worker(sender, true).deliver());
        assertThat(counting).hasValue(0);
        assertThat(states(cast.agency(), Channel.EMAIL)).containsExactly("SUPPRESSED");
    }

    private static Sender telling(Consumer<Sender.Letter> sent) {
        return new Sender() {
            @Override
            public Channel channel() { return Channel.EMAIL; }
            @Override
            public boolean available() { return true; }
            @Override
            public String send(Letter letter) { sent.accept(letter); return null; }
        };
    }

    @Test
    void inARestoredCopyEverythingWaitsAndGoesOutOnceItTookTheOriginalsPlace(@TempDir Path data) throws Exception {
        var cast = story.cast();
        var sent = new AtomicInteger();
        var sender = telling(letter -> sent.incrementAndGet());
        story.run(cast.agency(),
                () -> notifications(sender).tell(GAP, Audience.person(cast.agency(), cast.coordinator())));
        RestoredCopy.mark(data, clock.instant());
        var copy = new RestoredCopy(data, "");
        var worker = new DeliveryWorker(db, clock, List.of(sender), transactions, false, copy);
        assertThat(story.<Integer>as(cast.agency(), worker::deliver)).isZero();
        assertThat(states(cast.agency(), Channel.EMAIL)).containsExactly("WAITING");
        copy.takesItsPlace();
        assertThat(story.<Integer>as(cast.agency(), worker::deliver)).isOne();
        assertThat(sent).hasValue(1);
    }

    @Test
    void twoWorkersNeverSendTheSameDelivery() throws Exception {
        var cast = story.cast();
        var sent = new CopyOnWriteArrayList<UUID>();
        var sender = telling(letter -> sent.add(letter.id()));
        story.run(cast.agency(), () -> {
            for (int i = 0; i < 120; i++)
                notifications(sender).tell(GAP, Audience.person(cast.agency(), cast.coordinator()));
        });
        try (var pool = Executors.newFixedThreadPool(4)) {
            for (int i = 0; i < 4; i++) pool.submit(() -> Tenancy.run(Scope.system(cast.agency()), () -> {
                while (worker(sender, false).deliver() > 0) Thread.yield();
            }));
        }
        assertThat(sent).hasSize(120).doesNotHaveDuplicates();
    }

    @Test
    void aReceiptThatIsFasterThanTheGatewaysAnswerStands() {
        var cast = story.cast();
        var sender = new Sender() {
            @Override
            public Channel channel() { return Channel.EMAIL; }
            @Override
            public boolean available() { return true; }
            @Override
            public String gateway() { return "acme"; }
            @Override
            public String send(Letter letter) {
                story.run(cast.agency(), () -> assertThat(db.update(DELIVERY).set(DELIVERY.STATE, "RECEIVED")
                        .where(DELIVERY.ID.eq(letter.id())).and(DELIVERY.GATEWAY.eq("acme")).execute()).isOne());
                return "number 7";
            }
        };
        story.run(cast.agency(),
                () -> notifications(sender).tell(GAP, Audience.person(cast.agency(), cast.coordinator())));
        assertThat(work(cast.agency(), sender)).isOne();
        assertThat(states(cast.agency(), Channel.EMAIL)).containsExactly("RECEIVED");
        assertThat(work(cast.agency(), sender)).as("and is not sent again").isZero();
    }

    private UUID join(UUID organization, String name, Role role) {
        return Tenancy.as(Scope.system(organization),
                () -> organizations.join(organization, name + organization + "@story.example", name, role, null));
    }

    private Notifications notifications(Sender sender) {
        return new Notifications(db, clock, onBehalf, live, languages, List.of(sender), zones, false);
    }

    private DeliveryWorker worker(Sender sender, boolean demo) {
        return new DeliveryWorker(db, clock, List.of(sender), transactions, demo, RestoredCopy.none());
    }

    private int work(UUID tenant, Sender sender) {
        return Tenancy.<Integer, RuntimeException>as(Scope.system(tenant), () -> worker(sender, false).deliver());
    }

    private Sender out() {
        return email(1);
    }

    private Sender email(int port) {
        var mail = new JavaMailSenderImpl();
        mail.setHost("127.0.0.1");
        mail.setPort(port);
        return new EmailSender(
                () -> java.util.Optional
                        .of(new org.daywatch.platform.outgoing.MailWay.Mail(mail, "daywatch@agency.example")),
                "https://daywatch.example", "mail", texts);
    }

    private SmsSender sms(HttpServer gateway) {
        return new SmsSender(
                new SmsSender.Gateway("http://127.0.0.1:" + gateway.getAddress().getPort() + "/send",
                        "application/json",
                        Map.of("Authorization", "Bearer key"), "{\"to\":\"{to}\",\"text\":\"{text}\"}", "acme", ""),
                json, clock);
    }

    private static HttpServer gateway(int status, List<String> received) throws Exception {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/send", exchange -> {
            received.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
        });
        server.start();
        return server;
    }

    private void choose(UUID tenant, UUID person, String from, String to) {
        story.run(tenant,
                () -> db.insertInto(NOTIFICATION_CHOICE).set(NOTIFICATION_CHOICE.ZONE, "America/Phoenix")
                        .set(NOTIFICATION_CHOICE.TENANT_ID, tenant).set(NOTIFICATION_CHOICE.PERSON_ID, person)
                        .set(NOTIFICATION_CHOICE.CHANNELS, new String[] {"IN_APP", "SMS"})
                        .set(NOTIFICATION_CHOICE.PHONE, "+16025550142")
                        .set(NOTIFICATION_CHOICE.QUIET_FROM, java.time.LocalTime.parse(from))
                        .set(NOTIFICATION_CHOICE.QUIET_TO, java.time.LocalTime.parse(to)).execute());
    }

    private void address(UUID tenant, String address) {
        story.run(tenant, () -> db.update(DELIVERY).set(DELIVERY.ADDRESS, address).set(DELIVERY.STATE, "WAITING")
                .where(DELIVERY.CHANNEL.eq("EMAIL")).execute());
    }

    private UUID id(UUID tenant) {
        return story.as(tenant, () -> db.select(DELIVERY.ID).from(DELIVERY).where(DELIVERY.CHANNEL.eq("EMAIL"))
                .fetchSingle(DELIVERY.ID));
    }

    private List<String> states(UUID tenant, Channel channel) {
        return story.as(tenant, () -> db.select(DELIVERY.STATE).from(DELIVERY)
                .where(channel == null ? org.jooq.impl.DSL.noCondition() : DELIVERY.CHANNEL.eq(channel.name()))
                .fetch(DELIVERY.STATE));
    }
}
