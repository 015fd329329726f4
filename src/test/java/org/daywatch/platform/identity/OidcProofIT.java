package org.daywatch.platform.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.UUID;
import org.daywatch._story.Guest;
import org.daywatch._story.Story;
import org.daywatch._story.TestClock;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What the organization's sign-in says of when and how it asked: what it does not say counts for little. */
class OidcProofIT extends OutsideWorld {

    @Autowired Story story;
    @Autowired Accounts accounts;
    @Autowired Sessions sessions;
    @Autowired TestClock clock;
    @Autowired @Qualifier("signin") DSLContext signin;
    @LocalServerPort int port;
    private UUID coordinator;

    @BeforeEach
    void somebodyWhoHasNoOtherWayIn() {
        clock.setTo("2027-03-01T16:00:00Z");
        coordinator = story.cast().coordinator();
        PROVIDER.vouchesFor(accounts.emailOf(coordinator), true);
        PROVIDER.askedAgo(Duration.ZERO, clock);
    }

    @Test
    void whoTypedTheirPasswordThereJustNowHasAFreshProof() throws Exception {
        try (var guest = new Guest(port)) {
            SignedInElsewhere.back(guest, PROVIDER, port);
            assertThat(guest.get("/me/app").status()).isEqualTo(200);
        }
    }

    @Test
    void aSessionThatStoodOpenThereIsNoFreshProofUntilTheyAreAskedAnew() throws Exception {
        PROVIDER.askedAgo(Duration.ofHours(5), clock);
        try (var guest = new Guest(port)) {
            SignedInElsewhere.back(guest, PROVIDER, port);
            assertThat(guest.get("/officers").status()).as("everyday work").isEqualTo(200);
            assertThat(guest.get("/me/app").location()).startsWith("/sign-in/again");
            assertThat(guest.get("/sign-in/again?to=/me/app").body())
                    .contains("/oauth2/authorization/oidc?again=", "Confirm with Copper Valley");

            String asked = guest.follow("/oauth2/authorization/oidc?again=/me/app", "same-origin").location();
            assertThat(asked).contains("max_age=0", "prompt=login");
            String before = guest.cookie("daywatch_session");
            assertThat(guest.get(SignedInElsewhere.provider(asked, port)).location()).isEqualTo("/me/app");
            assertThat(guest.cookie("daywatch_session")).as("a new one at each proof").isNotEqualTo(before);
            assertThat(guest.get("/me/app").status()).isEqualTo(200);
        }
    }

    @Test
    void whoDoesNotSayWhenOrShowsTheOldSessionProvesNothingFresh() throws Exception {
        PROVIDER.askedAgo(Duration.ofHours(5), clock);
        PROVIDER.doesNotAskAnew();
        try (var guest = new Guest(port)) {
            SignedInElsewhere.back(guest, PROVIDER, port);
            for (boolean silent : new boolean[] {false, true}) {
                if (silent) PROVIDER.neverSaysWhen();
                String asked = guest.follow("/oauth2/authorization/oidc?again=/me/app", "same-origin").location();
                assertThat(guest.get(SignedInElsewhere.provider(asked, port)).location())
                        .startsWith("/sign-in/again?to=");
                assertThat(guest.get("/sign-in/again").body())
                        .contains("Copper Valley did not say that it asked just now who you are");
                assertThat(guest.get("/me/app").location()).startsWith("/sign-in/again");
            }
        }
        try (var guest = new Guest(port)) {
            SignedInElsewhere.back(guest, PROVIDER, port);
            assertThat(guest.get("/officers").status()).as("everyday work").isEqualTo(200);
            assertThat(guest.get("/me/app").location()).as("signed in just now, by whoever says no more")
                    .startsWith("/sign-in/again");
        }
    }

    @Test
    void whoVouchesForAnotherProvesNothingForWhoIsSignedIn() throws Exception {
        try (var guest = new Guest(port)) {
            SignedInElsewhere.back(guest, PROVIDER, port);
            String session = guest.cookie("daywatch_session");
            clock.move(Duration.ofMinutes(11));
            PROVIDER.vouchesFor(accounts.emailOf(story.cast().coordinator()), true);
            PROVIDER.askedAgo(Duration.ZERO, clock);
            String asked = guest.follow("/oauth2/authorization/oidc?again=/me/app", "same-origin").location();
            assertThat(guest.get(SignedInElsewhere.provider(asked, port)).location()).isEqualTo("/sign-in");
            assertThat(guest.cookie("daywatch_session")).isEqualTo(session);
            assertThat(guest.get("/me/app").location()).startsWith("/sign-in/again");
        }
    }

    @Test
    void whatIsNotSaidToBeTwoFactorsIsOne() throws Exception {
        SignedInElsewhere.passkey(signin, coordinator, clock.instant());
        for (String[] said : new String[][] {{}, {"pwd"}, {"pwd", "user"}}) {
            PROVIDER.saysHow(said);
            try (var guest = new Guest(port)) {
                SignedInElsewhere.back(guest, PROVIDER, port);
                assertThat(guest.get("/officers").location()).as(String.join(" ", said)).startsWith("/sign-in/step");
            }
        }
        PROVIDER.saysHow("pwd", "otp");
        try (var guest = new Guest(port)) {
            SignedInElsewhere.back(guest, PROVIDER, port);
            assertThat(guest.get("/officers").status()).isEqualTo(200);
            assertThat(guest.get("/me").body()).contains("Your organization");
        }
    }

    /** The longest time between two questions of the provider is the longest life of a session here. */
    @Test
    void aSessionEndsADayAfterTheProviderAskedAndAnOlderOneOpensNone() throws Exception {
        PROVIDER.askedAgo(Duration.ofHours(23), clock);
        try (var guest = new Guest(port)) {
            assertThat(guest.follow("/oauth2/authorization/oidc", "same-origin").location()).contains("max_age=86400");
            SignedInElsewhere.back(guest, PROVIDER, port);
            assertThat(sessions.left(guest.cookie("daywatch_session"))).isEqualTo(Duration.ofHours(1));
            clock.move(Duration.ofMinutes(59));
            assertThat(guest.get("/officers").status()).isEqualTo(200);
            clock.move(Duration.ofMinutes(2));
            await().atMost(Duration.ofSeconds(10))
                    .until(() -> guest.get("/officers").location().startsWith("/sign-in"));
        }
        PROVIDER.askedAgo(Duration.ofHours(25), clock);
        try (var guest = new Guest(port)) {
            assertThat(SignedInElsewhere.back(guest, PROVIDER, port).location()).isEqualTo("/sign-in");
            assertThat(guest.get("/sign-in").body()).contains("Copper Valley did not ask lately who you are");
            assertThat(guest.cookie("daywatch_session")).isNull();
        }
    }
}
