package org.daywatch.platform.identity.secondstep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.daywatch_db.platform.Tables.PASSKEY;
import static org.daywatch_db.platform.Tables.PASSKEY_USER;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;
import java.util.regex.Pattern;
import javax.crypto.spec.SecretKeySpec;
import org.apache.commons.codec.binary.Base32;
import org.daywatch._story.DaywatchIT;
import org.daywatch._story.Guest;
import org.daywatch._story.Story;
import org.daywatch._story.TestClock;
import org.daywatch.platform.identity.Accounts;
import org.daywatch.platform.identity.Organizations;
import org.daywatch.platform.identity.Role;
import org.daywatch.platform.identity.Sessions;
import org.daywatch.platform.identity.codes.OneTimeCodes;
import org.daywatch.platform.identity.codes.OneTimeCodes.Purpose;
import org.daywatch.platform.identity.codes.OneTimeCodes.Subject;
import org.daywatch.platform.persistence.Secrets;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * A password alone does not open an administrator's, a coordinator's or a director's work for long.
 *
 * <p>A-30 of docs/security.
 */
@DaywatchIT
class SecondStepIT {

    private static final String PASSWORD = "a quiet morning at school";
    private static final Pattern SECRET = Pattern.compile("class=\"app-secret\">([A-Z2-7 ]+)<");

    @Autowired Story story;
    @Autowired Accounts accounts;
    @Autowired Sessions sessions;
    @Autowired Organizations organizations;
    @Autowired OneTimeCodes codes;
    @Autowired TestClock clock;
    @Autowired @Qualifier("signin") DSLContext signin;
    @LocalServerPort int port;

    private UUID coordinator;
    private String email;
    private Guest guest;

    @BeforeEach
    void aCoordinatorWhoSignsInForTheFirstTime() {
        clock.setTo("2027-03-01T16:00:00Z");
        coordinator = story.cast().coordinator();
        accounts.setPassword(coordinator, PASSWORD);
        email = accounts.emailOf(coordinator);
        guest = new Guest(port);
    }

    @Test
    void everyPageSaysByWhenAndAfterSevenDaysThePasswordLeadsToSettingOneUp() {
        guest.signIn(email, PASSWORD);
        assertThat(guest.get("/officers").body()).contains("Set up a second step at sign-in by Mar 8, 2027");
        clock.move(Duration.ofDays(7).plusMinutes(1));
        assertThat(guest.signIn(email, PASSWORD).status()).isEqualTo(302);
        for (String closed : new String[] {"/officers", "/me", "/posts", "/places", "/live"})
            assertThat(guest.get(closed).location()).as(closed).startsWith("/sign-in/step?to=");
        assertThat(guest.post("/me/email", "email", "else@where.example").status()).as("nothing is posted either")
                .isEqualTo(401);
        assertThat(guest.get("/").location()).as("and back to their first page afterward").isEqualTo("/sign-in/step");
        assertThat(guest.get("/sign-in/step?to=/officers").body()).contains("Your role needs a second step",
                "Set up an app", "Add a passkey");
        setUpApp("/officers");
        assertThat(guest.get("/officers").body()).doesNotContain("Set up a second step");
        assertThat(guest.get("/me").body()).contains("On since Mar 8, 2027", "Password and code");
    }

    @Test
    void theCodeIsAskedForAfterEachPasswordAndCountsOnce() {
        guest.signIn(email, PASSWORD);
        var secret = setUpApp("/me");
        clock.move(Duration.ofMinutes(5));
        try (var phone = new Guest(port)) {
            phone.signIn(email, PASSWORD);
            assertThat(phone.get("/officers").location()).startsWith("/sign-in/step");
            assertThat(phone.get("/me/app").location()).as("no other app is set up from here")
                    .startsWith("/sign-in/step");
            assertThat(phone.post("/passkeys/question").status()).as("nor a passkey").isIn(401, 403);
            assertThat(phone.post("/sign-in/again", "password", PASSWORD, "to", "/officers").status()).isEqualTo(401);
            String right = code(secret, clock.instant());
            String wrong = right.equals("000000") ? "000001" : "000000";
            var refused = phone.post("/sign-in/step", "code", wrong, "to", "/officers");
            assertThat(refused.status()).isEqualTo(400);
            assertThat(refused.body()).contains("This code is not right or was used already.");
            assertThat(phone.post("/sign-in/step", "code", "12ab", "to", "/officers").status()).isEqualTo(400);
            assertThat(phone.post("/sign-in/step", "code", right, "to", "https://elsewhere.example").location())
                    .isEqualTo("/");
            assertThat(phone.get("/officers").status()).isEqualTo(200);
            try (var thief = new Guest(port)) { // who looked over the shoulder
                thief.signIn(email, PASSWORD);
                assertThat(thief.post("/sign-in/step", "code", right, "to", "/officers").status()).isEqualTo(400);
                assertThat(thief.get("/officers").location()).startsWith("/sign-in/step");
            }
        }
    }

