package org.daywatch.emergencies.lane.http;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** An open alert screen, as a browser would keep it: what it was told, and from which number it would come back. */
public final class LaneScreen implements AutoCloseable {

    /** @param atNanos when it was read here, by {@link System#nanoTime} */
    public record Seen(long id, String event, String data, long atNanos) {}

    public final LinkedBlockingQueue<Seen> seen = new LinkedBlockingQueue<>();
    public volatile long lastId;
    public volatile boolean ended;
    private final HttpClient client;

    public LaneScreen(int port, String token, long lastId) throws IOException, InterruptedException {
        this(HttpClient.newHttpClient(), "http://127.0.0.1:" + port, token, lastId);
    }

    /** @param client is closed with it @param lane scheme, host and port */
    public LaneScreen(HttpClient client, String lane, String token, long lastId)
            throws IOException, InterruptedException {
        this.client = client;
        var request = HttpRequest.newBuilder(URI.create(lane + "/lane/stream")).header("Authorization",
                "Bearer " + token);
        if (lastId > 0) request.header("Last-Event-ID", Long.toString(lastId));
        var response = client.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
        if (response.statusCode() != 200)
            throw new IOException(
                    response.statusCode() + " " + new String(response.body().readAllBytes(), StandardCharsets.UTF_8));
        Thread.ofVirtual()
                .start(() -> read(new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8))));
    }

    private void read(BufferedReader lines) {
        long id = 0;
        String event = "message";
        String data = null;
        try {
            for (String line; (line = lines.readLine()) != null;) {
                if (line.startsWith("id: ")) id = Long.parseLong(line.substring(4));
                else if (line.startsWith("event: ")) event = line.substring(7);
                else if (line.startsWith("data: ")) data = line.substring(6);
                else if (line.isEmpty() && data != null) {
                    lastId = id;
                    seen.add(new Seen(id, event, data, System.nanoTime()));
                    data = null;
                }
            }
        } catch (IOException e) {
            ended = true;
        }
        ended = true;
    }

    /** The next event of this kind. */
    public Seen next(String event) throws InterruptedException {
        long until = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        while (System.nanoTime() < until) {
            var one = seen.poll(100, TimeUnit.MILLISECONDS);
            if (one != null && one.event().equals(event)) return one;
        }
        throw new AssertionError("no event " + event);
    }

    /** The alerts it was shown so far. */
    public List<UUID> alerts() {
        return seen.stream().filter(s -> s.event().equals("alert"))
                .map(s -> UUID.fromString(s.data().replaceFirst(".*\"alert\":\"([^\"]+)\".*", "$1"))).toList();
    }

    /**
     * What stands on it now at this school, as its script keeps it: what turned out to be another is gone, unless the
     * database decides otherwise and it is told once more.
     */
    public Set<UUID> standing(UUID school) {
        var standing = new LinkedHashSet<UUID>();
        var gone = new HashSet<UUID>();
        for (var told : seen) {
            if (!told.data().contains("\"school\":\"" + school)) continue;
            var alert = field(told.data(), "alert");
            if (told.event().equals("merged")) {
                gone.add(alert);
                gone.remove(field(told.data(), "into"));
                standing.remove(alert);
            } else
                if (told.event().equals("alert") && told.data().matches(".*\"state\":\"(ENDED|CANCELLED)\".*"))
                    standing.remove(alert);
                else
                    if (told.event().equals("alert") && !gone.contains(alert)) standing.add(alert);
        }
        return standing;
    }

    private static UUID field(String json, String name) {
        return UUID.fromString(json.replaceFirst(".*\"" + name + "\":\"([^\"]+)\".*", "$1"));
    }

    @Override
    public void close() {
        client.shutdownNow();
    }

    public static HttpResponse<String> press(HttpClient client, int port, String token, String body)
            throws IOException, InterruptedException {
        return client.send(posting(port, "/lane/presses", token, body), HttpResponse.BodyHandlers.ofString());
    }

    public static HttpRequest posting(int port, String path, String token, String body) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Authorization", "Bearer " + token).header("Content-Type", "application/json")
                .timeout(Duration.ofSeconds(20)).POST(HttpRequest.BodyPublishers.ofString(body)).build();
    }

    public static HttpRequest getting(int port, String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).timeout(Duration.ofSeconds(20))
                .build();
    }

    public static String body(UUID id, UUID school) {
        return "{\"id\":\"" + id + "\",\"school\":\"" + school
                + "\",\"status\":\"EXERCISE\",\"action\":\"LOCKDOWN\",\"place\":\"Room 12\",\"source\":\"WEB\"}";
    }
}
