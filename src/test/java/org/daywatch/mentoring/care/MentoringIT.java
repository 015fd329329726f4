package org.daywatch.mentoring.care;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.daywatch_db.mentoring.Tables.MATCH;
import static org.daywatch_db.mentoring.Tables.MENTOR_SESSION;
import static org.daywatch_db.platform.Tables.OUTBOUND_MESSAGE;
import static org.daywatch_db.staffing.Tables.CREDENTIAL;

import com.microsoft.playwright.options.Cookie;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.daywatch._story.Axe;
import org.daywatch._story.Chromium;
import org.daywatch._story.DaywatchIT;
import org.daywatch._story.Story;
import org.daywatch._story.TestClock;
import org.daywatch._story.Visitor;
import org.daywatch.mentoring.mentors.Mentors;
import org.daywatch.platform.identity.Capacity;
import org.daywatch.platform.identity.Role;
import org.daywatch.platform.identity.Sessions;
import org.daywatch.platform.persistence.Ids;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** A student gets a mentor who stays, and nobody reads more of it than is theirs. */
@DaywatchIT
class MentoringIT {

    @Autowired ApplicationContext app;
    @Autowired Story told;
    @Autowired TestClock clock;
    @Autowired DSLContext db;
    @Autowired MatchReminders reminders;
    @Autowired Mentors mentors;
    @LocalServerPort int port;
    private MentoringStory story;
    private Visitor.Visit counselor;
    private Visitor.Visit officer;

    @BeforeEach
    void aSchool() {
        clock.setTo(TestClock.START.plus(Duration.ofHours(3)));
        story = new MentoringStory(app);
        counselor = story.visit(story.counselor, Role.COUNSELOR);
        officer = story.visit(story.officer.person(), Role.OFFICER);
    }

    @AfterEach
    void closed() {
        Chromium.closeContexts();
    }

    @Test
    void fromReferralToGoodbyeEachAtTheirOwnScreen() {
        assertThat(story.screened().statusCode()).isEqualTo(302);
        look(story.coordinator, story.day.cast.agency(), Role.COORDINATOR, "/mentors", "mentors");
        look(story.counselor, story.district(), Role.COUNSELOR, "/mentoring/new", "mentoring-new");
        var at = story.referred(counselor, 0);
        look(story.counselor, story.district(), Role.COUNSELOR, at, "mentoring-referred");
        story.consented(at, 0);
        assertThat(counselor.get(at).body()).contains("Proposed: Sam Cholla", "Both like: Music", "Both speak English",
                "times on a Monday this term");
        look(story.counselor, story.district(), Role.COUNSELOR, at, "mentoring-proposal");
        assertThat(story.act(counselor, at, "mentor", "mentor", story.officer.person().toString()).statusCode())
                .isEqualTo(302);
        assertThat(officer.get(at).statusCode()).as("not before both said yes").isEqualTo(404);
        assertThat(story.act(counselor, at, "agreement").statusCode()).isEqualTo(302);
        counselor.post(at + "/time", "weekday", "MONDAY", "begins", "08:00", "ends", "08:30", "place", "Library");
        told.run(story.district(), () -> db.execute("""
                insert into mentoring.lost_meeting (district_id, match_id, day, begins, lost_at)
                select district_id, match_id, date '2026-08-10', begins, ?::timestamptz from mentoring.meeting_time""",
                clock.instant().toString()));
        look(story.counselor, story.district(), Role.COUNSELOR, "/mentoring", "mentoring-lost-list");
        look(story.counselor, story.district(), Role.COUNSELOR, at, "mentoring-lost");
        look(story.officer.person(), story.day.cast.agency(), Role.OFFICER, "/mentoring", "mentoring-officer");
        look(story.officer.person(), story.day.cast.agency(), Role.OFFICER, at, "mentoring-officer-lost");
        look(story.officer.person(), story.day.cast.agency(), Role.OFFICER, at + "/session", "mentoring-session");
        assertThat(story.met(officer, at).statusCode()).isEqualTo(302);
        assertThat(story.stage(at)).isEqualTo("ACTIVE");
        assertThat(counselor.get(at).body()).contains("Be on time three days in a row", "Library, in sight of Ms. Reed",
                "first met on the same day", "it helped");
        look(story.counselor, story.district(), Role.COUNSELOR, at, "mentoring-active");
        look(story.principal, story.district(), Role.PRINCIPAL, at, "mentoring-principal");
        assertThat(story.act(counselor, at, "end", "on", "2026-08-20").body()).contains("that there is time to say");
        assertThat(story.act(counselor, at, "end", "on", "2026-08-31").statusCode()).isEqualTo(302);
        clock.move(Duration.ofDays(28));
        counselor = story.visit(story.counselor, Role.COUNSELOR);
        assertThat(story.act(counselor, at, "closing", "saidStudent", "Thanks for the chess", "saidMentor", "Proud")
                .statusCode()).isEqualTo(302);
        assertThat(story.stage(at)).isEqualTo("CLOSED");
        assertThat(counselor.get(at).body()).contains("Ended as planned", "Thanks for the chess");
        assertThat(told.<LocalDate>as(story.district(), () -> db.select(MATCH.CLOSED_ON).from(MATCH)
                .fetchSingle(MATCH.CLOSED_ON))).isEqualTo(LocalDate.of(2026, 8, 31));
    }

