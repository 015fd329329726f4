package org.daywatch.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.awaitility.Awaitility;
import org.daywatch._story.AttackTable;
import org.daywatch._story.Bombs;
import org.daywatch._story.Browser;
import org.daywatch._story.DaywatchIT;
import org.daywatch._story.RawRequest;
import org.daywatch._story.Story;
import org.daywatch.directory.intake.FileImports;
import org.daywatch.directory.intake.ImportFile;
import org.daywatch.directory.intake.ImportKind;
import org.daywatch.emergencies.lane.LaneAddress;
import org.daywatch.platform.identity.Organizations;
import org.daywatch.platform.identity.Role;
import org.daywatch.platform.intake.IntakeRefused;
import org.daywatch.platform.tenancy.Scope;
import org.daywatch.platform.tenancy.Tenancy;
import org.daywatch.platform.web.Csv;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * What strangers and files can do to an installation that runs, tried a few hundred times each: how every try ended,
 * how long the slowest took and how much memory it cost stands in {@code target/attack-corpus.md}.
 *
 * <p>A-22, A-32, A-39, A-44 of docs/security.
 */
@DaywatchIT
class AttackCorpusIT {

    private static final AttackTable TABLE = new AttackTable(Path.of("target/attack-corpus.md"));
    /** Many times what a neighbor waits for; a machine under load is slow, not held. */
    private static final Duration AT_ONCE = Duration.ofSeconds(10);
    private static final Duration GUARD = Duration.ofSeconds(60);
    private static final long LITTLE = 250L << 20;
    private static final int EACH = 40;
    /** A topic that is none leads to all of them. */
    private static final String HELP = "/help/";
    private static final int HEADER_BOMBS = 150;

    @Autowired Story story;
    @Autowired Organizations organizations;
    @Autowired FileImports imports;
    @Autowired LaneAddress lane;
    @Autowired ApplicationContext app;
    @Autowired @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping endpoints;
    @LocalServerPort int port;
    @TempDir Path folder;

    private int lanePort() {
        return URI.create(lane.get()).getPort();
    }

    /** Lane and pages end them at their deadlines, and answer everybody else meanwhile. */
    @Test
    void whoeverSendsOrReadsSlowlyDelaysNobody() throws Exception {
        var onPages = new ArrayList<Socket>();
        var onLane = new ArrayList<Socket>();
        try (var client = HttpClient.newHttpClient();
                var beside = TABLE.row("slow heads, bodies and readers, " + EACH
                        + " of each on each port: a page and the lane meanwhile")) {
            for (int i = 0; i < EACH; i++) {
                onPages.add(begin(port, "GET /sign-in HTTP/1.1\r\nHost: localhost:" + port + "\r\nX-Slow: "));
                onPages.add(begin(port, "POST /sign-in HTTP/1.1\r\nHost: localhost:" + port
                        + "\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 1000\r\n\r\na="));
                onPages.add(begin(port,
                        ("GET /assets/daywatch.css HTTP/1.1\r\nHost: localhost:" + port + "\r\n\r\n").repeat(20)));
                onLane.add(begin(lanePort(), "GET /lane/health HTTP/1.1\r\nHost: localhost\r\nX-Slow: "));
                onLane.add(begin(lanePort(),
                        "POST /lane/presses HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1000\r\n\r\n{"));
                onLane.add(begin(lanePort(), "GET /lane/health HTTP/1.1\r\nHost: localhost\r\n\r\n".repeat(20)));
            }
            Awaitility.await().pollInterval(Duration.ofSeconds(1)).atMost(GUARD).until(() -> {
                assertThat(beside.tried(() -> get(client, port, "/help"))).isEqualTo("200");
                assertThat(beside.tried(() -> get(client, lanePort(), "/lane/health"))).isEqualTo("200");
                onPages.removeIf(socket -> !trickles(socket));
                onLane.removeIf(socket -> !trickles(socket));
                return onLane.isEmpty();
            });
            assertThat(beside.slowest()).as("the slowest answer beside them").isLessThan(AT_ONCE);
        } finally {
            for (var socket : onPages) socket.close();
            for (var socket : onLane) socket.close();
        }
    }

