package org.daywatch.relationships.threats.requests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.daywatch_db.directory.Tables.STUDENT_PROTECTION;
import static org.daywatch_db.platform.Tables.DELIVERY;
import static org.daywatch_db.platform.Tables.OUTBOUND_MESSAGE;
import static org.daywatch_db.relationships.Tables.RECORDS_REQUEST;
import static org.daywatch_db.relationships.Tables.THREAT_CASE;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.daywatch._story.DaywatchIT;
import org.daywatch._story.Story;
import org.daywatch._story.TestClock;
import org.daywatch._story.Visitor;
import org.daywatch.platform.audit.AuditLog;
import org.daywatch.platform.identity.Role;
import org.daywatch.platform.persistence.Ids;
import org.daywatch.platform.tenancy.Tenants;
import org.daywatch.relationships.threats.ThreatStory;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.TestPropertySource;

/** A parent asks for the record of their child's assessment: who enters it, who prepares it, and by when. */
@DaywatchIT
@TestPropertySource(properties = "daywatch.tips.enabled=true")
class RecordsRequestsIT {

    private static final String STUDENT = "Yucca00, Student000";
    private static final String LIST = "/records/requests";
    private static final LocalDate TODAY = LocalDate.of(2026, 8, 3);

    @Autowired ApplicationContext app;
    @Autowired Story told;
    @Autowired TestClock clock;
    @Autowired DSLContext db;
    @Autowired RecordsReminders reminders;
    private ThreatStory story;
    private Visitor.Visit counselor;
    private Visitor.Visit principal;
    private Visitor.Visit keeper;
    private UUID keeping;
    private String at;

    @BeforeEach
    void anAssessment() {
        story = new ThreatStory(app);
        keeping = story.join(Role.RECORDS_KEEPER, "Jules Tamberlin", null);
        signIn();
        at = story.opened(counselor);
        story.gathered(counselor, at);
    }

    @Test
    void theKeeperEntersItThePrincipalPreparesItAndTheParentSeesIt() {
        assertThat(keeper.get("/records").body()).doesNotContain("request from a parent waits");
        var one = entered(keeper, "INSPECT");
        assertThat(keeper.get("/records").body()).contains("1 request from a parent waits", "next day is Sep 17, 2026")
                .doesNotContain(STUDENT);
        assertThat(keeper.get(one).body()).contains(STUDENT, "Dana Orlebar (mother)", "Nothing was disclosed",
                "34 CFR 99.8").doesNotContain("Said at lunch", "The art teacher", at);
        act(keeper, one, "identity", "how", "Photo ID at the desk");
        assertThat(act(keeper, one, "paper", "language", "en", "paper", "All of it").body())
                .contains("Only the principal or the counselor");
        act(keeper, one, "offer", "day", TODAY.plusDays(2).toString(), "place", "Front office, 3:30 PM");
        assertThat(keeper.get(one).body()).doesNotContain("Record inspection");
        assertThat(act(keeper, one, "inspection", "day", TODAY.toString()).body()).contains("Nothing is ready");
        assertThat(keeper.get(one).body()).contains("prepares the record for the day it was offered");
        assertThat(counselor.get("/helping").body()).contains("A parent waits for you to prepare a record", one)
                .doesNotContain("Answer requests");
        assertThat(principal.get(one).body()).contains("Said at lunch that everybody would be sorry",
                "The art teacher");
        done(act(principal, one, "paper", "language", "es", "paper", "Dijo algo en el almuerzo."));
        assertThat(keeper.get(one).body()).contains("Made ready on", "Robin Sage", "prints it for you")
                .doesNotContain("Dijo algo");
        assertThat(counselor.get(one).body()).contains("Show the record on the day it was offered");
        assertThat(keeper.get(one + "/paper").statusCode()).isEqualTo(404);
        assertThat(principal.get(one + "/paper").body())
                .contains("El expediente de", STUDENT, "Dijo algo en el almuerzo.",
                        "no es parte de este expediente")
                .doesNotContain("Said at lunch", "Dana Orlebar");
        done(act(keeper, one, "inspection", "day", TODAY.toString()));
        assertThat(keeper.get(one).body()).contains("Seen by the parent on", "Jules Tamberlin")
                .doesNotContain("<textarea");
        assertThat(keeper.get("/records").body()).doesNotContain("request from a parent");
        assertThat(counselor.get(at).body()).contains("1 request").contains(one);
    }

