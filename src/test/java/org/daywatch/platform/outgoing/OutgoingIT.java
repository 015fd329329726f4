package org.daywatch.platform.outgoing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.daywatch_db.platform.Tables.OUTGOING_SETTINGS;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.daywatch._story.DaywatchIT;
import org.daywatch._story.Story;
import org.daywatch._story.Visitor;
import org.daywatch.platform.identity.Organizations;
import org.daywatch.platform.identity.Role;
import org.daywatch.platform.identity.codes.AccountMail;
import org.daywatch.platform.persistence.Ids;
import org.daywatch.platform.setup.file.SetupFiles;
import org.daywatch.platform.setup.file.SetupReport.Outcome;
import org.daywatch.platform.setup.file.SetupReport;
import org.daywatch.platform.tenancy.Scope;
import org.daywatch.platform.tenancy.Tenancy;
import org.daywatch.platform.tenancy.Tenants;
import org.daywatch.staffing.officers.Officer;
import org.daywatch.staffing.officers.OfficerCommands;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.json.JsonMapper;

/** Mail is set up in a form, tried there, and works for everything that is sent. */
@DaywatchIT
class OutgoingIT {

    private static final String SECRET = "between the server and us";

    @Autowired Story story;
    @Autowired Visitor visitor;
    @Autowired Organizations organizations;
    @Autowired Tenants tenants;
    @Autowired AccountMail mail;
    @Autowired Outgoing outgoing;
    @Autowired OutgoingStore store;
    @Autowired DSLContext db;
    @Autowired JsonMapper json;
    @Autowired OfficerCommands officers;
    @Autowired SetupFiles files;

    private ScriptedMailServer server;
    private Story.Cast cast;
    private Visitor.Visit admin;

    @BeforeEach
    void anAdministratorOfTheFirstAgency() throws IOException {
        server = new ScriptedMailServer();
        cast = story.cast();
        admin = administrator(tenants.agencies().getFirst().id());
    }

    @AfterEach
    void nobodyElseSendsByThisServer() throws IOException {
        admin.post("/outgoing/removal", "kind", "MAIL");
        admin.post("/outgoing/removal", "kind", "TEXT");
        server.close();
    }

    @Test
    void aMailServerThatIsSavedAndTriedSendsInvitationsToo() {
        assertThat(mail.possible()).isFalse();
        assertThat(save(SECRET).statusCode()).isEqualTo(302);
        assertThat(mail.possible()).isTrue();
        assertThat(after(admin.post("/outgoing/test/mail"))).contains("The server accepted the test");
        assertThat(server.letters).singleElement().asString().contains("Test from Daywatch",
                "From: daywatch@agency.example");
        var chief = administrator(cast.agency());
        chief.post("/users/invitations", "org", cast.agency().toString(), "email",
                "new" + cast.suffix() + "@mail.example", "name", "Jo Palo", "role", "COORDINATOR", "by", "MAIL");
        await().atMost(Duration.ofSeconds(10)).until(() -> server.letters.size() == 2);
        assertThat(server.letters.getLast()).contains("/invitation?code=");
    }

    @Test
    void thePasswordIsKeptEncryptedAndNeverShownAgainAndGoesToNoOtherServer() {
        save(SECRET);
        assertThat(admin.get("/outgoing").body()).contains("A password is saved").doesNotContain(SECRET);
        var kept = story.as(cast.agency(), () -> db.select(OUTGOING_SETTINGS.CONTENT).from(OUTGOING_SETTINGS)
                .fetchSingle(OUTGOING_SETTINGS.CONTENT));
        assertThat(new String(kept, StandardCharsets.ISO_8859_1)).doesNotContain(SECRET).startsWith("DWC1");
        assertThat(save("").statusCode()).as("the same server keeps it").isEqualTo(302);
        admin.post("/outgoing/test/mail");
        assertThat(server.letters).hasSize(1);
        var elsewhere = admin.post("/outgoing/mail", "host", "127.0.0.1", "port", "1", "user", "daywatch", "password",
                "", "from", "daywatch@agency.example", "tls", "NONE");
        assertThat(elsewhere.statusCode()).isEqualTo(400);
        assertThat(elsewhere.body()).contains("Enter the password for this server");
        assertThat(story.as(cast.agency(), store::renew)).as("with the newest key already").isZero();
    }

