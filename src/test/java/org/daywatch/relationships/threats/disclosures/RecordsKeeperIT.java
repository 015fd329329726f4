package org.daywatch.relationships.threats.disclosures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.daywatch_db.directory.Tables.STUDENT_PROTECTION;
import static org.daywatch_db.platform.Tables.AUDIT_LINE;

import java.time.LocalDate;
import java.util.UUID;
import org.daywatch._story.DaywatchIT;
import org.daywatch._story.Story;
import org.daywatch._story.TestClock;
import org.daywatch._story.Visitor;
import org.daywatch.platform.identity.Role;
import org.daywatch.platform.persistence.Ids;
import org.daywatch.relationships.threats.ThreatStory;
import org.daywatch.relationships.triage.TipStory;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.TestPropertySource;

/** Whoever keeps a district's records reads what went out of them, and nothing else of a student. */
@DaywatchIT
@TestPropertySource(properties = "daywatch.tips.enabled=true")
class RecordsKeeperIT {

    private static final String STUDENT = "Yucca00, Student000";
    private static final String REASON = "Said they will bring a knife today";
    private static final String POLICE = "Detective Palo, Ironwood Police";

    @Autowired ApplicationContext app;
    @Autowired Story told;
    @Autowired TestClock clock;
    @Autowired DSLContext db;
    private ThreatStory story;
    private Visitor.Visit counselor;
    private Visitor.Visit keeper;
    private String at;

    @BeforeEach
    void aDisclosure() {
        story = new ThreatStory(app);
        counselor = story.visit(story.counselor, Role.COUNSELOR);
        keeper = keeper(story);
        at = story.opened(counselor);
        story.gathered(counselor, at);
        assertThat(keeper.get("/records").body()).contains("Nothing is listed").doesNotContain(STUDENT);
        assertThat(counselor.post(at + "/disclosures", "form", UUID.randomUUID().toString(), "recipient",
                "OTHER_POLICE", "name", POLICE, "part", "CASE", "ground", "EMERGENCY", "reason", REASON, "hours", "1")
                .statusCode()).isEqualTo(302);
    }

    @Test
    void theyReadToWhomOnWhichGroundAndWhyAndNotOneWordOfTheAssessment() {
        assertThat(keeper.get("/").headers().firstValue("location").orElse("")).endsWith("/records");
        assertThat(keeper.get("/records").body())
                .contains(STUDENT, POLICE, "Health or safety emergency", REASON, "by Ana Cruz", "Given to them by hand")
                .doesNotContain("Said at lunch", "The art teacher", at);
        for (var closed : new String[] {at, at + "/disclosures", at + "/account"})
            assertThat(keeper.get(closed).statusCode()).as(closed).isIn(403, 404);
        told.run(story.district(), () -> assertThat(
                db.fetchCount(AUDIT_LINE, AUDIT_LINE.ACTION.eq("ReadRecordOfDisclosures"))).isPositive());
    }

    @Test
    void theyFindAStudentASchoolOrARecipientInAnyOrderOfWords() {
        for (var words : new String[] {"student000+yucca00", "palo", "DETECTIVE+student000"})
            assertThat(keeper.get("/records?q=" + words).body()).as(words).contains(REASON);
        assertThat(keeper.get("/records?q=nobody+palo").body()).contains("Nothing found", "nobody palo")
                .doesNotContain(REASON);
        assertThat(keeper.get("/records?q=%20%25").body()).as("signs are letters like others").doesNotContain(REASON);
    }

    @Test
    void aStudentWhoseInformationIsProtectedIsNotInIt() {
        told.run(story.district(), () -> {
            var p = STUDENT_PROTECTION;
            db.insertInto(p).set(p.DISTRICT_ID, story.district()).set(p.ID, Ids.next())
                    .set(p.STUDENT_ID, story.roll.students().getFirst())
                    .set(p.REASON, "A parent must not learn where they are").set(p.FIRST_DAY, LocalDate.of(2026, 1, 1))
                    .set(p.ENTERED_BY, story.principal).set(p.ENTERED_AT, clock.instant()).execute();
        });
        assertThat(keeper.get("/records").body()).contains("Nothing is listed").doesNotContain(STUDENT, POLICE);
        assertThat(keeper.get("/records?q=palo").body()).doesNotContain(REASON);
    }

    @Test
    void thatATipWentToThePoliceStandsInItToWhomOnWhichGroundAndNoWordOfIt() {
        var tips = new TipStory(app);
        tips.join(Role.POLICE_RECEIVER, "Kim Ward", null);
        var analyst = tips.visit(tips.analyst, Role.TIP_ANALYST);
        var tip = tips.handed("zqlife They will do it tonight", true);
        TipStory.done(tips.act(analyst, tip, "class", "class", "LIFE_SAFETY", "category", "PLANNED_ATTACK"));
        TipStory.done(tips.act(analyst, tip, "routes", "toSCHOOL", "true", "threat", "zqthreat A plan for tonight"));
        var theirs = tips.visit(tips.join(Role.RECORDS_KEEPER, "Ines Marrow", null), Role.RECORDS_KEEPER);
        assertThat(theirs.get("/records").body())
                .contains("A tip without a name", "Police of the district: Kim Ward", "34 CFR 99.36", "Aug 3, 2026")
                .doesNotContain("zqlife", "zqthreat", TipStory.id(tip).toString());
        assertThat(theirs.get("/records?q=kim").body()).contains("Kim Ward");
        assertThat(keeper.get("/records").body()).as("another district's").doesNotContain("Kim Ward");
    }

    @Test
    void anotherDistrictsKeeperAndEverybodyElseReadsNothingOfIt() {
        assertThat(keeper(new ThreatStory(app)).get("/records").body()).contains("Nothing is listed")
                .doesNotContain(STUDENT, POLICE);
        for (var other : new Visitor.Visit[] {counselor, story.visit(story.principal, Role.PRINCIPAL),
                story.visit(story.officer.person(), Role.OFFICER),
                story.visit(story.join(Role.SAFETY_DIRECTOR, "Taylor Winslow", null), Role.SAFETY_DIRECTOR)})
            assertThat(other.get("/records").statusCode()).isIn(403, 404);
    }

    private static Visitor.Visit keeper(ThreatStory story) {
        return story.visit(story.join(Role.RECORDS_KEEPER, "Jules Tamberlin", null), Role.RECORDS_KEEPER);
    }
}
