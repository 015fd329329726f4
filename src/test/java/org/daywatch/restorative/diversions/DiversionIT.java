package org.daywatch.restorative.diversions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.daywatch_db.platform.Tables.AUDIT_LINE;
import static org.daywatch_db.restorative.Tables.DIVERSION;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
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

/** Help before exclusion at a school: offered, answered, begun; the school decides, and what came first is known. */
@DaywatchIT
class DiversionIT {

    @Autowired ApplicationContext app;
    @Autowired Story told;
    @Autowired TestClock clock;
    @Autowired DSLContext db;
    @Autowired DiversionCommands commands;
    @Autowired CaseKeys keys;
    private DiversionStory story;
    private Visitor.Visit counselor;
    private Visitor.Visit principal;

    @BeforeEach
    void aSchoolDay() {
        clock.setTo(TestClock.START.plus(Duration.ofHours(3)));
        story = new DiversionStory(app);
        visits();
    }

    private void visits() {
        counselor = story.visit(story.school.counselor, Role.COUNSELOR);
        principal = story.visit(story.school.principal, Role.PRINCIPAL);
    }

    @Test
    void fromTheThoughtOfExclusionToHelpInItsPlace() {
        var at = story.begun(principal);
        assertThat(principal.get("/diversions").body()).contains("Student000", "Offer help by Wed, Aug 5");
        assertThat(principal.get(at).body()).as("a principal says why they read").contains("Read what was offered")
                .doesNotContain("A rumor");
        assertThat(principal.get(at + "?purpose=HELP").body()).contains("A rumor", "Out-of-school suspension");
        assertThat(counselor.get(at).body()).contains("Offer help by Wed, Aug 5", "A rumor")
                .doesNotContain("The school excluded them");
        assertThat(story.offer(counselor, at).statusCode()).isEqualTo(302);
        assertThat(counselor.get(at).body()).contains("Ask for an answer by Sat, Aug 8", "On Tuesdays before class");
        assertThat(story.answer(counselor, at, "ACCEPTED").statusCode()).isEqualTo(302);
        assertThat(counselor.get(at).body()).contains("Begin what was accepted by Thu, Aug 13")
                .doesNotContain("Help took the place of exclusion");
        assertThat(story.act(counselor, at, "help", "offer", "1").statusCode()).isEqualTo(302);
        assertThat(story.act(counselor, at, "settle", "words", "They talk each Tuesday").statusCode()).isEqualTo(302);
        assertThat(counselor.get(at).body()).contains("Helped instead", "They talk each Tuesday")
                .doesNotContain("Save the offer");
        assertThat(principal.get("/diversions/counts").body()).contains("Helped instead", "A mentor", "2026–2027");
        assertThat(counselor.get("/diversions/counts").statusCode()).isEqualTo(403);
    }

    @Test
    void whoExcludesBeforeAnOfferWasAnsweredSaysWhy() {
        var at = story.begun(principal);
        var wrong = story.act(principal, at, "exclude", "exclusion", "EXPULSION", "words", "The law says so");
        assertThat(wrong.statusCode()).isEqualTo(400);
        assertThat(wrong.body()).contains("Say why help did not come first", "The law says so");
        assertThat(story.act(counselor, at, "exclude", "exclusion", "EXPULSION", "without", "LAW", "words", "x")
                .statusCode()).as("only a principal").isEqualTo(403);
        assertThat(story.act(principal, at, "exclude", "exclusion", "EXPULSION", "without", "LAW", "words",
                "The law says so").statusCode()).isEqualTo(302);
        assertThat(principal.get(at + "?purpose=HELP").body()).contains("Excluded",
                "Help did not come first: The law leaves no choice", "for good");
        assertThat(story.offer(principal, at, "version", "1").body()).contains("This has ended. Begin a new one.");
        assertThat(principal.get("/diversions/counts").body()).contains("The law leaves no choice: 1");
    }

