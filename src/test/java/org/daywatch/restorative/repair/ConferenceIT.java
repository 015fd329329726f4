package org.daywatch.restorative.repair;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.daywatch_db.platform.Tables.AUDIT_LINE;
import static org.daywatch_db.platform.Tables.OUTBOUND_MESSAGE;
import static org.daywatch_db.restorative.Tables.CONFERENCE;
import static org.daywatch_db.restorative.Tables.CONFERENCE_STUDENT;

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
import org.daywatch.platform.texts.Texts;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Two who quarreled meet because both want to; nobody reads more of it than is theirs, and nothing of it is lost. */
@DaywatchIT
class ConferenceIT {

    @Autowired ApplicationContext app;
    @Autowired Story told;
    @Autowired TestClock clock;
    @Autowired DSLContext db;
    @Autowired ConferenceReminders reminders;
    @Autowired ConferenceCommands commands;
    @Autowired CaseKeys keys;
    @Autowired Texts texts;
    private ConferenceStory story;
    private Visitor.Visit teacher;
    private Visitor.Visit counselor;
    private Visitor.Visit principal;
    private Visitor.Visit officer;

    @BeforeEach
    void aQuarrel() {
        clock.setTo(TestClock.START.plus(Duration.ofHours(3)));
        story = new ConferenceStory(app);
        visits();
    }

    private void visits() {
        teacher = story.visit(story.teacher, Role.TEACHER);
        counselor = story.visit(story.school.counselor, Role.COUNSELOR);
        principal = story.visit(story.school.principal, Role.PRINCIPAL);
        officer = story.visit(story.school.officer.person(), Role.OFFICER);
    }

    @Test
    void fromAQuarrelToPromisesThatWereKept() {
        var at = story.referred(teacher);
        assertThat(counselor.get("/restorative").body()).contains("Yucca00, Student000; Yucca00, Student001",
                "Look at it by Wed, Aug 5");
        assertThat(counselor.get(at).body()).contains("Shoved each other over a seat", "Cafeteria", "A rumor");
        assertThat(story.accepted(counselor, at).statusCode()).isEqualTo(302);
        story.consented(at);
        story.willing(counselor, at);
        assertThat(counselor.get(at).body()).contains("Consent stands");
        assertThat(story.act(counselor, at, "meeting", "there", "NO", "without", "", "helpers", "").body())
                .contains("Say why no counselor");
        assertThat(story.act(counselor, at, "meeting", "there", "YES", "without", "", "helpers", "Aunt Kim")
                .statusCode()).isEqualTo(302);
        assertThat(counselor.get(at + "/script").body()).contains("We sit in a circle");
        assertThat(story.promised(counselor, at, "2026-08-05", "2026-08-07").statusCode()).isEqualTo(302);
        assertThat(counselor.get(at + "/paper").body()).contains("Keep a seat free at lunch 1", "Ms. Reed sees it");
        assertThat(counselor.get("/restorative").body()).contains("Check a promise on Wed, Aug 5");
        clock.setTo(Instant.parse("2026-08-08T17:00:00Z"));
        visits();
        assertThat(counselor.get("/restorative").body()).contains("Overdue");
        story.act(counselor, at, "promises/1", "kept", "KEPT");
        assertThat(story.stage(at)).isEqualTo("AGREED");
        story.act(counselor, at, "promises/2", "kept", "KEPT");
        assertThat(counselor.get(at).body()).contains("Speak with them by Mon, Aug 10");
        for (var day : List.of("2026-08-11", "2026-08-31")) {
            clock.setTo(Instant.parse(day + "T17:00:00Z"));
            visits();
            assertThat(story.act(counselor, at, "talks", "day", day).statusCode()).isEqualTo(302);
        }
        assertThat(counselor.get(at).body()).contains("Close by Mon, Aug 31");
        assertThat(story.act(counselor, at, "close").statusCode()).isEqualTo(302);
        assertThat(counselor.get(at).body()).contains("Promises kept");
    }

