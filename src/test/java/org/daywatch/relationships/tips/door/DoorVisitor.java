package org.daywatch.relationships.tips.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.daywatch_db.directory.Tables.SCHOOL;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.regex.Pattern;
import org.daywatch._story.Story;
import org.daywatch._story.TestClock;
import org.daywatch.platform.identity.Role;
import org.daywatch.platform.persistence.Ids;
import org.daywatch.relationships.tips.ring.RingBeat;
import org.jooq.DSLContext;

/** Somebody with a browser without script or cookies at the tip door. */
final class DoorVisitor {

    static final Duration GUARD = Duration.ofSeconds(60);
    private static final Pattern DIGITS = Pattern.compile("id=\"digits\"[^>]*>([0-9 ]{19})<");
    private static final Pattern FORM = Pattern.compile("name=\"form\" value=\"([0-9a-f-]{36})\"");

    private static Instant latest = TestClock.START;

    private final int port;
    private final HttpClient client;
    private final String agent;

    DoorVisitor(int port) {
        this(port, HttpClient.newHttpClient(), "Browser");
    }

    DoorVisitor(int port, InetAddress from, String agent) {
        this(port, HttpClient.newBuilder().localAddress(from).build(), agent);
    }

    private DoorVisitor(int port, HttpClient client, String agent) {
        this.port = port;
        this.client = client;
        this.agent = agent;
    }

    HttpResponse<String> get(String path) {
        return send(request(path).GET());
    }

    HttpResponse<String> post(String language, String... fields) {
        return send(request("/" + language).header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form(fields))));
    }

    /** As a script sends it. */
    HttpResponse<byte[]> sealed(String path, byte[] body) {
        return send(request(path).header("Content-Type", "application/x-daywatch-sealed")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body)), HttpResponse.BodyHandlers.ofByteArray());
    }

    /** As a browser sends a form with a file, which stands last in it. */
    HttpResponse<String> postWith(String language, String name, byte[] file, String... fields) {
        var body = new ByteArrayOutputStream();
        for (int i = 0; i < fields.length; i += 2)
            body.writeBytes(("--here-it-parts\r\nContent-Disposition: form-data; name=\"" + fields[i] + "\"\r\n\r\n"
                    + fields[i + 1] + "\r\n").getBytes(StandardCharsets.UTF_8));
        body.writeBytes(("--here-it-parts\r\nContent-Disposition: form-data; name=\"picture\"; filename=\"" + name
                + "\"\r\nContent-Type: image/jpeg\r\n\r\n").getBytes(StandardCharsets.UTF_8));
        body.writeBytes(file);
        body.writeBytes("\r\n--here-it-parts--\r\n".getBytes(StandardCharsets.UTF_8));
        return send(request("/" + language).header("Content-Type", "multipart/form-data; boundary=here-it-parts")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray())));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).header("User-Agent", agent)
                .header("X-Forwarded-For", "203.0.113.77").header("Referer", "https://where-they-came-from.example/")
                .timeout(GUARD);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        return send(request, HttpResponse.BodyHandlers.ofString());
    }

    private <T> HttpResponse<T> send(HttpRequest.Builder request, HttpResponse.BodyHandler<T> handler) {
        try {
            return client.send(request.build(), handler);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** As a whole tip. */
    HttpResponse<String> tip(String school, String words, String life) {
        return post("en", "step", "tip", "form", UUID.randomUUID().toString(), "school", school, "words", words,
                "life", life);
    }

    /** @return the receipt of a tip that was kept */
    String kept(String school, String words, String life) {
        return digits(tip(school, words, life));
    }

    HttpResponse<String> thread(String receipt) {
        return post("en", "step", "thread", "receipt", receipt);
    }

    HttpResponse<String> more(String receipt, String words, String... others) {
        var fields = new java.util.ArrayList<>(java.util.List.of("step", "more", "form", UUID.randomUUID().toString(),
                "receipt", receipt, "words", words));
        fields.addAll(java.util.List.of(others));
        return post("en", fields.toArray(String[]::new));
    }

    static String digits(HttpResponse<String> page) {
        assertThat(page.statusCode()).as(page.body()).isEqualTo(200);
        var found = DIGITS.matcher(page.body());
        assertThat(found.find()).as("a receipt on " + page.body()).isTrue();
        return found.group(1);
    }

    static String formId(HttpResponse<String> page) {
        var found = FORM.matcher(page.body());
        assertThat(found.find()).as("a form on " + page.body()).isTrue();
        return found.group(1);
    }

    static String form(String... fields) {
        var body = new StringBuilder();
        for (int i = 0; i < fields.length; i += 2)
            body.append(i == 0 ? "" : "&").append(fields[i]).append('=')
                    .append(URLEncoder.encode(fields[i + 1], StandardCharsets.UTF_8));
        return body.toString();
    }

    /** A school of this name in the district, where somebody reads tips. */
    static UUID school(Story story, DSLContext db, Story.Cast cast, UUID district, String name) {
        story.join(district, "Ada Cole", Role.TIP_ANALYST, null);
        return unreadSchool(story, db, cast, district, name);
    }

    static UUID unreadSchool(Story story, DSLContext db, Story.Cast cast, UUID district, String name) {
        var id = Ids.next();
        story.run(district, () -> db.insertInto(SCHOOL).set(SCHOOL.AGENCY_ID, cast.agency()).set(SCHOOL.ID, id)
                .set(SCHOOL.DISTRICT_ID, district).set(SCHOOL.NAME, name).set(SCHOOL.ZONE, "America/Phoenix")
                .set(SCHOOL.DESK_CODE, "DOOR").set(SCHOOL.STATE, "AZ").execute());
        return id;
    }

    /** The quarter hour is over; what stood in the ring was handed on. */
    static void quarterHourLater(TestClock clock, RingBeat beat) {
        // The clock of the story begins anew with each test, quarter hours of the ring do not.
        latest = (clock.instant().isAfter(latest) ? clock.instant() : latest).plus(Duration.ofMinutes(15));
        clock.setTo(latest);
        await().atMost(GUARD).until(() -> beat.ring().orElseThrow().waiting() == 0);
    }
}
