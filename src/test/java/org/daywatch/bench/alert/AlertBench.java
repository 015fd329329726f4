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
import org.daywatch.emergencies.lane.LaneApp;
import org.daywatch.emergencies.lane.LaneProof;
import org.daywatch.emergencies.lane.LaneSender;
import org.daywatch.emergencies.lane.LaneSettingsForTests;
import org.daywatch.emergencies.lane.http.LaneNodeProcess;
import org.daywatch.emergencies.lane.http.LaneScreen;
import org.daywatch.emergencies.lane.tokens.LaneKeys;
import org.daywatch.emergencies.lane.tokens.LaneTokens;
import org.daywatch.platform.persistence.Ids;
import tools.jackson.databind.json.JsonMapper;

/**
 * From the press to the last screen, beside the least a server can do and beside NATS, in turn within one run. docs/benchmarks/alert.md
 * says what each figure means. Arguments: {@code --streams N} (500), {@code --rounds N} (20), {@code --heap MB} (400), {@code --alone 1}
 * (the lane in a process without pages and database), {@code --apart 1} (the streams in a process of their own beside that one).
 */
public final class AlertBench {

    private static final String SUBJECT = "alert";
    private final int streams;
    private final int rounds;
    private final int heap;
    private final boolean alone;
    private final boolean apart;
    private final Path folder;
    private final TestClock clock = new TestClock();

    private AlertBench(int streams, int rounds, int heap, boolean alone, boolean apart) throws IOException {
        this.streams = streams;
        this.rounds = rounds;
        this.heap = heap;
        this.alone = alone;
        this.apart = apart;
        this.folder = Files.createTempDirectory("daywatch-alert");
    }

    /** Milliseconds from the beginning to the middle, the 99th and the last of the readers. */
    private record Round(double p50, double p99, double last) {}

    public static void main(String[] arguments) throws Exception {
        var values = new java.util.HashMap<>(Map.of("--streams", 500, "--rounds", 20, "--heap", 400, "--alone", 0, "--apart", 0));
        for (int i = 0; i < arguments.length; i += 2) {
            if (!values.containsKey(arguments[i]) || i + 1 == arguments.length || !arguments[i + 1].matches("[0-9]{1,6}")) {
                System.err.println("Usage: bin/bench alert [--streams N] [--rounds N] [--heap MEGABYTES] [--alone 1] [--apart 1]");
                System.exit(64);
            }
            values.put(arguments[i], Integer.parseInt(arguments[i + 1]));
        }
        new AlertBench(values.get("--streams"), values.get("--rounds"), values.get("--heap"), values.get("--alone") == 1, values.get("--apart") == 1).run();
        System.exit(0);
    }

    private void run() throws Exception {
        int lane = Installed.freePort();
        int bare = Installed.freePort();
        int nats = Installed.freePort();
        Path data = folder.resolve("data");
        String jetstream = apart ? "jetstream { store_dir: \"" + folder.resolve("jetstream") + "\", sync_interval: always }\n" : "";
        var config = Files.writeString(folder.resolve("nats.conf"), "listen: \"127.0.0.1:" + nats + "\"\nmax_connections: 20000\nwrite_deadline: 10s\n" + jetstream);
        var broker = Child.start(folder.resolve("nats.err"), List.of("nats-server", "-c", config.toString()));
        var loop = Child.java(folder.resolve("bare.err"), List.of("-Xmx64m"), BareLoop.class, "" + bare);
        try (broker; loop; var node = node(data, lane, nats)) {
            LaneProof.awaitLane(lane);
            var tokens = tokens(data);
            int at = apart ? Installed.freePort() : lane;
            try (var beside = apart ? beside(data, at, nats) : null) {
                LaneProof.awaitLane(at);
                run(new Ports(lane, at, bare, nats), tokens, apart ? beside : node, loop);
            }
        }
    }

    private record Ports(int presses, int streams, int bare, int nats) {}

