package org.daywatch.emergencies.lane;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.daywatch._story.Installed;
import org.daywatch.emergencies.lane.http.LaneScreen;
import org.daywatch.emergencies.lane.tokens.LaneKeys;
import org.daywatch.emergencies.lane.tokens.LaneTokens;
import org.daywatch.platform.database.EmbeddedPostgres;
import org.daywatch.platform.database.OwnServer;
import org.daywatch.platform.persistence.Ids;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/**
 * As it is run on many machines: two of the installed application, one PostgreSQL, three servers of NATS that each keep
 * every entry. One of each is lost while people press.
 */
@EnabledIfSystemProperty(named = "daywatch.long", matches = "true",
        disabledReason = "two applications and three servers take minutes to start; TwoNodesOneAlertIT is the short form")
class TwoServersOneDatabaseIT {

    private static final Path SERVER = Path.of("/usr/sbin/nats-server");

    @TempDir Path folder;
    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final List<Process> brokers = new ArrayList<>();
    private final List<Installed.Serving> nodes = new ArrayList<>();

    @AfterEach
    void stop() throws Exception {
        client.shutdownNow();
        for (var node : nodes) node.close();
        for (var broker : brokers) broker.destroyForcibly().waitFor();
    }

    @Test
    void oneNodeIsLostWithItsDiskAndOneBrokerAndEveryAcceptedPressIsInTheDatabaseAndInOneAlert() throws Exception {
        assumeThat(SERVER).as("bin/test installs it").exists();
        String nats = startBrokers();
        try (var database = EmbeddedPostgres.start(folder.resolve("postgres"), true)) {
            OwnServer.prepare(database);
            int first = node("first", database, nats);
            found(database);
            int second = node("second", database, nats);
            for (int lane : List.of(first, second))
                Awaitility.await().atMost(Duration.ofMinutes(1)).ignoreExceptions()
                        .until(() -> health(lane).contains("\"bus\":\"up\""));
            Thread.sleep(2000); // their consumers
            var accepted = ConcurrentHashMap.<UUID>newKeySet();
            var byTheLost = ConcurrentHashMap.<UUID>newKeySet();
            try (var screen = new LaneScreen(second, token(), 0); var people = Executors.newFixedThreadPool(8)) {
                for (int i = 0; i < 160; i++) {
                    int lane = i % 2 == 0 ? first : second;
                    people.submit(() -> {
                        var id = Ids.next();
                        if (LaneScreen.press(client, lane, token(), LaneScreen.body(id, LaneProof.SCHOOL))
                                .statusCode() == 202)
                            (lane == first ? byTheLost : accepted).add(id);
                        return null;
                    });
                }
                Awaitility.await().atMost(Duration.ofMinutes(1)).until(() -> byTheLost.size() > 20);
                nodes.getFirst().process().destroyForcibly().waitFor();
                brokers.getFirst().destroyForcibly().waitFor();
                delete(folder.resolve("first"));
                people.shutdown();
                accepted.addAll(byTheLost);
                var later = Ids.next();
                long began = System.nanoTime();
                assertThat(LaneScreen.press(client, second, token(), LaneScreen.body(later, LaneProof.SCHOOL))
                        .statusCode()).isEqualTo(202);
                System.out.printf("after a node and a broker were lost: a press accepted after %d ms%n",
                        (System.nanoTime() - began) / 1_000_000);
                accepted.add(later);
                Awaitility.await().atMost(Duration.ofMinutes(1)).untilAsserted(
                        () -> assertThat(ids(database, "select id from emergencies.press")).containsAll(accepted));
                accepted.addAll(byTheLost);
                assertThat(ids(database, "select id from emergencies.press")).containsAll(accepted);
                var alerts = new HashSet<>(ids(database, "select id from emergencies.alert"));
                assertThat(alerts).hasSize(1);
                assertThat(new HashSet<>(ids(database, "select alert_id from emergencies.press"))).isEqualTo(alerts);
                Awaitility.await().atMost(Duration.ofSeconds(30))
                        .untilAsserted(() -> assertThat(screen.standing(LaneProof.SCHOOL))
                                .as("on the screen of the node that lives, told %s", screen.seen).isEqualTo(alerts));
                Awaitility.await().atMost(Duration.ofMinutes(2)).untilAsserted(() -> {
                    assertThat(new HashSet<>(ids(database, "select alert_id from emergencies.roll_call")))
                            .as("who is where is asked once").isEqualTo(alerts);
                    assertThat(new HashSet<>(ids(database, "select alert_id from emergencies.incident")))
                            .isEqualTo(alerts);
                });
                System.out.printf(
                        "%d presses accepted, %d of them by the node that was lost with its disk: all stored, one alert%n",
                        accepted.size(), byTheLost.size());
            }
        }
    }