    @Test
    void waysInChangeOnlyAfterTheSecondStepToo() {
        guest.signIn(email, PASSWORD);
        var secret = setUpApp("/me");
        clock.move(Duration.ofMinutes(11));
        String[][] changes = {{"/me/password", "currentPassword", PASSWORD, "password", "another quiet morning here"},
                {"/me/email", "email", "robin@new.example"}, {"/me/app/removal"}, {"/passkeys/none/removal"}};
        for (var change : changes) {
            var fields = Arrays.copyOfRange(change, 1, change.length);
            assertThat(guest.post(change[0], fields).location()).as(change[0]).startsWith("/sign-in/again?to=");
        }
        assertThat(guest.get("/sign-in/step/again").location()).as("first the password").startsWith("/sign-in/again");
        assertThat(guest.post("/sign-in/step", "code", code(secret, clock.instant()), "to", "/me").location())
                .as("a code alone is half a proof").startsWith("/sign-in/again");
        guest.post("/sign-in/again", "password", PASSWORD, "to", "/me");
        assertThat(guest.get("/users").status()).as("the work needs no more").isNotEqualTo(302);
        for (var change : changes)
            assertThat(guest.post(change[0], Arrays.copyOfRange(change, 1, change.length)).location()).as(change[0])
                    .startsWith("/sign-in/step/again?to=");
        assertThat(guest.get("/sign-in/step/again?to=/me").body())
                .contains("Changes to how you sign in need your second step again.", "Back to your account");
        assertThat(guest.post("/sign-in/step", "code", code(secret, clock.instant()), "to", "/me").location())
                .isEqualTo("/me");
        assertThat(guest.post(changes[0][0], Arrays.copyOfRange(changes[0], 1, changes[0].length)).location())
                .isEqualTo("/me");
        assertThat(accounts.check(email, "another quiet morning here")).isPresent();
    }

    @Test
    void guessingCodesComesToAStandstill() {
        guest.signIn(email, PASSWORD);
        setUpApp("/me");
        try (var thief = new Guest(port)) {
            thief.signIn(email, PASSWORD);
            int last = 0;
            for (int i = 0; i < 15 && last != 429; i++)
                last = thief.post("/sign-in/step", "code", "%06d".formatted(i), "to", "/").status();
            assertThat(last).isEqualTo(429);
        }
    }

    @Test
    void aCodeCountsHalfAMinuteEarlyAndLateAndNoLonger() {
        guest.signIn(email, PASSWORD);
        var secret = setUpApp("/me");
        clock.move(Duration.ofMinutes(10));
        for (int seconds : new int[] {-90, -61, 61, 90}) {
            guest.signIn(email, PASSWORD);
            assertThat(
                    guest.post("/sign-in/step", "code", code(secret, clock.instant().plusSeconds(seconds)), "to", "/")
                            .status())
                    .as("%s s off", seconds).isEqualTo(400);
        }
        for (int seconds : new int[] {-30, 0, 30}) {
            guest.signIn(email, PASSWORD);
            assertThat(
                    guest.post("/sign-in/step", "code", code(secret, clock.instant().plusSeconds(seconds)), "to", "/")
                            .status())
                    .as("%s s off", seconds).isEqualTo(302);
        }
    }

    @Test
    void theAppIsTurnedOffOnlyWhereAPasskeyStaysAndNeverByPasswordAlone() {
        guest.signIn(email, PASSWORD);
        setUpApp("/me");
        assertThat(guest.post("/me/app/removal").location()).isEqualTo("/me");
        assertThat(guest.get("/me").body()).contains("Your role needs a second step. Add a passkey first");
        passkey();
        guest.post("/me/app/removal");
        assertThat(guest.get("/me").body()).contains("Set up an app", "Authenticator app is off.");
        try (var other = new Guest(port)) {
            other.signIn(email, PASSWORD);
            assertThat(other.get("/officers").location()).as("the passkey is asked for").startsWith("/sign-in/step");
            assertThat(other.post("/me/app/removal").status()).isEqualTo(401);
        }
    }

