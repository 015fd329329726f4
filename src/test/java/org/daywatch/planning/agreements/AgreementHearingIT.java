package org.daywatch.planning.agreements;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.daywatch_db.planning.Tables.AGREEMENT;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.daywatch._story.DaywatchIT;
import org.daywatch._story.PostedDay;
import org.daywatch._story.Story;
import org.daywatch._story.TestClock;
import org.daywatch._story.Visitor;
import org.daywatch.directory.Campuses;
import org.daywatch.directory.programs.posts.Members;
import org.daywatch.planning.agreements.Agreement.State;
import org.daywatch.platform.identity.Role;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** A shift that begins in staffing is heard here: the officer's agreement is drafted, once. */
@DaywatchIT
class AgreementHearingIT {

    @Autowired ApplicationContext app;
    @Autowired Story story;
    @Autowired TestClock clock;
    @Autowired Visitor visitor;
    @Autowired AgreementStore agreements;
    @Autowired AgreementDrafts drafts;
    @Autowired Campuses campuses;
    @Autowired Members members;
    @Autowired DSLContext db;

    private PostedDay day;

    @BeforeEach
    void aSchoolWithPosts() {
        clock.setTo(TestClock.START);
        day = new PostedDay(app);
    }

    @Test
    void theDraftIsThereOnceTheOfficerHasCheckedInForTheirFirstShiftAndNoneComesWithTheSecond() {
        story.run(day.cast.agency(),
                () -> members.join("AZ-SSP", day.cast.mesquite(), null, LocalDate.of(2026, 7, 1), null));
        var officer = day.officer("Dana Reyes");
        assertThat(covering(officer)).isEmpty();
        String first = checksIn(officer, Instant.parse("2026-08-04T14:10:00Z"));
        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> assertThat(covering(officer)).isPresent());
        var g = story.as(day.cast.agency(), () -> agreements.find(covering(officer).orElseThrow()).orElseThrow());
        assertThat(g.state()).isEqualTo(State.DRAFT);
        assertThat(g.start()).as("their first day by the school's clock").isEqualTo(LocalDate.of(2026, 8, 4));
        assertThat(g.due()).as("thirty days, as the program says").isEqualTo(LocalDate.of(2026, 9, 3));
        assertThat(g.draftedBy()).isEqualTo("Daywatch");
        var coordinator = visitor.signedIn(day.cast.coordinator(), day.cast.agency(), Role.COORDINATOR);
        assertThat(coordinator.get("/service-agreements/" + g.id()).body()).contains("Dana Reyes", "Ocotillo High",
                "Parties, school and term");
        assertThat(coordinator.get("/service-agreements").body()).contains("Dana Reyes");
        clock.setTo("2026-08-04T21:10:00Z");
        visitor.signedIn(officer.person(), day.cast.agency(), Role.OFFICER).post(first + "/check-out", "note", "");
        checksIn(officer, Instant.parse("2026-08-05T14:10:00Z"));
        await().during(Duration.ofSeconds(2)).atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(story.as(day.cast.agency(),
                        () -> db.fetchCount(AGREEMENT, AGREEMENT.OFFICER_ID.eq(officer.id())))).isEqualTo(1));
    }

    @Test
    void whereNoProgramDemandsAnAgreementAShiftDraftsNone() {
        var officer = day.officer("Dana Reyes");
        checksIn(officer, Instant.parse("2026-08-04T14:10:00Z"));
        await().during(Duration.ofSeconds(2)).atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(covering(officer)).isEmpty());
    }

    @Test
    void anOfficerNoLongerAtASchoolStillReadsWhatTheyAreHeldToAndNothingOfOthers() {
        var officer = day.officer("Dana Reyes");
        String shift = checksIn(officer, Instant.parse("2026-08-04T14:10:00Z"));
        clock.setTo("2026-08-04T21:10:00Z");
        visitor.signedIn(officer.person(), day.cast.agency(), Role.OFFICER).post(shift + "/check-out", "note", "");
        clock.setTo("2026-08-20T15:00:00Z");
        var own = drafted(officer.id(), "Dana Reyes", "2026-08-03", "2027-06-30");
        var ofAll = drafted(null, "", "2026-08-03", "2027-06-30");
        var later = drafted(null, "", "2027-07-01", "2028-06-30");
        var other = drafted(day.officer("Lee Moss").id(), "Lee Moss", "2026-08-03", "2027-06-30");
        var phone = visitor.signedIn(officer.person(), day.cast.agency(), Role.OFFICER);
        assertThat(phone.get("/service-agreements/" + own).body()).contains("Dana Reyes", "Ocotillo High",
                "Parties, school and term");
        assertThat(phone.get("/service-agreements/" + own + "/agreement.pdf").statusCode()).isEqualTo(200);
        assertThat(phone.get("/service-agreements/" + ofAll).statusCode())
                .as("of everybody there, while they worked there").isEqualTo(200);
        assertThat(phone.get("/service-agreements/" + later).statusCode())
                .as("of a term in which they did not work there").isEqualTo(404);
        assertThat(phone.get("/service-agreements/" + other).statusCode()).as("of another officer").isEqualTo(404);
        assertThat(phone.get("/service-agreements").body())
                .contains("/service-agreements/" + own, "/service-agreements/" + ofAll)
                .doesNotContain("/service-agreements/" + later, "/service-agreements/" + other);
    }

    private UUID drafted(UUID officer, String name, String start, String ends) {
        return story.as(day.cast.agency(), () -> drafts.byHand(campuses.find(day.school).orElseThrow(),
                new AgreementDrafts.Wanted(Agreement.Kind.SERVICE, officer, name, LocalDate.parse(start),
                        LocalDate.parse(start).plusDays(30), LocalDate.parse(ends), "en"),
                "Robin Alder"));
    }

    /**
     * They take the post on their phone and check in at the front desk, at ten past seven in Phoenix. @return their
     * shift's address
     */
    private String checksIn(PostedDay.Officer officer, Instant start) {
        var post = day.post(start);
        var phone = visitor.signedIn(officer.person(), day.cast.agency(), Role.OFFICER);
        String taken = phone.post("/offers/" + post + "/acceptance").headers().firstValue("location").orElseThrow();
        clock.setTo(start);
        phone = visitor.signedIn(officer.person(), day.cast.agency(), Role.OFFICER);
        phone.post(taken + "/check-in", "code", day.deskCode());
        assertThat(phone.get(taken).body()).contains("You are on post");
        return taken;
    }

    private Optional<UUID> covering(PostedDay.Officer officer) {
        return story.as(day.cast.agency(),
                () -> agreements.covering(day.school, officer.id(), LocalDate.of(2026, 12, 1)));
    }
}
