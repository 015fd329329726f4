package org.daywatch.restorative.restraints;

import static org.assertj.core.api.Assertions.assertThat;
import static org.daywatch_db.platform.Tables.AUDIT_LINE;
import static org.daywatch_db.restorative.Tables.RESTRAINT;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.daywatch._story.DaywatchIT;
import org.daywatch._story.Story;
import org.daywatch._story.TestClock;
import org.daywatch._story.Visitor;
import org.daywatch.platform.casekeys.CaseKeys;
import org.daywatch.platform.identity.Capacity;
import org.daywatch.platform.identity.Role;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** A student was held: it is written down, spoken about and counted, and read by those whose business it is. */
@DaywatchIT
class RestraintIT {

    @Autowired ApplicationContext app;
    @Autowired Story told;
    @Autowired TestClock clock;
    @Autowired DSLContext db;
    @Autowired RestraintCommands commands;
    @Autowired CaseKeys keys;
    private RestraintStory story;
    private Visitor.Visit counselor;
    private Visitor.Visit principal;
    private Visitor.Visit officer;

    @BeforeEach
    void aSchoolDay() {
        clock.setTo(TestClock.START.plus(Duration.ofHours(3)));
        story = new RestraintStory(app);
        visits();
    }

    private void visits() {
        counselor = story.visit(story.school.counselor, Role.COUNSELOR);
        principal = story.visit(story.school.principal, Role.PRINCIPAL);
        officer = story.visit(story.school.officer.person(), Role.OFFICER);
    }

    @Test
    void fromTheReportToATalkAndTheFiguresOfTheYear() {
        var at = story.reported(officer);
        assertThat(principal.get("/restraints").body()).contains("Reported Mon, Aug 3", "Write it down by Tue, Aug 4");
        assertThat(principal.get("/school").body()).contains("1 restraint is to be written down");
        assertThat(story.write(principal, at).statusCode()).isEqualTo(302);
        assertThat(principal.get(at).body()).as("a principal says why they read").contains("Read what is written")
                .doesNotContain("Would have run into the street");
        assertThat(principal.get(at + "?purpose=HELP").body()).contains("Would have run into the street",
                "Held by hand: 2 minutes", "Counts as: Physical restraint", "Spoke calmly", "IEP under IDEA");
        assertThat(counselor.get("/alert").body()).contains("After 1 restraint you are to speak with a student");
        assertThat(counselor.get(at).body()).contains("Speak with the student by Sat, Aug 8",
                "The bus had left without them");
        assertThat(story.talk(counselor, at).statusCode()).isEqualTo(302);
        assertThat(counselor.get(at).body()).contains("Somebody waits with them for the bus", "Done");
        assertThat(principal.get("/restraints/counts").body()).contains("Restraint and seclusion from",
                "2026–2027", "Not complete", "Not known");
        assertThat(counselor.get("/restraints/counts").statusCode()).isEqualTo(403);
    }

