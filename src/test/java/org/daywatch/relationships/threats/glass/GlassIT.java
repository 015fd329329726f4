package org.daywatch.relationships.threats.glass;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.daywatch_db.platform.Tables.AUDIT_LINE;
import static org.daywatch_db.platform.Tables.DELIVERY;
import static org.daywatch_db.platform.Tables.OUTBOUND_MESSAGE;
import static org.daywatch_db.relationships.Tables.BROKEN_GLASS;
import static org.daywatch_db.relationships.Tables.DISCLOSURE;
import static org.daywatch_db.relationships.Tables.THREAT_CASE;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import org.daywatch._story.DaywatchIT;
import org.daywatch._story.Story;
import org.daywatch._story.TestClock;
import org.daywatch._story.Visitor;
import org.daywatch.platform.identity.Capacity;
import org.daywatch.platform.identity.Role;
import org.daywatch.platform.retention.Retention;
import org.daywatch.relationships.threats.ThreatStory;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.TestPropertySource;

/**
 * Whoever must read a case that was not given to them says why, and others are told at once.
 *
 * <p>A-01 of docs/security.
 */
@DaywatchIT
@TestPropertySource(properties = "daywatch.tips.enabled=true")
class GlassIT {

    private static final String STUDENT = "Yucca00, Student000";
    private static final String REASON = "Her friend called and is afraid";

    @Autowired ApplicationContext app;
    @Autowired Story told;
    @Autowired TestClock clock;
    @Autowired Retention retention;
    @Autowired DSLContext db;
    private ThreatStory story;
    private Visitor.Visit counselor;
    private Visitor.Visit colleague;
    private UUID director;
    private String at;

    @BeforeEach
    void aCaseOfSomebodyElse() {
        story = new ThreatStory(app);
        counselor = story.visit(story.counselor, Role.COUNSELOR);
        colleague = story.visit(story.join(Role.COUNSELOR, "Lee Moss", story.day.school), Role.COUNSELOR);
        director = story.join(Role.SAFETY_DIRECTOR, "Taylor Winslow", null);
        at = story.opened(counselor);
        story.gathered(counselor, at);
    }

    @Test
    void aColleagueReadsForAQuarterHourAndThePrincipalAndTheDirectorAreToldAtOnce() {
        assertThat(colleague.get(at).statusCode()).isEqualTo(404);
        var there = opened(smash(colleague, STUDENT, REASON));
        assertThat(colleague.get(there).body())
                .contains("Said at lunch that everybody would be sorry", "The art teacher", "under broken glass")
                .doesNotContain("<textarea");
        assertThat(colleague.get("/glass").body()).contains("Open until");
        assertThat(colleague.get(at).statusCode()).as("the page of the case stays closed").isEqualTo(404);
        assertThat(counselor.get(there).statusCode()).as("nobody reads under another's glass").isEqualTo(404);
        told.run(story.district(), () -> {
            var people = db.select(DELIVERY.PERSON_ID).from(DELIVERY).join(OUTBOUND_MESSAGE)
                    .on(OUTBOUND_MESSAGE.TENANT_ID.eq(DELIVERY.TENANT_ID), OUTBOUND_MESSAGE.ID.eq(DELIVERY.MESSAGE_ID))
                    .where(OUTBOUND_MESSAGE.TOPIC.eq("GLASS_BROKEN")).and(DELIVERY.CHANNEL.eq("IN_APP"))
                    .fetch(DELIVERY.PERSON_ID);
            assertThat(people).containsExactlyInAnyOrder(story.principal, director);
            var m = db.selectFrom(OUTBOUND_MESSAGE).where(OUTBOUND_MESSAGE.TOPIC.eq("GLASS_BROKEN")).fetchAny();
            assertThat(m.getSubject() + m.getBody()).contains("Lee Moss").doesNotContain("Yucca00", "afraid");
        });
        clock.move(Duration.ofMinutes(14));
        assertThat(colleague.get(there).statusCode()).isEqualTo(200);
        clock.move(Duration.ofMinutes(1));
        assertThat(colleague.get(there).statusCode()).isEqualTo(404);
        assertThat(smash(colleague, STUDENT, REASON + "!").body()).contains("You gave this reason before",
                REASON + "!");
        assertThat(colleague.get(opened(smash(colleague, STUDENT, "Her friend called again from home"))).statusCode())
                .isEqualTo(200);
    }

