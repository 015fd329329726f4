package org.daywatch.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.daywatch._story.Installed.freePort;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import org.daywatch.CommandsInTurn;
import org.daywatch._story.Installed;
import org.daywatch._story.RawRequest;
import org.daywatch._story.SelfSigned;
import org.daywatch._story.SmallProxy;
import org.daywatch.platform.database.EmbeddedPostgres;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The way of an administrator through docs/guides: serve over TLS, found the agency, back up while it runs, lose the
 * machine, restore into a new folder, and serve that behind a proxy. Both servers and the backup are the jar's own
 * commands in processes of their own, the other commands share one.
 */
class InstallationIT {

    private static final String PASSWORD = "a quiet morning at school";
    private static final Set<String> FOLDERS = Set.of("first", "second", "safe");
    private static final String EMAIL = "ada.alder@agency.example";

    private final JsonMapper json = JsonMapper.builder().build();
    @TempDir Path folder;
    @TempDir Path apart;
    private CommandsInTurn inTurn;

    @Test
    void servedOverTlsBackedUpWhileRunningRestoredAndServedAgainBehindAProxy() throws Exception {
        var certificate = SelfSigned.in(folder);
        int port = freePort();
        int health = freePort();
        try (var commands = CommandsInTurn.in(apart, Map.of())) {
            inTurn = commands;
            served(certificate, port, health);
        }
    }

    private void served(SelfSigned certificate, int port, int health) throws Exception {
        try (var serving = Installed.packed(folder, List.of(), "--data", "first", "--port", "" + port,
                "--management-port", "" + health, "--certificate", "chain.pem", "--key", "key.pem")) {
            var site = URI.create("https://localhost:" + port);
            assertThat(serving.said()).contains("Daywatch answers at " + site);
            overTlsOnly(site, certificate);
            theLaneHasTheSameCertificate(certificate, port + 1);
            healthStandsOnItsOwnLoopbackPort(site, certificate, health);
            foundAndSignIn(site, certificate, link(serving.said()));
            var packed = Installed.run(folder, "backup", "safe", "--data", "first", "--json");
            assertThat(packed.code()).as(packed.toString()).isZero();
            var taken = json.readTree(packed.out());
            assertThat(taken.get("files").asInt()).isGreaterThan(500);
            theLanesKeysGoWithIt();
            assertThat(answer(0, "audit", "verify", "--data", "first", "--json").get("fine").asBoolean()).isTrue();
            assertThat(run("backup", "safe", "--data", "first").code()).as("never over a backup")
                    .isEqualTo(2);
        }
        assertThat(run("restore", "safe", "--data", "first").code()).as("never over data")
                .isEqualTo(2);
        var restored = answer(0, "restore", "safe", "--data", "second", "--json");
        assertThat(restored.get("auditFine").asBoolean()).isTrue();
        assertThat(restored.get("copy").asBoolean()).isTrue();
        assertThat(restored.get("rows").get("platform.organization").asInt()).isOne();
        assertThat(restored.get("rows").get("platform.audit_line").asInt()).isPositive();

        int second = freePort();
        try (var serving = Installed.serve(folder, "--data", "second", "--port", "" + second, "--management-port", "-1",
                "--behind-proxy", "--site", "https://daywatch.example");
                var proxy = new SmallProxy(second, "https://daywatch.example")) {
            assertThat(serving.said()).contains("Daywatch answers at https://daywatch.example")
                    .contains("This is a restored copy: it sends nothing to anybody.").doesNotContain("No agency yet");
            behindTheProxyItIsSecure(proxy);
            whoOwnsTheDatabaseIsFoundOut();
        }
        assertThat(verified(0)).doesNotContain("WRONG");
    }

    private String verified(int code) throws Exception {
        var answer = run("audit", "verify", "--data", "second");
        assertThat(answer.code()).as(answer.toString()).isEqualTo(code);
        return answer.out();
    }

    /** Folders are those of the test. */
    private CommandsInTurn.Answer run(String... command) throws IOException {
        return inTurn.run(Stream.of(command)
                .map(word -> FOLDERS.contains(word) ? folder.resolve(word).toString() : word).toList());
    }

