package org.daywatch.platform.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMailUtil;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.daywatch._story.Guest;
import org.daywatch._story.Story;
import org.daywatch._story.TestClock;
import org.daywatch.platform.identity.passkeys.PasskeyStore;
import org.daywatch.platform.tenancy.Scope;
import org.daywatch.platform.tenancy.Tenancy;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Everything that travels by mail: invitation, reset, recovery by two administrators, changed address. */
class AccountMailIT extends OutsideWorld {

    private static final String PASSWORD = "a quiet morning at school";
    private static final String FRESH = "the second quiet morning";
    private static final Pattern LINK = Pattern.compile("http://localhost:[0-9]+(/\\S+)");

    @Autowired Story story;
    @Autowired Accounts accounts;
    @Autowired Organizations organizations;
    @Autowired Sessions sessions;
    @Autowired TestClock clock;
    @Autowired PasskeyStore passkeys;
    @Autowired @Qualifier("signin") DSLContext signin;
    @LocalServerPort int port;

    @Test
    void anInvitationOpensOneAccountOnceInTheRoleItNames() throws Exception {
        var cast = story.cast();
        var email = "director" + cast.suffix() + "@mail.example";
        try (var admin = signedIn(administrator(cast, "a"));
                var director = new Guest(port);
                var second = new Guest(port)) {
            var shown = admin.post("/users/invitations", "org", cast.mesquite().toString(), "email", email, "name",
                    "Jo Palo", "role", "SAFETY_DIRECTOR");
            assertThat(shown.location()).startsWith("/users/letting-in");
            String link = linkTo(email, "Invitation");
            assertThat(shown.body() + admin.get(shown.location()).body()).as("only its reader holds the key")
                    .contains("Jo Palo").doesNotContain(code(link));
            assertThat(director.get(link).body()).contains("Mesquite").contains("District safety director");
            assertThat(director.post("/invitation", "code", code(link), "password", "too short").status())
                    .isEqualTo(400);
            assertThat(director.post("/invitation", "code", code(link), "password", PASSWORD).location())
                    .isEqualTo("/me");
            assertThat(director.get("/me").body()).contains("Mesquite Unified " + cast.suffix());
            assertThat(second.get(link).status()).isEqualTo(404);
            assertThat(second.post("/invitation", "code", code(link), "password", PASSWORD).status()).isEqualTo(404);
            assertThat(admin.get("/users?org=" + cast.mesquite() + "&q=palo").body()).contains("Jo Palo");
            assertThat(admin.get("/users.csv?org=" + cast.mesquite()).body()).contains(email);
        }
    }

    @Test
    void theLinkAloneNeverOpensAnAccountThatExists() throws Exception {
        var cast = story.cast();
        UUID known = administrator(cast, "known");
        try (var admin = signedIn(administrator(cast, "a"));
                var finder = new Guest(port);
                var owner = signedIn(known)) {
            admin.post("/users/invitations", "org", cast.mesquite().toString(), "email", accounts.emailOf(known),
                    "name", "x", "role", "SAFETY_DIRECTOR");
            String link = linkTo(accounts.emailOf(known), "Invitation");
            assertThat(finder.post("/invitation", "code", code(link), "password", FRESH).status()).isEqualTo(409);
            assertThat(accounts.check(accounts.emailOf(known), PASSWORD)).isPresent();
            assertThat(owner.post("/invitation", "code", code(link)).location()).isEqualTo("/places");
            assertThat(sessions.places(known)).hasSize(2);
        }
    }

    @Test
    void aForgottenPasswordIsSetAnewByTheLinkAndEveryOpenSessionCloses() throws Exception {
        var cast = story.cast();
        UUID person = administrator(cast, "forgetful");
        try (var here = signedIn(person); var there = new Guest(port)) {
            var known = there.post("/sign-in/forgotten", "email", accounts.emailOf(person));
            var unknown = there.post("/sign-in/forgotten", "email", "nobody@mail.example");
            assertThat(known.body().replaceAll("value=\"[^\"]*\"", ""))
                    .isEqualTo(unknown.body().replaceAll("value=\"[^\"]*\"", ""));
            String link = linkTo(accounts.emailOf(person), "New password");
            assertThat(there.post("/sign-in/reset", "code", code(link), "password", FRESH).location()).isEqualTo("/");
            assertThat(here.get("/me").location()).startsWith("/sign-in");
            assertThat(accounts.check(accounts.emailOf(person), PASSWORD)).isEmpty();
            assertThat(there.get(link).status()).isEqualTo(404);
            mailTo(accounts.emailOf(person), "Your password was changed");
        }
    }

