package org.daywatch.bench.alert;

import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.daywatch._story.Installed;
import org.daywatch._story.TestClock;
import org.daywatch.Daywatch;
import org.daywatch.emergencies.alerts.SealedForTests;
import org.daywatch.emergencies.lane.LaneApp;
import org.daywatch.emergencies.lane.LaneProof;
import org.daywatch.emergencies.lane.LaneSender;
import org.daywatch.emergencies.lane.LaneSettingsForTests;
import org.daywatch.emergencies.lane.http.LaneScreen;
import org.daywatch.emergencies.lane.tokens.LaneKeys;
import org.daywatch.emergencies.lane.tokens.LaneTokens;
import org.daywatch.platform.persistence.Ids;
import tools.jackson.databind.json.JsonMapper;

/**
 * From the press to the last screen, beside the least a server can do and beside NATS, in turn within one run.
 * docs/benchmarks/alert.md says what each figure means. Arguments: {@code --streams N} (500), {@code --rounds N} (20),
 * {@code --heap MB} (400), {@code --alone 1} (the lane in a process without pages and database), {@code --apart 1} (the
 * streams in a process of their own beside that one), {@code --slow N} (so many slow clients come and go).
 */
public final class AlertBench {

    private static final String SUBJECT = "alert";
    private static final int FULL = 10_000;
    private static final double MOST_TIMES_BARE = 1.2;
    private static final double MOST_TIMES_ALONE = 1.2;
    private static final long MOST_MEGABYTES = 400;
    private static final long BACK_WITHIN_MILLIS = 15_000;
    private final int streams;
    private final int rounds;
    private final int heap;
    private final boolean alone;
    private final boolean apart;
    private final int slow;
    private final Path folder;
    private final TestClock clock = new TestClock();
    private final SealedForTests words;
    private final List<String> missed = new ArrayList<>();

    private AlertBench(int streams, int rounds, int heap, boolean alone, boolean apart, int slow) throws IOException {
        this.slow = slow;
        this.streams = streams;
        this.rounds = rounds;
        this.heap = heap;
        this.alone = alone;
        this.apart = apart;
        this.folder = Files.createTempDirectory("daywatch-alert");
        this.words = new SealedForTests(folder);
    }

    /** Milliseconds from the beginning to the middle, the 99th and the last of the readers. */
    record Round(double p50, double p99, double last) {}

    public static void main(String[] arguments) throws Exception {
        var values = new java.util.HashMap<>(
                Map.of("--streams", 500, "--rounds", 20, "--heap", 400, "--alone", 0, "--apart", 0, "--slow", 0));
        for (int i = 0; i < arguments.length; i += 2) {
            if (!values.containsKey(arguments[i]) || i + 1 == arguments.length
                    || !arguments[i + 1].matches("[0-9]{1,6}")) {
                System.err.println(
                        "Usage: bin/bench alert [--streams N] [--rounds N] [--heap MEGABYTES] [--alone 1] [--apart 1] [--slow N]");
                System.exit(64);
            }
            values.put(arguments[i], Integer.parseInt(arguments[i + 1]));
        }
        var bench = new AlertBench(values.get("--streams"), values.get("--rounds"), values.get("--heap"),
                values.get("--alone") == 1, values.get("--apart") == 1, values.get("--slow"));
        bench.run();
        bench.missed.forEach(promise -> System.out.println("alert: NOT MET: " + promise));
        System.exit(bench.missed.isEmpty() ? 0 : 1);
    }

    private void run() throws Exception {
        int lane = Installed.freePort();
        int bare = Installed.freePort();
        int nats = Installed.freePort();
        Path data = folder.resolve("data");
        String jetstream = apart
                ? "jetstream { store_dir: \"" + folder.resolve("jetstream") + "\", sync_interval: always }\n"
                : "";
        var config = Files.writeString(folder.resolve("nats.conf"),
                "listen: \"127.0.0.1:" + nats + "\"\nmax_connections: 20000\nwrite_deadline: 10s\n" + jetstream);
        var broker = Child.start(folder.resolve("nats.err"), List.of("nats-server", "-c", config.toString()));
        var loop = Child.java(folder.resolve("bare.err"), List.of("-Xmx64m"), BareLoop.class, "" + bare);
        try (broker; loop; var node = new Node(() -> node(data, lane, nats))) {
            LaneProof.awaitLane(lane);
            var tokens = tokens(data);
            int at = apart ? Installed.freePort() : lane;
            try (var beside = apart ? new Node(() -> beside(data, at, nats)) : null) {
                LaneProof.awaitLane(at);
                run(new Ports(lane, at, bare, nats), tokens, apart ? beside : node, loop);
            }
        }
    }