    @Test
    void itIsListedAndEachLookUnderItIsAuditedAndNothingOfItGoesAway() {
        var there = opened(smash(colleague, STUDENT, REASON));
        colleague.get(there);
        colleague.get(there);
        assertThat(counselor.get(at).body()).contains("Broken once", "Lee Moss", REASON);
        for (var watcher : new Visitor.Visit[] {story.visit(story.principal, Role.PRINCIPAL),
                story.visit(director, Role.SAFETY_DIRECTOR)})
            assertThat(watcher.get("/glass/log").body()).contains("Lee Moss", "Assessment and plan")
                    .doesNotContain("Yucca00", "afraid");
        assertThat(colleague.get("/glass/log").statusCode()).isIn(403, 404);
        told.run(story.district(), () -> {
            assertThat(db.select(AUDIT_LINE.DETAIL).from(AUDIT_LINE)
                    .where(AUDIT_LINE.ACTION.eq("ReadThreatCaseUnderGlass")).fetch(AUDIT_LINE.DETAIL)).hasSize(2)
                    .noneMatch(d -> d.contains("Yucca") || d.contains("afraid"));
            var row = db.selectFrom(BROKEN_GLASS).fetchSingle();
            assertThat(new String(row.getBody(), StandardCharsets.ISO_8859_1)).doesNotContain("afraid");
        });
        assertThatThrownBy(() -> told.run(story.district(), () -> db.deleteFrom(BROKEN_GLASS).execute()))
                .hasMessageContaining("stays as it was written");
        assertThatThrownBy(() -> told.run(story.district(),
                () -> db.update(BROKEN_GLASS).set(BROKEN_GLASS.ENDS_AT, clock.instant().plusSeconds(86_400)).execute()))
                .hasMessageContaining("stays as it was written");
    }

    @Test
    void anOfficerOnPostOpensAPlanAsTheSchoolsAgentAndNothingElse() {
        var officer = story.visit(story.officer.person(), Role.OFFICER);
        assertThat(smash(officer, STUDENT, REASON).body()).as("there is no plan")
                .contains("There is no assessment for");
        assertThat(officer.get("/threats").body()).contains("href=\"/glass\"");
        story.as(Capacity.PEACE_OFFICER);
        assertThat(officer.get("/glass").statusCode()).isIn(403, 404);
        assertThat(smash(officer, STUDENT, REASON).statusCode()).isIn(403, 404);
    }

    @Test
    void anOfficerOnPostReadsThePlanUnderGlassAndNotTheAssessment() {
        var principal = story.visit(story.principal, Role.PRINCIPAL);
        for (var one : new Visitor.Visit[] {counselor, principal}) word(one, "about", "SERIOUS");
        word(counselor, "about", "SERIOUS", "police", "Detective Palo, Ironwood Police");
        var planned = story.act(counselor, at, "plan", "factors", "Drawing, the older sister", "what0",
                "Meet each morning at the door", "who0", "Ana Cruz", "due0", "2026-08-10", "excludes", "NO", "review",
                "2026-08-14");
        assertThat(planned.statusCode()).as(planned.body()).isEqualTo(302);
        var officer = story.visit(story.officer.person(), Role.OFFICER);
        var there = opened(smash(officer, STUDENT, REASON));
        assertThat(officer.get(there).body()).contains("Meet each morning at the door", "Drawing, the older sister")
                .doesNotContain("everybody would be sorry", "The art teacher", "From what we gathered");
        story.as(Capacity.PEACE_OFFICER);
        assertThat(officer.get(there).statusCode()).isIn(403, 404);
        story.as(Capacity.SCHOOL_AGENT);
        story.offPost();
        assertThat(officer.get(there).statusCode()).isEqualTo(404);
    }

