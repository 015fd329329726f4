package org.daywatch.platform.securitylog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.UUID;
import org.daywatch._story.DaywatchIT;
import org.daywatch._story.Guest;
import org.daywatch._story.Story;
import org.daywatch.platform.identity.Accounts;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What a security officer reads of a morning: who came in, who knocked in vain, what was changed and taken along. */
@DaywatchIT
class SecurityLogIT {

    private static final String PASSWORD = "a quiet morning at school";

    @Autowired Story story;
    @Autowired Accounts accounts;
    @Autowired SecurityLog log;
    @LocalServerPort int port;

    private Story.Cast cast;
    private String email;

    @BeforeEach
    void aCoordinatorWithAPassword() {
        cast = story.cast();
        accounts.setPassword(cast.coordinator(), PASSWORD);
        email = accounts.emailOf(cast.coordinator());
    }

    /** Lines about one person, from the first to the last: action and outcome. */
    private List<String> lines(UUID person) throws IOException {
        return Files.readString(log.file()).lines().filter(line -> line.contains("\"user.id\":\"" + person + "\""))
                .map(line -> line.replaceAll(".*\"event.action\":\"([a-z_]+)\",\"event.outcome\":\"([a-z]+)\".*",
                        "$1 $2"))
                .toList();
    }

    @Test
    void comingInInVainAndRightlyProvingAndLeavingEachIsALine() throws IOException {
        try (var visitor = new Guest(port)) {
            visitor.signIn(email, "not the right sentence");
            visitor.signIn(email, PASSWORD);
            visitor.post("/sign-in/again", "password", "not the right sentence", "to", "/me");
            visitor.post("/sign-in/again", "password", PASSWORD, "to", "/me");
            visitor.get("/me");
            visitor.post("/me/password", "currentPassword", PASSWORD, "password", "another quiet morning here");
            visitor.post("/sign-out");
        }
        assertThat(lines(cast.coordinator())).containsExactly("authn_login_fail failure", "authn_login_success success",
                "authn_login_fail failure", "session_renewed success", "authn_password_change success",
                "authn_logout success");
        assertThat(Files.readString(log.file())).doesNotContain(email, PASSWORD, "not the right sentence");
    }

    @Test
    void guessesThatAreTakenNoMoreAndAnAddressWithoutAnAccountAreLinesOfNobody() throws IOException {
        long before = count("authn_login_fail_max");
        long failed = count("\"authn_login_fail\"");
        try (var stranger = new Guest(port)) {
            for (int i = 0; i < 11; i++) stranger.signIn("nobody-" + email, "guess number " + i);
        }
        assertThat(count("\"authn_login_fail\"") - failed).isEqualTo(10);
        assertThat(count("authn_login_fail_max") - before).isEqualTo(1);
        assertThat(lines(cast.coordinator())).isEmpty();
    }

    private long count(String words) throws IOException {
        return !Files.exists(log.file())
                ? 0
                : Files.readString(log.file()).lines().filter(l -> l.contains(words)).count();
    }

    @Test
    void whatIsRefusedAndWhatIsTakenAlongIsALine() throws IOException {
        try (var coordinator = new Guest(port)) {
            coordinator.signIn(email, PASSWORD);
            assertThat(coordinator.get("/lessons/sessions/today").status()).isEqualTo(403);
            assertThat(coordinator.get("/officers.csv").status()).isEqualTo(200);
        }
        assertThat(lines(cast.coordinator())).containsExactly("authn_login_success success", "authz_fail failure",
                "sensitive_read success");
        assertThat(Files.readString(log.file())).contains("\"url.path\":\"/lessons/sessions/today\"",
                "\"daywatch.audit\":\"ListTaken\"");
    }

    @Test
    void wrongCodesWrongKeysAndWhatNoPageWouldSendAreLinesOfNobody() throws IOException {
        long codes = count("wrong code");
        long malformed = count("input_validation_fail");
        try (var stranger = new Guest(port)) {
            assertThat(stranger.get("/terms/no-such-link").status()).isEqualTo(404);
            assertThat(stranger.get("/invitation?code=no-such-link").status()).isIn(404, 410);
            assertThat(stranger.post("/sign-in", "email", email).status()).as("without its password").isEqualTo(400);
            assertThat(count("wrong code") - codes).as("codes").isEqualTo(2);
            assertThat(count("input_validation_fail") - malformed).as("forms").isEqualTo(1);
            assertThat(stranger.signIn(email, "not the right sentence").status()).isIn(400, 401, 422, 200);
            assertThat(count("wrong code") - codes).as("a password that is wrong is a line of its own").isEqualTo(2);
        }
        assertThat(Files.readString(log.file())).contains("\"url.path\":\"/terms/{token}\"")
                .doesNotContain("no-such-link");
    }
}
