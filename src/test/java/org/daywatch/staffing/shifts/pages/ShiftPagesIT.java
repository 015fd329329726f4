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
import org.daywatch.platform.retention.RecordKeeper;
import org.daywatch.platform.tenancy.Scope;
import org.daywatch.platform.tenancy.Tenancy;
import org.daywatch.staffing.offers.Acceptances;
import org.daywatch.staffing.posts.PostCommands;
import org.daywatch.staffing.shifts.Shift.State;
import org.daywatch.staffing.shifts.ShiftStore;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** The coordinator's desk, the school's desk and two officers who trade. */
@DaywatchIT
class ShiftPagesIT {

    private static final Instant START = Instant.parse("2026-08-03T14:10:00Z"); // Monday 07:10 in Phoenix, an hour after the story begins

    @Autowired ApplicationContext app;
    @Autowired TestClock clock;
    @Autowired Story story;
    @Autowired ShiftStore shifts;
    @Autowired Acceptances acceptances;
    @Autowired PostCommands posts;
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
    void anAcceptanceByPhoneIsRecordedAndLaterConfirmedByTheOfficer() {
        assertThat(desk.get("/phone-acceptances/new").body()).contains("Ocotillo High");
        assertThat(desk.get("/phone-acceptances?post=" + post).body()).contains("Dana Vega");
        assertThat(desk.post("/phone-acceptances", "post=" + post, "officer=" + dana.id(), "caller=", "called=05:50")
                .body()).contains("Enter who called");
        assertThat(desk.post("/phone-acceptances", "post=" + post, "officer=" + dana.id(), "caller=Officer Vega",
                "called=at six").body()).contains("Enter the time of the call", "at six");
        var recorded = desk.post("/phone-acceptances", "post=" + post, "officer=" + dana.id(),
                "caller=Officer Vega, 602 555 0100", "called=05:50");
        assertThat(recorded.body()).contains("by phone: Officer Vega, 602 555 0100, called", "5:50 AM",
                "Phone acceptance not confirmed", "not yet");
        var phone = Browser.of(app, port, dana.person(), day.cast.agency(), Role.OFFICER);
        assertThat(phone.get("/my-day").body()).contains("Please confirm that it was your own decision");
        assertThat(phone.post(recorded.uri().getPath() + "/confirmation").body())
                .contains("Your acceptance is confirmed").doesNotContain("Please confirm that it was");
    }

    @Test
    void theCoordinatorCorrectsAMissedShiftWithAReasonAndPayrollSeesProvenMinutesOnly() {
        var shift = accept(dana, post);
        clock.setTo(START.plus(Duration.ofMinutes(25)));
        desk.get("/shifts/" + shift);
        assertThat(desk.post("/shifts/" + shift + "/no-show").body()).contains("No-show");
        clock.setTo(START.plus(Duration.ofHours(8)));
        assertThat(
                desk.post("/shifts/" + shift + "/correction", "from=2026-08-03T07:00", "to=2026-08-03T14:10", "reason=")
                        .body())
                .contains("Give a reason");
        assertThat(desk.post("/shifts/" + shift + "/correction", "from=2026-08-03T07:00", "to=2026-08-03T14:10",
                "reason=the phone was flat").body())
                .contains("Hours worked are recorded", "recorded by the coordinator");
        assertThat(desk.follow("/shifts/worked.csv?from=2026-08-03&to=2026-08-03").body())
                .as("hours after signing in, an export asks who it is").contains("Confirm it is you");
        desk = Browser.of(app, port, day.cast.coordinator(), day.cast.agency(), Role.COORDINATOR);
        var csv = desk.get("/shifts/worked.csv?from=2026-08-03&to=2026-08-03");
        assertThat(csv.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("text/csv"));
        assertThat(csv.body()).contains("Dana Vega", "2026-08-03 07:00", ",430,420,420,7.00,1,OFFICER,")
                .doesNotContain("Lee Ortega");
        assertThat(desk.get("/shifts/worked.csv?from=2026-08-03&to=2026-08-03&by=school").body())
                .isEqualTo(
                        "school,shifts,worked_minutes,payable_minutes,paid_minutes,paid_hours\r\nOcotillo High,1,430,420,420,7.00\r\n");
    }