    private void word(Visitor.Visit by, String... more) {
        var fields = new java.util.ArrayList<>(java.util.List.of(more));
        fields.addAll(java.util.List.of("words", "From what we gathered"));
        var answer = story.act(by, at, "words", fields.toArray(String[]::new));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
    }

    @Test
    void itGoesWithTheCaseAndSoDoesTheRecordOfDisclosures() {
        var principal = story.visit(story.principal, Role.PRINCIPAL);
        leave();
        for (var one : new Visitor.Visit[] {counselor, principal}) word(one, "about", "TRANSIENT");
        word(counselor, "about", "TRANSIENT", "police", "Detective Palo, Ironwood Police");
        clock.move(Duration.ofDays(181));
        retention.apply(story.district());
        told.run(story.district(), () -> {
            assertThat(db.selectFrom(THREAT_CASE).fetchSingle().getStage()).isEqualTo("FADED");
            assertThat(db.fetchCount(BROKEN_GLASS) + db.fetchCount(DISCLOSURE)).isZero();
        });
    }

    @Test
    void aCaseWhoseTermIsOverTakesBothAlong() {
        leave();
        told.run(story.district(), () -> {
            assertThat(db.deleteFrom(THREAT_CASE).execute()).isOne();
            assertThat(db.fetchCount(BROKEN_GLASS) + db.fetchCount(DISCLOSURE)).isZero();
        });
    }

    /** A line of each. */
    private void leave() {
        opened(smash(colleague, STUDENT, REASON));
        var disclosed = counselor.post(at + "/disclosures", "form", UUID.randomUUID().toString(), "recipient",
                "OTHER_POLICE", "name", "Detective Palo", "part", "CASE", "ground", "EMERGENCY", "reason",
                "Said they will bring a knife today", "hours", "1");
        assertThat(disclosed.statusCode()).as(disclosed.body()).isEqualTo(302);
    }

    @Test
    void whatCannotBeOpenedIsAsIfItWereNotThereAndLookingForItIsAudited() {
        assertThat(smash(colleague, "Nobody Atall", REASON).body())
                .contains("There is no assessment for “Nobody Atall”", REASON);
        assertThat(smash(counselor, STUDENT, REASON).body()).as("one's own").contains("There is no assessment for");
        assertThat(smash(colleague, STUDENT, "Need it now").body()).contains("at least 4 words", "Need it now");
        var elsewhere = new ThreatStory(app);
        var stranger = elsewhere.visit(elsewhere.counselor, Role.COUNSELOR);
        assertThat(smash(stranger, STUDENT, REASON).body()).contains("There is no assessment for");
        var teacher = story.visit(story.join(Role.TEACHER, "Dana Reyes", story.day.school), Role.TEACHER);
        assertThat(smash(teacher, STUDENT, REASON).statusCode()).isIn(403, 404);
        told.run(story.district(), () -> {
            assertThat(db.fetchCount(BROKEN_GLASS)).isZero();
            assertThat(db.fetchCount(AUDIT_LINE, AUDIT_LINE.ACTION.eq("ReadNothingUnderGlass"))).isEqualTo(2);
        });
    }

    private static HttpResponse<String> smash(Visitor.Visit by, String student, String reason) {
        return by.post("/glass", "form", UUID.randomUUID().toString(), "student", student, "reason", reason);
    }

    private static String opened(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").map(place -> place.substring(place.indexOf("/glass")))
                .orElseThrow(() -> new AssertionError(answer.statusCode() + answer.body()));
    }
}