    @Test
    void whoReadsWhat() {
        story.screened();
        var at = story.matched(counselor, 0);
        story.met(officer, at);
        assertThat(counselor.get(at).body()).contains("Sits alone since the move");
        assertThat(officer.get(at).body()).contains("Be on time three days").doesNotContain("Sits alone");
        story.as(Capacity.PEACE_OFFICER);
        assertThat(officer.get(at).statusCode()).as("as a peace officer").isEqualTo(404);
        assertThat(officer.get("/mentoring").body()).doesNotContain("Yucca00");
        story.as(Capacity.SCHOOL_AGENT);
        var principal = story.visit(story.principal, Role.PRINCIPAL);
        assertThat(principal.get(at).body()).contains("Meeting", "Why do you read it?").doesNotContain("Sits alone",
                "Be on time three days");
        assertThat(principal.get(at + "?purpose=HELP").body()).contains("Sits alone", "Be on time three days");
        var teacher = story.visit(story.teacher, Role.TEACHER);
        assertThat(teacher.get(at).statusCode()).isEqualTo(404);
        assertThat(story.visit(story.coordinator, Role.COORDINATOR).get("/mentoring").statusCode()).isEqualTo(403);
        assertThat(story.refer(teacher, 1).statusCode()).as("anybody of the staff refers").isEqualTo(302);
        assertThat(teacher.get("/mentoring").body()).doesNotContain("Yucca00");
        told.run(story.district(), () -> {
            var row = db.selectFrom(MATCH).where(MATCH.ID.eq(MentoringStory.id(at))).fetchSingle();
            assertThat(new String(row.getBody(), StandardCharsets.ISO_8859_1)).doesNotContain("Yucca", "MUSIC");
            assertThat(new String(row.getCause(), StandardCharsets.ISO_8859_1)).doesNotContain("alone");
        });
        assertThat(told.<Integer>as(story.day.cast.agency(), () -> db.fetchCount(MATCH))).as("the agency").isZero();
    }

