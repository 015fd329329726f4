package org.daywatch.staffing.shifts.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.daywatch._story.Browser;
import org.daywatch._story.DaywatchIT;
import org.daywatch._story.PostedDay;
import org.daywatch._story.Story;
import org.daywatch._story.TestClock;
import org.daywatch.platform.identity.Organizations;
import org.daywatch.platform.identity.Role;
import org.daywatch.platform.tenancy.Scope;
import org.daywatch.platform.tenancy.Tenancy;
import org.daywatch.staffing.offers.Acceptances;
import org.daywatch.staffing.shifts.Shift.State;
import org.daywatch.staffing.shifts.ShiftStore;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** Slips and surprises at the desk: hours that cannot be, posts that end early, links that are old. */
@DaywatchIT
class DeskSlipsIT {

    private static final Instant START = Instant.parse("2026-08-03T14:10:00Z"); // Monday 07:10 in Phoenix, an hour after the story begins

    @Autowired ApplicationContext app;
    @Autowired TestClock clock;
    @Autowired Story story;
    @Autowired ShiftStore shifts;
    @Autowired Acceptances acceptances;
    @Autowired Organizations organizations;
    @LocalServerPort int port;

    private PostedDay day;
    private PostedDay.Officer dana;
    private UUID post;
    private Browser desk;

    @BeforeEach
    void aPostIsOpen() {
        day = new PostedDay(app);
        dana = day.officer("Dana Vega");
        post = day.post(START);
        desk = Browser.of(app, port, day.cast.coordinator(), day.cast.agency(), Role.COORDINATOR);
    }

    @Test
    void hoursFarFromThePostAreNoCorrection() {
        var shift = accept(dana, post);
        clock.setTo(START.plus(Duration.ofHours(8)));
        desk.get("/shifts/" + shift);
        for (var from : new String[] {"1900-01-01T00:00", "2026-07-03T07:10", "-999999999-01-01T00:00"}) {
            assertThat(desk.post("/shifts/" + shift + "/correction", "from=" + from, "to=2026-08-03T14:10",
                    "reason=the phone was flat").body()).as(from)
                    .contains("both must be within twelve hours of the post")
                    .doesNotContain("Hours worked are recorded");
        }
        for (var to : new String[] {"2999-08-03T14:10", "2026-08-03T06:00"}) {
            assertThat(desk.post("/shifts/" + shift + "/correction", "from=2026-08-03T07:10", "to=" + to,
                    "reason=the phone was flat").body()).as(to)
                    .doesNotContain("Hours worked are recorded");
        }
        assertThat(story.as(day.cast.agency(), () -> shifts.get(shift)).state()).isInstanceOf(State.Scheduled.class);
    }

    @Test
    void aCorrectionCannotClaimHoursTheOfficerWorkedElsewhere() {
        var shift = accept(dana, post);
        var next = accept(dana, day.post(START.plus(Duration.ofHours(8)), Duration.ofHours(2))); // 15:10 to 17:10
        clock.setTo(START.plus(Duration.ofHours(11)));
        signInAgain();
        desk.get("/shifts/" + shift);
        assertThat(desk.post("/shifts/" + shift + "/correction", "from=2026-08-03T07:10", "to=2026-08-03T16:00",
                "reason=stayed for the game").body())
                .contains("Not available at that time").doesNotContain("Hours worked are recorded");
        assertThat(desk.post("/shifts/" + shift + "/correction", "from=2026-08-03T07:10", "to=2026-08-03T15:00",
                "reason=stayed for the buses").body())
                .contains("Hours worked are recorded");
        assertThat(story.as(day.cast.agency(), () -> shifts.get(next)).state()).isInstanceOf(State.Scheduled.class);
    }

    @Test
    void aPrincipalReadsTheShiftsOfTheirOwnSchoolOnly() {
        var shift = accept(dana, post);
        assertThat(principal("here", day.school).get("/shifts/" + shift).body()).contains("Dana Vega");
        assertThat(principal("elsewhere", UUID.randomUUID()).get("/shifts/" + shift).statusCode()).isEqualTo(404);
    }