    @Test
    void whatWasNotKeptIsMetAboutAgain() {
        var at = story.held(counselor);
        story.promised(counselor, at, "2026-08-03");
        story.act(counselor, at, "promises/1", "kept", "NOT_KEPT");
        assertThat(story.stage(at)).isEqualTo("BROKEN");
        assertThat(counselor.get(at).body()).contains("Meet again by Mon, Aug 17");
        story.act(counselor, at, "again");
        assertThat(counselor.get(at).body()).as("each is asked anew").contains("Not spoken with yet");
        story.willing(counselor, at);
        story.act(counselor, at, "meeting", "there", "YES", "without", "", "helpers", "");
        story.promised(counselor, at, "2026-08-10");
        story.act(counselor, at, "promises/1", "kept", "KEPT");
        assertThat(story.act(counselor, at, "close").statusCode()).isEqualTo(302);
        story.endsAs(at, "KEPT");
    }

    @Test
    void oneNoEndsItAndNoRowLineOrPageTellsWhoseItWas() {
        var traces = new java.util.ArrayList<String>();
        for (int who = 0; who < 2; who++) {
            var at = story.referred(teacher);
            story.accepted(counselor, at);
            story.says(counselor, at, 1 - who, "YES");
            var thanks = story.says(counselor, at, who, "NO").body();
            assertThat(thanks).contains("Please hand the device back").doesNotContain("Yucca00");
            story.endsAs(at, "NOT_WILLING");
            assertThat(counselor.get(at + "/will/" + story.part(at, 1 - who)).statusCode()).isEqualTo(404);
            traces.add(
                    trace(at) + counselor.get(at).body().replaceAll(
                            "[0-9a-f-]{36}|since=[0-9]+|nonce=\"[^\"]*\"|value=\"[^\"]*\"",
                            ""));
        }
        assertThat(traces.get(0)).isEqualTo(traces.get(1)).contains("somebody did not want to");
    }

    /** What is stored of it, opened, without the moment and what is drawn by lot. */
    private String trace(String at) {
        return told.as(story.district(), () -> {
            var row = db.selectFrom(CONFERENCE).where(CONFERENCE.ID.eq(ConferenceStory.id(at))).fetchSingle();
            var body = new String(keys.open(row.getDistrictId(), row.getId(), row.getBody(),
                    "conference " + row.getId()).orElseThrow(), StandardCharsets.UTF_8);
            var lines = db.select(AUDIT_LINE.ACTION, AUDIT_LINE.DETAIL).from(AUDIT_LINE)
                    .where(AUDIT_LINE.SUBJECT.eq("conference " + row.getId())).orderBy(AUDIT_LINE.ACTION,
                            AUDIT_LINE.DETAIL)
                    .fetch().map(r -> r.value1() + " " + r.value2());
            return (row.getStage() + row.getEnded() + row.getVersion() + body + lines).replaceAll("[0-9a-f-]{36}", "");
        });
    }

    @Test
    void aParentsNoEndsItTooAndAYesTakenBackClosesItForEverybodyAtTheSchool() {
        var at = story.referred(teacher);
        story.accepted(counselor, at);
        story.consent(at, 0, story.school.roll.guardians().get(0), false);
        story.endsAs(at, "NOT_WILLING");
        var other = story.held(counselor);
        story.promised(counselor, other, "2026-08-05");
        story.withdrawn(other, 1);
        for (var reader : List.of(counselor, principal))
            assertThat(reader.get(other).statusCode()).as("from that second").isEqualTo(404);
        assertThat(counselor.post(other + "/talks", "version", "9", "day", "2026-08-03").statusCode()).isEqualTo(404);
        story.endsAs(other, "NOT_WILLING");
    }

