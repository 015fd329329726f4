package org.daywatch.emergencies.alerts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.daywatch_db.emergencies.Tables.ALERT;
import static org.daywatch_db.emergencies.Tables.PRESS;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.awaitility.Awaitility;
import org.daywatch._story.DaywatchIT;
import org.daywatch._story.Installed;
import org.daywatch._story.OwnProcess;
import org.daywatch._story.PostedDay;
import org.daywatch._story.Story;
import org.daywatch._story.TestClock;
import org.daywatch.directory.SchoolLevel;
import org.daywatch.directory.sites.Schools;
import org.daywatch.emergencies.lane.LaneListener;
import org.daywatch.emergencies.lane.LaneSender;
import org.daywatch.emergencies.lane.LaneSettings;
import org.daywatch.emergencies.lane.LaneStreams;
import org.daywatch.emergencies.lane.bus.SharedMessages;
import org.daywatch.emergencies.lane.http.LaneNode;
import org.daywatch.emergencies.lane.http.LaneScreen;
import org.daywatch.emergencies.lane.streams.Streams;
import org.daywatch.emergencies.lane.tokens.LaneDenials;
import org.daywatch.platform.events.Facts;
import org.daywatch.platform.live.Live;
import org.daywatch.platform.persistence.Ids;
import org.daywatch.platform.tenancy.Tenants;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * Two nodes with one database, joined by NATS or, while that is away, by the table of messages: presses of one school
 * in the same moment are one alert.
 */
@DaywatchIT
class TwoNodesOneAlertIT {

    private static final Path SERVER = Path.of("/usr/sbin/nats-server");
    private static final int SCHOOLS = 4;

    @Autowired ApplicationContext app;
    @Autowired Story story;
    @Autowired TestClock clock;
    @Autowired SharedMessages messages;
    @Autowired DSLContext db;
    @TempDir Path folder;

    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final List<LaneNode> nodes = new ArrayList<>();
    private final List<SchoolBoard> boards = new ArrayList<>();
    private final List<UUID> schools = new ArrayList<>();
    private PostedDay day;
    private int port;
    private Process nats;

    @BeforeEach
    void twoNodes() throws Exception {
        assumeThat(SERVER).as("bin/test installs it").exists();
        clock.setTo(TestClock.START);
        day = new PostedDay(app);
        for (int i = 0; i < SCHOOLS; i++) schools.add(school("Palo Verde " + i));
        port = Installed.freePort();
        nats = server();
        for (String name : List.of("one" + day.cast.suffix(), "two" + day.cast.suffix())) nodes.add(node(name));
        Awaitility.await().atMost(Duration.ofSeconds(30))
                .until(() -> nodes.stream().allMatch(n -> n.bus.state().equals("up")));
        Thread.sleep(500); // their consumers
    }

    @AfterEach
    void stop() throws Exception {
        for (var node : nodes) node.close();
        client.shutdownNow();
        nats.destroyForcibly().waitFor();
    }

    @Test
    void pressesOnBothNodesInTheSameMomentAreOneAlertWithAllPressers() throws Exception {
        try (var first = screen(0); var second = screen(1)) {
            pressEverywhereAtOnce();
            oneAlertEach(List.of(first, second));
        }
    }

    @Test
    void alsoWhileTheBusIsAwayByTheTableOfMessagesAlone() throws Exception {
        nats.destroyForcibly().waitFor();
        Awaitility.await().atMost(Duration.ofSeconds(30))
                .until(() -> nodes.stream().allMatch(n -> n.bus.state().equals("away")));
        try (var first = screen(0); var second = screen(1)) {
            long began = System.nanoTime();
            var id = Ids.next();
            assertThat(press(nodes.getFirst().port(), schools.getFirst(), id)).isEqualTo(202);
            assertThat(second.next("alert").data()).contains(id.toString());
            long millis = (System.nanoTime() - began) / 1_000_000;
            System.out.printf("without NATS, over the table: %d ms from a press on one node to a screen of the other%n",
                    millis);
            assertThat(millis).as("promised within two seconds").isLessThan(5000);
            schools.removeFirst();
            pressEverywhereAtOnce();
            oneAlertEach(List.of(first, second));
        }
    }