    @Test
    void whatTheServerSaysAgainstItIsShownInPlainWords() throws IOException {
        save(SECRET);
        server.toPassword = "535 5.7.8 wrong key, sorry";
        assertThat(after(admin.post("/outgoing/test/mail"))).contains("did not accept the user and password",
                "wrong key, sorry");
        server.toPassword = "235 welcome";
        server.toRecipient = "550 5.1.1 nobody of that name";
        assertThat(after(admin.post("/outgoing/test/mail"))).contains("rejected the sender or the recipient",
                "nobody of that name");
        server.close();
        assertThat(after(admin.post("/outgoing/test/mail"))).contains("No server is listening on this port");
    }

    @Test
    void anInvitationWhoseAddressIsRefusedIsShownAsNotDelivered() {
        save(SECRET);
        server.toRecipient = "550 5.1.1 nobody of that name";
        var chief = administrator(cast.agency());
        chief.post("/users/invitations", "org", cast.agency().toString(), "email",
                "gone" + cast.suffix() + "@mail.example", "name", "Jo Palo", "role", "COORDINATOR", "by", "MAIL");
        await().atMost(Duration.ofSeconds(10)).untilAsserted(() -> assertThat(chief.get("/users/letting-in").body())
                .contains("Not delivered", "nobody of that name"));
        server.toRecipient = "250 fine";
        var person = story.as(cast.agency(),
                () -> db.fetchValue("select person_id from platform.invitation where email like 'gone%'"));
        chief.post("/users/letting-in", "org", cast.agency().toString(), "who", person.toString(), "by", "MAIL", "form",
                Ids.next().toString());
        await().atMost(Duration.ofSeconds(10)).untilAsserted(() -> assertThat(chief.get("/users/letting-in").body())
                .contains("Jo Palo", "By email").doesNotContain("nobody of that name"));
    }

    @Test
    void onlyTheFirstAgencysAdministratorsTurnTheMailAndNobodySendsAPasswordInClear() {
        var other = administrator(cast.agency());
        assertThat(other.get("/outgoing").body()).contains("the first agency here").doesNotContain("name=\"password\"");
        assertThat(other.post("/outgoing/mail", "host", "127.0.0.1", "port", "25", "from", "a@b.example").statusCode())
                .isEqualTo(403);
        assertThat(other.post("/outgoing/test/mail").statusCode()).isEqualTo(403);
        var clear = admin.post("/outgoing/mail", "host", "192.0.2.1", "port", "25", "user", "u", "password", "p",
                "from", "daywatch@agency.example", "tls", "NONE");
        assertThat(clear.statusCode()).isEqualTo(400);
        assertThat(clear.body()).contains("unencrypted");
    }

    @Test
    void aGatewayForTextMessagesIsKeptWithoutShowingItsKeyAndItsAnswerIsShown() {
        assertThat(admin.post("/outgoing/text", "url", "http://127.0.0.1:1/send", "headers",
                "Authorization: Bearer secret-key", "body", "{\"to\":\"{to}\",\"text\":\"{text}\"}").statusCode())
                .isEqualTo(302);
        assertThat(admin.get("/outgoing").body()).contains("Saved: Authorization").doesNotContain("secret-key");
        assertThat(after(admin.post("/outgoing/test/text", "phone", "602 555 0142")))
                .contains("The gateway did not accept the test");
        assertThat(after(admin.post("/outgoing/test/text", "phone", "call me"))).contains("area code");
        assertThat(outgoing.text().orElseThrow().headers()).containsEntry("Authorization", "Bearer secret-key");
    }

    @Test
    void aBodyWithoutAPlaceForTheNumberIsAFieldToFix() {
        var without = admin.post("/outgoing/text", "url", "http://127.0.0.1:1/send", "body", "hello");
        assertThat(without.statusCode()).isEqualTo(400);
        assertThat(without.body()).contains("each in curly brackets");
    }