    @Test
    void whoReadsWhat() {
        var at = story.referred(teacher);
        story.accepted(counselor, at);
        assertThat(officer.get(at).statusCode()).as("not invited").isEqualTo(404);
        assertThat(teacher.get(at).statusCode()).as("whoever referred reads no more of it").isEqualTo(404);
        assertThat(teacher.get("/restorative").body()).doesNotContain("Yucca00");
        assertThat(principal.get(at).body()).contains("Why do you read it?").doesNotContain("Yucca00", "seat by");
        assertThat(principal.get(at + "?purpose=HELP").body()).contains("Yucca00, Student000", "seat by the window");
        var colleague = story.visit(story.school.join(Role.COUNSELOR, "Lee Mesa", story.school.day.school),
                Role.COUNSELOR);
        assertThat(colleague.get(at).body()).doesNotContain("seat by the window", "Yucca00");
        story.consented(at);
        assertThat(story.act(counselor, at, "officer", "officer", story.school.officer.person().toString(),
                "educator", "").body()).contains("Name the educator");
        assertThat(story.act(counselor, at, "officer", "officer", story.school.officer.person().toString(),
                "educator", "Casey Lin").statusCode()).isEqualTo(302);
        assertThat(officer.get(at).body()).contains("Yucca00, Student000", "invited by Casey Lin")
                .doesNotContain("seat by the window", "A rumor", "/accept\"", "/off\"");
        assertThat(officer.post(at + "/close", "version", "1").statusCode()).isIn(403, 404);
        story.school.as(Capacity.PEACE_OFFICER);
        assertThat(officer.get(at).statusCode()).isEqualTo(404);
        story.school.as(Capacity.SCHOOL_AGENT);
        story.school.offPost();
        assertThat(officer.get(at).statusCode()).as("after the shift").isEqualTo(404);
        for (UUID stranger : new UUID[] {story.school.day.cast.agency(), story.school.day.cast.saguaro()})
            told.run(stranger, () -> assertThat(db.fetchCount(CONFERENCE) + db.fetchCount(CONFERENCE_STUDENT))
                    .isZero());
        told.run(story.district(), () -> {
            var row = db.selectFrom(CONFERENCE).where(CONFERENCE.ID.eq(ConferenceStory.id(at))).fetchSingle();
            for (var sealed : List.of(row.getBody(), row.getCause(), row.getPromises()))
                assertThat(new String(sealed, StandardCharsets.ISO_8859_1)).doesNotContain("Yucca", "seat", "RUMOR");
            assertThat(db.select(AUDIT_LINE.DETAIL).from(AUDIT_LINE).fetch(AUDIT_LINE.DETAIL))
                    .noneMatch(d -> d.contains("Yucca") || d.contains("seat by"));
        });
    }

    @Test
    void withoutTheGateOrAgainstItNothingBegins() {
        assertThat(teacher.get("/restorative/new").body()).contains("Ask first whose business it is")
                .doesNotContain("name=\"cause\"");
        assertThat(story.refer(teacher, UUID.randomUUID(), UUID.randomUUID()).body())
                .contains("Ask at School or police first", "Shoved each other");
        var gun = story.asked(teacher, "FIREARM");
        assertThat(teacher.get("/gate/answers/" + gun).body()).doesNotContain("/restorative/new");
        assertThat(story.refer(teacher, UUID.randomUUID(), gun).body()).contains("Ask at School or police first");
        told.run(story.district(), () -> assertThat(db.fetchCount(CONFERENCE)).isZero());
    }