    /**
     * The command's answer to a line that somebody edited: what was found wrong is exit code 1, in words and for
     * machines.
     */
    private void whoOwnsTheDatabaseIsFoundOut() throws Exception {
        var running = EmbeddedPostgres.running(folder.resolve("second")).orElseThrow();
        try (var owner = DriverManager.getConnection(running.urlPrefix() + "daywatch", "postgres",
                running.secrets().superuser()); var sql = owner.createStatement()) {
            assertThat(
                    sql.executeUpdate("update platform.audit_line set subject = subject || ' and more' where seq = 1"))
                    .isPositive();
            var found = answer(1, "audit", "verify", "--data", "second", "--json");
            assertThat(found.get("fine").asBoolean()).isFalse();
            assertThat(found.get("faults").get(0).get("kind").asString()).isEqualTo("EDITED");
            assertThat(found.get("faults").get(0).get("seq").asInt()).isEqualTo(1);
            assertThat(verified(1)).contains("WRONG EDITED", "line 1").contains("fault");
            sql.executeUpdate("update platform.audit_line set subject = left(subject, -9) where seq = 1");
        }
    }

    private static void overTlsOnly(URI site, SelfSigned certificate) throws Exception {
        var plain = new Person(URI.create("http://localhost:" + site.getPort()), null);
        assertThat(plain.get("/sign-in").statusCode()).as("no page without TLS").isEqualTo(400);
        assertThatThrownBy(() -> new Person(site, SSLContext.getDefault()).get("/sign-in"))
                .as("who does not know the certificate").isInstanceOf(SSLHandshakeException.class);
        var page = new Person(site, certificate.trusting()).get("/welcome");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.sslSession().orElseThrow().getProtocol()).isIn("TLSv1.2", "TLSv1.3");
        assertThat(page.headers().firstValue("Strict-Transport-Security")).isPresent();
        try (var socket = certificate.trusting().getSocketFactory().createSocket("localhost", site.getPort())) {
            assertThat(RawRequest.answer(socket, "GET /{x} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
                    4000))
                    .as("what the web server itself refuses").startsWith("HTTP/1.1 400").contains(
                            "Strict-Transport-Security: max-age=31536000", "X-Content-Type-Options: nosniff",
                            "frame-ancestors 'none'");
        }
    }

    private static void theLaneHasTheSameCertificate(SelfSigned certificate, int port) throws Exception {
        var health = new Person(URI.create("https://localhost:" + port), certificate.trusting()).get("/lane/health");
        assertThat(health.body()).contains("\"accepting\":true");
        assertThat(health.sslSession().orElseThrow().getPeerCertificates()[0].toString()).contains("CN=localhost");
        assertThatThrownBy(() -> new Person(URI.create("http://localhost:" + port), null).get("/lane/health"))
                .as("nothing in clear").isInstanceOf(IOException.class);
    }

    private void theLanesKeysGoWithIt() throws IOException {
        for (String key : new String[] {"lane/seal", "lane/push-key"}) {
            assertThat(folder.resolve("safe").resolve(key))
                    .hasSameBinaryContentAs(folder.resolve("first").resolve(key));
            assertThat(java.nio.file.Files.getPosixFilePermissions(folder.resolve("safe").resolve(key)))
                    .hasToString("[OWNER_READ, OWNER_WRITE]");
        }
        try (var log = java.nio.file.Files.list(folder.resolve("safe/lane/spool"))) {
            assertThat(log).isNotEmpty();
        }
    }

    private void healthStandsOnItsOwnLoopbackPort(URI site, SelfSigned certificate, int health) throws Exception {
        var operator = new Person(URI.create("http://localhost:" + health), null);
        assertThat(json.readTree(operator.get("/actuator/health").body()).get("status").asString()).isEqualTo("UP");
        for (String part : List.of("/readiness", "/liveness"))
            assertThat(json.readTree(operator.get("/actuator/health" + part).body()).get("status").asString()).as(part)
                    .isEqualTo("UP");
        assertThat(operator.get("/actuator/metrics").body()).contains("http.server.requests",
                "hikaricp.connections.active", "jvm.memory.used");
        assertThat(new Person(site, certificate.trusting()).get("/actuator/health").statusCode())
                .as("not where people come").isEqualTo(404);
    }

    private static void foundAndSignIn(URI site, SelfSigned certificate, URI welcome) throws Exception {
        assertThat(welcome.toString()).startsWith(site + "/welcome?code=");
        var founder = new Person(site, certificate.trusting());
        String code = welcome.getQuery().replaceFirst("code=", "");
        var founded = founder.post("/welcome", "code", code, "agency", "Sonoran Cooperative", "state", "AZ", "name",
                "Ada Alder", "email", EMAIL, "password", PASSWORD);
        assertThat(founded.statusCode()).as(founded.body()).isEqualTo(302);
        isSecure(founder.setCookies(founded));
        assertThat(founder.get("/me").body()).contains("Ada Alder");
        var claiming = new Person(site, certificate.trusting());
        claiming.claims.put("X-Forwarded-Proto", "http");
        isSecure(claiming.setCookies(claiming.post("/sign-in", "email", EMAIL, "password", PASSWORD)));
    }

    /**
     * The account that was founded before the backup signs in; the cookie is one for TLS although the last stretch is
     * plain.
     */
    private static void behindTheProxyItIsSecure(SmallProxy proxy) throws Exception {
        var person = new Person(proxy.address(), null);
        var entered = person.post("/sign-in", "email", EMAIL, "password", PASSWORD);
        assertThat(entered.statusCode()).isEqualTo(302);
        isSecure(person.setCookies(entered));
        assertThat(entered.headers().firstValue("Strict-Transport-Security")).isPresent();
        assertThat(entered.headers().firstValue("Location").orElseThrow()).doesNotContain("127.0.0.1", "localhost",
                "http://");
        assertThat(person.get("/me").body()).contains("Ada Alder");
        assertThat(person.get("/operations").body()).contains("Sonoran Cooperative");
        assertThat(person.get("/audit").statusCode()).isEqualTo(200);
    }

    private static void isSecure(String setCookies) {
        assertThat(
                setCookies.lines().filter(c -> c.startsWith("__Host-daywatch_session=")).findFirst().orElse(setCookies))
                .contains("__Host-daywatch_session=", "Secure", "HttpOnly", "SameSite=Lax", "Path=/")
                .doesNotContain("Domain=");
        assertThat(setCookies).doesNotContain("\ndaywatch_session=");
    }

    private JsonNode answer(int code, String... command) throws Exception {
        var answer = run(command);
        assertThat(answer.code()).as(answer.toString()).isEqualTo(code);
        return json.readTree(answer.out());
    }

    private static URI link(String console) {
        return console.lines().map(String::strip).filter(l -> l.contains("/welcome?code=")).map(URI::create).findFirst()
                .orElseThrow(() -> new AssertionError(console));
    }

    /** A browser that keeps its cookies whatever the scheme, and may claim things about itself. */
    private static final class Person {

        private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
        private final URI site;
        private final HttpClient http;
        private final Map<String, String> cookies = new LinkedHashMap<>();
        private final Map<String, String> claims = new LinkedHashMap<>();

        Person(URI site, SSLContext trust) {
            this.site = site;
            this.http = trust == null ? HttpClient.newHttpClient() : HttpClient.newBuilder().sslContext(trust).build();
        }

        HttpResponse<String> get(String path) throws Exception {
            return send(HttpRequest.newBuilder(site.resolve(path)).GET());
        }

        HttpResponse<String> post(String path, String... fields) throws Exception {
            var token = TOKEN.matcher(get(path.equals("/welcome") ? "/welcome?code=" + fields[1] : "/sign-in").body());
            assertThat(token.find()).isTrue();
            var form = new StringBuilder("_csrf=" + token.group(1));
            for (int i = 0; i < fields.length; i += 2)
                form.append('&').append(fields[i]).append('=')
                        .append(URLEncoder.encode(fields[i + 1], StandardCharsets.UTF_8));
            return send(HttpRequest.newBuilder(site.resolve(path))
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(HttpRequest.BodyPublishers.ofString(form.toString())));
        }

        String setCookies(HttpResponse<?> answer) {
            return String.join("\n", answer.headers().allValues("set-cookie"));
        }

        private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
            request.header("Accept", "text/html,application/json");
            claims.forEach(request::header);
            if (!cookies.isEmpty())
                request.header("Cookie", cookies.entrySet().stream().map(c -> c.getKey() + "=" + c.getValue())
                        .collect(Collectors.joining("; ")));
            var answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            for (var header : answer.headers().allValues("set-cookie")) {
                var pair = header.split(";", 2)[0].split("=", 2);
                cookies.put(pair[0], pair[1]);
            }
            return answer;
        }
    }
}