    @Test
    void aSetUpFileTakesThePasswordFromAFileOfItsOwnAndKeepsItWhereNoneIsNamed(@TempDir Path folder)
            throws IOException {
        var first = tenants.agencies().getFirst().id();
        String named = ", \"password_file\": \"mail.txt\"";
        assertThat(line(first, folder, SECRET, named).outcome()).isEqualTo(Outcome.CREATED);
        assertThat(line(first, folder, SECRET, named).outcome()).isEqualTo(Outcome.UNCHANGED);
        assertThat(line(first, folder, SECRET, "").outcome()).isEqualTo(Outcome.UNCHANGED);
        assertThat(line(first, folder, "another one entirely", named).changes())
                .containsExactly(new SetupReport.Change("password", "kept", "another"));
        assertThat(outgoing.savedMail().orElseThrow().password()).isEqualTo("another one entirely");
    }

    private SetupReport.Line line(UUID agency, Path folder, String secret, String named) throws IOException {
        Files.writeString(folder.resolve("mail.txt"), secret + "\n");
        Files.setPosixFilePermissions(folder.resolve("mail.txt"), PosixFilePermissions.fromString("rw-------"));
        String text = "{\"schema\": \"daywatch.setup\", \"version\": 1, \"mail\": {\"host\": \"127.0.0.1\", \"port\": 2525, \"user\": \"daywatch\", \"from\": \"daywatch@agency.example\""
                + named + "}}";
        var report = files.apply(files.read(text.getBytes(StandardCharsets.UTF_8), folder), Optional.of(agency), false);
        return report.sections().getFirst().lines().getFirst();
    }

    @Test
    void whatAnotherNodeSavedCountsHereWithinSeconds() {
        assertThat(outgoing.mail()).isEmpty();
        var settings = new MailSettings("127.0.0.1", server.port(), "", "", "daywatch@agency.example",
                MailSettings.Tls.NONE);
        story.run(cast.agency(), () -> store.save(OutgoingStore.MAIL, json.writeValueAsBytes(settings))); // past this node's own memory
        await().atMost(Duration.ofSeconds(10)).until(() -> outgoing.mail().isPresent());
    }

    @Test
    void anOfficerIsLetInByTextMessageToTheNumberInTheFile() throws Exception {
        var texts = new CopyOnWriteArrayList<String>();
        var gateway = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        gateway.createContext("/", exchange -> {
            texts.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        gateway.start();
        try {
            admin.post("/outgoing/text", "url", "http://127.0.0.1:" + gateway.getAddress().getPort() + "/", "type",
                    "text/plain", "body", "{to} {text}");
            story.run(cast.agency(),
                    () -> officers.add(new Officer.Details(cast.department(), "Dana Reyes",
                            "dana" + cast.suffix() + "@mail.example", "+16025550142", "B1", Officer.Rank.OFFICER,
                            null, "", List.of("en"), "", Set.of("SSO"), null, Officer.State.ACTIVE)));
            var desk = visitor.signedIn(cast.coordinator(), cast.agency(), Role.COORDINATOR);
            desk.post("/officers/letting-in", "by", "TEXT", "form", Ids.next().toString());
            await().atMost(Duration.ofSeconds(10)).until(() -> texts.size() == 1);
            assertThat(texts.getFirst()).startsWith("+16025550142 Cooperative " + cast.suffix())
                    .contains("/invitation?code=");
            assertThat(visitor.stranger()
                    .get("/invitation?code=" + texts.getFirst().replaceFirst("(?s).*code=(\\S+).*", "$1")).body())
                    .contains("Cooperative " + cast.suffix(), "type=\"password\"");
        } finally {
            gateway.stop(0);
        }
    }

    private java.net.http.HttpResponse<String> save(String password) {
        return admin.post("/outgoing/mail", "host", "127.0.0.1", "port", "" + server.port(), "user", "daywatch",
                "password", password, "from", "daywatch@agency.example", "tls", "NONE");
    }

    /** The page the redirect leads to, where the sentence stands. */
    private String after(java.net.http.HttpResponse<String> redirect) {
        assertThat(redirect.statusCode()).isEqualTo(302);
        return admin.get("/outgoing").body();
    }

    private Visitor.Visit administrator(UUID agency) {
        var person = Tenancy.as(Scope.system(agency),
                () -> organizations.join(agency,
                        "admin" + cast.suffix() + "-" + UUID.randomUUID() + "@outgoing.example", "Casey Juniper",
                        Role.AGENCY_ADMIN, null));
        return visitor.signedIn(person, agency, Role.AGENCY_ADMIN);
    }
}
