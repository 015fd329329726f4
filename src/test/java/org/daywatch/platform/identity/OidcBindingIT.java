package org.daywatch.platform.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.daywatch._story.Guest;
import org.daywatch._story.Story;
import org.daywatch._story.TestClock;
import org.daywatch.platform.audit.AuditLog;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;

/** An account belongs to one of the provider's people: addresses are given to somebody else, numbers are not. */
class OidcBindingIT extends OutsideWorld {

    private static final String PASSWORD = "a quiet morning at school";

    @Autowired Story story;
    @Autowired Accounts accounts;
    @Autowired Organizations organizations;
    @Autowired Sessions sessions;
    @Autowired AuditLog audit;
    @Autowired TestClock clock;
    @Autowired @Qualifier("signin") DSLContext signin;
    @LocalServerPort int port;

    @Test
    void whoGotTheAddressOfSomebodyWhoLeftIsRefusedAndToldWhoMendsIt() throws Exception {
        var cast = story.cast();
        vouchesFor(cast.coordinator(), "77-of-robin");
        assertThat(enters(cast.coordinator())).isTrue();

        PROVIDER.knowsThemAs("78-of-somebody-new");
        try (var other = new Guest(port)) {
            assertThat(SignedInElsewhere.back(other, PROVIDER, port).location()).isEqualTo("/sign-in");
            assertThat(other.get("/sign-in").body()).contains(
                    "The account with your email address belongs to another person of Copper Valley",
                    "An administrator of your organization can release it");
            assertThat(other.cookie("daywatch_session")).isNull();
        }
        PROVIDER.knowsThemAs("77-of-robin");
        assertThat(enters(cast.coordinator())).as("the one it belongs to").isTrue();
    }

    @Test
    void whoIsKnownByTheirNumberEntersTheirOwnAccountAlsoWithTheAddressOfAnother() throws Exception {
        var cast = story.cast();
        vouchesFor(cast.coordinator(), "79-of-robin");
        assertThat(enters(cast.coordinator())).isTrue();

        PROVIDER.vouchesFor(administrator(cast), true);
        PROVIDER.knowsThemAs("79-of-robin");
        assertThat(enters(cast.coordinator())).isTrue();
        PROVIDER.vouchesFor("robin@married.example", false);
        PROVIDER.knowsThemAs("79-of-robin");
        assertThat(enters(cast.coordinator())).as("the address is asked for at the first time only").isTrue();
    }

    @Test
    void anAdministratorReleasesTheAccountWithTheirSecondStepAndWhoCameInByItIsOut() throws Exception {
        var cast = story.cast();
        vouchesFor(cast.coordinator(), "80-of-the-wrong-one");
        try (var wrong = new Guest(port); var administrator = new Guest(port)) {
            SignedInElsewhere.back(wrong, PROVIDER, port);
            assertThat(wrong.get("/me").status()).isEqualTo(200);

            String page = "/users/" + cast.coordinator();
            UUID admin = accounts.findByEmail(administrator(cast)).orElseThrow().person();
            SignedInElsewhere.passkey(signin, admin, clock.instant());
            administrator.carry("daywatch_session", sessions.open(admin, Sessions.CODE, "desk"));
            clock.move(Duration.ofMinutes(11));
            String[] release = {page + "/provider/release", "org", cast.agency().toString()};
            administrator.carry("daywatch_session",
                    sessions.proven(administrator.cookie("daywatch_session"), Sessions.PASSWORD));
            assertThat(administrator.get(page).body()).contains("Sign-in with Copper Valley", "Release the account");
            assertThat(post(administrator, release).location()).as("as other changes of ways in")
                    .startsWith("/sign-in/step/again");
            administrator.carry("daywatch_session",
                    sessions.proven(administrator.cookie("daywatch_session"), Sessions.CODE));
            assertThat(post(administrator, release).location()).isEqualTo(page + "?org=" + cast.agency());
            assertThat(administrator.get(page).body()).contains("Their next sign-in with Copper Valley binds")
                    .doesNotContain("Release the account");
            assertThat(wrong.get("/me").location()).startsWith("/sign-in");
            assertThat(post(administrator, release).status()).as("there is nothing more to release").isEqualTo(404);
        }
        assertThat(story.as(cast.agency(), () -> audit.told(List.of("ProviderBindingReleased")))).singleElement()
                .satisfies(line -> assertThat(line.subject()).contains(cast.coordinator().toString()));
        PROVIDER.knowsThemAs("81-of-the-right-one");
        assertThat(enters(cast.coordinator())).isTrue();
        PROVIDER.knowsThemAs("80-of-the-wrong-one");
        assertThat(enters(cast.coordinator())).isFalse();
    }

    @Test
    void anotherAgencysAdministratorReleasesNobodyAndOneOfTwoPlacesDoesNotAlone() throws Exception {
        var cast = story.cast();
        var other = story.cast();
        vouchesFor(cast.coordinator(), "82-of-robin");
        assertThat(enters(cast.coordinator())).isTrue();
        try (var administrator = new Guest(port)) {
            UUID admin = accounts.findByEmail(administrator(other)).orElseThrow().person();
            administrator.carry("daywatch_session", sessions.open(admin, Sessions.PASSKEY, "desk"));
            String address = "/users/" + cast.coordinator() + "/provider/release";
            assertThat(administrator.post(address, "org", cast.agency().toString()).status()).isEqualTo(404);
            story.run(other.agency(), () -> organizations.join(other.agency(), accounts.emailOf(cast.coordinator()),
                    "Robin Alder", Role.COORDINATOR, null));
            var refused = administrator.post(address, "org", other.agency().toString());
            assertThat(refused.body() + refused.status() + administrator.get("/users").body())
                    .contains("This person also belongs to another organization");
        }
        assertThat(enters(cast.coordinator())).isTrue();
    }

    /** Whoever had the account before the recovery has no way in afterward, by the provider neither. */
    @Test
    void aRecoveryBeginsFromNothingHereToo() throws Exception {
        var cast = story.cast();
        vouchesFor(cast.coordinator(), "83-of-robin");
        assertThat(enters(cast.coordinator())).isTrue();
        accounts.takeWaysIn(cast.coordinator());
        PROVIDER.knowsThemAs("84-of-robin");
        assertThat(enters(cast.coordinator())).isTrue();
    }

    private static Guest.Answer post(Guest guest, String... addressAndFields) {
        return guest.post(addressAndFields[0], addressAndFields[1], addressAndFields[2]);
    }

    private void vouchesFor(UUID person, String number) {
        PROVIDER.vouchesFor(accounts.emailOf(person), true);
        PROVIDER.knowsThemAs(number);
        PROVIDER.askedAgo(Duration.ZERO, clock);
    }

    private boolean enters(UUID person) throws Exception {
        try (var guest = new Guest(port)) {
            SignedInElsewhere.back(guest, PROVIDER, port);
            String session = guest.cookie("daywatch_session");
            return session != null && sessions.find(session).orElseThrow().person().equals(person);
        }
    }

    private String administrator(Story.Cast cast) {
        String email = "admin" + cast.suffix() + "@bound.example";
        UUID person = story.as(cast.agency(),
                () -> organizations.join(cast.agency(), email, "Casey Juniper", Role.AGENCY_ADMIN, null));
        accounts.setPassword(person, PASSWORD);
        return email;
    }
}
