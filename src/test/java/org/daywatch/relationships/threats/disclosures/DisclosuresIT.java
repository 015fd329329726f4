package org.daywatch.relationships.threats.disclosures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.daywatch_db.directory.Tables.STUDENT_PROTECTION;
import static org.daywatch_db.platform.Tables.AUDIT_LINE;
import static org.daywatch_db.platform.Tables.OUTBOUND_MESSAGE;
import static org.daywatch_db.relationships.Tables.DISCLOSURE;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.UUID;
import org.daywatch._story.DaywatchIT;
import org.daywatch._story.Story;
import org.daywatch._story.TestClock;
import org.daywatch._story.Visitor;
import org.daywatch.platform.identity.Capacity;
import org.daywatch.platform.identity.Role;
import org.daywatch.platform.identity.Sessions;
import org.daywatch.platform.persistence.Ids;
import org.daywatch.relationships.threats.ThreatStory;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.TestPropertySource;

/**
 * What a school's team wrote goes to police only as a recorded disclosure, for a set time.
 *
 * <p>A-01, A-02 of docs/security.
 */
@DaywatchIT
@TestPropertySource(properties = "daywatch.tips.enabled=true")
class DisclosuresIT {

    private static final String REASON = "Said they will bring a knife today";

    @Autowired ApplicationContext app;
    @Autowired Story told;
    @Autowired TestClock clock;
    @Autowired DSLContext db;
    private ThreatStory story;
    private Visitor.Visit counselor;
    private Visitor.Visit officer;
    private String at;

    @BeforeEach
    void aCase() {
        story = new ThreatStory(app);
        counselor = story.visit(story.counselor, Role.COUNSELOR);
        officer = story.visit(story.officer.person(), Role.OFFICER);
        at = story.opened(counselor);
        story.gathered(counselor, at);
    }

    @Test
    void aPeaceOfficerReadsWhatWasDisclosedToThemForItsTimeAndNobodyElseDoes() {
        var colleague = police("Lee Ocotillo");
        story.as(Capacity.PEACE_OFFICER);
        assertThat(officer.get("/disclosed").body()).contains("Nothing is disclosed to you now")
                .doesNotContain("Student000");
        story.act(counselor, at, "days-out", "day", "2026-08-03", "formal", "NO", "why", "Picked up at noon");
        made(disclose(story.officer.person().toString(), "EMERGENCY", REASON, "2"));
        var there = "/disclosed/" + id();
        assertThat(officer.get("/disclosed").body()).contains("Yucca00, Student000");
        assertThat(officer.get(there).body())
                .contains("Said at lunch that everybody would be sorry", "The art teacher", REASON, "34 CFR 99.33")
                .doesNotContain("Picked up at noon", "<textarea", "504 plan", "504 team");
        gone(officer, at);
        gone(colleague, there);
        gone(counselor, there);
        assertThat(colleague.get("/disclosed").body()).doesNotContain("Student000");
        story.as(Capacity.SCHOOL_AGENT);
        gone(officer, there);
        assertThat(officer.get("/disclosed").body()).contains("only while you act as a peace officer")
                .doesNotContain("Student000");
        story.as(Capacity.PEACE_OFFICER);
        clock.move(Duration.ofMinutes(119));
        assertThat(officer.get(there).statusCode()).isEqualTo(200);
        clock.move(Duration.ofMinutes(1));
        gone(officer, there);
        assertThat(officer.get("/disclosed").body()).doesNotContain("Student000");
    }

    @Test
    void whatWentToADepartmentIsReadByItsOfficersAsPoliceAndEndsWhenTheTeamSays() {
        var colleague = police("Lee Ocotillo");
        made(disclose(story.day.cast.department().toString(), "COURT", REASON, "24"));
        var there = "/disclosed/" + id();
        assertThat(colleague.get(there).statusCode()).isEqualTo(200);
        gone(officer, there);
        story.as(Capacity.PEACE_OFFICER);
        assertThat(officer.get(there).statusCode()).isEqualTo(200);
        var other = new ThreatStory(app);
        var stranger = other.visit(other.officer.person(), Role.OFFICER);
        other.as(Capacity.PEACE_OFFICER);
        gone(stranger, there);
        assertThat(counselor.post(at + "/disclosures/" + id() + "/end").statusCode()).isEqualTo(302);
        gone(colleague, there);
        assertThat(counselor.get(at + "/disclosures").body()).contains("Could be read until", REASON)
                .doesNotContain("End reading now");
    }