    @Test
    void whatIsWrongIsNamedAtItsFieldAndNothingTypedIsLost() {
        var gate = story.asked(teacher, "FIGHT");
        var wrong = story.refer(teacher, UUID.randomUUID(), gate, "student-1", "", "which-1", "", "place", "MOON",
                "day", "2026-08-04", "counselor", UUID.randomUUID().toString());
        assertThat(wrong.statusCode()).isEqualTo(400);
        assertThat(wrong.body()).contains("It is empty. Name a student.", "Choose one from the list.",
                "still to come", "Choose a counselor of this school.", "Shoved each other");
        assertThat(story.refer(teacher, UUID.randomUUID(), gate, "student-1", "Yucca00, Student000", "which-1",
                story.school.roll.students().get(0).toString()).body()).contains("named twice", "Shoved each other");
        var at = story.held(counselor);
        assertThat(story.act(counselor, at, "agreement", "what-0", "Wash all of the tables", "owner-0", "SCHOOL",
                "by-0", "2026-08-05", "check-0", "They shine").body())
                .contains("“Wash all of the tables” is work as a punishment", "They shine");
        for (var rule : db.fetchValues("select distinct rule from restorative.punishing_phrase"))
            assertThat(texts.has("conference.punishes." + rule)).as("words for " + rule).isTrue();
        assertThat(story.act(counselor, at, "agreement", "what-0", "").body()).contains("at least one promise");
        assertThat(story.promised(counselor, at, "2026-08-02").body()).contains("A promise is for today or later");
        assertThat(story.accepted(counselor, story.referred(teacher), "kind", "PEER_MEDIATION", "power", "NOT_KNOWN")
                .body()).contains("Students do not mediate where a weapon");
    }

    @Test
    void theSameFormTwiceAtOnceIsOneConferenceAndOneStep() {
        var form = UUID.randomUUID();
        var gate = story.asked(teacher, "FIGHT");
        var all = IntStream.range(0, 4).mapToObj(i -> CompletableFuture
                .supplyAsync(() -> story.refer(teacher, form, gate).statusCode())).toList();
        assertThat(all.stream().map(CompletableFuture::join)).contains(302)
                .allMatch(code -> code == 302 || code == 303);
        told.run(story.district(), () -> {
            assertThat(db.fetchCount(CONFERENCE)).isOne();
            assertThat(db.fetchCount(CONFERENCE_STUDENT)).isEqualTo(2);
            assertThat(db.fetchCount(AUDIT_LINE, AUDIT_LINE.ACTION.eq("ConferenceReferred"))).isOne();
        });
        var at = "/restorative/" + form;
        story.accepted(counselor, at);
        var part = story.part(at, 0);
        var taps = IntStream.range(0, 4).mapToObj(i -> CompletableFuture.supplyAsync(() -> counselor
                .post(at + "/will/" + part, "said", "YES", "version", "1").statusCode())).toList();
        assertThat(taps.stream().map(CompletableFuture::join)).contains(200);
        told.run(story.district(), () -> assertThat(
                db.fetchCount(AUDIT_LINE, AUDIT_LINE.ACTION.eq("ConferenceWritten"))).isOne());
    }

    @Test
    void theTablesRefuseWhatCannotBe() {
        var at = story.referred(teacher);
        var police = story.asked(teacher, "FIREARM");
        refuses("on the path of police", "the school's own business", "insert into restorative.conference "
                + "(district_id, id, school_id, gate_answer_id, stage, kind, lead_person, referred_by, referred_on, cause, body, promises) "
                + "select district_id, gen_random_uuid(), school_id, '" + police + "', stage, kind, lead_person, "
                + "referred_by, referred_on, cause, body, promises from restorative.conference");
        refuses("over without a reason", "check constraint",
                "update restorative.conference set stage = 'CLOSED', closed_on = '2026-08-03'");
        refuses("an officer whom nobody invited", "check constraint",
                "update restorative.conference set officer_person = gen_random_uuid()");
        story.accepted(counselor, at);
        refuses("a meeting to which nobody agreed", "consent",
                "update restorative.conference set stage = 'HELD', held_on = '2026-08-03'");
        refuses("a student twice", "conference_student", "insert into restorative.conference_student "
                + "select district_id, gen_random_uuid(), conference_id, student_id from restorative.conference_student");
        story.school.join(Role.SAFETY_DIRECTOR, "Taylor Winslow", null);
        var gate = told.<UUID>as(story.district(), () -> db.select(CONFERENCE.GATE_ANSWER_ID).from(CONFERENCE)
                .fetchSingle(CONFERENCE.GATE_ANSWER_ID));
        assertThat(principal.post("/gate/answers/" + gate + "/overrule", "to", "POLICE", "reason",
                "They had planned it for days and one carried a hammer").statusCode()).isEqualTo(302);
        assertThat(counselor.get(at).body()).contains("a matter for police");
        refuses("it goes on though a principal chose police", "the school's own business",
                "update restorative.conference set stage = 'PREPARED'");
    }