    @Test
    void whoAskedAndWhatWasSaidLiesSealedAndGoesWithTheCase() {
        entered(keeper, "COPY");
        told.run(story.district(), () -> {
            var row = db.selectFrom(RECORDS_REQUEST).fetchSingle();
            assertThat(new String(row.getBody(), StandardCharsets.ISO_8859_1)).doesNotContain("Dana", "mother");
            assertThat(row.toString()).doesNotContain("Dana", "Yucca");
            assertThat(row.getDueOn()).isEqualTo(LocalDate.of(2026, 9, 17));
        });
    }

    @Test
    void whatIsAskedForStaysUntilTheParentHasAnAnswer() {
        entered(keeper, "INSPECT");
        assertThatThrownBy(() -> told.run(story.district(), () -> db.deleteFrom(THREAT_CASE)
                .where(THREAT_CASE.DISTRICT_ID.eq(story.district())).execute()))
                .rootCause().hasMessageContaining("stays until they have their answer");
        assertThatThrownBy(() -> told.run(story.district(), () -> db.deleteFrom(RECORDS_REQUEST)
                .where(RECORDS_REQUEST.DISTRICT_ID.eq(story.district())).execute()))
                .rootCause().hasMessageContaining("stays as long as the record");
    }

    @Test
    void aSecondClickOfTheSameFormMakesNoSecondRequest() {
        var form = UUID.randomUUID().toString();
        for (var kind : new String[] {"INSPECT", "INSPECT", "COPY"})
            assertThat(enter(keeper, form, kind, STUDENT, "").statusCode()).isEqualTo(302);
        told.run(story.district(), () -> assertThat(db.fetchCount(RECORDS_REQUEST)).isOne());
    }

    @Test
    void ofAStudentWithoutAnAssessmentTheParentIsToldThereIsNoneAndNothingIsKeptOfTheStudent() {
        assertThat(enter(keeper, "INSPECT", "Yucca00, Student001", "").body())
                .contains("No assessment that you can see");
        done(enter(keeper, "INSPECT", "Yucca00, Student001", "true"));
        assertThat(keeper.get(LIST).body()).contains("No assessment on file", "none on file")
                .doesNotContain("Student001");
        assertThat(principal.get(LIST).body()).contains("No assessment on file");
        assertThat(counselor.get(LIST).body()).doesNotContain("No assessment on file");
        told.run(story.district(), () -> assertThat(db.selectFrom(RECORDS_REQUEST).fetchSingle().getCaseId()).isNull());
    }

    @Test
    void noNameIsTriedWithoutALineOrAMessage() {
        enter(keeper, "INSPECT", "Yucca00, Student001", "");
        enter(keeper, "INSPECT", "Yucca00, Student002", "");
        assertThat(told.as(story.district(), () -> app.getBean(AuditLog.class).told(List.of("ReadNoRecordFound"))))
                .as("what is refused leaves its line").hasSize(2).allMatch(line -> !line.detail().contains("Yucca"));
        var form = UUID.randomUUID().toString();
        assertThat(enter(keeper, form, "INSPECT", "Yucca00, Student001", "").statusCode()).isEqualTo(400);
        done(enter(keeper, form, "INSPECT", STUDENT, "true"));
        assertThat(keeper.get(LIST).body()).contains("There is an assessment: tell the parent", STUDENT);
        assertThat(messages(story.counselor)).isOne();
        assertThat(messages(story.principal)).isOne();
    }

    @Test
    void anEmptyFieldOrAnImpossibleDayComesBackWithWhatWasTyped() {
        assertThat(enter(keeper, "", STUDENT, "").body()).contains("Choose what is asked", "Dana Orlebar");
        for (var day : Map
                .of("", "Choose a date", "2026-02-30", "is not a day", "2026-08-04", "This day is not possible",
                        "2025-08-02", "This day is not possible")
                .entrySet()) {
            var back = keeper.post(LIST, asking(UUID.randomUUID().toString(), "INSPECT", STUDENT, "", day.getKey()));
            assertThat(back.statusCode()).as(day.getKey()).isEqualTo(400);
            assertThat(back.body()).contains(day.getValue(), "Dana Orlebar", "field-day-error");
        }
        var one = entered(keeper, "INSPECT");
        var empty = act(keeper, one, "identity", "how", "  ");
        assertThat(empty.statusCode()).isEqualTo(400);
        assertThat(empty.body()).contains("it is empty");
        done(act(keeper, one, "identity", "how", "Photo ID at the desk"));
        assertThat(act(keeper, one, "offer", "day", "2026-09-18", "place", "Front office, 3:30 PM").body())
                .contains("due by Sep 17, 2026", "Front office, 3:30 PM");
        assertThat(act(keeper, one, "refusal", "ground", "", "words", "They had no ID").body())
                .contains("Choose the ground", "They had no ID");
    }

