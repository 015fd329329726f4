package org.daywatch.platform.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.UUID;
import org.daywatch._story.DaywatchIT;
import org.daywatch._story.Guest;
import org.daywatch._story.Story;
import org.daywatch._story.TestClock;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Two administrators want to open an account where no email goes out: its owner hears of it all the same. */
@DaywatchIT
class RecoveryWithoutMailIT {

    private static final String PASSWORD = "a quiet morning at school";

    @Autowired Story story;
    @Autowired Accounts accounts;
    @Autowired Organizations organizations;
    @Autowired TestClock clock;
    @LocalServerPort int port;

    private UUID administrator(Story.Cast cast, String name) {
        UUID person = story.as(cast.agency(), () -> organizations.join(cast.agency(),
                name + cast.suffix() + "@agency.example", name, Role.AGENCY_ADMIN, null));
        accounts.setPassword(person, PASSWORD);
        return person;
    }

    private Guest signedIn(UUID person) {
        var guest = new Guest(port);
        assertThat(guest.signIn(accounts.emailOf(person), PASSWORD).status()).isEqualTo(302);
        return guest;
    }

    @Test
    void theOwnerFindsItInTheInboxAndUnderMyAccountAndStopsItThereAndTheAdministratorIsToldThatNoEmailWent() {
        var cast = story.cast();
        UUID person = administrator(cast, "owner");
        UUID one = administrator(cast, "one");
        String org = cast.agency().toString();
        clock.move(Duration.ofDays(31));
        try (var administrator = signedIn(one); var owner = signedIn(person)) {
            assertThat(owner.get("/me").body()).doesNotContain("/me/recovery/stop");
            String after = administrator
                    .post("/users/" + person + "/recovery", "org", org, "reason", "they say they lost it").location();
            assertThat(administrator.get(after).body()).contains("No email goes out from this installation");
            assertThat(owner.get("/inbox").body()).contains("Somebody asked to restore access to your account");
            assertThat(owner.get("/me").body()).contains("Others want to restore access to your account",
                    "/me/recovery/stop");
            assertThat(administrator.post("/me/recovery/stop", "org", org).location()).as("their own: there is none")
                    .isEqualTo("/me");
            assertThat(owner.get("/me").body()).contains("/me/recovery/stop");
            assertThat(owner.post("/me/recovery/stop", "org", org).location()).isEqualTo("/me");
            assertThat(owner.get("/me").body()).contains("Recovery stopped.").doesNotContain("/me/recovery/stop");
            owner.post("/me/recovery/stop", "org", org); // pressed twice
            assertThat(owner.get("/me").body()).contains("There was nothing to stop any more.");
        }
    }
}