    @Test
    void theMailboxAloneOpensNoAccountWithASecondStep() {
        passkey();
        String code = codes.issue(Subject.of(Purpose.PASSWORD_RESET, coordinator));
        var refused = guest.post("/sign-in/reset", "code", code, "password", "another quiet morning here");
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.body()).contains("Keep at least one passkey you know");
        var id = Pattern.compile("name=\"(keep-[\\w-]+)\"").matcher(refused.body());
        assertThat(id.find()).isTrue();
        assertThat(guest.post("/sign-in/reset", "code", code, "password", "another quiet morning here", id.group(1),
                "true").status()).isEqualTo(302);
        assertThat(guest.get("/officers").location()).as("and the one kept is asked for").startsWith("/sign-in/step");
    }

    @Test
    void aLinkPrintedOnTheMachineEndsAppAndPasskeysThatAreLost() {
        guest.signIn(email, PASSWORD);
        setUpApp("/me");
        passkey();
        String code = codes.issue(Subject.of(Purpose.PASSWORD_RESET, coordinator).org(UUID.randomUUID()));
        assertThat(guest.post("/sign-in/reset", "code", code, "password", "another quiet morning here").status())
                .isEqualTo(302);
        var account = accounts.find(coordinator).orElseThrow();
        assertThat(account.app()).isFalse();
        assertThat(account.passkeys()).isZero();
    }

    @Test
    void aTeacherWorksWithAPasswordAndIsAskedForACodeOnlyWhereTheyTurnedItOn() {
        var cast = story.cast();
        UUID school = UUID.randomUUID();
        UUID teacher = story.as(cast.mesquite(), () -> organizations.join(cast.mesquite(),
                "teacher" + cast.suffix() + "@story.example", "Sasha Vandermeer", Role.TEACHER, school));
        accounts.setPassword(teacher, PASSWORD);
        clock.move(Duration.ofDays(60));
        guest.signIn(accounts.emailOf(teacher), PASSWORD);
        assertThat(guest.get("/me").status()).isEqualTo(200);
        assertThat(guest.get("/me").body()).doesNotContain("Set up a second step");
        setUpApp("/me");
        guest.signIn(accounts.emailOf(teacher), PASSWORD);
        assertThat(guest.get("/me").location()).startsWith("/sign-in/step");
    }

    private byte[] setUpApp(String to) {
        var found = SECRET.matcher(guest.get("/me/app?to=" + to).body());
        assertThat(found.find()).isTrue();
        byte[] secret = new Base32().decode(found.group(1).replace(" ", ""));
        assertThat(guest.post("/me/app", "code", "nonsense", "to", to).status()).isEqualTo(400);
        assertThat(guest.post("/me/app", "code", code(secret, clock.instant().minusSeconds(30)), "to", to).location())
                .isEqualTo(to);
        return secret;
    }

    /** By its row alone: what a browser does with one is tried elsewhere. */
    private void passkey() {
        byte[] user = Secrets.bytes(16);
        signin.insertInto(PASSKEY_USER).set(PASSKEY_USER.ID, user).set(PASSKEY_USER.PERSON_ID, coordinator)
                .set(PASSKEY_USER.NAME, email).set(PASSKEY_USER.DISPLAY_NAME, "Robin Alder").execute();
        signin.insertInto(PASSKEY).set(PASSKEY.CREDENTIAL_ID, Secrets.bytes(16)).set(PASSKEY.USER_ID, user)
                .set(PASSKEY.PUBLIC_KEY, new byte[] {1}).set(PASSKEY.SIGNATURE_COUNT, 0L)
                .set(PASSKEY.UV_INITIALIZED, true).set(PASSKEY.BACKUP_ELIGIBLE, false)
                .set(PASSKEY.BACKUP_STATE, false).set(PASSKEY.TRANSPORTS, "internal").set(PASSKEY.LABEL, "Phone")
                .set(PASSKEY.CREATED_AT, clock.instant()).set(PASSKEY.LAST_USED, clock.instant()).execute();
    }

    /** As a phone computes it. */
    private static String code(byte[] secret, Instant at) {
        try {
            return new TimeBasedOneTimePasswordGenerator()
                    .generateOneTimePasswordString(new SecretKeySpec(secret, "HmacSHA1"), at);
        } catch (java.security.InvalidKeyException e) {
            throw new IllegalStateException(e);
        }
    }
}
