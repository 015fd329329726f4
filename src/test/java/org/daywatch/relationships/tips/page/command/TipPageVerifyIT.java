package org.daywatch.relationships.tips.page.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.daywatch._story.Story;
import org.daywatch.platform.cli.ExitCodes;
import org.daywatch.platform.errors.Problem;
import org.daywatch.relationships.tips.door.OpenDoor;
import org.daywatch.relationships.tips.door.TipDoorApp;
import org.daywatch.relationships.tips.page.TipPage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Anybody with the jar finds out whether a door serves what it should, and to everybody the same. */
@TipDoorApp
class TipPageVerifyIT {

    private static final Path FORMATS = Path.of("docs/formats");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Autowired ApplicationContext app;
    @Autowired Story story;
    private OpenDoor door;

    record Answer(int code, String out, String errors) {}

    @BeforeEach
    void aSchoolWithSigns() {
        door = OpenDoor.of(app);
        var cast = story.cast();
        door.school(story, cast, cast.mesquite(), "Peña <b> & “Sons” School " + cast.suffix());
    }

    @Test
    void whatTheDoorServesIsThisJarsOwnToTheByteAndTheSameForEverybody() throws Exception {
        var answer = run(home(door.port()), "--json");
        assertThat(answer.errors()).isEmpty();
        assertThat(answer.code()).as(answer.out()).isEqualTo(ExitCodes.DONE);
        assertThat(fits("tips-page-verify", answer.out())).isEmpty();
        var list = fetch(door.port(), TipPage.LIST);
        assertThat(fits("tips-page", new String(list, StandardCharsets.UTF_8))).isEmpty();
        assertThat(new String(list, StandardCharsets.UTF_8)).contains("Peña <b> & “Sons” School");
        for (var path : List.of("/en", "/es", "/door.css", "/door.js", "/seal.js", "/hpke.js", "/door.key",
                TipPage.LIST, TipPage.SIGNATURE))
            assertThat(fetch(door.port(), path)).as(path).isEqualTo(fetch(door.port(), path)).isNotEmpty();
        var key = JSON.readTree(answer.out()).path("key").asString("");
        assertThat(run(home(door.port()) + "/", "--signed-by", key).out()).contains("Fine", "/door.js  sha256");
        var other = run(home(door.port()), "--signed-by",
                key.replace(key.charAt(20), key.charAt(20) == 'A' ? 'B' : 'A'));
        assertThat(other.code()).isEqualTo(ExitCodes.FOUND_WRONG);
        assertThat(other.out()).contains("another key than the one given");
    }

    @Test
    void aPageThatTellsOnItsWriterIsNamedAlsoWhereItsListWasMadeToFit() throws Exception {
        Map<String, byte[]> changed = new LinkedHashMap<>();
        changed.put("/door.js", changed("/door.js", "const away", "fetch('/who')\nconst away"));
        try (var bad = new Relay(door.port(), changed, Map.of())) {
            var answer = run(home(bad.port()), "--json");
            assertThat(answer.code()).isEqualTo(ExitCodes.FOUND_WRONG);
            assertThat(fits("tips-page-verify", answer.out())).isEmpty();
            var example = Files.readString(FORMATS.resolve("examples/tips-page-verify.json"));
            assertThat(fits("tips-page-verify", example)).isEmpty();
            assertThat(JSON.readTree(answer.out()).path("faults")).isEqualTo(JSON.readTree(example).path("faults"));
        }
        changed.put(TipPage.LIST, changed(TipPage.LIST, hash("/door.js"), TipPage.hash(changed.get("/door.js"))));
        try (var bad = new Relay(door.port(), changed, Map.of("Set-Cookie", "who=1"))) {
            assertThat(kinds(run(home(bad.port()), "--json"))).contains("SIGNATURE", "OWN", "HEADER")
                    .doesNotContain("SIGNED");
        }
    }

