package org.daywatch.platform.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.regex.Pattern;
import org.daywatch._story.DaywatchIT;
import org.daywatch._story.Story;
import org.daywatch._story.TestClock;
import org.daywatch._story.Guest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * Passwords and sessions over HTTP: A-29 (fixation, theft, cross-site posts) and A-30 (stuffing).
 *
 * <p>A-08, P-16 of docs/security.
 */
@DaywatchIT
class SignInIT {

    private static final String PASSWORD = "a quiet morning at school";

    @Autowired Story story;
    @Autowired Accounts accounts;
    @Autowired Sessions sessions;
    @Autowired Limits limits;
    @Autowired TestClock clock;
    @LocalServerPort int port;

    private String coordinator(Story.Cast cast) {
        accounts.setPassword(cast.coordinator(), PASSWORD);
        return accounts.emailOf(cast.coordinator());
    }

    @Test
    void theSessionHasANewIdAfterSigningInAndTheOldOneIsDead() {
        var email = coordinator(story.cast());
        try (var visitor = new Guest(port); var thief = new Guest(port)) {
            assertThat(visitor.signIn(email, PASSWORD).status()).isEqualTo(302);
            String first = visitor.cookie("daywatch_session");
            assertThat(visitor.signIn(email, PASSWORD).status()).isEqualTo(302);
            String second = visitor.cookie("daywatch_session");
            assertThat(second).isNotEqualTo(first).hasSizeGreaterThan(40);
            thief.carry("daywatch_session", first);
            assertThat(thief.get("/me").location()).startsWith("/sign-in?to=");
            assertThat(visitor.get("/me").status()).isEqualTo(200);
        }
    }

    @Test
    void whatIsSentAfterTheSessionEndedChangesNothingAndTheSenderIsToldHowToKeepWhatTheyTyped() {
        try (var visitor = new Guest(port)) {
            visitor.get("/sign-in");
            var answer = visitor.post("/me/password", "password", "another quiet morning here");
            assertThat(answer.status()).isEqualTo(401);
            assertThat(answer.body())
                    .contains("You have been signed out", "your text is still there", "href=\"/sign-in\"")
                    .doesNotContain("Whitelabel");
        }
    }

    @Test
    void aFileThatAsksWhoYouAreComesAfterwardAndLeadsBack() {
        var email = coordinator(story.cast());
        try (var visitor = new Guest(port)) {
            visitor.signIn(email, PASSWORD);
            clock.move(Duration.ofMinutes(11));
            assertThat(visitor.get("/shifts/worked.csv?from=2026-11-01").location())
                    .startsWith("/sign-in/again?to=%2Fshifts%2Fworked.csv");
            assertThat(visitor.get("/sign-in/again?to=%2Fshifts%2Fworked.csv&from=%2Fshifts").body())
                    .contains("Then the download starts.");
            var after = visitor.post("/sign-in/again", "password", PASSWORD, "to", "/shifts/worked.csv?from=2026-11-01",
                    "from", "/shifts").location();
            assertThat(after).startsWith("/sign-in/confirmed?to=");
            assertThat(visitor.get(after).body()).contains("Your download is starting.",
                    "url=/shifts/worked.csv?from=2026-11-01", "href=\"/shifts\"");
        }
    }

    @Test
    void provingAgainAlsoChangesTheId() {
        var email = coordinator(story.cast());
        try (var visitor = new Guest(port); var thief = new Guest(port)) {
            visitor.signIn(email, PASSWORD);
            String before = visitor.cookie("daywatch_session");
            clock.move(Duration.ofMinutes(11));
            assertThat(visitor.post("/me/password", "password", "another quiet morning here").location())
                    .startsWith("/sign-in/again");
            assertThat(visitor.post("/sign-in/again", "password", PASSWORD, "to", "/me").location()).isEqualTo("/me");
            assertThat(visitor.cookie("daywatch_session")).isNotEqualTo(before);
            thief.carry("daywatch_session", before);
            assertThat(thief.get("/me").location()).startsWith("/sign-in?to=");
            assertThat(
                    visitor.post("/me/password", "currentPassword", PASSWORD, "password", "another quiet morning here")
                            .location())
                    .isEqualTo("/me");
        }
    }

    @Test
    void aNewPasswordAsksForTheOldOneAndGuessingThatOneComesToAStandstillToo() {
        var email = coordinator(story.cast());
        try (var visitor = new Guest(port)) {
            visitor.signIn(email, PASSWORD);
            for (String wrong : new String[] {"", "another quiet morning here"}) {
                var refused = visitor.post("/me/password", "currentPassword", wrong, "password",
                        "another quiet morning here");
                assertThat(refused.status()).isEqualTo(400);
                assertThat(refused.body()).contains("This is not your current password.")
                        .contains("aria-describedby=\"field-currentPassword-error");
            }
            int last = 0;
            for (int i = 0; i < 12 && last != 429; i++)
                last = visitor
                        .post("/me/password", "currentPassword", "guess " + i, "password", "a third quiet morning here")
                        .status();
            assertThat(last).isEqualTo(429);
        }
        try (var visitor = new Guest(port)) {
            assertThat(accounts.check(email, "a third quiet morning here")).as("nothing was changed").isEmpty();
        }
    }