    private interface Start {
        Child child() throws IOException;
    }

    /** The server that keeps the streams; killed and started again it is another process. */
    private static final class Node implements AutoCloseable {

        private final Start start;
        private Child child;

        Node(Start start) throws IOException {
            this.start = start;
            this.child = start.child();
        }

        void killAndStart() throws Exception {
            child.kill();
            child = start.child();
        }

        @Override
        public void close() throws InterruptedException {
            child.close();
        }
    }

    private void promised(boolean kept, String promise) {
        if (!kept) missed.add(promise);
    }

    private record Ports(int presses, int streams, int bare, int nats) {}

    private Child node(Path data, int lane, int nats) throws IOException {
        var options = List.of("-Xmx" + heap + "m", "-Xss512k", "-XX:MaxDirectMemorySize=64m");
        return alone || apart
                ? Child.java(folder.resolve("node.err"), options, SealingNode.class, data.toString(), "" + lane,
                        apart ? "nats://127.0.0.1:" + nats : "", data.resolve("lane/keys").toString())
                // each press must come to the screens anew
                : Child.java(folder.resolve("node.err"),
                        Stream.concat(options.stream(), Stream.of("-Dshowing=true")).toList(), LaneApp.class,
                        data.toString(), "" + lane);
    }

    private Child beside(Path data, int port, int nats) throws IOException {
        return Child.java(folder.resolve("beside.err"),
                List.of("-Xmx" + heap + "m", "-Xss512k", "-XX:MaxDirectMemorySize=64m"), Daywatch.class, "streams",
                "--port", "" + port, "--site", "http://localhost:8080",
                "--nats", "nats://127.0.0.1:" + nats, "--keys", data.resolve("lane/keys").toString(), "--most",
                "20000");
    }

    private void run(Ports ports, List<String> tokens, Node streaming, Child loop) throws Exception {
        var node = streaming.child;
        long idle = node.residentMegabytes();
        try (var screens = client(ports.streams(),
                i -> "GET /lane/stream?token=" + tokens.get(i) + " HTTP/1.1\\r\\nHost: lane\\r\\n\\r\\n", "screens");
                var sockets = client(ports.bare(), i -> "hello\\n", "sockets");
                var subscribers = client(ports.nats(),
                        i -> "CONNECT {\"verbose\":false}\\r\\nSUB " + SUBJECT + " 1\\r\\n", "subscribers")) {
            System.out.printf("alert: %,d streams on one node; all open after %s ms (bare loop %s ms, NATS %s ms)%n",
                    streams, screens.next("open")[1], sockets.next("open")[1], subscribers.next("open")[1]);
            measure(ports.presses(), tokens, node, loop, ports.nats(), screens, sockets, subscribers);
            if (slow > 0) beside(ports, tokens, screens);
            long resident = node.residentMegabytes();
            System.out.printf(
                    "alert: the node holds %d MB resident (%d MB before the first stream), %d MB of heap after a collection%n",
                    resident, idle, node.heapMegabytes());
            promised(resident <= MOST_MEGABYTES, "at most " + MOST_MEGABYTES + " MB resident: " + resident);
            storms(screens, ports.presses(), tokens.getFirst());
            System.out.printf("alert: CPU in all: node %.1f s, its readers' process %.1f s%n", node.cpuMillis() / 1e3,
                    screens.cpuMillis() / 1e3);
            lost(streaming, screens, ports, tokens.getFirst());
        }
    }

