package org.daywatch.relationships.threats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.daywatch_db.directory.Tables.STUDENT_PROTECTION;
import static org.daywatch_db.directory.Tables.STUDENT_PROTECTION_READER;
import static org.daywatch_db.platform.Tables.AUDIT_LINE;
import static org.daywatch_db.platform.Tables.INVITATION;
import static org.daywatch_db.relationships.Tables.THREAT_CASE;
import static org.daywatch_db.relationships.Tables.THREAT_WORD;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.UUID;
import org.daywatch._story.DaywatchIT;
import org.daywatch._story.Story;
import org.daywatch._story.TestClock;
import org.daywatch._story.Visitor;
import org.daywatch.platform.casekeys.CaseKeys;
import org.daywatch.platform.identity.Capacity;
import org.daywatch.platform.identity.Role;
import org.daywatch.platform.persistence.Ids;
import org.daywatch.platform.retention.Retention;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.UpdateSetMoreStep;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.TestPropertySource;

/**
 * Cases as people of a school open and read them; the table refuses what the three have not said.
 *
 * <p>A-01, A-02 of docs/security.
 */
@DaywatchIT
@TestPropertySource(properties = "daywatch.tips.enabled=true")
class ThreatsIT {

    @Autowired ApplicationContext app;
    @Autowired Story told;
    @Autowired TestClock clock;
    @Autowired Retention retention;
    @Autowired CaseKeys keys;
    @Autowired DSLContext db;
    private ThreatStory story;
    private Visitor.Visit counselor;
    private Visitor.Visit principal;
    private Visitor.Visit officer;

    @BeforeEach
    void aTeam() {
        story = new ThreatStory(app);
        counselor = story.visit(story.counselor, Role.COUNSELOR);
        principal = story.visit(story.principal, Role.PRINCIPAL);
        officer = story.visit(story.officer.person(), Role.OFFICER);
    }

    @Test
    void theTableRefusesToSayWhatACaseIsWithoutTheThree() {
        var at = story.opened(counselor);
        story.gathered(counselor, at);
        told.run(story.district(), () -> {
            assertThatThrownBy(() -> db.transaction(t -> classify(t.dsl(), "SUBSTANTIVE", "SERIOUS").execute()))
                    .hasMessageContaining("foreign key");
        });
        story.act(officer, at, "words", "about", "SERIOUS", "words", "Alone");
        word(counselor, at, "SERIOUS");
        word(principal, at, "SERIOUS");
        for (String stage : new String[] {"SUBSTANTIVE", "TRANSIENT", "PLANNED", "MONITORED", "CLOSED"})
            assertThatThrownBy(() -> told.run(story.district(),
                    () -> classify(db, stage, stage.equals("TRANSIENT") ? "TRANSIENT" : "SERIOUS")
                            .set(THREAT_CASE.FADES_ON, stage.equals("TRANSIENT") ? LocalDate.of(2026, 9, 1) : null)
                            .set(THREAT_CASE.CLOSED_ON, stage.equals("CLOSED") ? LocalDate.of(2026, 9, 1) : null)
                            .execute()))
                    .as(stage + " with two of three").hasMessageContaining("foreign key");
        assertThatThrownBy(() -> told.run(story.district(), () -> db.update(THREAT_CASE)
                .set(THREAT_CASE.STAGE, "SUBSTANTIVE").execute())).as("without saying as what")
                .hasMessageContaining("check constraint");
        assertThatThrownBy(() -> told.run(story.district(), () -> db.insertInto(THREAT_WORD)
                .set(THREAT_WORD.DISTRICT_ID, story.district()).set(THREAT_WORD.CASE_ID, id(at))
                .set(THREAT_WORD.ABOUT, "SERIOUS").set(THREAT_WORD.PART, "LAW_ENFORCEMENT")
                .set(THREAT_WORD.PERSON_ID, story.counselor).set(THREAT_WORD.ENTERED_BY, story.counselor)
                .set(THREAT_WORD.DAY, LocalDate.of(2026, 8, 3)).execute())).as("one for two parts")
                .hasMessageContaining("unique");
        story.act(counselor, at, "sharing", "shared", "true");
        story.act(officer, at, "words", "about", "SERIOUS", "words", "After talking to the family");
        assertThat(stage(at)).isEqualTo("SUBSTANTIVE");
        assertThatThrownBy(() -> told.run(story.district(),
                () -> db.deleteFrom(THREAT_WORD).where(THREAT_WORD.PART.eq("MENTAL_HEALTH")).execute()))
                .as("a word that counts stays").hasMessageContaining("foreign key");
    }

    private UpdateSetMoreStep<? extends Record> classify(DSLContext in, String stage, String as) {
        return in.update(THREAT_CASE).set(THREAT_CASE.STAGE, stage).set(THREAT_CASE.CLASSIFICATION, as);
    }