    @Test
    void anExerciseAndCustodyBeginNoRecordAndAReportSentTwiceIsOne() throws InterruptedException {
        var exercise = story.incident(principal, "EXERCISE");
        story.report(principal, exercise, "RESTRAINT", UUID.randomUUID());
        var incident = story.incident(principal, "ACTUAL");
        story.report(principal, incident, "CUSTODY", UUID.randomUUID());
        var form = UUID.randomUUID();
        story.report(principal, incident, "RESTRAINT", form);
        story.report(principal, incident, "RESTRAINT", form);
        org.awaitility.Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> story.count() == 1);
        Thread.sleep(1000);
        assertThat(story.count()).isOne();
    }

    @Test
    void whatIsMissingOrWrongIsSaidAtItsFieldAndNothingTypedIsLost() {
        var at = story.reported(principal);
        var wrong = story.write(principal, at, "minutes-HANDS", "", "day", "2026-08-04", "plan", "", "danger", " ",
                "student", "Nobody Such", "which", "", "trained", "", "watched", "The coach & I");
        assertThat(wrong.statusCode()).isEqualTo(400);
        assertThat(wrong.body()).contains("Enter the minutes of what was done",
                "“2026-08-04” is after the day it was reported", "Choose the plan, or “Not known”",
                "No student of your school is called “Nobody Such”", "Say whether all were trained",
                "The coach &amp; I");
        assertThat(story.write(principal, at, "minutes-HANDCUFFS", "3").body())
                .contains("Say whether the handcuffs were part of an arrest");
        assertThat(story.write(principal, at, "minutes-HANDS", "2000").body())
                .contains("Enter whole minutes from 0 to 1440, not “2000”");
        assertThat(principal.get(at).body()).as("nothing was written").contains("Write it down by");
    }

    @Test
    void handcuffsWithoutAnArrestAreMechanicalRestraint() {
        var at = story.reported(principal);
        story.write(principal, at, "minutes-HANDS", "", "minutes-HANDCUFFS", "0", "arrest", "NO");
        assertThat(principal.get(at + "?purpose=SAFETY").body()).contains("Counts as: Mechanical restraint",
                "less than 1 minute", "without an arrest");
        story.write(principal, at, "minutes-HANDS", "", "minutes-HANDCUFFS", "1", "arrest", "YES", "why",
                "They were arrested, the report says");
        assertThat(principal.get(at + "?purpose=SAFETY").body()).contains(
                "Handcuffs during an arrest do not count as a restraint", "They were arrested, the report says");
    }

    @Test
    void nobodyReadsItWhoseBusinessItIsNot() {
        var at = story.reported(principal);
        assertThat(counselor.get(at).statusCode()).as("not given to anybody yet").isEqualTo(404);
        assertThat(officer.get(at).statusCode()).isEqualTo(404);
        story.write(principal, at, "officer", story.school.officer.person().toString());
        var other = story.visit(story.school.join(Role.COUNSELOR, "Lee Mesa", story.school.day.school),
                Role.COUNSELOR);
        assertThat(other.get(at).statusCode()).isEqualTo(404);
        assertThat(other.get("/restraints").body()).doesNotContain("Reported");
        assertThat(story.talk(other, at).statusCode()).isEqualTo(404);
        assertThat(officer.get(at).body()).contains("Coach Bell").doesNotContain("Write it down", "Save the talk");
        assertThat(story.write(officer, at).statusCode()).isEqualTo(403);
        assertThat(story.write(counselor, at).statusCode()).isEqualTo(403);
        story.school.as(Capacity.PEACE_OFFICER);
        assertThat(officer.get(at).statusCode()).as("as police they read nothing of it").isEqualTo(404);
        story.school.as(Capacity.SCHOOL_AGENT);
        story.school.offPost();
        assertThat(officer.get(at).statusCode()).as("off post").isEqualTo(404);
        var teacher = story.visit(story.school.join(Role.TEACHER, "Dana Reyes", story.school.day.school),
                Role.TEACHER);
        assertThat(teacher.get(at).statusCode()).isEqualTo(403);
        var elsewhere = new RestraintStory(app);
        var stranger = elsewhere.visit(elsewhere.school.principal, Role.PRINCIPAL);
        assertThat(stranger.get(at).statusCode()).isEqualTo(404);
        assertThat(elsewhere.write(stranger, at).statusCode()).isEqualTo(404);
        assertThat(stranger.get("/restraints/counts?school=" + story.school.day.school).body())
                .doesNotContain("1 restraint");
        long readings = told.as(story.district(), () -> (long) db.fetchCount(AUDIT_LINE,
                AUDIT_LINE.ACTION.eq("ReadRestraint")));
        assertThat(readings).as("each reading leaves its line").isPositive();
    }

    @Test
    void anEmptyCellIsNoneOnlyWhenTheSchoolSaysThatTheYearIsWritten() {
        assertThat(principal.post("/restraints/counts", "year", "2026").statusCode()).isEqualTo(302);
        assertThat(principal.get("/restraints/counts?year=2026").body())
                .as("it goes on").contains("Not complete");
        var at = story.reported(principal);
        clock.setTo(Instant.parse("2027-07-02T17:00:00Z"));
        visits();
        principal.post("/restraints/counts", "year", "2026");
        assertThat(principal.get("/restraints/counts?year=2026").body()).as("one is not written")
                .contains("Not complete", "1 is not written down yet");
        story.write(principal, at);
        principal.post("/restraints/counts", "year", "2026");
        principal.post("/restraints/counts", "year", "2026");
        var counted = principal.get("/restraints/counts?year=2026").body();
        assertThat(counted).contains("said on", "Complete").doesNotContain("Not known</span>");
        assertThat(cells(counted)).as("students and times, by hand, device, room; IDEA first")
                .startsWith("1", "1", "0", "0", "0", "0");
        story.write(principal, at, "plan", "SECTION_504", "why", "The plan of that day was another");
        assertThat(principal.get("/restraints/counts?year=2026").body()).as("it opened again")
                .contains("Not complete", "Is everything written down?");
        var director = story.visit(story.school.join(Role.SAFETY_DIRECTOR, "Kit Mesa", null), Role.SAFETY_DIRECTOR);
        assertThat(director.get("/restraints/counts?year=2026").body()).contains("Not complete");
        assertThat(director.get("/restraints/counts?year=2026&school=" + story.school.day.school).body())
                .contains("Section 504 plan, no IEP").doesNotContain("Is everything written down?");
        assertThat(director.post("/restraints/counts", "year", "2026").statusCode()).isEqualTo(403);
        assertThat(director.get(at).statusCode()).isEqualTo(403);
        assertThat(principal.get("/restraints/counts?year=2019").statusCode()).isEqualTo(404);
    }

    private static List<String> cells(String page) {
        return java.util.regex.Pattern.compile("<td class=\"number\"[^>]*>\\s*(\\d+|<span)").matcher(page)
                .results()
                .map(m -> m.group(1)).toList();
    }

    @Test
    void ofTwoAtOnceOneIsKeptAndTheOtherIsTold() throws Exception {
        var at = story.reported(principal);
        var answers = IntStream.range(0, 2)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> story.write(principal, at, "people", "Hand " + i)))
                .toList().stream().map(CompletableFuture::join).map(r -> r.statusCode()).sorted().toList();
        assertThat(answers).as("one is written, one is asked to look again").startsWith(302);
        assertThat(told.<Integer>as(story.district(),
                () -> db.select(RESTRAINT.VERSION).from(RESTRAINT).fetchSingle(RESTRAINT.VERSION))).isOne();
        assertThat(story.write(principal, at, "version", "0", "why", "again").statusCode()).as("from an old page")
                .isEqualTo(412);
    }

    @Test
    void whatIsWrittenIsOnNoDiskInWordsAndGoesWithItsKeyAtTheEndOfItsTerm() {
        var at = story.reported(principal);
        story.write(principal, at, "causes", "Ocelot fig lantern");
        var id = UUID.fromString(at.substring("/restraints/".length()));
        byte[] body = told.as(story.district(), () -> {
            var sealed = db.select(RESTRAINT.BODY).from(RESTRAINT).fetchSingle(RESTRAINT.BODY);
            assertThat(new String(sealed, StandardCharsets.ISO_8859_1)).doesNotContain("Ocelot", "Yucca00");
            assertThat(commands.forget(story.district(), java.time.LocalDate.of(2026, 8, 3))).isZero();
            assertThat(commands.forget(story.district(), java.time.LocalDate.of(2026, 8, 4))).isOne();
            return sealed;
        });
        told.run(story.district(), () -> assertThat(keys.open(story.district(), id, body, "restraint " + id))
                .as("its key is gone").isEmpty());
        assertThat(principal.get(at).statusCode()).isEqualTo(404);
    }

    @Test
    void theStudentAndTheirParentsReadWhyAndWhatWillBeDifferent() {
        var at = story.reported(principal);
        story.write(principal, at);
        story.talk(principal, at);
        told.run(story.district(), () -> {
            var entries = app.getBean(RestraintAccount.class).of(story.school.roll.students().getFirst());
            assertThat(entries).extracting(e -> e.key()).containsExactly("restraint.account.done",
                    "restraint.account.why", "restraint.account.talk");
            assertThat(app.getBean(RestraintAccount.class).of(story.school.roll.students().get(1))).isEmpty();
        });
    }
}