    @Test
    void whatWasWithdrawnMeanwhileIsNotAnsweredAndNothingIsDoneTwice() {
        var one = entered(keeper, "COPY");
        assertThat(keeper.post(one + "/identity", "how", "Photo ID", "version", "1").statusCode()).isEqualTo(302);
        assertThat(keeper.post(one + "/identity", "how", "Photo ID", "version", "1").statusCode()).isEqualTo(409);
        done(keeper.post(one + "/offer", "day", TODAY.toString(), "place", "Front office", "version", "2"));
        var meanwhile = principal.post(one + "/paper", "language", "en", "paper", "An hour of work", "version", "2");
        assertThat(meanwhile.body()).contains("Somebody changed this request meanwhile", "An hour of work</textarea>",
                "name=\"version\" value=\"3\"");
        done(principal.post(one + "/paper", "language", "en", "paper", "An hour of work", "version", "3"));
        done(principal.post(one + "/withdrawal", "words", "They called", "version", "4"));
        assertThat(keeper.post(one + "/copy", "day", TODAY.toString(), "version", "4").statusCode()).isEqualTo(409);
        assertThat(keeper.post(one + "/copy", "day", TODAY.toString(), "version", "5").body())
                .contains("not possible at this step");
        assertThat(keeper.get(one).body()).contains("They called").doesNotContain("Copy handed over on");
    }

    @Test
    void aStudentWhoseInformationIsProtectedIsNotFoundByTheKeeper() {
        told.run(story.district(), () -> {
            var p = STUDENT_PROTECTION;
            db.insertInto(p).set(p.DISTRICT_ID, story.district()).set(p.ID, Ids.next())
                    .set(p.STUDENT_ID, story.roll.students().getFirst())
                    .set(p.REASON, "A parent must not learn where they are").set(p.FIRST_DAY, LocalDate.of(2026, 1, 1))
                    .set(p.ENTERED_BY, story.principal).set(p.ENTERED_AT, clock.instant()).execute();
        });
        assertThat(enter(keeper, "INSPECT", STUDENT, "").body()).contains("No assessment that you can see");
    }

    @Test
    void theOwnerAndTheKeeperAreRemindedAheadAndOnTheDayAndThenItStandsOverdue() {
        entered(principal, "INSPECT");
        assertThat(messages(keeping)).isOne();
        assertThat(messages(story.counselor)).isOne();
        assertThat(messages(story.principal)).as("who entered it").isZero();
        clock.move(Duration.ofDays(34));
        assertThat(remind()).isZero();
        clock.move(Duration.ofDays(1));
        assertThat(remind()).isOne();
        assertThat(remind()).as("once").isZero();
        clock.move(Duration.ofDays(10));
        var timer = new RecordsReminders.Timer(app.getBean(Tenants.class), app.getBean(RecordsRequestDoor.class),
                reminders);
        timer.remind();
        timer.remind();
        assertThat(messages(keeping)).isEqualTo(3);
        assertThat(messages(story.counselor)).isEqualTo(3);
        signIn();
        assertThat(keeper.get("/records").body()).contains("1 request from a parent waits");
        clock.move(Duration.ofDays(1));
        signIn();
        assertThat(keeper.get("/records").body()).contains("1 request from a parent is overdue");
        assertThat(keeper.get(LIST).body()).contains("Overdue");
    }