    @Test
    void whatIsWrittenLiesSealedAndNoNameStandsInTheAudit() {
        var at = story.opened(counselor);
        story.gathered(counselor, at);
        assertThat(counselor.get(at).body()).contains("Yucca00, Student000", "The art teacher");
        told.run(story.district(), () -> {
            var row = db.selectFrom(THREAT_CASE).fetchSingle();
            assertThat(new String(row.getBody(), StandardCharsets.ISO_8859_1)).doesNotContain("Yucca", "sorry");
            assertThat(row.toString()).doesNotContain("Yucca");
            assertThat(db.select(AUDIT_LINE.DETAIL).from(AUDIT_LINE).fetch(AUDIT_LINE.DETAIL)).isNotEmpty()
                    .noneMatch(detail -> detail.contains("Yucca") || detail.contains("art teacher"));
            assertThat(db.fetchCount(AUDIT_LINE, AUDIT_LINE.ACTION.eq("ReadThreatCase"))).isPositive();
        });
        for (UUID other : new UUID[] {story.day.cast.agency(), story.day.cast.saguaro(), story.day.cast.department()})
            told.run(other, () -> assertThat(db.fetchCount(THREAT_CASE) + db.fetchCount(THREAT_WORD)).isZero());
    }

    @Test
    void forWhoeverMayNotReadItACaseIsNotThereInTheSameBytes() {
        var at = story.opened(counselor);
        story.act(counselor, at, "sharing", "shared", "true");
        assertThat(officer.get(at).statusCode()).isEqualTo(200);
        assertThat(officer.get("/threats").body()).contains("Yucca00, Student000");
        var elsewhere = told.as(story.district(), () -> new SchoolOf(db, story).id());
        var strangers = new Visitor.Visit[] {
                story.visit(story.join(Role.COUNSELOR, "Lee Moss", story.day.school), Role.COUNSELOR),
                story.visit(story.join(Role.PRINCIPAL, "Jo Desk", elsewhere), Role.PRINCIPAL),
                story.visit(story.join(Role.TEACHER, "Dana Reyes", story.day.school), Role.TEACHER),
                story.visit(story.join(Role.SAFETY_DIRECTOR, "Taylor Winslow", null), Role.SAFETY_DIRECTOR),
                app.getBean(Visitor.class).signedIn(story.day.cast.coordinator(), story.day.cast.agency(),
                        Role.COORDINATOR)};
        for (var stranger : strangers) gone(stranger, at);
        story.as(Capacity.PEACE_OFFICER);
        gone(officer, at);
        story.as(Capacity.SCHOOL_AGENT);
        story.act(counselor, at, "sharing", "shared", "false");
        gone(officer, at);
        story.act(counselor, at, "sharing", "shared", "true");
        story.offPost();
        gone(officer, at);
        var other = new ThreatStory(app);
        gone(other.visit(other.counselor, Role.COUNSELOR), at);
    }

    /** As an address that never was. */
    private static void gone(Visitor.Visit visit, String at) {
        var there = visit.get(at);
        var never = visit.get("/threats/" + new UUID(7, 7));
        assertThat(there.statusCode()).isEqualTo(404);
        assertThat(bytes(there.body())).isEqualTo(bytes(never.body()));
        assertThat(visit.post(at + "/words", "about", "SERIOUS", "words", "x", "version", "0").statusCode())
                .isEqualTo(404);
    }