    @Test
    void everyActCanBeTakenBack() {
        var shift = accept(dana, post);
        desk.get("/shifts/" + shift);
        assertThat(desk.post("/shifts/" + shift + "/cancellation", "reason=needed elsewhere").body())
                .contains("the post is offered again", "needed elsewhere");
        assertThat(day.stateOf(post)).isEqualTo("OPEN");
        assertThat(desk.post("/shifts/" + shift + "/reinstatement", "reason=not needed after all").body())
                .contains("Shift restored");
        assertThat(day.stateOf(post)).isEqualTo("FILLED");
        clock.setTo(START);
        var phone = Browser.of(app, port, dana.person(), day.cast.agency(), Role.OFFICER);
        phone.get("/my-day");
        phone.post("/shifts/" + shift + "/check-in", "code=" + day.deskCode());
        assertThat(phone.post("/shifts/" + shift + "/check-in/undo").body()).contains("Undone.", "Front-desk code");
        phone.post("/shifts/" + shift + "/check-in", "code=" + day.deskCode());
        assertThat(desk.post("/shifts/" + shift + "/check-in/reversal", "reason=wrong school").body())
                .contains("Scheduled");
    }

    @Test
    void aMissedShiftCannotComeBackOnceAnotherOfficerHasThePost() {
        var shift = accept(dana, post);
        clock.setTo(START.plus(Duration.ofMinutes(25)));
        desk.get("/shifts/" + shift);
        desk.post("/shifts/" + shift + "/no-show");
        accept(day.officer("Lee Ortega"), post);
        assertThat(desk.post("/shifts/" + shift + "/reinstatement", "reason=they came late").body())
                .contains("Another officer took this post first");
    }

    @Test
    void theFrontDeskConfirmsWhoIsThereAndOnlyAtItsOwnSchool() {
        var shift = accept(dana, post);
        clock.setTo(START);
        var phone = Browser.of(app, port, dana.person(), day.cast.agency(), Role.OFFICER);
        phone.get("/my-day");
        phone.post("/shifts/" + shift + "/check-in", "latitude=33.4485", "longitude=-112.0741", "accuracy=10");
        var elsewhere = principal("elsewhere", UUID.randomUUID());
        elsewhere.get("/shifts");
        assertThat(elsewhere.post("/shifts/" + shift + "/presence").statusCode()).isEqualTo(404);
        var here = principal("here", day.school);
        here.get("/shifts/" + shift);
        here.post("/shifts/" + shift + "/presence");
        assertThat(((State.OnPost) story.as(day.cast.agency(), () -> shifts.get(shift)).state()).punch().proven())
                .isTrue();
        assertThat(here.post("/shifts/" + shift + "/cancellation", "reason=because").statusCode()).isEqualTo(403);
    }

    @Test
    void aPositionThatDoesNotFitLetsTheOfficerInAndIsShownToTheDeskAndTheCoordinator() {
        var shift = accept(dana, post);
        clock.setTo(START);
        var phone = Browser.of(app, port, dana.person(), day.cast.agency(), Role.OFFICER);
        phone.get("/my-day");
        long longAgo = START.minus(Duration.ofMinutes(15)).toEpochMilli();
        assertThat(phone.post("/shifts/" + shift + "/check-in", "latitude=33.4485", "longitude=-112.0741", "accuracy=0",
                "taken=" + longAgo).body())
                .contains("The front desk must still confirm");
        String[] signs = {"Needs review", "claims to know its location to within 0 feet",
                "differ from the check-in by 15 min, more than 2 min"};
        assertThat(principal("here", day.school).get("/school").body()).contains(signs);
        assertThat(desk.get("/shifts/" + shift).body()).contains(signs);
        assertThat(desk.get("/shifts?state=DOUBTED").body()).contains("Dana Vega", "Needs review");
        assertThat(phone.get("/shifts/" + shift).body()).as("nothing is kept from the officer").contains(signs);
        desk.post("/shifts/" + shift + "/presence");
        assertThat(desk.get("/shifts/" + shift).body()).as("the desk saw them, and the sign stays")
                .contains("seen by the front desk").contains(signs);
    }

    @Test
    void aPositionForgottenAfterItsKeepingTimeLeavesWhatItSaid() {
        var shift = accept(dana, post);
        clock.setTo(START);
        var phone = Browser.of(app, port, dana.person(), day.cast.agency(), Role.OFFICER);
        phone.get("/my-day");
        phone.post("/shifts/" + shift + "/check-in", "latitude=33.4485", "longitude=-112.0741", "accuracy=10");
        int forgotten = story.as(day.cast.agency(), () -> app.getBeansOfType(RecordKeeper.class).values().stream()
                .filter(k -> k.kind().equals("CHECK_IN_POSITION")).findFirst().orElseThrow()
                .forget(START.plusSeconds(1)));
        assertThat(forgotten).isEqualTo(1);
        assertThat(desk.get("/shifts/" + shift).body()).contains("on campus, ");
    }

