package org.daywatch.platform.identity.users;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.daywatch._story.DaywatchIT;
import org.daywatch._story.Guest;
import org.daywatch._story.Story;
import org.daywatch._story.TestClock;
import org.daywatch.platform.audit.AuditLog;
import org.daywatch.platform.identity.Accounts;
import org.daywatch.platform.identity.Organizations;
import org.daywatch.platform.identity.Role;
import org.daywatch.platform.identity.Sessions;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A phone was stolen, a password went around: the administrator ends what is open, and nobody loses their place. */
@DaywatchIT
class SignedOutByOthersIT {

    private static final String PASSWORD = "a quiet morning at school";
    private static final Duration GUARD = Duration.ofSeconds(10);

    @Autowired Story story;
    @Autowired Accounts accounts;
    @Autowired Organizations organizations;
    @Autowired AuditLog audit;
    @Autowired Sessions sessions;
    @Autowired TestClock clock;
    @LocalServerPort int port;

    @Test
    void anAdministratorSignsOnePersonOutOfTheirDevicesAndTheyComeInAgain() {
        var cast = story.cast();
        accounts.setPassword(cast.coordinator(), PASSWORD);
        try (var administrator = administrator(cast, "admin");
                var phone = signedIn(cast.coordinator());
                var desk = signedIn(cast.coordinator())) {
            String page = "/users/" + cast.coordinator();
            assertThat(administrator.get(page).body()).contains("Sign out all devices");
            assertThat(administrator.post(page + "/sign-out", "org", cast.agency().toString()).location())
                    .isEqualTo(page + "?org=" + cast.agency());
            assertThat(administrator.get(page).body()).contains("is signed out on 2 devices");
            isOut(phone);
            isOut(desk);
            assertThat(phone.signIn(accounts.emailOf(cast.coordinator()), PASSWORD).status()).isEqualTo(302);
            assertThat(phone.get("/officers").status()).isEqualTo(200);
            assertThat(administrator.get("/me").status()).as("the administrator goes on").isEqualTo(200);
            assertThat(story.as(cast.agency(), () -> audit.told(List.of("SignedOutByAdministrator")))).singleElement()
                    .satisfies(line -> assertThat(line.subject()).contains(cast.coordinator().toString()));
        }
    }

    /** What a session was handed here counts wherever it has gone on to; one that ran out is no device. */
    @Test
    void aDeviceThatActsElsewhereJustNowIsSignedOutTooAndOneThatRanOutIsNotCounted() {
        var cast = story.cast();
        story.run(cast.agency(), () -> organizations.join(cast.mesquite(), accounts.emailOf(cast.coordinator()),
                "Robin Alder", Role.SAFETY_DIRECTOR, null));
        sessions.open(cast.coordinator(), Sessions.PASSKEY, "an old one");
        clock.move(Duration.ofDays(2));
        String elsewhere = sessions.open(cast.coordinator(), Sessions.PASSKEY, "a phone");
        sessions.actFor(elsewhere, cast.mesquite(), Role.SAFETY_DIRECTOR);
        try (var administrator = administrator(cast, "admin"); var phone = new Guest(port)) {
            phone.carry("daywatch_session", elsewhere);
            assertThat(phone.get("/me").status()).isEqualTo(200);
            String page = "/users/" + cast.coordinator();
            administrator.post(page + "/sign-out", "org", cast.agency().toString());
            assertThat(administrator.get(page).body()).contains("is signed out on 1 device.");
            isOut(phone);
        }
    }

    @Test
    void everybodyOfTheAgencyIsSignedOutAfterOneMoreQuestionButNobodyOfAnother() {
        var cast = story.cast();
        var other = story.cast();
        accounts.setPassword(cast.coordinator(), PASSWORD);
        accounts.setPassword(other.coordinator(), PASSWORD);
        try (var administrator = administrator(cast, "admin");
                var second = administrator(cast, "second");
                var coordinator = signedIn(cast.coordinator());
                var elsewhere = signedIn(other.coordinator())) {
            assertThat(administrator.get("/users/sign-out?org=" + cast.agency()).body())
                    .contains("2 other people of", "Do not do this during an emergency.");
            assertThat(administrator.post("/users/sign-out", "org", cast.agency().toString()).location())
                    .startsWith("/users?org=");
            assertThat(administrator.get("/users").body()).contains("2 devices are signed out.");
            isOut(coordinator);
            isOut(second);
            assertThat(elsewhere.get("/me").status()).isEqualTo(200);
            assertThat(administrator.post("/users/sign-out", "org", other.agency().toString()).status())
                    .as("another agency's people").isEqualTo(404);
            assertThat(elsewhere.get("/me").status()).isEqualTo(200);
        }
    }

    private static void isOut(Guest guest) {
        await().atMost(GUARD).pollInterval(Duration.ofMillis(50))
                .until(() -> guest.get("/me").location().startsWith("/sign-in"));
    }

    private Guest signedIn(UUID person) {
        var guest = new Guest(port);
        guest.signIn(accounts.emailOf(person), PASSWORD);
        assertThat(guest.get("/me").status()).isEqualTo(200);
        return guest;
    }

    private Guest administrator(Story.Cast cast, String name) {
        UUID person = story.as(cast.agency(), () -> organizations.join(cast.agency(),
                name + cast.suffix() + "@signedout.example", "Casey Juniper", Role.AGENCY_ADMIN, null));
        accounts.setPassword(person, PASSWORD);
        return signedIn(person);
    }
}