    private Child node(Path data, int lane, int nats) throws IOException {
        var options = List.of("-Xmx" + heap + "m", "-Xss512k", "-XX:MaxDirectMemorySize=64m");
        return alone || apart ? Child.java(folder.resolve("node.err"), options, LaneNodeProcess.class, data.toString(), "" + lane, apart ? "nats://127.0.0.1:" + nats : "", data.resolve("lane/keys").toString())
                // each press must come to the screens anew
                : Child.java(folder.resolve("node.err"), Stream.concat(options.stream(), Stream.of("-Dshowing=true")).toList(), LaneApp.class, data.toString(), "" + lane);
    }

    private Child beside(Path data, int port, int nats) throws IOException {
        return Child.java(folder.resolve("beside.err"), List.of("-Xmx" + heap + "m", "-Xss512k", "-XX:MaxDirectMemorySize=64m"), Daywatch.class, "streams", "--port", "" + port, "--site", "http://localhost:8080",
                "--nats", "nats://127.0.0.1:" + nats, "--keys", data.resolve("lane/keys").toString(), "--most", "20000");
    }

    private void run(Ports ports, List<String> tokens, Child node, Child loop) throws Exception {
        long idle = node.residentMegabytes();
        try (var screens = client(ports.streams(), i -> "GET /lane/stream?token=" + tokens.get(i) + " HTTP/1.1\\r\\nHost: lane\\r\\n\\r\\n", "screens");
                var sockets = client(ports.bare(), i -> "hello\\n", "sockets"); var subscribers = client(ports.nats(), i -> "CONNECT {\"verbose\":false}\\r\\nSUB " + SUBJECT + " 1\\r\\n", "subscribers")) {
            System.out.printf("alert: %,d streams on one node; all open after %s ms (bare loop %s ms, NATS %s ms)%n", streams, screens.next("open")[1], sockets.next("open")[1], subscribers.next("open")[1]);
            measure(ports.presses(), tokens, node, loop, ports.nats(), screens, sockets, subscribers);
            System.out.printf("alert: the node holds %d MB resident (%d MB before the first stream), %d MB of heap after a collection%n", node.residentMegabytes(), idle, node.heapMegabytes());
            storms(screens, ports.presses(), tokens.getFirst());
            System.out.printf("alert: CPU in all: node %.1f s, its readers' process %.1f s%n", node.cpuMillis() / 1e3, screens.cpuMillis() / 1e3);
        }
    }

    private void measure(int lane, List<String> tokens, Child node, Child loop, int nats, Child screens, Child sockets, Child subscribers) throws Exception {
        var ours = new ArrayList<Round>();
        var least = new ArrayList<Round>();
        var brokers = new ArrayList<Round>();
        long cpu = node.cpuMillis();
        long clientCpu = screens.cpuMillis();
        long bareCpu = loop.cpuMillis();
        try (var http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build(); var publisher = new Socket("127.0.0.1", nats)) {
            publisher.getOutputStream().write("CONNECT {\"verbose\":false}\r\n".getBytes(StandardCharsets.US_ASCII));
            for (int i = -5; i < rounds; i++) { // the first five warm up
                var pressed = press(http, lane, tokens.get((i + 5) % tokens.size()), screens);
                var sent = bare(loop, sockets);
                var published = publish(publisher, subscribers);
                if (i < 0) continue;
                ours.add(pressed);
                least.add(sent);
                brokers.add(published);
            }
        }
        say("press → screens", ours);
        say("bare loop", least);
        say("NATS core", brokers);
        System.out.printf("alert: last reader, median of %d rounds: %.2f x the bare loop, %.2f x NATS core%n", rounds, median(ours) / median(least), median(ours) / median(brokers));
        System.out.printf("alert: CPU per alert: node %.0f ms, its readers' process %.0f ms; bare loop %.0f ms%n", (node.cpuMillis() - cpu) / (rounds + 5.0), (screens.cpuMillis() - clientCpu) / (rounds + 5.0),
                (loop.cpuMillis() - bareCpu) / (rounds + 5.0));
    }

