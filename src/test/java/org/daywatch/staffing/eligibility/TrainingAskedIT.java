package org.daywatch.staffing.eligibility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.daywatch_db.staffing.Tables.CREDENTIAL;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.daywatch._story.DaywatchIT;
import org.daywatch._story.PostedDay;
import org.daywatch._story.Story;
import org.daywatch._story.TestClock;
import org.daywatch._story.Visitor;
import org.daywatch.platform.identity.Role;
import org.daywatch.platform.tenancy.Scope;
import org.daywatch.platform.tenancy.Tenancy;
import org.daywatch.staffing.TrainingAsked;
import org.daywatch.staffing.TrainingAsked.Judged;
import org.daywatch.staffing.TrainingAsked.Lack;
import org.daywatch.staffing.offers.Acceptances;
import org.daywatch.staffing.officers.Credential.Kind;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/**
 * What is asked of an officer where they stand next, and what their file lacks of it: missing, ended, or soon to end.
 */
@DaywatchIT
class TrainingAskedIT {

    private static final Instant POST = Instant.parse("2026-08-05T14:00:00Z");

    @Autowired ApplicationContext app;
    @Autowired Story story;
    @Autowired TestClock clock;
    @Autowired Visitor visitor;
    @Autowired TrainingAsked asked;
    @Autowired DSLContext db;
    private PostedDay day;
    private PostedDay.Officer dana;

    @BeforeEach
    void anOfficerWithEverything() {
        clock.setTo("2026-08-04T15:00:00Z");
        day = new PostedDay(app);
        dana = day.officer("Dana Vega");
    }

    @Test
    void whoeverHasHadNoShiftIsAskedForNothingYet() {
        assertThat(judged("en")).isEmpty();
        assertThat(page()).contains("You have not had a shift yet.");
    }

    @Test
    void whatIsMissingEndedOrSoonToEndIsSaidWithItsRuleUntilItIsMended() {
        accepted(POST);
        assertThat(judged("en")).hasValueSatisfying(j -> {
            assertThat(j.school()).isEqualTo("Ocotillo High");
            assertThat(j.day()).isEqualTo(LocalDate.of(2026, 8, 5));
            assertThat(j.asked()).isNotEmpty();
            assertThat(j.lacks()).isEmpty();
        });
        story.run(day.cast.agency(), () -> db.deleteFrom(CREDENTIAL).where(CREDENTIAL.OFFICER_ID.eq(dana.id()))
                .and(CREDENTIAL.KIND.eq(Kind.FINGERPRINT_CARD.name())).execute());
        ends(Kind.DISABILITIES_TRAINING, "2026-08-04");
        ends(Kind.STATE_CERTIFICATION, "2026-09-03");
        var lacks = judged("en").orElseThrow().lacks();
        assertThat(lacks).extracting(l -> l.rules().getFirst().split("@")[0] + " " + (l.missing() ? "missing" : "soon"))
                .containsExactlyInAnyOrder("AZ-FINGERPRINT missing", "AZ-15-120.06 missing",
                        "AZ-POST-CERTIFIED soon");
        assertThat(lacks).extracting(Lack::words).anySatisfy(w -> assertThat(w).contains("Aug 4, 2026"))
                .anySatisfy(w -> assertThat(w).contains("Sep 3, 2026"));
        assertThat(lacks).allSatisfy(l -> assertThat(l.mend()).isNotBlank());
        assertThat(page()).contains("Missing", "Due soon", "Aug 4, 2026");
        assertThat(judged("es").orElseThrow().lacks()).extracting(Lack::words)
                .doesNotContainAnyElementsOf(lacks.stream().map(Lack::words).toList());
        ends(Kind.STATE_CERTIFICATION, "2026-09-04");
        assertThat(judged("en").orElseThrow().lacks()).as("thirty days are enough").allMatch(Lack::missing).hasSize(2);
    }

    @Test
    void theOfficerIsJudgedByTheirNextShiftAndAfterItByTheLast() {
        accepted(POST);
        accepted(POST.plus(Duration.ofDays(30)));
        ends(Kind.STATE_CERTIFICATION, "2026-08-31");
        assertThat(judged("en").orElseThrow())
                .extracting(Judged::day, j -> j.lacks().stream().map(Lack::missing).toList())
                .containsExactly(LocalDate.of(2026, 8, 5), List.of(false));
        clock.setTo(POST.plus(Duration.ofDays(2)));
        assertThat(judged("en").orElseThrow()).as("it ends before the next one")
                .extracting(Judged::day, j -> j.lacks().stream().map(Lack::missing).toList())
                .containsExactly(LocalDate.of(2026, 9, 4), List.of(true));
        clock.setTo(POST.plus(Duration.ofDays(60)));
        assertThat(judged("en").orElseThrow().day()).as("no other is planned").isEqualTo(LocalDate.of(2026, 9, 4));
    }

    private void accepted(Instant start) {
        var post = day.post(start);
        Tenancy.as(new Scope(day.cast.agency(), dana.person()),
                () -> app.getBean(Acceptances.class).accept(dana.person(), post));
    }

    private void ends(Kind kind, String on) {
        story.run(day.cast.agency(), () -> db.update(CREDENTIAL).set(CREDENTIAL.EXPIRES_ON, LocalDate.parse(on))
                .where(CREDENTIAL.OFFICER_ID.eq(dana.id())).and(CREDENTIAL.KIND.eq(kind.name())).execute());
    }

    private Optional<Judged> judged(String language) {
        return story.as(day.cast.agency(), () -> asked.of(dana.id(), language));
    }

    private String page() {
        return visitor.signedIn(dana.person(), day.cast.agency(), Role.OFFICER).get("/lessons/own-training").body();
    }
}