    /** Without what differs between any two looks at one page. */
    private static String bytes(String body) {
        return body.replaceAll("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "ID")
                .replaceAll("name=\"_csrf\" value=\"[^\"]+\"", "");
    }

    @Test
    void aProtectedStudentsCaseIsReadByThoseWhoAreNamedForThem() {
        var student = story.roll.students().get(1);
        var at = story.opened(counselor, "Yucca00, Student001", student);
        assertThat(principal.get(at).statusCode()).isEqualTo(200);
        told.run(story.district(), () -> {
            var p = STUDENT_PROTECTION;
            var id = Ids.next();
            db.insertInto(p).set(p.DISTRICT_ID, story.district()).set(p.ID, id).set(p.STUDENT_ID, student)
                    .set(p.REASON, "A parent must not learn where they are").set(p.FIRST_DAY, LocalDate.of(2026, 1, 1))
                    .set(p.ENTERED_BY, story.counselor).set(p.ENTERED_AT, clock.instant()).execute();
            db.insertInto(STUDENT_PROTECTION_READER).set(STUDENT_PROTECTION_READER.DISTRICT_ID, story.district())
                    .set(STUDENT_PROTECTION_READER.PROTECTION_ID, id)
                    .set(STUDENT_PROTECTION_READER.PERSON_ID, story.counselor).execute();
        });
        assertThat(counselor.get(at).statusCode()).isEqualTo(200);
        gone(principal, at);
        assertThat(principal.get("/threats").body()).doesNotContain("Student001");
    }

    @Test
    void aJokeFadesOnItsDayWithItsKeyAndOnlyThatOneDidIsLeft() {
        var at = story.opened(counselor);
        story.gathered(counselor, at);
        story.act(counselor, at, "sharing", "shared", "true");
        for (var one : new Visitor.Visit[] {counselor, principal, officer}) word(one, at, "TRANSIENT");
        assertThat(stage(at)).isEqualTo("TRANSIENT");
        byte[] body = told.as(story.district(), () -> db.selectFrom(THREAT_CASE).fetchSingle().getBody());
        clock.move(Duration.ofDays(179));
        retention.apply(story.district());
        assertThat(counselor.get(at).body()).contains("Yucca00, Student000");
        clock.move(Duration.ofDays(2));
        assertThat(counselor.get(at).statusCode()).as("its day has come, before the night").isEqualTo(404);
        retention.apply(story.district());
        told.run(story.district(), () -> {
            var row = db.selectFrom(THREAT_CASE).fetchSingle();
            assertThat(row.getStage()).isEqualTo("FADED");
            assertThat(row.getBody()).isNull();
            assertThat(row.getOwnerPerson()).isNull();
            assertThat(db.fetchCount(THREAT_WORD)).isZero();
        });
        assertThat(keys.open(story.district(), id(at), body, ThreatStore.place(id(at)))).isEmpty();
        assertThat(counselor.get("/threats").body()).as("so few would tell of whom").doesNotContain("faded in this");
    }

    @Test
    void ofTwoAtOnceTheSecondIsToldAndTheSameFormTwiceDoesItsWorkOnce() {
        var at = story.opened(counselor);
        assertThat(counselor.post(at + "/support", "support", "NO", "version", "0").statusCode()).isEqualTo(302);
        assertThat(principal.post(at + "/support", "support", "YES", "version", "0").statusCode()).isEqualTo(412);
        var once = new String[] {"day", "2026-08-03", "formal", "NO", "why", "Sent home at noon", "version", "1",
                "_once", UUID.randomUUID().toString()};
        assertThat(counselor.post(at + "/days-out", once).statusCode()).isEqualTo(302);
        assertThat(counselor.post(at + "/days-out", once).statusCode()).isEqualTo(302);
        assertThat(counselor.get(at).body()).contains("1 of 10 school days", "34 CFR 300.530")
                .containsOnlyOnce("Sent home at noon");
    }

    @Test
    void whatIsWrongInAFormIsNamedAtItsFieldAndNothingIsLost() {
        var at = story.opened(counselor);
        story.act(counselor, at, "support", "support", "YES");
        var again = story.act(counselor, at, "gathering", "SAID_OR_DONE", "You will be sorry");
        assertThat(again.statusCode()).isEqualTo(400);
        assertThat(again.body()).contains("You will be sorry", "Write something here; it is empty.",
                "field-TRUSTED_ADULT-error").doesNotContain("field-SAID_OR_DONE-error");
        story.gathered(counselor, at);
        story.act(counselor, at, "support", "support", "YES");
        var early = story.act(counselor, at, "words", "about", "SERIOUS", "words", "They meant it");
        assertThat(early.body()).contains("The IEP or 504 team comes first", "They meant it");
        assertThat(story.act(counselor, at, "days-out", "day", "2026-13-40", "formal", "NO", "why", "x").body())
                .contains("“2026-13-40” is not a day");
    }

    @Test
    void aDistrictsAdministratorInvitesACounselorOnThePageOfUsers() {
        var director = story.visit(story.join(Role.SAFETY_DIRECTOR, "Taylor Winslow", null), Role.SAFETY_DIRECTOR);
        assertThat(director.get("/users/new").body()).contains("Counselor");
        var asked = director.post("/users/invitations", "org", story.district().toString(), "email",
                "new" + story.day.cast.suffix() + "@story.example", "name", "Dana Reyes", "role", "COUNSELOR",
                "school", story.day.school.toString(), "by", "SLIP");
        assertThat(asked.statusCode()).as(asked.body()).isLessThan(400);
        assertThat(told.as(story.district(), () -> db.select(INVITATION.ROLE).from(INVITATION)
                .where(INVITATION.SCHOOL_ID.eq(story.day.school)).fetch(INVITATION.ROLE))).containsExactly("COUNSELOR");
    }

    private void word(Visitor.Visit by, String at, String about) {
        var answer = story.act(by, at, "words", "about", about, "words", "From what we gathered");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
    }

    private String stage(String at) {
        return told.as(story.district(),
                () -> db.select(THREAT_CASE.STAGE).from(THREAT_CASE).where(THREAT_CASE.ID.eq(id(at)))
                        .fetchSingle(THREAT_CASE.STAGE));
    }

    private static UUID id(String at) {
        return UUID.fromString(at.substring(at.lastIndexOf('/') + 1));
    }

    /** Another school of the district. */
    private record SchoolOf(UUID id) {
        SchoolOf(DSLContext db, ThreatStory story) {
            this(org.daywatch._story.SchoolRoll.write(db, story.day.cast, story.district(), 1, 1).school());
        }
    }
}