    private static Round press(HttpClient http, int lane, String token, Child screens) throws Exception {
        UUID id = Ids.next();
        long began = System.nanoTime();
        var answer = LaneScreen.press(http, lane, token, LaneScreen.body(id, LaneProof.SCHOOL));
        if (answer.statusCode() != 202) throw new IllegalStateException(answer.statusCode() + " " + answer.body());
        return round(screens.next("got"), began);
    }

    private static Round bare(Child loop, Child sockets) throws Exception {
        loop.say("{\"alert\":\"" + Ids.next() + "\",\"version\":1,\"state\":\"ACTIVE\"}");
        return round(sockets.next("got"), Long.parseLong(loop.next("sent")[1]));
    }

    private static Round publish(Socket publisher, Child subscribers) throws Exception {
        String json = "id: 1\nevent: alert\ndata: {\"alert\":\"" + Ids.next() + "\",\"version\":1,\"state\":\"ACTIVE\"}\n\n";
        long began = System.nanoTime();
        publisher.getOutputStream().write(("PUB " + SUBJECT + " " + json.length() + "\r\n" + json + "\r\n").getBytes(StandardCharsets.US_ASCII));
        return round(subscribers.next("got"), began);
    }

    private static Round round(String[] got, long began) {
        return new Round((Long.parseLong(got[2]) - began) / 1e6, (Long.parseLong(got[3]) - began) / 1e6, (Long.parseLong(got[4]) - began) / 1e6);
    }

    /** Without the pause each reader is told to make before he comes back, so that it is as bad as it can be; somebody presses in the midst of it. */
    private void storms(Child screens, int lane, String token) throws Exception {
        var back = new ArrayList<Long>();
        var accepted = new ArrayList<Long>();
        try (var http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            for (int i = 0; i < 3; i++) {
                Thread.sleep(1000);
                screens.say("storm");
                long began = System.nanoTime();
                var answer = LaneScreen.press(http, lane, token, LaneScreen.body(Ids.next(), LaneProof.SCHOOL));
                accepted.add((System.nanoTime() - began) / 1_000_000);
                if (answer.statusCode() != 202) throw new IllegalStateException("a press in the storm: " + answer.statusCode() + " " + answer.body());
                back.add(Long.parseLong(screens.next("back")[1]));
            }
        }
        System.out.printf("alert: all %,d gone and back at once, without jitter: %s ms; a press meanwhile accepted after %s ms%n", streams, back, accepted);
    }

    private void say(String what, List<Round> rounds) {
        System.out.printf("alert: %-16s p50 %6.1f ms, p99 %6.1f ms, last %6.1f ms (medians); slowest of all %6.1f ms%n", what, at(rounds.stream().map(Round::p50).sorted().toList()),
                at(rounds.stream().map(Round::p99).sorted().toList()), median(rounds), rounds.stream().mapToDouble(Round::last).max().orElse(0));
    }

    private static double median(List<Round> rounds) {
        return at(rounds.stream().map(Round::last).sorted().toList());
    }

    private static double at(List<Double> sorted) {
        return sorted.get(sorted.size() / 2);
    }

    private Child client(int port, IntFunction<String> hello, String name) throws IOException {
        var file = Files.write(folder.resolve(name), IntStream.range(0, streams).mapToObj(hello).toList());
        return Child.java(folder.resolve(name + ".err"), List.of("-Xmx256m"), StreamClient.class, "" + port, file.toString());
    }

    private List<String> tokens(Path data) {
        var tokens = new LaneTokens(new LaneKeys(data.resolve("lane/keys"), clock), LaneSettingsForTests.in(folder), null, clock, JsonMapper.builder().build());
        return IntStream.range(0, streams).mapToObj(i -> tokens.seal(new LaneSender(LaneProof.AGENCY, LaneProof.DISTRICT, false, Map.of(LaneProof.SCHOOL, LaneProof.DISTRICT),
                Ids.next(), "Robin Alder", true, true, true, clock.instant().plus(Duration.ofDays(3650))))).toList();
    }
}