    @Test
    void aPostThatHasBegunEndsNowAndTheMinutesUntilNowStay() {
        var late = day.post(START, Duration.ofHours(7));
        var shift = accept(dana, post);
        clock.setTo(START);
        var phone = Browser.of(app, port, dana.person(), day.cast.agency(), Role.OFFICER);
        phone.get("/my-day");
        phone.post("/shifts/" + shift + "/check-in", "code=" + day.deskCode());
        clock.setTo(START.plus(Duration.ofMinutes(120)).plusSeconds(30));
        assertThat(desk.get("/posts/" + post).body()).contains("End this post now");
        assertThat(desk.post("/posts/" + post + "/cancellation", "reason=burst pipe, students sent home").body())
                .contains("Post ended");
        desk.post("/posts/" + late + "/cancellation", "reason=burst pipe, students sent home");
        assertThat(desk.get("/board/posts/" + post).body()).contains("2 h");
        assertThat(desk.get("/board/posts/" + late).body()).as("nobody stood there, and that stays visible")
                .contains("no officer had accepted the post");
        clock.move(Duration.ofMinutes(20));
        phone.get("/my-day");
        phone.post("/shifts/" + shift + "/check-out", "note=");
        signInAgain();
        assertThat(desk.get("/shifts/worked.csv?from=2026-08-03&to=2026-08-03").body()).contains(",140,120,120,2.00,");
        desk.get("/posts/" + post);
        assertThat(desk.post("/posts/" + late + "/cancellation", "reason=again").statusCode()).isEqualTo(409);
    }

    @Test
    void whoIsOnTheirWayToAPostThatEndsIsToldThatTheyAreNotNeeded() {
        var shift = accept(dana, post);
        clock.setTo(START.plus(Duration.ofMinutes(5)));
        desk.get("/posts/" + post);
        desk.post("/posts/" + post + "/cancellation", "reason=no students today");
        assertThat(story.as(day.cast.agency(), () -> shifts.get(shift)).state()).isInstanceOf(State.Cancelled.class);
        assertThat(desk.post("/shifts/" + shift + "/reinstatement", "reason=they are there").body())
                .contains("The hours of the post have changed");
    }

    @Test
    void aColleaguesShiftThatFellAwayIsNotOfferedAnyMore() {
        var lee = day.officer("Lee Ortega");
        var shift = accept(dana, post);
        var danasPhone = Browser.of(app, port, dana.person(), day.cast.agency(), Role.OFFICER);
        danasPhone.get("/shifts/" + shift + "/trade");
        danasPhone.post("/shifts/" + shift + "/trades", "officer=" + lee.id());
        desk.get("/shifts/" + shift);
        desk.post("/shifts/" + shift + "/cancellation", "reason=no students today");
        assertThat(Browser.of(app, port, lee.person(), day.cast.agency(), Role.OFFICER).get("/offers").body())
                .doesNotContain("from Dana Vega");
    }

    @Test
    void anOldLinkToAnOfferSaysWhatBecameOfIt() {
        var lee = Browser.of(app, port, day.officer("Lee Ortega").person(), day.cast.agency(), Role.OFFICER);
        assertThat(lee.get("/offers/" + post).body()).contains("Ocotillo High");
        var shift = accept(dana, post);
        assertThat(lee.get("/offers/" + post).body()).contains("That post is no longer offered");
        assertThat(Browser.of(app, port, dana.person(), day.cast.agency(), Role.OFFICER).get("/offers/" + post).uri()
                .getPath()).isEqualTo("/shifts/" + shift);
        assertThat(lee.get("/offers/" + UUID.randomUUID()).statusCode()).isEqualTo(404);
        var stranger = new PostedDay(app);
        assertThat(lee.get("/offers/" + stranger.post(START)).statusCode()).as("another agency's").isEqualTo(404);
    }

    /** The story has gone on for hours. */
    private void signInAgain() {
        desk = Browser.of(app, port, day.cast.coordinator(), day.cast.agency(), Role.COORDINATOR);
    }

    private Browser principal(String who, UUID school) {
        var person = Tenancy.as(Scope.system(day.cast.mesquite()),
                () -> organizations.join(day.cast.mesquite(), who + day.cast.suffix() + "@story.example",
                        "Pat Greer", Role.PRINCIPAL, school));
        return Browser.of(app, port, person, day.cast.mesquite(), Role.PRINCIPAL);
    }

    private UUID accept(PostedDay.Officer officer, UUID which) {
        return Tenancy.as(new Scope(day.cast.agency(), officer.person()),
                () -> acceptances.accept(officer.person(), which));
    }
}