    private void measure(int lane, List<String> tokens, Child node, Child loop, int nats, Child screens, Child sockets,
            Child subscribers) throws Exception {
        var ours = new ArrayList<Round>();
        var least = new ArrayList<Round>();
        var brokers = new ArrayList<Round>();
        long cpu = node.cpuMillis();
        long clientCpu = screens.cpuMillis();
        long bareCpu = loop.cpuMillis();
        try (var device = new Presser(lane); var publisher = new Socket("127.0.0.1", nats)) {
            publisher.getOutputStream().write("CONNECT {\"verbose\":false}\r\n".getBytes(StandardCharsets.US_ASCII));
            for (int i = -5; i < rounds; i++) { // the first five warm up
                var pressed = press(device, tokens.get((i + 5) % tokens.size()), screens);
                var sent = bare(loop, sockets);
                var published = publish(publisher, subscribers);
                if (i == -5)
                    System.out.printf("alert: the first press after the start is on the last screen after %.1f ms%n",
                            pressed.last());
                if (i < 0) continue;
                ours.add(pressed);
                least.add(sent);
                brokers.add(published);
            }
        }
        say("press → screens", ours);
        say("bare loop", least);
        say("NATS core", brokers);
        // With few screens the press itself (HTTP, disk, signature) is most of the time, and a bare loop has none of it.
        promised(streams < FULL || median(ours) <= MOST_TIMES_BARE * median(least),
                "the last reader within %.1f times the bare loop: %.2f".formatted(MOST_TIMES_BARE,
                        median(ours) / median(least)));
        System.out.printf("alert: last reader, median of %d rounds: %.2f x the bare loop, %.2f x NATS core%n", rounds,
                median(ours) / median(least), median(ours) / median(brokers));
        System.out.printf("alert: CPU per alert: node %.0f ms, its readers' process %.0f ms; bare loop %.0f ms%n",
                (node.cpuMillis() - cpu) / (rounds + 5.0), (screens.cpuMillis() - clientCpu) / (rounds + 5.0),
                (loop.cpuMillis() - bareCpu) / (rounds + 5.0));
    }

    private void beside(Ports ports, List<String> tokens, Child screens) throws Exception {
        try (var clients = new SlowClients(ports.streams(), slow, tokens.getLast());
                var device = new Presser(ports.presses())) {
            var measured = clients.inTurn(rounds, i -> press(device, tokens.get(i % tokens.size()), screens));
            double times = median(measured.get(true)) / median(measured.get(false));
            say("without slow", measured.get(false));
            say(slow + " slow beside", measured.get(true));
            System.out.printf("alert: last reader beside slow clients: %.2f x; they were ended %d times%n", times,
                    clients.ended());
            promised(streams < FULL || times <= MOST_TIMES_ALONE, "beside slow clients within 1.2 times: " + times);
        }
    }

    private static Round press(Presser device, String token, Child screens) throws Exception {
        var id = Ids.next();
        byte[] request = device.request(token, LaneScreen.body(id, LaneProof.SCHOOL));
        long began = System.nanoTime();
        device.send(request);
        device.accepted(); // first, or a refusal would be waited for
        return round(screens.next("got " + LaneApp.shown(id)), began);
    }

    private Round bare(Child loop, Child sockets) throws Exception {
        loop.say(words.raised(Ids.next()));
        return round(sockets.next("got"), Long.parseLong(loop.next("sent")[1]));
    }

    private Round publish(Socket publisher, Child subscribers) throws Exception {
        String json = "id: 1\nevent: alert\ndata: " + words.raised(Ids.next()) + "\n\n";
        long began = System.nanoTime();
        publisher.getOutputStream().write(
                ("PUB " + SUBJECT + " " + json.length() + "\r\n" + json + "\r\n").getBytes(StandardCharsets.US_ASCII));
        return round(subscribers.next("got"), began);
    }

    private static Round round(String[] got, long began) {
        return new Round((Long.parseLong(got[2]) - began) / 1e6, (Long.parseLong(got[3]) - began) / 1e6,
                (Long.parseLong(got[4]) - began) / 1e6);
    }