    /** It never comes to the database; what it accepted is on the other's disk and in its alert. */
    @Test
    void aNodeThatIsKilledMeanwhileLeavesOneAlertWithEverythingItAccepted() throws Exception {
        nodes.removeLast().close();
        boards.removeLast();
        int killed = Installed.freePort();
        var process = new ProcessBuilder(
                OwnProcess.command(128, List.of(), NodeToBeKilled.class, folder.resolve("killed").toString(),
                        "" + killed, "nats://127.0.0.1:" + port, folder.resolve("keys").toString(),
                        day.cast.agency().toString()))
                .redirectErrorStream(true).redirectOutput(folder.resolve("killed.log").toFile()).start();
        try (var screen = screen(0)) {
            Awaitility.await().atMost(Duration.ofSeconds(60)).ignoreExceptions()
                    .until(() -> client
                            .send(LaneScreen.getting(killed, "/lane/health"), HttpResponse.BodyHandlers.ofString())
                            .body().contains("\"bus\":\"up\""));
            Thread.sleep(500); // its consumer
            var school = schools.getFirst();
            var accepted = java.util.concurrent.ConcurrentHashMap.<UUID>newKeySet();
            try (var threads = Executors.newFixedThreadPool(8)) {
                for (int i = 0; i < 40; i++) {
                    int port = i % 2 == 0 ? killed : nodes.getFirst().port();
                    threads.submit(() -> {
                        var id = Ids.next();
                        if (press(port, school, id) == 202) accepted.add(id);
                        return null;
                    });
                }
                Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> accepted.size() > 15);
                process.destroyForcibly().waitFor();
            }
            // On a busy machine the stream takes longer than the quarter of a second a node waits for it: the node says so, and those presses wait on its own disk for its return.
            boolean late = Files.readString(folder.resolve("killed.log")).contains("in this node's own log only");
            var onItsDisk = late ? onDisk(folder.resolve("killed/lane")) : "";
            Awaitility.await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
                var stored = story.as(day.cast.agency(),
                        () -> db.select(PRESS.ID).from(PRESS).where(PRESS.SCHOOL_ID.eq(school)).fetchSet(PRESS.ID));
                assertThat(accepted).as("accepted, and neither stored nor on the disk of the node that was killed")
                        .allMatch(id -> stored.contains(id) || onItsDisk.contains(id.toString()));
            });
            var alerts = story.as(day.cast.agency(),
                    () -> db.select(ALERT.ID).from(ALERT).where(ALERT.SCHOOL_ID.eq(school)).fetch(ALERT.ID));
            assertThat(alerts).hasSize(1);
            assertThat(story.as(day.cast.agency(),
                    () -> db.fetchCount(PRESS, PRESS.SCHOOL_ID.eq(school).and(PRESS.ALERT_ID.ne(alerts.getFirst())))))
                    .isZero();
            Awaitility.await().atMost(Duration.ofSeconds(30)).untilAsserted(
                    () -> assertThat(screen.standing(school)).as("of what the screen was told: %s", screen.seen)
                            .containsExactly(alerts.getFirst()));
        } finally {
            process.destroyForcibly().waitFor();
        }
    }

    private static String onDisk(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).map(file -> {
                try {
                    return Files.readString(file, java.nio.charset.StandardCharsets.ISO_8859_1);
                } catch (IOException e) {
                    throw new java.io.UncheckedIOException(e);
                }
            }).collect(java.util.stream.Collectors.joining());
        }
    }

    /** Each school from both nodes within the same instant; each press by somebody else. */
    private void pressEverywhereAtOnce() throws Exception {
        var start = new CyclicBarrier(schools.size() * 2);
        try (var threads = Executors.newFixedThreadPool(schools.size() * 2)) {
            var answers = new ArrayList<java.util.concurrent.Future<Integer>>();
            for (var school : schools) {
                for (int node = 0; node < 2; node++) {
                    int its = node;
                    answers.add(threads.submit(() -> {
                        start.await();
                        return press(nodes.get(its).port(), school, Ids.next());
                    }));
                }
            }
            for (var answer : answers) assertThat(answer.get()).isEqualTo(202);
        }
    }

    private void oneAlertEach(List<LaneScreen> screens) {
        for (var school : schools) {
            Awaitility.await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
                var rows = story.as(day.cast.agency(),
                        () -> db.select(ALERT.ID).from(ALERT).where(ALERT.SCHOOL_ID.eq(school)).fetch(ALERT.ID));
                assertThat(rows).as("one alert").hasSize(1);
                assertThat(story.as(day.cast.agency(), () -> db.fetchCount(PRESS, PRESS.ALERT_ID.eq(rows.getFirst()))))
                        .as("both pressers").isEqualTo(2);
                for (var board : boards) assertThat(board.pressers(rows.getFirst())).as("in memory").isEqualTo(2);
                for (var screen : screens)
                    assertThat(screen.standing(school)).as("on a screen").containsExactly(rows.getFirst());
            });
        }
    }

    private int press(int port, UUID school, UUID id) throws Exception {
        var body = LaneScreen.body(id, school).replace("EXERCISE", "ACTUAL");
        return client
                .send(LaneScreen.posting(port, "/lane/presses", token(0), body), HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    private LaneScreen screen(int node) throws IOException, InterruptedException {
        return new LaneScreen(nodes.get(node).port(), token(node), 0);
    }

    private String token(int node) {
        var all = new java.util.HashMap<UUID, UUID>();
        schools.forEach(s -> all.put(s, day.cast.mesquite()));
        return nodes.get(node).tokens.seal(new LaneSender(day.cast.agency(), day.cast.mesquite(), false, all,
                Ids.next(), "Robin Alder", true, true, true, clock.instant().plus(Duration.ofHours(1))));
    }

    /** With a board of its own, as a second process has one. */
    private LaneNode node(String name) throws IOException {
        var lane = folder.resolve(name);
        var settings = new LaneSettings(true, 0, "", lane.resolve("lane").toString(), folder.resolve("keys").toString(),
                1 << 22, 0, Duration.ofHours(12), 0, 12, Duration.ofSeconds(15), name, 90, 0);
        return new LaneNode(lane, clock, settings, 1000,
                new LaneNode.Wiring("nats://127.0.0.1:" + port, messages, day.cast.agency(), this::intake,
                        new LaneDenials(then -> Map.of(), Duration.ofHours(12), clock), null));
    }

    private List<LaneListener> intake(Streams streams) {
        var board = new SchoolBoard(
                new StaticListableBeanFactory(Map.of("streams", streams)).getBeanProvider(LaneStreams.class),
                app.getBean(AlertText.class), System::nanoTime);
        boards.add(board);
        var alerts = app.getBean(AlertStore.class);
        var commands = new AlertCommands(alerts, board, app.getBean(DuressNotices.class), app.getBean(EndersHere.class),
                app.getBean(Facts.class), app.getBean(Live.class),
                app.getBean(Clock.class),
                app.getBean(org.springframework.transaction.PlatformTransactionManager.class));
        return List.of(new AlertIntake(board, commands, alerts, app.getBean(Tenants.class),
                app.getBean(PlatformTransactionManager.class)));
    }

    private UUID school(String name) {
        return story.as(day.cast.agency(),
                () -> app.getBean(Schools.class)
                        .add(new Schools.NewSchool(day.cast.mesquite(), name, SchoolLevel.HIGH, "9", "12", 900, "2 Way",
                                "Mesquite Flat", "AZ",
                                "85001", "480 555 0101", PostedDay.ZONE)));
    }

    private Process server() throws IOException {
        var config = Files.writeString(folder.resolve("nats.conf"), "listen: \"127.0.0.1:" + port
                + "\"\njetstream { store_dir: \"" + folder.resolve("jetstream") + "\", sync_interval: always }\n");
        return new ProcessBuilder(SERVER.toString(), "-c", config.toString()).redirectErrorStream(true)
                .redirectOutput(folder.resolve("nats.log").toFile()).start();
    }
}
