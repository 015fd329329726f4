package org.daywatch.relationships.threats.counts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.daywatch_db.relationships.Tables.THREAT_COUNT;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import org.daywatch._story.DaywatchIT;
import org.daywatch._story.Story;
import org.daywatch._story.TestClock;
import org.daywatch._story.Visitor;
import org.daywatch.platform.identity.Organizations;
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
 * Assessments counted by group: by hand from nothing to a school year that is over, and who reads it.
 *
 * <p>A-01, A-41 of docs/security.
 */
@DaywatchIT
@TestPropertySource(properties = "daywatch.tips.enabled=true")
class CaseCountIT {

    private static final String PAGE = "/threats/counts";
    private static final String AFTER_THE_YEAR = "2027-07-05T14:00:00Z";

    @Autowired ApplicationContext app;
    @Autowired Story told;
    @Autowired TestClock clock;
    @Autowired CaseCount count;
    @Autowired Retention retention;
    @Autowired DSLContext db;
    private ThreatStory story;
    private Visitor.Visit counselor;
    private Visitor.Visit principal;
    private Visitor.Visit director;

    @BeforeEach
    void aTeam() {
        story = new ThreatStory(app);
        counselor = story.visit(story.counselor, Role.COUNSELOR);
        principal = story.visit(story.principal, Role.PRINCIPAL);
        director = story.visit(story.join(Role.SAFETY_DIRECTOR, "Taylor Winslow", null), Role.SAFETY_DIRECTOR);
    }

    @Test
    void beforeAnythingWasCountedThePageSaysWhatWillStandThere() {
        assertThat(count()).isFalse();
        for (var reader : new Visitor.Visit[] {principal, director})
            assertThat(reader.get(PAGE).body()).contains("Nothing has been counted yet", "from 11 on");
        assertThat(director.get("/threats/counts.csv").body().lines()).as("its head alone").hasSize(1);
        assertThat(director.get("/board").body()).as("reached from the first screen").contains("href=\"" + PAGE);
    }

    @Test
    void aYearThatIsOverIsShownByGroupAndNeverChangesAgain() {
        var fades = open(12, "Yucca00, Student000", story.roll.students().getFirst().toString());
        open(14, "Somebody Else", "none");
        story.gathered(counselor, fades);
        story.act(counselor, fades, "days-out", "day", "2026-08-03", "formal", "NO", "why", "Sent home at noon");
        for (var one : new Visitor.Visit[] {counselor, principal}) word(one, fades);
        word(counselor, fades, "police", "Detective Palo, Ironwood Police");
        assertThat(count()).isTrue();
        assertThat(director.get(PAGE).body()).contains("No assessment was opened through Aug 2, 2026")
                .doesNotContain("<h2>School year");
        clock.move(Duration.ofDays(7));
        assertThat(count()).isTrue();
        assertThat(count()).as("a week counts once").isFalse();
        assertThat(director.get(PAGE).body()).contains("26 assessments were opened through");
        clock.move(Duration.ofDays(180));
        retention.apply(story.district());
        assertThat(counselor.get(fades).statusCode()).as("it faded").isEqualTo(404);
        clock.setTo(AFTER_THE_YEAR);
        count();
        for (var reader : new Visitor.Visit[] {principal, director}) {
            var csv = reader.get("/threats/counts.csv").body().lines().toList();
            assertThat(csv).as("one of them is transient, and so it is hidden with its sums").anyMatch(
                    l -> l.startsWith("2026-07-01,2027-06-30,false,grade,SIXTH_TO_EIGHTH,11,suppressed,0,0,0,suppr"))
                    .anyMatch(l -> l.contains(",iep_or_504,NOT_KNOWN,") && l.contains("suppressed"))
                    .anyMatch(l -> l.contains(",all,,") && l.contains(",26,"));
            assertThat(String.join("\n", csv)).doesNotContainPattern("(?m),([1-9]|10)(,|$)");
            assertThat(reader.get(PAGE).body()).contains("School year", "Grades 6 to 8", "Not shown",
                    "Counting began during this year")
                    .doesNotContain("Yucca", "Somebody Else");
        }
        var before = director.get("/threats/counts.csv").body();
        open(3, "Somebody Else", "none");
        clock.move(Duration.ofDays(7));
        assertThat(count()).isTrue();
        assertThat(director.get("/threats/counts.csv").body()).isEqualTo(before);
        assertThat(director.get(PAGE).body()).as("three of the new year").contains("Fewer than 11 assessments were");
    }