    @Test
    void whatIsMissingOrWouldPunishIsSaidAtItsFieldAndNothingTypedIsLost() {
        var wrong = story.begin(principal, UUID.randomUUID(), "considered", "", "day", "2026-08-04", "place", "",
                "student", "Nobody Such", "which", "", "counselor", "");
        assertThat(wrong.statusCode()).isEqualTo(400);
        assertThat(wrong.body()).contains("Choose what the school thought of", "“2026-08-04” is still to come",
                "Choose where it was", "No student of your school is called “Nobody Such”",
                "Choose a counselor of your school");
        assertThat(story.count()).isZero();
        var at = story.begun(principal);
        assertThat(story.offer(principal, at, "words", "Three days of detention").body())
                .contains("shuts somebody out", "Three days of detention");
        assertThat(story.offer(principal, at, "kind", "FINE").body()).contains("Choose what you offer");
        assertThat(story.act(principal, at, "exclude", "exclusion", "EXPULSION", "without", "LAW", "words", "x",
                "days", "900").body()).contains("Enter whole school days from 1 to 180, not “900”");
        assertThat(story.offer(principal, at, "on", "2026-08-02").body())
                .contains("Enter a day between the step before and today");
    }

    @Test
    void nobodyReadsItWhoseBusinessItIsNotAndAnOfficerNever() {
        var at = story.begun(principal);
        var other = story.visit(story.school.join(Role.COUNSELOR, "Lee Mesa", story.school.day.school),
                Role.COUNSELOR);
        assertThat(other.get(at).statusCode()).isEqualTo(404);
        assertThat(other.get("/diversions").body()).doesNotContain("Student000");
        var officer = story.visit(story.school.officer.person(), Role.OFFICER);
        for (var capacity : Capacity.values()) {
            story.school.as(capacity);
            assertThat(officer.get(at).statusCode()).isEqualTo(403);
            assertThat(officer.get("/diversions").statusCode()).isEqualTo(403);
            assertThat(story.offer(officer, at).statusCode()).isEqualTo(403);
        }
        var elsewhere = new DiversionStory(app);
        var stranger = elsewhere.visit(elsewhere.school.principal, Role.PRINCIPAL);
        assertThat(stranger.get(at).statusCode()).isEqualTo(404);
        assertThat(elsewhere.offer(stranger, at).statusCode()).isEqualTo(404);
        assertThat(story.act(principal, at, "counselor", "counselor", "" + UUID.randomUUID()).body())
                .contains("Choose a counselor of your school");
        long readings = told.as(story.district(), () -> (long) db.fetchCount(AUDIT_LINE,
                AUDIT_LINE.ACTION.eq("ReadDiversion")));
        assertThat(readings).as("each reading leaves its line").isPositive();
    }

    @Test
    void whoGoesOnWithItReadsItAndWhoeverHadItNoLonger() {
        var at = story.begun(counselor);
        var to = story.school.join(Role.COUNSELOR, "Lee Mesa", story.school.day.school);
        assertThat(story.act(counselor, at, "counselor", "purpose", "", "counselor", to.toString()).statusCode())
                .isEqualTo(302);
        assertThat(counselor.get(at).statusCode()).isEqualTo(404);
        assertThat(story.visit(to, Role.COUNSELOR).get(at).body()).contains("Offer help by");
    }

