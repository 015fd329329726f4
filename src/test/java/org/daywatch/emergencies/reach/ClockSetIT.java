package org.daywatch.emergencies.reach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.IntStream;
import org.daywatch._story.Installed;
import org.daywatch.emergencies.lane.LaneSender;
import org.daywatch.emergencies.lane.LaneSettingsForTests;
import org.daywatch.emergencies.lane.http.LaneScreen;
import org.daywatch.emergencies.lane.tokens.LaneKeys;
import org.daywatch.emergencies.lane.tokens.LaneTokens;
import org.daywatch.platform.database.EmbeddedPostgres;
import org.daywatch.platform.database.OwnServer;
import org.daywatch.platform.persistence.Ids;
import org.daywatch.platform.persistence.Secrets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/**
 * The time of day of the machine Daywatch runs on is set while alerts stand: back by five minutes, on by five, on by a
 * day, and right again. The application is the one that is installed, in a process of its own whose time of day a few
 * lines of C alter (libfaketime does the same, and makes it ten times slower); its database, and this test, have the
 * right time.
 *
 * <p>F-16 of docs/security.
 */
class ClockSetIT {

    private static final Path COMPILER = Path.of("/usr/bin/cc");
    private static final UUID AGENCY = Ids.next();
    private static final UUID DISTRICT = Ids.next();
    private static final UUID DIRECTOR = Ids.next();
    private static final String SESSION = "a-session-that-was-opened-before";
    /** Each is set two seconds after the press at the school of its place. */
    private static final List<Integer> SET = List.of(-300, 300, 86_400, 0);

    /** Five times the promise, and still less than the clock is set by. */
    private static final double AT_MOST = 75;

    @TempDir Path folder;
    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final List<UUID> schools = IntStream.range(0, SET.size()).mapToObj(i -> Ids.next()).toList();
    private EmbeddedPostgres database;
    private int lane;

    @AfterEach
    void stop() {
        client.shutdownNow();
    }

    @Test
    void peopleAreToldByTheNextWayAfterFifteenSecondsNobodyIsSignedOutAndTheRecordKeepsItsOrder() throws Exception {
        assumeThat(COMPILER).as("bin/test installs it").exists();
        var library = folder.resolve("clock.so");
        assertThat(new ProcessBuilder(COMPILER.toString(), "-shared", "-fPIC", "-O2", "-o", library.toString(),
                "src/test/resources/clock/set-clock.c", "-ldl").inheritIO().start().waitFor()).isZero();
        var time = set(folder.resolve("time"), 0);
        try (var postgres = EmbeddedPostgres.start(folder.resolve("postgres"), true)) {
            database = postgres;
            OwnServer.prepare(database);
            int port = Installed.freePort();
            lane = Installed.freePort();
            var environment = Map.of("LD_PRELOAD", library.toString(), "CLOCK_OFFSET", time.toString(),
                    "DAYWATCH_LANE_KEY_FILE", folder.resolve("keys").toString(), "DAYWATCH_DATABASE_URL",
                    database.url("daywatch"), "DAYWATCH_DATABASE_OWNER_PASSWORD", "change-owner",
                    "DAYWATCH_DATABASE_APP_PASSWORD", "change-app",
                    "DAYWATCH_DATABASE_SIGNIN_PASSWORD", "change-signin", "DAYWATCH_DATABASE_WORKER_PASSWORD",
                    "change-worker");
            try (var _ = Installed.serve(folder, environment, "--port", "" + port, "--lane-port", "" + lane,
                    "--management-port", "-1", "--data", folder.resolve("node").toString())) {
                found();
                live(time, port);
            }
        }
    }

    private void live(Path time, int port) throws Exception {
        var pressed = new LinkedHashMap<UUID, Long>();
        var told = new TreeMap<UUID, Long>();
        var late = new TreeMap<UUID, Long>();
        var wrong = new ArrayList<String>();
        long began = System.nanoTime();
        for (int i = 0; i < SET.size(); i++) {
            until(began, 3 * i);
            var alert = Ids.next();
            pressed.put(alert, System.nanoTime());
            assertThat(LaneScreen.press(client, lane, token(), press(alert, schools.get(i))).statusCode())
                    .as("pressed before the clock is set by %d s", SET.get(i)).isEqualTo(202);
            until(began, 3 * i + 2);
            set(time, SET.get(i));
        }
        while (seconds(System.nanoTime() - pressed.lastEntry().getValue()) < AT_MOST
                && (told.size() < SET.size() || late.size() < SET.size())) {
            for (String alert : column("select distinct alert_id from emergencies.reach_attempt"))
                told.putIfAbsent(UUID.fromString(alert), System.nanoTime());
            for (var alert : pressed.keySet()) {
                if (late.containsKey(alert)) continue;
                var page = page(port, "/alerts/" + alert + "/reach/line");
                if (page.statusCode() != 200) wrong.add(page.statusCode() + " for " + alert);
                if (page.body().contains("go there or call")
                        || page(port, "/alerts/" + alert + "/reach").body().contains("go there or call"))
                    late.putIfAbsent(alert, System.nanoTime());
            }
            Thread.sleep(100);
        }
        assertThat(wrong).as("somebody was signed out, or could not read who was reached").isEmpty();
        for (var alert : pressed.entrySet()) {
            double next = seconds(told.getOrDefault(alert.getKey(), Long.MAX_VALUE) - alert.getValue());
            double shown = seconds(late.getOrDefault(alert.getKey(), Long.MAX_VALUE) - alert.getValue());
            System.out.printf("clock set by %d s: the next way after %.1f s, shown as not reached after %.1f s%n",
                    SET.get(List.copyOf(pressed.keySet()).indexOf(alert.getKey())), next, shown);
            assertThat(next).as("seconds that really passed until the next way was taken").isBetween(14.5, AT_MOST);
            assertThat(shown).as("seconds until their name stood as not reached").isBetween(14.5, AT_MOST);
        }
        order();
    }