    /**
     * Without the pause each reader is told to make before they come back, so that it is as bad as it can be; each says
     * what they heard last, and somebody presses in the midst of it.
     */
    private void storms(Child screens, int lane, String token) throws Exception {
        var back = new ArrayList<Long>();
        var accepted = new ArrayList<Long>();
        var shown = new ArrayList<Long>();
        try (var http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            for (int i = 0; i < 3; i++) {
                Thread.sleep(1000);
                long left = System.nanoTime();
                screens.say("storm");
                Thread.sleep(100); // the first are back, most are not
                long began = System.nanoTime();
                accepted.add(pressed(http, lane, token));
                back(screens, left, began, back, shown);
            }
        }
        System.out.printf(
                "alert: all %,d gone and back at once, without jitter: %s ms; a press meanwhile accepted after %s ms and on every screen after %s ms%n",
                streams, back, accepted, shown);
    }

    /** The server that keeps the streams is killed and started again; whoever is refused tries again at once. */
    private void lost(Node streaming, Child screens, Ports ports, String token) throws Exception {
        var back = new ArrayList<Long>();
        var shown = new ArrayList<Long>();
        long accepted;
        long killed = System.nanoTime();
        streaming.killAndStart();
        screens.say("storm");
        LaneProof.awaitLane(ports.streams());
        long answers = System.nanoTime();
        try (var http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            long began = System.nanoTime();
            accepted = pressed(http, ports.presses(), token);
            back(screens, answers, began, back, shown);
        }
        System.out.printf(
                "alert: the server killed with %,d streams and started again: it answers after %d ms; from there all are back within %s ms, "
                        + "a press in their midst is accepted after %d ms and on every screen after %s ms%n",
                streams, (answers - killed) / 1_000_000, back, accepted, shown);
    }

    private static long pressed(HttpClient http, int lane, String token) throws Exception {
        long began = System.nanoTime();
        var answer = LaneScreen.press(http, lane, token, LaneScreen.body(Ids.next(), LaneProof.SCHOOL));
        if (answer.statusCode() != 202)
            throw new IllegalStateException("a press in the storm: " + answer.statusCode() + " " + answer.body());
        return (System.nanoTime() - began) / 1_000_000;
    }

    /** Waits until all are back and all have what was pressed, whichever is said first. */
    private void back(Child screens, long leftAt, long pressedAt, List<Long> back, List<Long> shown) throws Exception {
        var said = screens.nextOfEach("back", "got");
        back.add((Long.parseLong(said.get("back")[2]) - leftAt) / 1_000_000);
        shown.add((Long.parseLong(said.get("got")[4]) - pressedAt) / 1_000_000);
        promised(back.getLast() <= BACK_WITHIN_MILLIS, "all back within " + BACK_WITHIN_MILLIS + " ms: " + back);
        promised(shown.getLast() <= BACK_WITHIN_MILLIS,
                "what was pressed meanwhile on every screen within " + BACK_WITHIN_MILLIS + " ms: " + shown);
    }

    private void say(String what, List<Round> rounds) {
        System.out.printf("alert: %-16s p50 %6.1f ms, p99 %6.1f ms, last %6.1f ms (medians); slowest of all %6.1f ms%n",
                what, at(rounds.stream().map(Round::p50).sorted().toList()),
                at(rounds.stream().map(Round::p99).sorted().toList()), median(rounds),
                rounds.stream().mapToDouble(Round::last).max().orElse(0));
    }

    private static double median(List<Round> rounds) {
        return at(rounds.stream().map(Round::last).sorted().toList());
    }

    private static double at(List<Double> sorted) {
        return sorted.get(sorted.size() / 2);
    }

    private Child client(int port, IntFunction<String> hello, String name) throws IOException {
        var file = Files.write(folder.resolve(name), IntStream.range(0, streams).mapToObj(hello).toList());
        return Child.java(folder.resolve(name + ".err"), List.of("-Xmx256m"), StreamClient.class, "" + port,
                file.toString());
    }

    private List<String> tokens(Path data) {
        var tokens = new LaneTokens(new LaneKeys(data.resolve("lane/keys"), clock), LaneSettingsForTests.in(folder),
                null, clock, JsonMapper.builder().build());
        return IntStream.range(0, streams)
                .mapToObj(i -> tokens.seal(new LaneSender(LaneProof.AGENCY, LaneProof.DISTRICT, false,
                        Map.of(LaneProof.SCHOOL, LaneProof.DISTRICT),
                        Ids.next(), "Robin Alder", true, true, true, clock.instant().plus(Duration.ofDays(3650)))))
                .toList();
    }
}