    @Test
    void whatIsNoDoorIsSaidAndNothingBehindTheAddressIsTaken() throws IOException {
        try (var site = new Relay(door.port(), Map.of(), Map.of())) {
            site.onlyFrom("/nothing");
            assertThat(kinds(run(home(site.port()), "--json"))).containsExactly("LIST");
        }
        assertThat(run("tips.example.org").errors()).contains("Write scheme, name and port");
        assertThat(run("http://127.0.0.1:9").errors()).contains("It does not answer");
        assertThat(run("http://127.0.0.1:9").code()).isEqualTo(ExitCodes.REFUSED);
    }

    @Test
    void theListOfTheExampleFitsItsSchema() throws IOException {
        assertThat(fits("tips-page", Files.readString(FORMATS.resolve("examples/tips-page.json")))).isEmpty();
    }

    private byte[] changed(String path, String what, String by) throws Exception {
        var text = new String(fetch(door.port(), path), StandardCharsets.UTF_8);
        assertThat(text).contains(what);
        return text.replace(what, by).getBytes(StandardCharsets.UTF_8);
    }

    private String hash(String path) throws Exception {
        return TipPage.hash(fetch(door.port(), path));
    }

    private static List<String> kinds(Answer answer) {
        var kinds = new ArrayList<String>();
        JSON.readTree(answer.out()).path("faults")
                .forEach((JsonNode fault) -> kinds.add(fault.path("kind").asString("")));
        return kinds;
    }

    private static String fits(String format, String json) throws IOException {
        return JsonSchemaFactory.getInstance(VersionFlag.V202012)
                .getSchema(Files.readString(FORMATS.resolve(format + ".schema.json"))).validate(json, InputFormat.JSON)
                .stream().map(Object::toString).reduce("", String::concat);
    }

    private static String home(int port) {
        return "http://127.0.0.1:" + port;
    }

    private static byte[] fetch(int port, String path) throws Exception {
        try (var client = HttpClient.newHttpClient()) {
            return client.send(HttpRequest.newBuilder(URI.create(home(port) + path)).build(),
                    HttpResponse.BodyHandlers.ofByteArray()).body();
        }
    }

    private static Answer run(String... arguments) {
        var out = new StringWriter();
        var errors = new StringWriter();
        int code = new CommandLine(new TipsPageVerifyCommand()).setOut(new PrintWriter(out))
                .setErr(new PrintWriter(errors)).setExecutionExceptionHandler((failure, command, parsed) -> {
                    command.getErr().println(failure.getMessage());
                    return failure instanceof Problem ? ExitCodes.REFUSED : ExitCodes.INTERNAL;
                }).execute(arguments);
        return new Answer(code, out.toString(), errors.toString());
    }

    /** Somebody between the door and its visitors, who changes what they get. */
    private static final class Relay implements AutoCloseable {

        private final HttpServer server = HttpServer
                .create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        private volatile String only = "/";

        Relay(int door, Map<String, byte[]> changed, Map<String, String> added) throws IOException {
            server.createContext("/", exchange -> {
                try (exchange; var client = HttpClient.newHttpClient()) {
                    var path = exchange.getRequestURI().getPath();
                    var answer = client.send(HttpRequest.newBuilder(URI.create(home(door) + path)).build(),
                            HttpResponse.BodyHandlers.ofByteArray());
                    byte[] body = changed.getOrDefault(path, answer.body());
                    answer.headers().map().forEach((name, values) -> {
                        if (!name.equalsIgnoreCase("content-length")) exchange.getResponseHeaders().put(name, values);
                    });
                    added.forEach(exchange.getResponseHeaders()::set);
                    exchange.sendResponseHeaders(path.startsWith(only) ? answer.statusCode() : 404, body.length);
                    exchange.getResponseBody().write(body);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            });
            server.start();
        }

        int port() {
            return server.getAddress().getPort();
        }

        void onlyFrom(String path) {
            only = path;
        }

        @Override
        public void close() {
            server.stop(0);
        }
    }
}