    private static Socket begin(int port, String bytes) throws IOException {
        var socket = new Socket();
        socket.setReceiveBufferSize(4096);
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        socket.getOutputStream().write(bytes.getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    /** @return false once the connection is closed; nothing is read of what comes */
    private static boolean trickles(Socket socket) {
        try {
            socket.getOutputStream().write('a');
            return true;
        } catch (IOException closed) {
            return false;
        }
    }

    private static String get(HttpClient client, int port, String path) throws IOException, InterruptedException {
        return String.valueOf(client.send(HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .timeout(GUARD).build(), HttpResponse.BodyHandlers.discarding()).statusCode());
    }

    @Test
    void aHeadNoBrowserSendsIsRefusedAtOnce() throws Exception {
        for (int at : List.of(port, lanePort())) {
            try (var row = TABLE.row("heads no browser sends, to the " + (at == port ? "pages" : "lane"))) {
                for (int i = 0; i < HEADER_BOMBS; i++) {
                    String head = head(i);
                    assertThat(row.tried(() -> RawRequest.status(at, head)))
                            .as(head.substring(0, Math.min(60, head.length())))
                            .matches("closed|4\\d\\d");
                }
                row.close();
                assertThat(row.slowest()).isLessThan(AT_ONCE);
                assertThat(row.rose()).isLessThan(LITTLE);
            }
        }
    }

    private static String head(int turn) {
        String large = "x".repeat(20_000 + turn * 100);
        String begin = "GET /sign-in HTTP/1.1\r\nHost: localhost\r\n";
        return switch (turn % 10) {
            case 0 -> begin + "X-Large: " + large + "\r\n\r\n";
            case 1 -> begin + "X-Some: some\r\n".repeat(3000 + turn) + "\r\n";
            case 2 -> begin + "Cookie: daywatch_session=" + large + "\r\n\r\n";
            case 3 -> "GET /" + large + " HTTP/1.1\r\nHost: localhost\r\n\r\n";
            case 4 -> begin + large + ": x\r\n\r\n";
            case 5 -> begin + "Cookie: " + "a=b; ".repeat(5000 + turn) + "\r\n\r\n";
            case 6 -> "GET /sign-in?" + "a=b&".repeat(5000 + turn) + " HTTP/1.1\r\nHost: localhost\r\n\r\n";
            case 7 -> "POST /sign-in HTTP/1.1\r\nHost: localhost\r\nContent-Length: 3\r\nContent-Length: 4\r\n\r\nabcd";
            case 8 -> "G\u0000T /sign-in HTTP/1.1\r\nHost: localhost\r\n\r\n";
            default -> begin + "Content-Length: " + turn + "x\r\n\r\n";
        };
    }

    @Test
    void aPictureThatIsLargerThanItsFileIsRefusedInLittleMemory() throws Exception {
        var cast = story.cast();
        var person = joined(cast.agency(), cast, Role.AGENCY_ADMIN);
        var browser = Browser.of(app, port, person, cast.agency(), Role.AGENCY_ADMIN);
        var files = new LinkedHashMap<String, byte[]>();
        files.put("60,000 dots wide", Bombs.darkness(60_000, 9_000));
        files.put("540 million dots in a row", Bombs.darkness(500_000, 1_080));
        files.put("two thousand million dots", Bombs.darkness(Integer.MAX_VALUE / 8 - 1, 1));
        files.put("its end missing", java.util.Arrays.copyOf(Bombs.darkness(7_000, 7_000), 20_000));
        files.put("a drawing", Bombs.laughs("svg").getBytes(StandardCharsets.UTF_8));
        browser.get("/agency");
        try (var row = TABLE.row("pictures larger than their files, as an agency's logo")) {
            for (var file : files.entrySet())
                assertThat(row.tried(() -> told(browser.upload("/agency/logo", "photo", "logo.png", file.getValue()))))
                        .as(file.getKey()).startsWith("refused in a sentence");
            row.close();
            assertThat(row.slowest()).isLessThan(AT_ONCE);
            assertThat(row.rose()).isLessThan(LITTLE);
        }
    }

    private UUID joined(UUID org, Story.Cast cast, Role role) {
        return Tenancy.as(Scope.system(org), () -> organizations.join(org,
                role.name().toLowerCase() + cast.suffix() + "@attacks.example", "Kit Palo", role, null));
    }

    private static String told(HttpResponse<String> answer) {
        boolean said = !Jsoup.parse(answer.body()).select(".usa-error-message, .alert-error, .problem .lead").isEmpty();
        return (said ? "refused in a sentence " : "answered ") + answer.statusCode();
    }

    @Test
    void aPackageThatIsLargerThanItsFileIsRefusedAndLeavesNothing() throws Exception {
        var cast = story.cast();
        var files = new LinkedHashMap<String, byte[]>();
        files.put("a file of 600 MB in it", Bombs.zip("orgs.csv", 600));
        files.put("60,000 files in it", Bombs.crowd(60_000));
        files.put("packages in it", wrapped("orgs.csv", Bombs.zip("orgs.csv", 50)));
        String outside = "daywatch-outside-" + UUID.randomUUID();
        for (var name : List.of("../../../../../../tmp/", "/tmp/", "..\\..\\..\\tmp\\", "C:\\", "./x/../../tmp/"))
            files.put("a way out: " + name, wrapped(name + outside + "/orgs.csv", new byte[] {'a'}));
        try (var row = TABLE.row("packages larger than their files, or with ways out of their folder, as a roster")) {
            for (var file : files.entrySet()) {
                Path path = Files.write(folder.resolve("roster.zip"), file.getValue());
                assertThat(row.tried(() -> refused(cast, path))).as(file.getKey()).isEqualTo("refused in a sentence");
            }
            row.close();
            assertThat(row.rose()).isLessThan(LITTLE);
        }
        assertThat(Path.of("/tmp", outside)).doesNotExist();
        try (var left = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            assertThat(
                    left.map(file -> file.getFileName().toString()).filter(name -> name.startsWith("daywatch-roster")))
                    .as("unpacked and left").isEmpty();
        }
    }

    private static byte[] wrapped(String name, byte[] file) throws IOException {
        var bytes = new java.io.ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(file);
        }
        return bytes.toByteArray();
    }

    private String refused(Story.Cast cast, Path file) {
        try {
            Tenancy.run(Scope.system(cast.mesquite()),
                    () -> imports.preview(ImportKind.ONEROSTER, new ImportFile(file, "roster.zip", null)));
            return "read";
        } catch (IntakeRefused said) {
            return String.valueOf(said.getMessage()).endsWith(".") ? "refused in a sentence" : "refused without one";
        }
    }

    @Test
    void aNoticeThatGrowsWhileItIsReadIsRefused() throws Exception {
        var cast = story.cast();
        var person = joined(cast.mesquite(), cast, Role.SAFETY_DIRECTOR);
        var browser = Browser.of(app, port, person, cast.mesquite(), Role.SAFETY_DIRECTOR);
        var texts = new LinkedHashMap<String, String>();
        texts.put("words of words of words", Bombs.laughs("alert"));
        texts.put("a file of this machine",
                "<!DOCTYPE alert [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><alert>&a;</alert>");
        texts.put("a page of this machine",
                "<!DOCTYPE alert SYSTEM \"http://127.0.0.1:" + port + "/sign-in\"><alert/>");
        texts.put("a thousand elements deep", Bombs.deep("alert", 1_000));
        texts.put("thirty thousand elements deep", Bombs.deep("alert", 30_000));
        texts.put("a hundred thousand attributes", "<alert " + numbered(10_000) + "/>");
        browser.get("/cap-notices");
        try (var row = TABLE.row("notices that grow or nest while they are read")) {
            for (var text : texts.entrySet())
                assertThat(row.tried(() -> told(browser.upload("/cap-notices", "file", "notice.xml",
                        text.getValue().getBytes(StandardCharsets.UTF_8))))).as(text.getKey())
                        .startsWith("refused in a sentence 4");
            row.close();
            assertThat(row.slowest()).isLessThan(AT_ONCE);
            assertThat(row.rose()).isLessThan(LITTLE);
        }
    }

    private static String numbered(int attributes) {
        var text = new StringBuilder();
        for (int i = 0; i < attributes; i++) text.append("a").append(i).append("=\"\" ");
        return text.toString();
    }

    /** That each list is written so is held by {@link EveryFormIT}, for every list there is. */
    @Test
    void aCellThatASpreadsheetWouldCountIsPrefixed() throws Exception {
        try (var row = TABLE.row("formulas in a cell of a list")) {
            for (var begin : List.of("=", "+", "-", "@", "\t=", "\r=", " =", "\n=", "＝", "＋", "－", "＠", "\u00a0=",
                    "\u200b="))
                for (var rest : List.of("1+1", "cmd|' /C calc'!A0", "HYPERLINK(\"https://elsewhere.example\")"))
                    assertThat(row.tried(
                            () -> Csv.cell(begin + rest).replace("\"", "").startsWith("'") ? "prefixed" : "as it was"))
                            .as(begin + rest).isEqualTo("prefixed");
        }
    }

    @Test
    void noAddressLeadsToAFileOfTheMachine() throws Exception {
        var ways = List.of("../../../../../../etc/passwd", "..%2f..%2f..%2f..%2f..%2fetc%2fpasswd",
                "%2e%2e/%2e%2e/%2e%2e/%2e%2e/etc/passwd", "..;/..;/..;/..;/etc/passwd", "....//....//....//etc/passwd",
                "%252e%252e%252f%252e%252e%252fetc%252fpasswd", "..%5c..%5c..%5cetc%5cpasswd",
                "..%c0%af..%c0%afetc%c0%afpasswd",
                "/etc/passwd", "%2fetc%2fpasswd", "file:///etc/passwd", "..%00/etc/passwd", "../application.yaml",
                "%2e%2e%2fapplication.yaml", "application.yaml", "etc/passwd");
        var cast = story.cast();
        String cookie = app.getBean(org.daywatch.platform.identity.Sessions.class).open(cast.coordinator(), "PASSKEY",
                "test");
        var places = new TreeSet<>(List.of("/", "/vendor/", "/vendor/fonts/", "/rooms/", "/rooms/platform/web/",
                "/webjars/", "/assets/", "/icons/",
                "/static/", "/classpath:"));
        endpoints.getHandlerMethods().forEach((mapping, method) -> {
            if (mapping.getMethodsCondition().getMethods().contains(RequestMethod.GET))
                mapping.getPatternValues().stream().filter(address -> address.contains("{"))
                        .forEach(address -> places.add(address.substring(0, address.indexOf('{'))));
        });
        try (var row = TABLE.row("ways out of the site, behind each of " + places.size() + " addresses that go on")) {
            for (var place : places)
                for (var way : ways)
                    assertThat(row.tried(() -> {
                        String answer = RawRequest.answer(port,
                                "GET " + place + way + " HTTP/1.1\r\nHost: localhost:" + port
                                        + "\r\nCookie: daywatch_session=" + cookie + "\r\nConnection: close\r\n\r\n");
                        assertThat(answer).as(place + way).doesNotContain("root:x:0")
                                .doesNotContain("jooq.sql-dialect");
                        return answer.substring("HTTP/1.1 ".length(), "HTTP/1.1 400".length());
                    })).as(place + way).matches(place.equals(HELP) ? "200|[34]\\d\\d" : "[34]\\d\\d");
            assertThat(row.tries()).isGreaterThan(500);
            assertThat(row.ended().keySet()).as("read, and refused").contains("400", "404");
        }
    }
}