    @Test
    void aPostFromAnotherSiteIsRefused() {
        var email = coordinator(story.cast());
        try (var visitor = new Guest(port)) {
            visitor.signIn(email, PASSWORD);
            assertThat(visitor.postFromElsewhere("/me/sessions/others/end", "").status()).isEqualTo(403);
            assertThat(visitor.postFromElsewhere("/sign-out", "").status()).isEqualTo(403);
            assertThat(visitor.get("/me").status()).isEqualTo(200);
        }
    }

    @Test
    void aFormStillCountsAfterOtherRequestsOfTheSamePage() {
        var email = coordinator(story.cast());
        try (var visitor = new Guest(port)) {
            visitor.signIn(email, PASSWORD);
            var form = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"").matcher(visitor.get("/me").body());
            assertThat(form.find()).isTrue();
            visitor.get("/places");
            visitor.get("/me");
            assertThat(visitor.postWith(form.group(1), "/me/sessions/others/end").location()).isEqualTo("/me");
        }
    }

    @Test
    void theCookieIsHiddenFromScriptsAndSentToThisSiteOnly() {
        var email = coordinator(story.cast());
        try (var visitor = new Guest(port)) {
            assertThat(visitor.signIn(email, PASSWORD).cookies()).contains("daywatch_session=").contains("HttpOnly")
                    .contains("SameSite=Lax").contains("Path=/");
        }
    }

    @Test
    void aWrongPasswordAndAnUnknownAddressGetTheSameAnswer() {
        var email = coordinator(story.cast());
        try (var visitor = new Guest(port)) {
            var wrong = visitor.signIn(email, "not the right sentence");
            var unknown = visitor.signIn("nobody" + email, "not the right sentence");
            assertThat(wrong.status()).isEqualTo(unknown.status()).isEqualTo(401);
            assertThat(stripped(wrong.body())).isEqualTo(stripped(unknown.body()));
        }
    }

    @Test
    void tenThousandLeakedPairsOpenNothingAndAreSlowedToAStandstill() {
        var cast = story.cast();
        var email = coordinator(cast);
        int refused = 0;
        int opened = 0;
        for (int pair = 0; pair < 10_000; pair++) {
            try {
                limits.take(Limits.Limit.SIGN_IN_ADDRESS,
                        pair % 50 == 0 ? email : "leaked" + pair + "@elsewhere.example");
                limits.take(Limits.Limit.SIGN_IN_CLIENT, "203.0.113.9");
            } catch (org.daywatch.platform.errors.TooMany tooMany) {
                refused++;
                continue;
            }
            if (accounts.check(email, "leaked password number " + pair).isPresent()) opened++;
        }
        assertThat(opened).isZero();
        assertThat(refused).isGreaterThanOrEqualTo(9_900);
    }

    @Test
    void afterTenWrongTriesEvenTheRightPasswordWaitsAQuarterOfAnHour() {
        var email = coordinator(story.cast());
        for (int i = 0; i < 10; i++) assertThat(accounts.check(email, "wrong sentence number " + i)).isEmpty();
        assertThat(accounts.check(email, PASSWORD)).isEmpty();
        clock.move(Duration.ofMinutes(16));
        assertThat(accounts.check(email, PASSWORD)).isPresent();
    }

    @Test
    void theEleventhGuessWithinAQuarterOfAnHourIsAnsweredWithAPageThatSaysSo() {
        var email = coordinator(story.cast());
        try (var visitor = new Guest(port)) {
            for (int i = 0; i < 10; i++)
                assertThat(visitor.signIn(email, "wrong sentence number " + i).status()).isEqualTo(401);
            var eleventh = visitor.signIn(email, PASSWORD);
            assertThat(eleventh.status()).isEqualTo(429);
            assertThat(eleventh.body()).contains("Too many tries");
        }
    }

    @Test
    void aPersonasSessionIsWorthNothingOutsideADemonstration() {
        var cast = story.cast();
        String token = sessions.open(cast.coordinator(), Sessions.PERSONA, "test");
        assertThat(sessions.find(token)).isEmpty();
    }

    @Test
    void anAdministratorsIdleHourEndsTheSessionAndADayEndsItHoweverBusy() {
        var cast = story.cast();
        var now = clock.instant();
        assertThat(SessionLifetime.of(Role.AGENCY_ADMIN, now).end(now, now)).isEqualTo(now.plus(Duration.ofHours(1)));
        assertThat(SessionLifetime.of(Role.AGENCY_ADMIN, now).end(now, now.plus(Duration.ofHours(23).plusMinutes(30))))
                .isEqualTo(now.plus(Duration.ofHours(24)));
        assertThat(SessionLifetime.of(Role.OFFICER, now).end(now, now)).isEqualTo(now.plus(Duration.ofHours(12)));
        String token = sessions.open(cast.coordinator(), Sessions.PASSWORD, "test");
        assertThat(sessions.find(token)).isPresent();
        clock.move(Duration.ofHours(12).plusMinutes(1));
        await1s();
        assertThat(sessions.find(token)).isEmpty();
    }

    private static void await1s() {
        try {
            Thread.sleep(1_100); // the cache in front of the table keeps an answer for a second
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String stripped(String page) {
        return page.replaceAll("value=\"[^\"]*\"", "").replaceAll("data-csrf=\"[^\"]*\"", "");
    }
}