    @Test
    void theRecordStaysWithTheCaseAndIsOnThePageForTheParent() {
        made(disclose("OTHER_POLICE", "EMERGENCY", REASON, "1", "name", "Detective Palo, Ironwood Police"));
        made(disclose("PARENT", "OWN_CHILD", "Wanted to see what the team wrote", "1", "name", "Marta Yucca"));
        story.act(counselor, at, "account", "summary", "Su hija dijo algo.", "language", "es");
        assertThat(counselor.get(at + "/account?language=es").body()).contains("A quién lo dimos", "Detective Palo",
                "Emergencia de salud o seguridad", REASON, "Marta Yucca");
        assertThat(story.visit(story.principal, Role.PRINCIPAL).get(at + "/disclosures").body())
                .contains("Detective Palo", "by Ana Cruz");
        assertThatThrownBy(() -> told.run(story.district(), () -> db.deleteFrom(DISCLOSURE).execute()))
                .hasMessageContaining("stays as long as the case");
        assertThatThrownBy(() -> told.run(story.district(),
                () -> db.update(DISCLOSURE).set(DISCLOSURE.GROUND, "COURT").execute()))
                .hasMessageContaining("never changed");
        told.run(story.district(), () -> {
            for (var row : db.selectFrom(DISCLOSURE))
                assertThat(new String(row.getBody(), StandardCharsets.ISO_8859_1) + row.getGround())
                        .doesNotContain("Palo", "knife", "Marta");
            assertThat(db.select(AUDIT_LINE.DETAIL).from(AUDIT_LINE).where(AUDIT_LINE.ACTION.eq("ThreatCaseDisclosed"))
                    .fetch(AUDIT_LINE.DETAIL)).hasSize(2).noneMatch(d -> d.contains("Palo") || d.contains("knife"));
        });
        for (UUID other : new UUID[] {story.day.cast.agency(), story.day.cast.saguaro(), story.day.cast.department()})
            told.run(other, () -> assertThat(db.fetchCount(DISCLOSURE)).isZero());
    }

    @Test
    void whatIsWrongIsSaidAndTheWordsAreKept() {
        var person = story.officer.person().toString();
        assertThat(disclose(person, "EMERGENCY", "They asked for it", "2").body())
                .contains("Give the reason in at least 6 words", "They asked for it");
        assertThat(disclose(person, "OWN_CHILD", REASON, "2").body()).contains("does not cover this recipient", REASON);
        assertThat(disclose(person, "EMERGENCY", REASON, "73").body()).contains("Choose from 1 to 72 hours");
        assertThat(disclose(person, "EMERGENCY", REASON, "soon").body()).contains("“soon” is not a number of hours");
        assertThat(disclose("OTHER_POLICE", "EMERGENCY", REASON, "2").body()).contains("field-name-error");
        assertThat(disclose("", "WHIM", REASON, "2").body()).contains("Choose to whom you disclose it.",
                "“WHIM” is none that holds today");
        assertThat(disclose(UUID.randomUUID().toString(), "EMERGENCY", REASON, "2").body())
                .contains("Choose to whom you disclose it.");
        told.run(story.district(), () -> assertThat(db.fetchCount(DISCLOSURE)).isZero());
        assertThat(officer.post(at + "/disclosures", "form", UUID.randomUUID().toString()).statusCode())
                .isIn(403, 404);
    }

    @Test
    void aProtectedStudentsCaseGoesToNobodyWhoIsNotNamedForThem() {
        told.run(story.district(), () -> {
            var p = STUDENT_PROTECTION;
            db.insertInto(p).set(p.DISTRICT_ID, story.district()).set(p.ID, Ids.next())
                    .set(p.STUDENT_ID, story.roll.students().getFirst())
                    .set(p.REASON, "A parent must not learn where they are").set(p.FIRST_DAY, LocalDate.of(2026, 1, 1))
                    .set(p.ENTERED_BY, story.principal).set(p.ENTERED_AT, clock.instant()).execute();
        });
        var principal = story.visit(story.principal, Role.PRINCIPAL);
        assertThat(principal.get(at).statusCode()).isEqualTo(200);
        for (String to : new String[] {story.officer.person().toString(), story.day.cast.department().toString()})
            assertThat(post(principal, to, "EMERGENCY", REASON, "2").body()).contains("information is protected");
        told.run(story.district(), () -> assertThat(db.fetchCount(DISCLOSURE)).isZero());
    }

    @Test
    void theOfficerIsToldWhichSchoolAndNoWordMore() {
        made(disclose(story.officer.person().toString(), "EMERGENCY", REASON, "2"));
        var there = "/disclosed/" + id();
        told.run(story.day.cast.agency(), () -> {
            var m = db.selectFrom(OUTBOUND_MESSAGE).where(OUTBOUND_MESSAGE.TOPIC.eq("RECORD_DISCLOSED")).fetchAny();
            assertThat(m).isNotNull();
            assertThat(m.getSubject() + m.getBody()).contains("disclosed a record to you")
                    .doesNotContain("Yucca00", "knife", "threat", "EMERGENCY");
            assertThat(m.getLink()).isEqualTo(there);
        });
    }

    private Visitor.Visit police(String name) {
        var one = story.day.officer(name);
        var visit = app.getBean(Visitor.class).signedIn(one.person(), story.day.cast.agency(), Role.OFFICER);
        app.getBean(Sessions.class).setCapacity(one.person(), story.day.cast.agency(), Capacity.PEACE_OFFICER);
        return visit;
    }

    private HttpResponse<String> disclose(String to, String ground, String reason, String hours, String... more) {
        return post(counselor, to, ground, reason, hours, more);
    }

    private HttpResponse<String> post(Visitor.Visit by, String to, String ground, String reason, String hours,
            String... more) {
        var fields = new java.util.ArrayList<>(java.util.List.of("form", UUID.randomUUID().toString(), "recipient", to,
                "part", "CASE", "ground", ground, "reason", reason, "hours", hours));
        fields.addAll(java.util.List.of(more));
        return by.post(at + "/disclosures", fields.toArray(String[]::new));
    }

    private static void made(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
    }

    private UUID id() {
        return told.as(story.district(), () -> db.select(DISCLOSURE.ID).from(DISCLOSURE).fetchSingle(DISCLOSURE.ID));
    }

    private static void gone(Visitor.Visit visit, String at) {
        assertThat(visit.get(at).statusCode()).as(at).isEqualTo(404);
    }
}