    /** Lines stand as they were written, each with the time of day of that moment, and beside it the right one. */
    private void order() throws SQLException {
        assertThat(column(
                "select distinct round(extract(epoch from at - database_at) / 300) from platform.audit_line where action = 'AlertRaised'"))
                .as("how wrong the clock was when each alert was raised, in five minutes")
                .containsExactlyInAnyOrder("0", "-1", "1", "288");
        assertThat(
                column("""
                select seq from (select tenant_id, seq, database_at < lag(database_at) over w back, run_id = lag(run_id) over w and steady_us < lag(steady_us) over w counted_back
                from platform.audit_line window w as (partition by tenant_id order by seq)) lines where back or counted_back"""))
                .as("lines that another clock puts elsewhere").isEmpty();
        assertThat(column(
                "select 1 from (select abs(extract(epoch from database_at - first_value(database_at) over w) - (steady_us - first_value(steady_us) over w) / 1e6) apart "
                        + "from platform.audit_line where run_id is not null window w as (partition by tenant_id, run_id order by seq)) lines where apart > 2"))
                .as("the two right clocks agree").isEmpty();
    }

    /** In the file's own eight bytes, which the other process sees at once. */
    private static Path set(Path time, long seconds) throws IOException {
        try (var channel = FileChannel.open(time, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.allocate(8).order(ByteOrder.nativeOrder()).putLong(0, seconds), 0);
        }
        return time;
    }

    private static void until(long began, int seconds) throws InterruptedException {
        Thread.sleep(Math.max(0, Duration.ofSeconds(seconds).minusNanos(System.nanoTime() - began).toMillis()));
    }

    private static double seconds(long nanos) {
        return nanos / 1e9;
    }

    private void found() throws SQLException {
        try (var owner = DriverManager.getConnection(database.url("daywatch"), "postgres",
                database.secrets().superuser()); var statement = owner.createStatement()) {
            statement.execute(
                    "insert into platform.organization (id, kind, name, state) values ('%s', 'AGENCY', 'Clock Agency', 'AZ')"
                            .formatted(AGENCY));
            statement.execute(
                    "insert into platform.organization (id, kind, name, state, parent_id) values ('%s', 'DISTRICT', 'Clock District', 'AZ', '%s')"
                            .formatted(DISTRICT, AGENCY));
            person(statement, DIRECTOR, "Lee Birch", "SAFETY_DIRECTOR", null);
            for (int i = 0; i < schools.size(); i++) {
                statement.execute(
                        "insert into directory.school (agency_id, id, district_id, name, state, zone, desk_code) values ('%s', '%s', '%s', 'Clock School %d', 'AZ', 'America/Phoenix', '%04d')"
                                .formatted(AGENCY, schools.get(i), DISTRICT, i, i));
                person(statement, Ids.next(), "Teacher " + i, "TEACHER", schools.get(i));
            }
            statement.execute(
                    "insert into platform.session (token_hash, id, person_id, org_id, role, method, created_at, last_seen, proven_at, expires_at) "
                            + "values ('\\x%s', '%s', '%s', '%s', 'SAFETY_DIRECTOR', 'PASSWORD', now(), now(), now(), now() + interval '1 hour')"
                                    .formatted(java.util.HexFormat.of().formatHex(Secrets.hash(SESSION)), Ids.next(),
                                            DIRECTOR, DISTRICT));
        }
    }

    private static void person(java.sql.Statement statement, UUID id, String name, String role, UUID school)
            throws SQLException {
        String email = name.toLowerCase(java.util.Locale.ROOT).replace(' ', '.') + "@story.example";
        statement.execute("insert into platform.account (person_id, email, full_name) values ('%s', '%s', '%s')"
                .formatted(id, email, name));
        statement.execute(
                "insert into platform.membership (org_id, person_id, role, full_name, email, school_id) values ('%s', '%s', '%s', '%s', '%s', %s)"
                        .formatted(DISTRICT, id, role, name, email, school == null ? "null" : "'" + school + "'"));
    }

    private HttpResponse<String> page(int port, String path) throws Exception {
        return client.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                        .header("Cookie", "daywatch_session=" + SESSION).timeout(Duration.ofSeconds(10)).build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private List<String> column(String sql) throws SQLException {
        try (var owner = DriverManager.getConnection(database.url("daywatch"), "postgres",
                database.secrets().superuser()); var rows = owner.createStatement().executeQuery(sql)) {
            var all = new ArrayList<String>();
            while (rows.next()) all.add(rows.getString(1));
            return all;
        }
    }

    private static String press(UUID id, UUID school) {
        return "{\"id\":\"" + id + "\",\"school\":\"" + school
                + "\",\"status\":\"ACTUAL\",\"action\":\"LOCKDOWN\",\"place\":\"Room 12\",\"source\":\"WEB\"}";
    }

    /** Good for an hour, as the session. */
    private String token() {
        var clock = Clock.systemUTC();
        var tokens = new LaneTokens(new LaneKeys(folder.resolve("keys"), clock), LaneSettingsForTests.in(folder), null,
                clock, JsonMapper.builder().build());
        var all = new java.util.HashMap<UUID, UUID>();
        schools.forEach(school -> all.put(school, DISTRICT));
        return tokens.seal(new LaneSender(AGENCY, DISTRICT, false, all, DIRECTOR, "Lee Birch", true, true, true,
                clock.instant().plusSeconds(3600)));
    }
}