    private void refuses(String what, String words, String sql) {
        assertThatThrownBy(() -> told.run(story.district(), () -> db.execute(sql))).as(what)
                .hasMessageContaining(words);
    }

    @Test
    void whoeverLeadsItIsToldOnTheDayAndOnceOverTheChangeOfClocks() {
        told.run(story.district(), () -> db.execute("update directory.school set zone = 'America/Chicago' where id = ?",
                story.school.day.school));
        clock.setTo(Instant.parse("2026-10-31T15:00:00Z"));
        visits();
        story.referred(teacher);
        clock.setTo(Instant.parse("2026-11-02T05:59:00Z"));
        assertThat(remind()).as("still November 1 in Chicago, where clocks went back").isZero();
        clock.setTo(Instant.parse("2026-11-02T06:00:00Z"));
        assertThat(remind()).as("two days after October 31").isOne();
        assertThat(remind()).as("once").isZero();
        told.run(story.district(), () -> assertThat(db.select(OUTBOUND_MESSAGE.BODY).from(OUTBOUND_MESSAGE)
                .where(OUTBOUND_MESSAGE.TOPIC.eq("CONFERENCE_DUE")).fetch(OUTBOUND_MESSAGE.BODY)).isNotEmpty()
                .noneMatch(body -> body.contains("Yucca")));
    }

    @Test
    void whoeverLeadsItAndTheOfficerWhoIsInvitedAreToldAtOnceAndReadNoName() {
        var at = story.referred(teacher);
        story.accepted(counselor, at);
        assertThat(story.act(counselor, at, "arranged", "meets", "2026-08-02", "time", "now", "room", " ").body())
                .contains("This day is over", "Write the time", "Say in which room");
        assertThat(story.act(counselor, at, "arranged", "meets", "2026-08-04", "time", "10:25", "room", "Library")
                .statusCode()).isEqualTo(302);
        story.act(counselor, at, "officer", "officer", story.school.officer.person().toString(), "educator", "Lin");
        assertThat(said(story.district(), "CONFERENCE_GIVEN")).isNotEmpty().noneMatch(b -> b.contains("Yucca"));
        assertThat(said(story.school.day.cast.agency(), "CONFERENCE_INVITED")).isNotEmpty()
                .noneMatch(b -> b.contains("Yucca") || b.contains("Library"));
        int given = said(story.district(), "CONFERENCE_GIVEN").size();
        story.held(counselor);
        assertThat(said(story.district(), "CONFERENCE_GIVEN")).as("whoever leads what they refer knows")
                .hasSize(given);
    }

    private List<String> said(UUID tenant, String topic) {
        return told.as(tenant, () -> db.select(OUTBOUND_MESSAGE.BODY).from(OUTBOUND_MESSAGE)
                .where(OUTBOUND_MESSAGE.TOPIC.eq(topic)).fetch(OUTBOUND_MESSAGE.BODY));
    }

    private int remind() {
        return told.as(story.district(), reminders::remind);
    }

    @Test
    void whatEndedGoesAfterItsTermWithItsKey() {
        var at = story.referred(teacher);
        story.act(counselor, at, "off", "reason", "OTHER_WAY");
        told.run(story.district(), () -> {
            assertThat(commands.forget(story.district(), java.time.LocalDate.of(2026, 8, 3))).isZero();
            assertThat(commands.forget(story.district(), java.time.LocalDate.of(2026, 8, 4))).isOne();
            assertThat(db.fetchCount(CONFERENCE) + db.fetchCount(CONFERENCE_STUDENT)).isZero();
        });
    }
}