    private int node(String name, EmbeddedPostgres database, String nats) throws Exception {
        int port = Installed.freePort();
        int lane = Installed.freePort();
        Files.createDirectories(folder.resolve(name));
        nodes.add(Installed.serve(folder,
                Map.of("DAYWATCH_DATABASE_URL", database.url("daywatch"), "DAYWATCH_DATABASE_OWNER_PASSWORD",
                        "change-owner", "DAYWATCH_DATABASE_APP_PASSWORD", "change-app",
                        "DAYWATCH_DATABASE_SIGNIN_PASSWORD", "change-signin", "DAYWATCH_DATABASE_WORKER_PASSWORD",
                        "change-worker", "DAYWATCH_NATS_URL", nats, "DAYWATCH_NATS_REPLICAS", "3",
                        "DAYWATCH_LANE_KEY_FILE", folder.resolve("keys").toString(), "DAYWATCH_LANE_NODE", name,
                        "DAYWATCH_ALERTS_SEAL_FILE", folder.resolve("seal").toString()),
                "--port", "" + port, "--lane-port", "" + lane, "--management-port", "-1", "--data",
                folder.resolve(name).toString()));
        return lane;
    }

    private static void found(EmbeddedPostgres database) throws SQLException {
        try (var owner = superuser(database); var statement = owner.createStatement()) {
            statement
                    .execute("insert into platform.organization (id, kind, name) values ('%s', 'AGENCY', 'Lane Agency')"
                            .formatted(LaneProof.AGENCY));
            statement.execute(
                    "insert into platform.organization (id, kind, name, parent_id) values ('%s', 'DISTRICT', 'Lane District', '%s')"
                            .formatted(LaneProof.DISTRICT, LaneProof.AGENCY));
            statement.execute(
                    "insert into directory.school (agency_id, id, district_id, name, zone, desk_code) values ('%s', '%s', '%s', 'Lane School', 'America/Phoenix', '0000')"
                            .formatted(LaneProof.AGENCY, LaneProof.SCHOOL, LaneProof.DISTRICT));
        }
    }

    private static List<UUID> ids(EmbeddedPostgres database, String sql) {
        try (var owner = superuser(database); var rows = owner.createStatement().executeQuery(sql)) {
            var ids = new ArrayList<UUID>();
            while (rows.next()) ids.add(rows.getObject(1, UUID.class));
            return ids;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Connection superuser(EmbeddedPostgres database) throws SQLException {
        return DriverManager.getConnection(database.url("daywatch"), "postgres", database.secrets().superuser());
    }

    private String startBrokers() throws IOException {
        var ports = IntStream.range(0, 6).mapToObj(i -> freePort()).toList();
        String routes = ports.subList(3, 6).stream().map(port -> "nats://127.0.0.1:" + port)
                .collect(Collectors.joining(", "));
        for (int i = 0; i < 3; i++) {
            var config = Files.writeString(folder.resolve("nats" + i + ".conf"), """
                    server_name: n%d
                    listen: "127.0.0.1:%d"
                    cluster { name: lane, listen: "127.0.0.1:%d", routes: [%s] }
                    jetstream { store_dir: "%s", sync_interval: always }
                    """.formatted(i, ports.get(i), ports.get(3 + i), routes, folder.resolve("jetstream" + i)));
            brokers.add(new ProcessBuilder(SERVER.toString(), "-c", config.toString()).redirectErrorStream(true)
                    .redirectOutput(folder.resolve("nats" + i + ".log").toFile()).start());
        }
        return ports.subList(0, 3).stream().map(port -> "nats://127.0.0.1:" + port).collect(Collectors.joining(","));
    }

    private static int freePort() {
        try {
            return Installed.freePort();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private String health(int lane) throws IOException, InterruptedException {
        return client.send(LaneScreen.getting(lane, "/lane/health"), HttpResponse.BodyHandlers.ofString()).body();
    }

    private String token() {
        var clock = Clock.systemUTC();
        var tokens = new LaneTokens(new LaneKeys(folder.resolve("keys"), clock), LaneSettingsForTests.in(folder), null,
                clock, JsonMapper.builder().build());
        return tokens.seal(new LaneSender(LaneProof.AGENCY, LaneProof.DISTRICT, false,
                Map.of(LaneProof.SCHOOL, LaneProof.DISTRICT), Ids.next(), "Robin Alder", true, true, true,
                clock.instant().plusSeconds(3600)));
    }

    private static void delete(Path tree) throws IOException {
        try (var all = Files.walk(tree)) {
            for (var file : all.sorted(java.util.Comparator.reverseOrder()).toList()) Files.delete(file);
        }
    }
}