    @Test
    void theAgencyAndItsDepartmentsReadWhatTheDistrictReadsAndNobodyElseFindsThePage() {
        open(11, "Somebody Else", "none");
        told.run(story.district(), () -> count.count(story.district()));
        clock.setTo(AFTER_THE_YEAR);
        count();
        var cast = story.day.cast;
        var visitor = app.getBean(Visitor.class);
        var supervisor = visitor.signedIn(told.as(cast.agency(), () -> app.getBean(Organizations.class)
                .join(cast.department(), "sup-" + UUID.randomUUID() + "@story.example", "Kim Vale",
                        Role.DEPARTMENT_SUPERVISOR, null)),
                cast.department(), Role.DEPARTMENT_SUPERVISOR);
        var coordinator = visitor.signedIn(cast.coordinator(), cast.agency(), Role.COORDINATOR);
        var expected = director.get("/threats/counts.csv").body();
        assertThat(expected).contains(",all,,11,0,0,0,0,11,0,0");
        for (var reader : new Visitor.Visit[] {supervisor, coordinator}) {
            var there = "?district=" + story.district();
            assertThat(reader.get("/threats/counts.csv" + there).body()).isEqualTo(expected);
            assertThat(reader.get(PAGE + there).body()).contains("School year", "Through grade 5");
            assertThat(reader.get(PAGE + "?district=" + UUID.randomUUID()).statusCode()).isEqualTo(404);
            assertThat(reader.get(PAGE + "?district=nothing").statusCode()).isIn(400, 404);
        }
        var stranger = new ThreatStory(app);
        var there = stranger.visit(stranger.join(Role.SAFETY_DIRECTOR, "Jo Vale", null), Role.SAFETY_DIRECTOR);
        assertThat(there.get(PAGE).body()).contains("Nothing has been counted yet");
        assertThat(there.get(PAGE + "?district=" + story.district()).statusCode()).isEqualTo(404);
        for (var other : new Visitor.Visit[] {counselor, story.visit(story.officer.person(), Role.OFFICER),
                story.visit(story.join(Role.TIP_ANALYST, "Lee Moss", null), Role.TIP_ANALYST)}) {
            assertThat(other.get(PAGE).statusCode()).isEqualTo(404);
            assertThat(other.get("/threats/counts.csv").statusCode()).isEqualTo(404);
        }
    }

    @Test
    void theSumsLieSealedInOneLengthAndNoOtherTenantHasThem() {
        open(1, "Somebody Else", "none");
        count();
        byte[] few = body();
        open(9, "Somebody Else", "none");
        clock.move(Duration.ofDays(7));
        count();
        assertThat(body()).hasSameSizeAs(few);
        assertThat(new String(few, StandardCharsets.ISO_8859_1)).doesNotContain("opened", story.day.school.toString());
        for (UUID other : new UUID[] {story.day.cast.agency(), story.day.cast.saguaro(), story.day.cast.department()})
            told.run(other, () -> assertThat(db.fetchCount(THREAT_COUNT)).isZero());
    }

    private byte[] body() {
        return told.as(story.district(), () -> db.selectFrom(THREAT_COUNT).fetchSingle().getBody());
    }

    private boolean count() {
        return told.as(story.district(), () -> count.count(story.district()));
    }

    private String open(int many, String name, String which) {
        String last = "";
        for (int i = 0; i < many; i++) {
            var answer = counselor.post("/threats", "form", UUID.randomUUID().toString(), "student", name, "which",
                    which, "report", "Said at lunch that everybody would be sorry", "owner",
                    story.counselor.toString(), "administrator", story.principal.toString());
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
            var place = answer.headers().firstValue("Location").orElseThrow();
            last = place.substring(place.indexOf("/threats"));
        }
        return last;
    }

    private void word(Visitor.Visit by, String at, String... more) {
        var fields = new String[more.length + 4];
        System.arraycopy(new String[] {"about", "TRANSIENT", "words", "From what we gathered"}, 0, fields, 0, 4);
        System.arraycopy(more, 0, fields, 4, more.length);
        var answer = story.act(by, at, "words", fields);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
    }
}