    @Test
    void whatAParentSaysOfARecordThatIsNotAmendedStandsWithIt() {
        var one = entered(keeper, "AMEND");
        act(keeper, one, "identity", "how", "Photo ID at the desk");
        assertThat(act(keeper, one, "amendment", "words", "The day").body()).contains("Only the principal");
        done(act(principal, one, "hearing", "words", "Two people heard it"));
        done(act(keeper, one, "statement", "words", "My child says it was a song"));
        assertThat(counselor.get(at).body()).contains("My child says it was a song");
    }

    @Test
    void anotherDistrictAndWhoeverHasNoPartInItFindsNothingThere() {
        var one = entered(keeper, "INSPECT");
        done(act(keeper, one, "identity", "how", "Photo ID at the desk"));
        done(act(principal, one, "paper", "language", "en", "paper", "All of it"));
        var other = new ThreatStory(app);
        var stranger = other.visit(other.join(Role.RECORDS_KEEPER, "Ines Marrow", null), Role.RECORDS_KEEPER);
        assertThat(stranger.get(LIST).body()).doesNotContain(STUDENT);
        assertThat(enter(stranger, "INSPECT", STUDENT, "").body()).contains("Choose the school");
        var second = story.visit(story.join(Role.COUNSELOR, "Lee Moss", story.day.school), Role.COUNSELOR);
        assertThat(counselor.get(LIST + "/new").statusCode()).isEqualTo(404);
        assertThat(enter(counselor, "INSPECT", STUDENT, "").statusCode()).isEqualTo(404);
        for (var who : new Visitor.Visit[] {stranger, second,
                story.visit(story.officer.person(), Role.OFFICER),
                story.visit(story.join(Role.SAFETY_DIRECTOR, "Taylor Winslow", null), Role.SAFETY_DIRECTOR)}) {
            assertThat(who.get(one).statusCode()).isEqualTo(404);
            assertThat(who.get(one + "/paper").statusCode()).isEqualTo(404);
            for (var what : List.of("identity", "offer", "paper", "inspection", "copy", "refusal", "withdrawal",
                    "amendment", "hearing", "statement"))
                assertThat(who.post(one + "/" + what, "version", "3", "words", "A word", "how", "A word", "paper",
                        "A word", "place", "A word", "day", TODAY.toString(), "ground", "BARRED").statusCode())
                        .as(what).isEqualTo(404);
        }
        assertThat(keeper.get(one).body()).contains("name=\"version\" value=\"3\"");
    }

    private void signIn() {
        counselor = story.visit(story.counselor, Role.COUNSELOR);
        principal = story.visit(story.principal, Role.PRINCIPAL);
        keeper = story.visit(keeping, Role.RECORDS_KEEPER);
    }

    private int remind() {
        return told.as(story.district(), reminders::remind);
    }

    private int messages(UUID person) {
        return told.as(story.district(), () -> db.fetchCount(DELIVERY.join(OUTBOUND_MESSAGE)
                .on(OUTBOUND_MESSAGE.TENANT_ID.eq(DELIVERY.TENANT_ID)).and(OUTBOUND_MESSAGE.ID.eq(DELIVERY.MESSAGE_ID)),
                DELIVERY.PERSON_ID.eq(person).and(DELIVERY.CHANNEL.eq("IN_APP"))
                        .and(OUTBOUND_MESSAGE.TOPIC.startsWith("RECORDS_"))));
    }

    /** @return its address */
    private String entered(Visitor.Visit by, String kind) {
        done(enter(by, kind, STUDENT, ""));
        return LIST + "/" + told.as(story.district(),
                () -> db.select(RECORDS_REQUEST.ID).from(RECORDS_REQUEST).fetchSingle(RECORDS_REQUEST.ID));
    }

    private HttpResponse<String> enter(Visitor.Visit by, String kind, String student, String none) {
        return enter(by, UUID.randomUUID().toString(), kind, student, none);
    }

    private HttpResponse<String> enter(Visitor.Visit by, String form, String kind, String student, String none) {
        return by.post(LIST, asking(form, kind, student, none, TODAY.toString()));
    }

    private String[] asking(String form, String kind, String student, String none, String day) {
        return new String[] {"form", form, "school", story.day.school.toString(), "student", student, "kind", kind,
                "name", "Dana Orlebar", "relation", "mother", "how", "DESK", "day", day, "none", none};
    }

    private HttpResponse<String> act(Visitor.Visit by, String one, String what, String... fields) {
        return story.act(by, one, what, fields);
    }

    private static void done(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
    }
}
