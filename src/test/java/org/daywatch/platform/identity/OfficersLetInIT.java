package org.daywatch.platform.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMailUtil;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import org.daywatch._story.Guest;
import org.daywatch._story.Story;
import org.daywatch._story.TestClock;
import org.daywatch.platform.persistence.Ids;
import org.daywatch.staffing.officers.Officer;
import org.daywatch.staffing.officers.OfficerCommands;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * Officers who were added or imported are members who cannot sign in; whoever keeps their files lets them in, all at
 * once.
 */
class OfficersLetInIT extends OutsideWorld {

    private static final String PASSWORD = "a quiet morning at school";

    @Autowired Story story;
    @Autowired Accounts accounts;
    @Autowired OfficerCommands officers;
    @Autowired TestClock clock;
    @Autowired DSLContext db;
    @LocalServerPort int port;

    @Test
    void allOfficersAreInvitedAtOnceAndEachSignsInByTheirOwnMail() {
        var cast = story.cast();
        var added = story.as(cast.agency(), () -> List.of(officer(cast, 1, Officer.State.ACTIVE),
                officer(cast, 2, Officer.State.ACTIVE), officer(cast, 3, Officer.State.LEFT)));
        try (var desk = coordinator(cast); var officer = new Guest(port)) {
            assertThat(desk.get("/officers").body()).contains("Invite 2 officers who cannot sign in yet");
            assertThat(desk.get("/officers/" + added.getFirst()).body()).contains("Cannot sign in yet");
            var asked = desk.post("/officers/letting-in", "by", "MAIL", "form", Ids.next().toString());
            assertThat(asked.location()).startsWith("/officers/letting-in");
            String link = link(email(cast, 1));
            assertThat(mails(email(cast, 3))).as("who left is not invited").isEmpty();
            assertThat(desk.get("/officers/letting-in").body()).contains("Invited")
                    .doesNotContain("cannot sign in yet</button>");
            assertThat(officer.get(link).body()).contains("Cooperative " + cast.suffix());
            assertThat(desk.get("/officers/letting-in").body()).contains("Opened");
            assertThat(
                    officer.post("/invitation", "code", link.substring(link.indexOf("code=") + 5), "password", PASSWORD)
                            .location())
                    .isEqualTo("/me");
            assertThat(officer.get("/me").body()).as("where to go from here")
                    .contains("href=\"/\">Go to your home page<");
            assertThat(officer.get("/my-day").status()).isEqualTo(200);
            assertThat(desk.get("/officers/letting-in?state=CAME").body()).contains("Officer 1", "Can sign in");
            assertThat(desk.get("/officers/letting-in.csv").body()).contains("invited_by").contains(email(cast, 2))
                    .doesNotContain("code=");
        }
    }

    @Test
    void theSameClickTwiceIsOneInvitation() throws Exception {
        var cast = story.cast();
        story.run(cast.agency(), () -> officer(cast, 1, Officer.State.ACTIVE));
        String form = Ids.next().toString();
        try (var desk = coordinator(cast); var two = Executors.newFixedThreadPool(2)) {
            var clicks = List.of(two.submit(() -> desk.post("/officers/letting-in", "by", "MAIL", "form", form)),
                    two.submit(() -> desk.post("/officers/letting-in", "by", "MAIL", "form", form)));
            for (var click : clicks) assertThat(click.get().status()).isEqualTo(302);
            link(email(cast, 1));
            Thread.sleep(1_000);
            assertThat(mails(email(cast, 1))).hasSize(1);
        }
    }

    @Test
    void slipsForAllComeAsOneFileAndEachCodeOpensItsOwnAccount() throws Exception {
        var cast = story.cast();
        story.run(cast.agency(), () -> {
            for (int n = 1; n <= 3; n++) officer(cast, n, Officer.State.ACTIVE);
        });
        try (var desk = coordinator(cast); var officer = new Guest(port)) {
            var page = desk.post("/officers/letting-in", "by", "SLIP", "form", Ids.next().toString());
            var codes = Pattern.compile("[A-Z0-9]{4}(?:-[A-Z0-9]{4}){3}").matcher(page.body()).results()
                    .map(m -> m.group()).distinct().toList();
            assertThat(codes).hasSize(3);
            var pdf = desk.post("/officers/letting-in", "by", "SLIP", "as", "pdf", "who", person(cast, 1).toString(),
                    "form", Ids.next().toString());
            assertThat(pdf.body()).startsWith("%PDF");
            assertThat(officer.post("/start", "code", codes.get(0)).status()
                    + officer.post("/start", "code", codes.get(1)).status()
                    + officer.post("/start", "code", codes.get(2)).status())
                    .as("the slip printed again ends the first").isEqualTo(302 + 302 + 400);
        }
    }

    @Test
    void whatAProcessLeftBehindIsSentByTheNextOneWithANewCode() {
        var cast = story.cast();
        var dana = story.as(cast.agency(), () -> officer(cast, 1, Officer.State.ACTIVE));
        story.run(cast.agency(), () -> db.execute(
                "insert into platform.invitation (org_id, person_id, role, full_name, email, invited_by, state, asked_at, due_at, attempts)"
                        + " values (?, ?, 'OFFICER', 'Officer 1', ?, 'MAIL', 'WAITING', ?::timestamptz, ?::timestamptz, 1)",
                cast.agency(), person(cast, 1), email(cast, 1),
                clock.instant().toString(), clock.instant().plus(Duration.ofMinutes(10)).toString()));
        story.run(cast.agency(), () -> officer(cast, 2, Officer.State.ACTIVE));
        clock.move(Duration.ofMinutes(11));
        try (var desk = coordinator(cast)) { // any later request wakes the sender; so does the timer
            desk.post("/officers/letting-in", "by", "MAIL", "who", person(cast, 2).toString(), "form",
                    Ids.next().toString());
            assertThat(link(email(cast, 1))).contains("/invitation?code=");
            assertThat(desk.get("/officers/" + dana).body()).contains("Invited");
        }
    }

    private UUID officer(Story.Cast cast, int n, Officer.State state) {
        return officers.add(new Officer.Details(cast.department(), "Officer " + n, email(cast, n), "", "B" + n,
                Officer.Rank.OFFICER, null, "", List.of("en"), "", Set.of("SSO"), null, state));
    }

    private UUID person(Story.Cast cast, int n) {
        return accounts.findByEmail(email(cast, n)).orElseThrow().person();
    }

    private static String email(Story.Cast cast, int n) {
        return "letin" + n + "-" + cast.suffix() + "@mail.example";
    }

    private Guest coordinator(Story.Cast cast) {
        accounts.setPassword(cast.coordinator(), PASSWORD);
        var guest = new Guest(port);
        assertThat(guest.signIn(accounts.emailOf(cast.coordinator()), PASSWORD).status()).isEqualTo(302);
        return guest;
    }

    private static List<? extends Message> mails(String to) {
        return Arrays.stream(MAIL.getReceivedMessages()).filter(m -> {
            try {
                return Arrays.toString(m.getAllRecipients()).contains(to);
            } catch (MessagingException e) {
                throw new IllegalStateException(e);
            }
        }).toList();
    }

    private static String link(String to) {
        var mail = await().atMost(Duration.ofSeconds(20)).until(() -> mails(to), found -> !found.isEmpty()).getLast();
        try {
            var found = Pattern.compile("http://localhost:[0-9]+(/\\S+)")
                    .matcher(new String(mail.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
            assertThat(found.find()).as(GreenMailUtil.getBody(mail)).isTrue();
            return found.group(1);
        } catch (IOException | MessagingException e) {
            throw new IllegalStateException(e);
        }
    }
}