    @Test
    void consentWithdrawnClosesEveryPathAtOnce() {
        story.screened();
        var at = story.matched(counselor, 0);
        story.met(officer, at);
        story.withdrawn(at);
        for (var reader : List.of(counselor, officer, story.visit(story.principal, Role.PRINCIPAL)))
            assertThat(reader.get(at).statusCode()).isEqualTo(404);
        assertThat(story.met(officer, at, "begins", "09:00").statusCode()).isEqualTo(404);
        assertThatThrownBy(() -> told.run(story.district(), () -> session(at, "2026-08-03T17:00:00Z", 20, 60)))
                .hasMessageContaining("stand");
        Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> story.stage(at).equals("CLOSED"));
    }

    @Test
    void whoRefersReadsWhoElseWillReadWhyAndFreeDaysStandFromMondayOn() {
        assertThat(counselor.get("/mentoring/new").body()).contains("by the student and their parents");
        var asked = counselor.post("/mentoring", "student", "Student000", "cause", "Sits alone", "counselor",
                story.counselor.toString(), "day-MONDAY", "true", "from", "08:00", "to", "08:45");
        assertThat(asked.body()).as("the only one of that name needs no second look for them")
                .containsPattern("name=\"which\"[^>]*checked|checked[^>]*name=\"which\"");
        var at = story.refer(counselor, 0, "day-FRIDAY", "true").headers().firstValue("Location").orElseThrow();
        var page = counselor.get(at.substring(at.indexOf("/mentoring"))).body();
        assertThat(page.indexOf("Monday, 8:00")).isPositive().isLessThan(page.indexOf("Friday, 8:00"));
    }

    @Test
    void whereThereIsNoRosterTheFormSaysSoAndWhoCanChangeIt() {
        told.run(story.district(), () -> db.execute("update directory.roster_person set left_on = '2026-08-01'"));
        assertThat(counselor.get("/mentoring/new").body())
                .contains("has no student roster", "safety director imports it")
                .doesNotContain("name=\"cause\"");
    }

    @Test
    void whoeverLosesCustodyBeforeAMentorIsChosenStopsItWithAWord() {
        story.screened();
        var at = story.referred(counselor, 0);
        story.consented(at, 0);
        told.run(story.district(), () -> db.execute("update directory.guardianship set custody = 'UNKNOWN'"));
        assertThat(counselor.get(at).body()).contains("Consent does not stand now",
                "/consents/" + MentoringStory.id(at));
        assertThat(story.act(counselor, at, "mentor", "mentor", story.officer.person().toString()).body())
                .contains("Consent does not stand. Ask the student and a parent");
        assertThat(story.stage(at)).isEqualTo("CONSENTED");
    }

    @Test
    void whatIsWrongInAMeetingIsSaidAtItsFieldAndNothingTypedIsLost() {
        story.screened();
        var at = story.matched(counselor, 0);
        for (String field : new String[] {"place", "adult"})
            assertThat(story.met(officer, at, field, "").body()).as(field).contains("it is empty", "Be on time three");
        assertThat(story.met(officer, at, "goal", "Talk with Student001 Yucca00").body())
                .contains("This names a student", "Ms. Reed");
        assertThat(story.met(officer, at, "minutes", "61", "begins", "06:05").body()).contains("60 minutes at most",
                "Ms. Reed");
        assertThat(story.met(officer, at, "begins", "08:50").body()).contains("not over yet", "Ms. Reed");
        assertThat(story.met(officer, at, "minutes", "50", "begins", "06:05").statusCode()).isEqualTo(302);
        assertThat(story.met(officer, at, "begins", "06:30").body()).contains("another meeting");
        assertThat(story.met(officer, at, "minutes", "50", "begins", "07:05").statusCode()).isEqualTo(302);
        assertThat(story.met(officer, at, "minutes", "30", "begins", "08:05").body()).contains("met 100 minutes");
        assertThat(told.<Integer>as(story.district(), () -> db.fetchCount(MENTOR_SESSION))).isEqualTo(2);
    }

    @Test
    void theTablesRefuseWhatCannotBe() {
        story.screened();
        var at = story.matched(counselor, 0);
        assertThat(story.refer(counselor, 0).body()).contains("has a mentor already");
        assertThatThrownBy(() -> told.run(story.district(), () -> db.execute("""
                insert into mentoring.match (district_id, id, school_id, student_id, stage, counselor_person,
                referred_by, referred_on, cause, body) select district_id, ?, school_id, student_id, 'REFERRED',
                counselor_person, referred_by, referred_on, cause, body from mentoring.match""", Ids.next())))
                .as("two for one student").hasMessageContaining("match_one_mentor");
        assertThatThrownBy(() -> told.run(story.district(), () -> session(at, "2026-08-03T14:00:00Z", 61, 60)))
                .as("longer than the rules leave").hasMessageContaining("session_within_minutes");
        assertThatThrownBy(() -> told.run(story.district(), () -> session(at, "2026-08-03T17:00:00Z", 60, 60)))
                .as("not over").hasMessageContaining("session_is_over");
        told.run(story.district(), () -> session(at, "2026-08-03T14:00:00Z", 30, 60));
        assertThatThrownBy(() -> told.run(story.district(), () -> session(at, "2026-08-03T14:10:00Z", 30, 60)))
                .as("two at once").hasMessageContaining("one_session");
        assertThatThrownBy(() -> told.run(story.district(), () -> db.execute(
                "update mentoring.mentor_session set adult = ''"))).as("alone").hasMessageContaining("adult");
        var other = story.referred(counselor, 1);
        assertThatThrownBy(() -> told.run(story.district(), () -> db.execute(
                "update mentoring.match set stage = 'SCREENED', mentor_person = ? where id = ?",
                story.officer.person(), MentoringStory.id(other)))).as("without consent")
                .hasMessageContaining("consent");
        assertThatThrownBy(() -> told.run(story.district(), () -> db.execute(
                "update mentoring.match set stage = 'SCREENED', mentor_person = ? where id = ?",
                story.counselor, MentoringStory.id(other)))).as("nobody who is screened")
                .hasMessageContaining("screened");
    }

    @Test
    void noPapersNoMentorAndWhoLosesOneIsNotProposed() {
        told.run(story.day.cast.agency(), () -> db.update(CREDENTIAL).set(CREDENTIAL.HOURS, java.math.BigDecimal.ONE)
                .where(CREDENTIAL.KIND.eq("MENTOR_TRAINING")).execute());
        var desk = story.visit(story.coordinator, Role.COORDINATOR);
        assertThat(desk.get("/mentors").body()).contains("training for mentors");
        assertThat(story.screened().body()).contains("A paper of this officer is missing");
        told.run(story.day.cast.agency(), () -> db.update(CREDENTIAL)
                .set(CREDENTIAL.HOURS, java.math.BigDecimal.TWO).where(CREDENTIAL.KIND.eq("MENTOR_TRAINING"))
                .execute());
        assertThat(story.screened().statusCode()).isEqualTo(302);
        var at = story.referred(counselor, 0);
        story.consented(at, 0);
        told.run(story.day.cast.agency(), () -> {
            db.update(CREDENTIAL).set(CREDENTIAL.STATE, "SUSPENDED").where(CREDENTIAL.KIND.eq("FINGERPRINT_CARD"))
                    .execute();
            assertThat(mentors.screenAnew()).isOne();
        });
        assertThat(counselor.get(at).body()).contains("No mentor fits now", "Their screening has ended");
        assertThat(story.act(counselor, at, "mentor", "mentor", story.officer.person().toString()).body())
                .contains("cannot be chosen now");
    }

    @Test
    void theCounselorIsRemindedOnTheDayAndOnceOverTheChangeOfClocks() {
        told.run(story.district(), () -> db.execute("update directory.school set zone = 'America/Chicago' where id = ?",
                story.day.school));
        clock.setTo(Instant.parse("2026-10-20T15:00:00Z"));
        counselor = story.visit(story.counselor, Role.COUNSELOR);
        story.referred(counselor, 0);
        clock.setTo(Instant.parse("2026-11-03T05:59:00Z"));
        assertThat(remind()).as("still November 2 in Chicago, where clocks went back").isZero();
        clock.setTo(Instant.parse("2026-11-03T06:00:00Z"));
        assertThat(remind()).as("fourteen days after October 20").isOne();
        assertThat(remind()).as("once").isZero();
        assertThat(told.<List<String>>as(story.district(), () -> db.select(OUTBOUND_MESSAGE.BODY)
                .from(OUTBOUND_MESSAGE).where(OUTBOUND_MESSAGE.TOPIC.eq("MENTORING_DUE"))
                .fetch(OUTBOUND_MESSAGE.BODY))).isNotEmpty().noneMatch(body -> body.contains("Yucca"));
    }

    private int remind() {
        return told.as(story.district(), reminders::remind);
    }

    private void session(String at, String begins, int minutes, int most) {
        var from = Instant.parse(begins);
        db.execute("""
                insert into mentoring.mentor_session (district_id, id, match_id, student_id, mentor_person, day,
                begins_at, ends_at, minutes, most_minutes, place, adult, casel, attendance, body, logged_at)
                select district_id, ?, id, student_id, mentor_person, date '2026-08-03', ?::timestamptz,
                ?::timestamptz, ?, ?, 'Library', 'Ms. Reed', 'SELF_AWARENESS', 'MET', body, ?::timestamptz
                from mentoring.match where id = ?""", Ids.next(), from.toString(),
                from.plus(Duration.ofMinutes(minutes)).toString(), minutes, most, clock.instant().toString(),
                MentoringStory.id(at));
    }

    private void look(UUID person, UUID org, Role role, String path, String name) {
        var sessions = app.getBean(Sessions.class);
        var session = sessions.open(person, "PASSKEY", "test");
        sessions.actFor(session, org, role);
        if (role == Role.OFFICER) story.as(Capacity.SCHOOL_AGENT);
        for (var language : List.of("en", "es")) for (int width : new int[] {360, 1280}) {
            if (language.equals("es") && width == 1280) continue;
            var context = Chromium.shared().newContext(
                    new com.microsoft.playwright.Browser.NewContextOptions().setViewportSize(width, 740));
            context.addCookies(List.of(new Cookie("daywatch_session", session).setDomain("localhost").setPath("/"),
                    new Cookie("lang", language).setDomain("localhost").setPath("/")));
            var page = context.newPage();
            assertThat(page.navigate("http://localhost:" + port + path).status()).as(path).isEqualTo(200);
            assertThat(Axe.seriousInside(page)).as(name).isEmpty();
            assertThat((Boolean) page.evaluate("document.documentElement.scrollWidth > innerWidth"))
                    .as(name + " is too wide").isFalse();
            page.screenshot(new com.microsoft.playwright.Page.ScreenshotOptions().setFullPage(true)
                    .setPath(Path.of("target/screenshots", name + "-" + language + "-" + width + ".png")));
            context.close();
        }
    }
}