    @Test
    void ofThePasskeysOnlyThoseTheOwnerKnowsStayAfterAForgottenPassword() throws Exception {
        UUID person = administrator(story.cast(), "keyed");
        var mine = key(person, "My phone");
        var theirs = key(person, "Unknown laptop");
        try (var owner = new Guest(port)) {
            owner.post("/sign-in/forgotten", "email", accounts.emailOf(person));
            String link = linkTo(accounts.emailOf(person), "New password");
            assertThat(owner.get(link).body()).contains("My phone", "Unknown laptop");
            assertThat(owner.post("/sign-in/reset", "code", code(link), "password", FRESH, "keep-" + mine, "true")
                    .location()).isEqualTo("/");
            assertThat(passkeys.list(person)).extracting(PasskeyStore.Passkey::id).containsExactly(mine)
                    .doesNotContain(theirs);
        }
    }

    private String key(UUID person, String label) {
        var bytes = org.springframework.security.web.webauthn.api.Bytes.random();
        signin.execute(
                "insert into platform.passkey_user (id, person_id, name, display_name) values (?, ?, ?, 'x') on conflict do nothing",
                person.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8), person, accounts.emailOf(person));
        signin.execute(
                "insert into platform.passkey (credential_id, user_id, public_key, signature_count, uv_initialized, backup_eligible, backup_state, transports, label, created_at, last_used)"
                        + " values (?, ?, '\\x00', 0, true, false, false, '', ?, now(), now())",
                bytes.getBytes(), person.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8), label);
        return bytes.toBase64UrlString();
    }

    @Test
    void aResetLinkIsWorthNothingAfterHalfAnHour() throws Exception {
        UUID person = administrator(story.cast(), "late");
        try (var guest = new Guest(port)) {
            guest.post("/sign-in/forgotten", "email", accounts.emailOf(person));
            String link = linkTo(accounts.emailOf(person), "New password");
            clock.move(Duration.ofMinutes(31));
            assertThat(guest.get(link).status()).isEqualTo(404);
        }
    }

    @Test
    void twoAdministratorsAndADayLetAPersonInAgainAndTheOwnerIsToldTwice() throws Exception {
        var cast = story.cast();
        UUID person = administrator(cast, "lost");
        String org = cast.agency().toString();
        UUID one = administrator(cast, "one");
        UUID two = administrator(cast, "two");
        clock.move(Duration.ofDays(31));
        try (var first = signedIn(one); var second = signedIn(two); var back = new Guest(port)) {
            assertThat(
                    first.post("/users/" + person + "/recovery", "org", org, "reason", "I know her voice").location())
                    .startsWith("/users/" + person);
            mailTo(accounts.emailOf(person), "Recovery of your account was requested");
            String recovery = find(second.get("/users/" + person + "?org=" + org).body(),
                    "/recovery/([0-9a-f-]{36})/approval");
            assertThat(first.post("/users/" + person + "/recovery/" + recovery + "/approval", "org", org).status())
                    .isEqualTo(409);
            assertThat(second.post("/users/" + person + "/recovery/" + recovery + "/link", "org", org).status())
                    .isEqualTo(409);
            assertThat(second.post("/users/" + person + "/recovery/" + recovery + "/approval", "org", org).status())
                    .isEqualTo(302);
            mailTo(accounts.emailOf(person), "Your access will be restored");
            assertThat(second.post("/users/" + person + "/recovery/" + recovery + "/link", "org", org).status())
                    .as("before the day has passed").isEqualTo(409);
        }
        clock.move(Duration.ofHours(24).plusMinutes(1));
        try (var second = signedIn(two); var back = new Guest(port)) {
            String id = find(second.get("/users/" + person + "?org=" + org).body(), "/recovery/([0-9a-f-]{36})/link");
            String link = find(second.post("/users/" + person + "/recovery/" + id + "/link", "org", org).body(),
                    "(/recovery\\?code=[A-Za-z0-9_-]+)");
            assertThat(back.post("/recovery", "code", code(link), "password", FRESH).location()).isEqualTo("/me");
            assertThat(accounts.check(accounts.emailOf(person), PASSWORD)).isEmpty();
            assertThat(accounts.check(accounts.emailOf(person), FRESH)).contains(person);
            mailTo(accounts.emailOf(person), "Your access was restored");
        }
    }

    @Test
    void theOwnerStopsARecoveryTheyDidNotAskFor() throws Exception {
        var cast = story.cast();
        UUID person = administrator(cast, "owner");
        String org = cast.agency().toString();
        UUID one = administrator(cast, "one");
        UUID two = administrator(cast, "two");
        clock.move(Duration.ofDays(31));
        try (var first = signedIn(one); var second = signedIn(two); var owner = new Guest(port)) {
            first.post("/users/" + person + "/recovery", "org", org, "reason", "they say they lost it");
            String stop = linkTo(accounts.emailOf(person), "Recovery of your account was requested");
            String recovery = find(second.get("/users/" + person + "?org=" + org).body(),
                    "/recovery/([0-9a-f-]{36})/approval");
            assertThat(owner.post("/recovery/stop", "code", code(stop)).location()).isEqualTo("/sign-in");
            assertThat(second.post("/users/" + person + "/recovery/" + recovery + "/approval", "org", org).status())
                    .isEqualTo(409);
            assertThat(accounts.check(accounts.emailOf(person), PASSWORD)).isPresent();
        }
    }

    @Test
    void aNewAddressCountsOnceConfirmedFromThereAndTheOldOneIsTold() throws Exception {
        var cast = story.cast();
        UUID person = administrator(cast, "moving");
        String before = accounts.emailOf(person);
        String after = "moved" + cast.suffix() + "@mail.example";
        try (var owner = signedIn(person); var mailbox = new Guest(port)) {
            owner.post("/me/email", "email", after);
            mailTo(before, "A new email address was requested");
            assertThat(accounts.emailOf(person)).isEqualTo(before);
            String link = linkTo(after, "Confirm");
            assertThat(mailbox.get(link).body()).contains(after);
            mailbox.post("/sign-in/forgotten", "email", before);
            String old = linkTo(before, "New password");
            assertThat(mailbox.post("/email/confirm", "code", code(link)).location()).isEqualTo("/sign-in");
            assertThat(accounts.emailOf(person)).isEqualTo(after);
            assertThat(mailbox.get(old).status()).as("a link in the old mailbox").isEqualTo(404);
            mailTo(before, "Your email address was changed");
            assertThat(owner.get("/users?q=" + after).body()).contains(after);
        }
    }

    private UUID administrator(Story.Cast cast, String name) {
        UUID person = Tenancy.as(Scope.system(cast.agency()),
                () -> organizations.join(cast.agency(), name + cast.suffix() + "@mail.example", "Casey " + name,
                        Role.AGENCY_ADMIN, null));
        accounts.setPassword(person, PASSWORD);
        return person;
    }

    private Guest signedIn(UUID person) {
        var guest = new Guest(port);
        assertThat(guest.signIn(accounts.emailOf(person), PASSWORD).status()).isEqualTo(302);
        return guest;
    }

    private static MimeMessage mailTo(String address, String subject) {
        return await().atMost(Duration.ofSeconds(40))
                .until(() -> List.of(MAIL.getReceivedMessages()).reversed().stream()
                        .filter(m -> to(m).equals(address) && subject(m).startsWith(subject)).findFirst().orElse(null),
                        m -> m != null);
    }

    private static String linkTo(String address, String subject) {
        return find(GreenMailUtil.getBody(mailTo(address, subject)).replace("=\r\n", "").replace("=3D", "="),
                LINK.pattern());
    }

    private static String to(MimeMessage mail) {
        try {
            return Arrays.toString(mail.getAllRecipients()).replaceAll("[\\[\\]]", "");
        } catch (jakarta.mail.MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String subject(MimeMessage mail) {
        try {
            return mail.getSubject();
        } catch (jakarta.mail.MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String code(String link) {
        return link.substring(link.indexOf("code=") + 5);
    }

    private static String find(String text, String pattern) {
        var found = Pattern.compile(pattern).matcher(text);
        assertThat(found.find()).as("'" + pattern + "' in " + text).isTrue();
        return found.group(1);
    }
}
