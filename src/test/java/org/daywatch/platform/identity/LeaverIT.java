package org.daywatch.platform.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.UUID;
import org.daywatch._story.DaywatchIT;
import org.daywatch._story.Story;
import org.daywatch._story.Guest;
import org.daywatch.platform.identity.codes.OneTimeCodes;
import org.daywatch.platform.identity.codes.OneTimeCodes.Purpose;
import org.daywatch.platform.identity.codes.OneTimeCodes.Subject;
import org.daywatch.platform.tenancy.Scope;
import org.daywatch.platform.tenancy.Tenancy;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * whoever leaves is dead everywhere within two seconds.
 *
 * <p>P-15 of docs/security.
 */
@DaywatchIT
class LeaverIT {

    /** Five times the two seconds that are promised: the machine may be busy. */
    private static final Duration GUARD = Duration.ofSeconds(10);

    private static final String PASSWORD = "a quiet morning at school";

    @Autowired Story story;
    @Autowired Accounts accounts;
    @Autowired Organizations organizations;
    @Autowired OneTimeCodes codes;
    @LocalServerPort int port;

    @Test
    void anOpenSessionThePasswordAndEveryCodeDieWithTheMembership() {
        var cast = story.cast();
        UUID admin = member(cast, "admin", Role.AGENCY_ADMIN);
        accounts.setPassword(cast.coordinator(), PASSWORD);
        String code = codes.issue(Subject.of(Purpose.PASSWORD_RESET, cast.coordinator()));
        try (var leaver = new Guest(port); var administrator = new Guest(port)) {
            leaver.signIn(accounts.emailOf(cast.coordinator()), PASSWORD);
            assertThat(leaver.get("/me").status()).isEqualTo(200);
            administrator.signIn(accounts.emailOf(admin), PASSWORD);
            var done = administrator.post("/users/" + cast.coordinator() + "/departure", "org",
                    cast.agency().toString(), "role", "COORDINATOR");
            long committed = System.nanoTime();
            assertThat(done.location()).startsWith("/users");
            await().atMost(GUARD).pollInterval(Duration.ofMillis(50))
                    .until(() -> leaver.get("/me").location().startsWith("/sign-in"));
            assertThat(Duration.ofNanos(System.nanoTime() - committed)).isLessThan(GUARD);
            assertThat(leaver.signIn(accounts.emailOf(cast.coordinator()), PASSWORD).status()).isEqualTo(401);
            assertThat(codes.find(Purpose.PASSWORD_RESET, code)).isEmpty();
        }
    }

    @Test
    void whoStillHasAnotherPlaceKeepsTheirAccountButNotTheOldPlace() {
        var cast = story.cast();
        UUID admin = member(cast, "admin", Role.AGENCY_ADMIN);
        accounts.setPassword(cast.coordinator(), PASSWORD);
        Tenancy.run(Scope.system(cast.agency()), () -> organizations.join(cast.mesquite(),
                accounts.emailOf(cast.coordinator()), "Robin Alder", Role.SAFETY_DIRECTOR, null));
        try (var leaver = new Guest(port); var administrator = new Guest(port)) {
            administrator.signIn(accounts.emailOf(admin), PASSWORD);
            administrator.post("/users/" + cast.coordinator() + "/departure", "org", cast.agency().toString(), "role",
                    "COORDINATOR");
            assertThat(leaver.signIn(accounts.emailOf(cast.coordinator()), PASSWORD).status()).isEqualTo(302);
            assertThat(leaver.get("/places").body()).contains("Mesquite")
                    .doesNotContain("Cooperative " + cast.suffix() + " ·");
        }
    }

    @Test
    void theLastAdministratorCannotLeave() {
        var cast = story.cast();
        UUID admin = member(cast, "admin", Role.AGENCY_ADMIN);
        try (var administrator = new Guest(port)) {
            administrator.signIn(accounts.emailOf(admin), PASSWORD);
            var answer = administrator.post("/users/" + admin + "/departure", "org", cast.agency().toString(), "role",
                    "AGENCY_ADMIN");
            assertThat(answer.status()).isEqualTo(409);
            assertThat(answer.body()).contains("last administrator");
        }
    }

    private UUID member(Story.Cast cast, String name, Role role) {
        UUID person = Tenancy.as(Scope.system(cast.agency()), () -> organizations.join(cast.agency(),
                name + cast.suffix() + "@leaver.example", "Casey Juniper", role, null));
        accounts.setPassword(person, PASSWORD);
        return person;
    }
}