    @Test
    void aFormThatIsSentTwiceIsOneAndAStudentHasOneAtATime() {
        var form = UUID.randomUUID();
        var answers = IntStream.range(0, 2)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> story.begin(principal, form))).toList().stream()
                .map(CompletableFuture::join).map(r -> r.statusCode()).toList();
        assertThat(answers).containsOnly(302);
        assertThat(story.count()).isOne();
        assertThat(story.begin(principal, UUID.randomUUID()).body())
                .contains("goes on for this student already");
        assertThat(story.act(principal, "/diversions/" + form, "strike", "words", "Another one").statusCode())
                .isEqualTo(302);
        var two = IntStream.range(0, 2).mapToObj(
                i -> CompletableFuture.supplyAsync(() -> story.begin(principal, UUID.randomUUID()).statusCode()))
                .toList().stream().map(CompletableFuture::join).sorted().toList();
        assertThat(two).as("two begin at once, one stands").containsExactly(302, 400);
        assertThat(principal.get("/diversions/counts").body()).contains("Goes on");
    }

    @Test
    void ofTwoAnswersAtOnceOneIsKeptAndTheOtherIsTold() {
        var at = story.begun(principal);
        story.offer(principal, at);
        var answers = IntStream.range(0, 2)
                .mapToObj(i -> CompletableFuture.supplyAsync(
                        () -> story.answer(principal, at, i == 0 ? "ACCEPTED" : "DECLINED", "version", "1")))
                .toList().stream().map(CompletableFuture::join).map(r -> r.statusCode()).sorted().toList();
        assertThat(answers).as("from the same page").containsExactly(302, 412);
    }

    @Test
    void whatIsOverdueStandsOnTheFirstScreen() {
        story.begun(principal);
        assertThat(counselor.get("/alert").body()).doesNotContain("for help before exclusion");
        clock.setTo(TestClock.START.plus(Duration.ofDays(4)));
        visits();
        assertThat(counselor.get("/alert").body()).contains("1 student waits for help before exclusion, overdue");
        assertThat(principal.get("/school").body()).contains("1 student waits for help before exclusion, overdue");
    }

    @Test
    void theDistrictLearnsNothingOfAFew() {
        story.begun(principal);
        var director = story.visit(story.school.join(Role.SAFETY_DIRECTOR, "Kit Mesa", null), Role.SAFETY_DIRECTOR);
        assertThat(director.get("/diversions/counts").body()).contains("Too few to show", "at least 11 students")
                .doesNotContain("<table");
        assertThat(director.get("/diversions").statusCode()).isEqualTo(403);
        assertThat(principal.get("/diversions/counts?year=2019").statusCode()).isEqualTo(404);
    }

    @Test
    void whatIsWrittenIsOnNoDiskInWordsAndGoesWithItsKeyAtTheEndOfItsTerm() {
        var at = story.begun(principal);
        story.offer(principal, at, "words", "Ocelot fig lantern");
        var id = UUID.fromString(at.substring("/diversions/".length()));
        byte[] body = told.as(story.district(), () -> {
            var sealed = db.select(DIVERSION.BODY).from(DIVERSION).fetchSingle(DIVERSION.BODY);
            assertThat(new String(sealed, StandardCharsets.ISO_8859_1)).doesNotContain("Ocelot", "Yucca00",
                    "SUSPENSION");
            assertThat(commands.forget(story.district(), LocalDate.of(2026, 8, 3))).isZero();
            assertThat(commands.forget(story.district(), LocalDate.of(2026, 8, 4))).isOne();
            return sealed;
        });
        told.run(story.district(), () -> assertThat(keys.open(story.district(), id, body, "diversion " + id))
                .as("its key is gone").isEmpty());
        assertThat(principal.get(at).statusCode()).isEqualTo(404);
    }

    @Test
    void theStudentAndTheirParentsReadWhatWasOfferedAndDecided() {
        var at = story.begun(principal);
        story.offer(principal, at);
        story.answer(principal, at, "DECLINED");
        story.act(principal, at, "exclude", "exclusion", "IN_SCHOOL_SUSPENSION", "days", "2", "words", "A fight");
        told.run(story.district(), () -> {
            var account = app.getBean(DiversionAccount.class);
            assertThat(account.of(story.school.roll.students().getFirst())).extracting(e -> e.key()).containsExactly(
                    "diversion.account.begun", "diversion.account.offered", "diversion.account.DECLINED",
                    "diversion.account.EXCLUDED");
            assertThat(account.of(story.school.roll.students().get(1))).isEmpty();
        });
    }
}
