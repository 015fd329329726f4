package org.daywatch.emergencies.lane;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.IntFunction;
import java.util.regex.Pattern;
import org.daywatch._story.TestClock;
import org.daywatch.emergencies.lane.http.LaneScreen;
import org.daywatch.emergencies.lane.tokens.LaneKeys;
import org.daywatch.emergencies.lane.tokens.LaneTokens;
import org.daywatch.platform.persistence.Ids;
import tools.jackson.databind.json.JsonMapper;

/**
 * People who press and people who watch, at one invented school, over a lane that comes and goes. Whoever gets no
 * answer presses again with the same id.
 */
public final class LaneProof implements AutoCloseable {

    public static final UUID AGENCY = UUID.fromString("0198a000-0000-7000-8000-000000000001");
    public static final UUID DISTRICT = UUID.fromString("0198a000-0000-7000-8000-000000000002");
    public static final UUID SCHOOL = UUID.fromString("0198a000-0000-7000-8000-000000000003");

    private static final Pattern TOLD = Pattern.compile("\"told\":(\\d+)");

    final Set<UUID> accepted = ConcurrentHashMap.newKeySet();
    /** Milliseconds from the press to the answer, of those that were answered at the first try. */
    final ConcurrentLinkedQueue<Long> answeredMillis = new ConcurrentLinkedQueue<>();
    final ConcurrentHashMap<UUID, Long> pressedAt = new ConcurrentHashMap<>();
    /** By accepted press the alert that its sender was told. */
    final ConcurrentHashMap<UUID, UUID> alertOf = new ConcurrentHashMap<>();
    private final LaneTokens tokens;
    private final TestClock clock = new TestClock();
    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2)).build();
    private volatile boolean over;

    LaneProof(Path data) {
        tokens = new LaneTokens(new LaneKeys(data.resolve("lane/keys"), clock), LaneSettingsForTests.in(data), null,
                clock, JsonMapper.builder().build());
    }

    /** The school of that number; 0 is {@link #SCHOOL}. */
    public static UUID school(int number) {
        return new UUID(SCHOOL.getMostSignificantBits(), SCHOOL.getLeastSignificantBits() + number);
    }

    String token(UUID person, UUID school) {
        return tokens.seal(new LaneSender(AGENCY, DISTRICT, false, Map.of(school, DISTRICT), person, "Robin Alder",
                true, true, true, clock.instant().plus(Duration.ofHours(2))));
    }

    /** Of somebody who watches all schools of the district. */
    String wideToken(UUID person) {
        return tokens.seal(new LaneSender(AGENCY, DISTRICT, true, Map.of(), person, "Robin Alder", true, true, true,
                clock.instant().plus(Duration.ofHours(2))));
    }

    public static void awaitLane(int port) throws InterruptedException {
        try (var client = HttpClient.newHttpClient()) {
            for (int i = 0; i < 2400; i++) {
                try {
                    client.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/lane/health")).build(),
                            HttpResponse.BodyHandlers.ofString());
                    return;
                } catch (IOException e) {
                    Thread.sleep(50);
                }
            }
        }
        throw new AssertionError("the lane at " + port + " does not answer");
    }

    /** Presses until it is over, each press by somebody else, all at one school; returns the thread. */
    Thread keepPressing(int port, Duration pause) {
        return keepPressing(port, pause, number -> SCHOOL);
    }

    /** Each press at another school, so that each raises an alert of its own. */
    Thread keepPressingElsewhere(int port, Duration pause) {
        return keepPressing(port, pause, number -> school(1 + number));
    }

    private Thread keepPressing(int port, Duration pause, IntFunction<UUID> schools) {
        return Thread.ofPlatform().start(() -> {
            for (int number = 0; !over; number++) {
                try {
                    pressUntilAnswered(port, Ids.next(), schools.apply(number));
                    Thread.sleep(pause);
                } catch (InterruptedException e) {
                    return;
                }
            }
        });
    }

    private void pressUntilAnswered(int port, UUID id, UUID school) throws InterruptedException {
        String token = token(Ids.next(), school);
        long began = System.nanoTime();
        for (boolean first = true; !over; first = false) {
            try {
                pressedAt.putIfAbsent(id, System.nanoTime());
                var answer = LaneScreen.press(client, port, token, LaneScreen.body(id, school));
                if (answer.statusCode() != 202) throw new AssertionError(answer.statusCode() + " " + answer.body());
                if (first) answeredMillis.add((System.nanoTime() - began) / 1_000_000);
                alertOf.put(id, UUID.fromString(answer.body().replaceFirst(".*\"alert\":\"([^\"]+)\".*", "$1")));
                accepted.add(id);
                return;
            } catch (IOException e) {
                Thread.sleep(100);
            }
        }
    }

    void stopPressing(List<Thread> threads) throws InterruptedException {
        over = true;
        for (var thread : threads) thread.join(Duration.ofSeconds(30));
    }

    /** A screen that comes back by itself and keeps to what the room's README says of a stream, and to nothing else. */
    Watcher watch(int port) {
        var watcher = new Watcher(port);
        watcher.thread = Thread.ofPlatform().start(watcher::run);
        return watcher;
    }

    final class Watcher implements AutoCloseable {

        /** When it was shown first, by {@link System#nanoTime}. */
        final ConcurrentHashMap<UUID, Long> shownAt = new ConcurrentHashMap<>();
        /** Each time an alert was shown; that none is in it twice is for the test to say. */
        final List<UUID> shows = new CopyOnWriteArrayList<>();
        /** Each time one came over the wire. */
        final List<UUID> came = new CopyOnWriteArrayList<>();
        /** What the stream said of each last. */
        final ConcurrentHashMap<UUID, String> standing = new ConcurrentHashMap<>();
        private final Map<UUID, Long> told = new ConcurrentHashMap<>();
        private final int port;
        private final String token = wideToken(Ids.next());
        private long lastId;
        private volatile boolean closed;
        private Thread thread;

        private Watcher(int port) {
            this.port = port;
        }

        private void run() {
            while (!closed) {
                try (var screen = new LaneScreen(port, token, lastId)) {
                    while (!closed && !(screen.ended && screen.seen.isEmpty())) {
                        var seen = screen.seen.poll(50, java.util.concurrent.TimeUnit.MILLISECONDS);
                        if (seen == null) continue;
                        lastId = seen.id();
                        if (seen.event().equals("alert")) alert(seen);
                    }
                } catch (IOException e) {
                    sleep();
                } catch (InterruptedException e) {
                    return;
                }
            }
        }

        /** Shown where the version that last told people what to do is higher than any that was shown. */
        private void alert(LaneScreen.Seen seen) {
            var id = UUID.fromString(seen.data().replaceFirst(".*\"alert\":\"([^\"]+)\".*", "$1"));
            var says = TOLD.matcher(seen.data());
            long now = says.find() ? Long.parseLong(says.group(1)) : 1;
            came.add(id);
            standing.put(id, seen.data());
            if (told.getOrDefault(id, 0L) >= now) return;
            told.put(id, now);
            shows.add(id);
            shownAt.putIfAbsent(id, seen.atNanos());
        }

        private void sleep() {
            try {
                Thread.sleep(100);
            } catch (InterruptedException e) {
                closed = true;
            }
        }

        @Override
        public void close() {
            closed = true;
        }
    }

    @Override
    public void close() {
        over = true;
        client.shutdownNow();
    }
}