    @Test
    void aShiftIsTradedToAColleagueByTheirOwnAct() {
        var lee = day.officer("Lee Ortega");
        var shift = accept(dana, post);
        var danasPhone = Browser.of(app, port, dana.person(), day.cast.agency(), Role.OFFICER);
        assertThat(danasPhone.get("/shifts/" + shift + "/trade").body()).contains("Lee Ortega");
        assertThat(danasPhone.post("/shifts/" + shift + "/trades", "officer=" + lee.id()).body())
                .contains("Offered to Lee Ortega");
        var leesPhone = Browser.of(app, port, lee.person(), day.cast.agency(), Role.OFFICER);
        var offers = leesPhone.get("/offers").body();
        assertThat(offers).contains("Offered to you by colleagues", "from Dana Vega");
        var trade = java.util.regex.Pattern.compile("/trades/([0-9a-f-]{36})/acceptance").matcher(offers);
        assertThat(trade.find()).isTrue();
        assertThat(danasPhone.post("/trades/" + trade.group(1) + "/acceptance").statusCode()).isEqualTo(404);
        assertThat(leesPhone.post("/trades/" + trade.group(1) + "/acceptance").body()).contains("The post is yours",
                "Scheduled");
        story.run(day.cast.agency(), () -> {
            assertThat(shifts.get(shift).state()).isInstanceOf(State.GivenBack.class);
            assertThat(shifts.holderOf(post).orElseThrow().officerId()).isEqualTo(lee.id());
        });
        assertThat(leesPhone.post("/trades/" + trade.group(1) + "/acceptance").body()).contains("has been decided");
    }

    @Test
    void aCancelledPostTakesItsShiftWithIt() {
        var shift = accept(dana, post);
        story.run(day.cast.agency(), () -> posts.cancel(post, "no students that day"));
        assertThat(story.as(day.cast.agency(), () -> shifts.get(shift)).state())
                .isEqualTo(new State.Cancelled(TestClock.START, "no students that day"));
        assertThat(day.stateOf(post)).isEqualTo("CANCELLED");
    }

    @Test
    void theListIsSearchedAndTakenHomeByItsReadersOnly() {
        accept(dana, post);
        assertThat(desk.get("/shifts?q=vega&state=SCHEDULED").body()).contains("Dana Vega", "Ocotillo High");
        assertThat(desk.get("/shifts?q=nobody").body()).doesNotContain("Dana Vega");
        assertThat(desk.get("/shifts.csv?sort=officer").body()).contains("Dana Vega").contains("SCHEDULED");
        var phone = Browser.of(app, port, dana.person(), day.cast.agency(), Role.OFFICER);
        assertThat(phone.get("/shifts").statusCode()).isEqualTo(403);
        assertThat(phone.get("/shifts/worked.csv?from=2026-08-03&to=2026-08-03").statusCode()).isEqualTo(403);
        var stranger = new PostedDay(app);
        assertThat(Browser.of(app, port, stranger.cast.coordinator(), stranger.cast.agency(), Role.COORDINATOR)
                .get("/shifts").body()).doesNotContain("Dana Vega");
    }

    @Test
    void aCalendarAddressWorksWithoutSigningInUntilItIsStopped() {
        accept(dana, post);
        var phone = Browser.of(app, port, dana.person(), day.cast.agency(), Role.OFFICER);
        phone.get("/calendar-feed");
        var made = java.util.regex.Pattern.compile("(/calendar-feed/[A-Za-z0-9_-]{43}\\.ics)")
                .matcher(phone.post("/calendar-feed").body());
        assertThat(made.find()).isTrue();
        var anybody = new Browser(port);
        assertThat(anybody.get(made.group(1)).body()).startsWith("BEGIN:VCALENDAR\r\n")
                .contains("SUMMARY:Ocotillo High", "DTSTART:20260803T141000Z");
        phone.post("/calendar-feed/revocation");
        assertThat(anybody.get(made.group(1)).statusCode()).isEqualTo(404);
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
