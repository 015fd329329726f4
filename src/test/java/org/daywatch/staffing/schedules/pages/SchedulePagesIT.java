package org.daywatch.staffing.schedules.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.daywatch._story.DaywatchIT;
import org.daywatch._story.PostedDay;
import org.daywatch._story.TestClock;
import org.daywatch._story.Visitor;
import org.daywatch.platform.identity.Role;
import org.daywatch.staffing.schedules.weeks.ScheduleWeek;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** The coordinator's week and the officer's answer, through HTTP and without script. */
@DaywatchIT
class SchedulePagesIT {

    @Autowired ApplicationContext app;
    @Autowired TestClock clock;
    @Autowired Visitor visitor;

    private ScheduleWeek week;
    private Visitor.Visit desk;

    @BeforeEach
    void aWeekStandsOpen() {
        clock.setTo("2026-08-08T14:00:00Z"); // Saturday
        week = new ScheduleWeek(app);
        desk = visitor.signedIn(week.day.cast.coordinator(), week.agency(), Role.COORDINATOR);
    }

    @Test
    void theNextWeekIsFilledInOneClickWatchedPublishedAndAnswered() {
        assertThat(desk.get("/rosters").body()).contains("Aug 10", "No schedule has been calculated", "Fill week",
                "Ocotillo High", "Unfilled");
        assertThat(desk.post("/rosters", "week", "2026-08-10", "ranks", "1").statusCode()).isEqualTo(302);
        assertThat(desk.get("/rosters").body()).contains("Waiting to start", "Stop and keep the best so far");
        assertThat(week.work()).isTrue();
        var filled = desk.get("/rosters").body();
        assertThat(filled).contains("Calculated.", "10 / 10", "Proposed", "Dana Vega").containsAnyOf("(proven)",
                "no allowed schedule is better");

        var id = latest(filled);
        assertThat(desk.get("/rosters/" + id + "/publication").body()).contains("10 posts are reserved for 2 officers");
        assertThat(desk.post("/rosters/" + id + "/publication", "reason", "").statusCode()).isEqualTo(302);
        assertThat(desk.get("/rosters").body()).contains("Publishing schedule").doesNotContain("Fill week again");
        assertThat(desk.post("/rosters/" + id + "/publication", "reason", "").statusCode()).as("a second click")
                .isEqualTo(302);
        assertThat(desk.post("/rosters", "week", "2026-08-10", "ranks", "1").body()).contains("being published");
        assertThat(week.publish()).isTrue();
        assertThat(week.publish()).as("asked twice, done once").isFalse();
        assertThat(desk.get("/rosters").body()).contains("Last publication: 10 posts asked", "Asked")
                .as("nothing is left to publish").doesNotContain("/publication");

        var officer = week.officers.stream().filter(
                o -> week.places(UUID.fromString(id)).stream().filter(p -> p.officer().equals(o.id())).count() > 1)
                .findFirst().orElseThrow();
        var phone = phone(officer);
        var offers = phone.get("/offers").body();
        assertThat(offers).contains("Proposed to you", "Accept all", "Decline");
        var theirs = week.places(UUID.fromString(id)).stream().filter(p -> p.officer().equals(officer.id())).toList();
        assertThat(phone.post("/offers/kept/" + theirs.getFirst().post() + "/refusal").statusCode()).isEqualTo(302);
        var fields = theirs.stream().skip(1).flatMap(p -> java.util.stream.Stream.of("post", p.post().toString()))
                .toArray(String[]::new);
        assertThat(phone.post("/offers/kept/acceptance", fields).headers().firstValue("Location").orElse(""))
                .endsWith("/my-shifts");
        assertThat(desk.get("/rosters").body()).contains("Declined", "Accepted");
        assertThat(desk.get("/rosters?state=DECLINED").body()).contains("Ocotillo High");
        assertThat(desk.get("/rosters?q=nowhere").body()).doesNotContain("Ocotillo High");
    }

    @Test
    void aPlaceSaysWhyWhoCouldAndTakesTheCoordinatorsWord() {
        var id = week.filled();
        var place = week.places(id).getFirst();
        String here = "/rosters/" + id + "/places/" + place.post();
        var page = desk.get(here).body();
        assertThat(page).contains("Coverage", "Total", "Next best", "Could take this post",
                "Not eligible: 1. See the rule for each.", "Not available at that time");
        var busy = week.places(id).stream().filter(
                p -> week.posts.indexOf(p.post()) / 2 == week.posts.indexOf(place.post()) / 2 && !p.equals(place))
                .findFirst().orElseThrow();
        assertThat(desk.get(here + "/verdict?officer=" + busy.officer()).body()).contains("data-may=\"false\"",
                "cannot take this post", "Not available at that time");
        var refused = desk.post(here + "/pin", "officer", busy.officer().toString());
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body()).contains("A rule does not allow this officer at this post.",
                "cannot take this post");
        var free = week.officers.stream().map(PostedDay.Officer::id)
                .filter(o -> !o.equals(busy.officer()) && !o.equals(place.officer())).findFirst().orElseThrow();
        assertThat(desk.get(here + "?officer=" + free).body()).contains("can take this post");
        assertThat(desk.post(here + "/pin", "officer", free.toString()).statusCode()).isEqualTo(302);
        assertThat(desk.get("/rosters").body()).contains("Assigned", "Changed by hand since");
        assertThat(desk.post(here + "/unpin").statusCode()).isEqualTo(302);
        assertThat(desk.get("/rosters").body()).doesNotContain("rosters-pinned");
        assertThat(desk.post(here + "/opening").statusCode()).isEqualTo(302);
        assertThat(desk.get(here).body()).contains("Unfilled", "Ways to fill this post");
        assertThat(desk.post(here + "/pin", "officer", "x").statusCode()).isEqualTo(400);
    }

    @Test
    void whereSomebodyCouldStandThePageDoesNotSayThatNobodyElseCould() {
        var story = app.getBean(org.daywatch._story.Story.class);
        var third = week.officers.getLast();
        story.run(week.agency(),
                () -> app.getBean(org.jooq.DSLContext.class).update(org.daywatch_db.staffing.Tables.OFFICER)
                        .set(org.daywatch_db.staffing.Tables.OFFICER.STATE, "SUSPENDED")
                        .where(org.daywatch_db.staffing.Tables.OFFICER.ID.eq(third.id())).execute());
        var id = week.filled();
        String here = "/rosters/" + id + "/places/" + week.places(id).getFirst().post();
        assertThat(desk.get(here).body()).contains("Could take this post: 0", "No other officer could take this post");
        week.day.officer("Kim Larkin"); // joined after the roster was worked out
        assertThat(desk.get(here).body()).contains("Could take this post: 1", "Kim Larkin")
                .doesNotContain("No other officer could take this post");
    }

    @Test
    void anEmptyPlaceSaysInOneLineWhatKeptOfficersAway() {
        week.day.post(java.time.Instant.parse("2026-08-10T14:00:00Z"));
        week.day.post(java.time.Instant.parse("2026-08-10T14:00:00Z"));
        week.filled();
        assertThat(desk.get("/rosters").body()).contains("11 / 12", "3 working elsewhere at that time");
        assertThat(desk.get("/rosters?state=LACKING").body()).contains("Ocotillo High");
    }

    @Test
    void anOfficerGivesAndTakesBackTheirStandingConsentAndAsksWhyNotThem() {
        var dana = phone(week.officers.getFirst());
        assertThat(dana.get("/my-consents?q=Ocotillo").body()).contains("You have not given standing consent",
                "Ocotillo High", "no one else can give this consent");
        assertThat(dana
                .post("/my-consents", "school", week.day.school.toString(), "from", "2026-08-10", "to", "2026-08-16")
                .statusCode()).isEqualTo(302);
        assertThat(dana.get("/my-consents").body()).contains("Ocotillo High, until", "Revoke");
        assertThat(dana
                .post("/my-consents", "school", week.day.school.toString(), "from", "2026-08-10", "to", "2027-08-16")
                .body()).contains("200 days at most");
        var id = week.filled();
        assertThat(desk.get("/rosters/" + id + "/publication").body()).contains("accepted at once by standing consent");
        desk.post("/rosters/" + id + "/publication", "reason", "Proposed in the schedule.");
        week.publish();
        assertThat(desk.get("/rosters").body()).contains("Accepted");
        assertThat(dana.post("/my-consents/" + week.day.school + "/revocation").statusCode()).isEqualTo(302);
        assertThat(dana.get("/my-consents").body()).contains("You have not given standing consent");

        var place = week.places(id).stream().filter(p -> !p.officer().equals(week.officers.getFirst().id())).findFirst()
                .orElseThrow();
        assertThat(dana.get("/why-not-me").body()).contains("Ocotillo High", "/why-not-me/" + place.post());
        var answer = dana.get("/why-not-me/" + place.post());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("Rules that applied to you").doesNotContain("Lee Ortega", "Sam Rivers");
    }

    @Test
    void onlyACoordinatorReadsRostersAndOnlyTheirAgencys() {
        var id = week.filled();
        assertThat(phone(week.officers.getFirst()).get("/rosters").statusCode()).isEqualTo(403);
        var other = new ScheduleWeek(app);
        var stranger = visitor.signedIn(other.day.cast.coordinator(), other.agency(), Role.COORDINATOR);
        assertThat(stranger.get("/rosters/" + id + "/publication").statusCode()).isEqualTo(404);
        assertThat(stranger.post("/rosters/" + id + "/stop").statusCode()).isEqualTo(404);
    }

    private Visitor.Visit phone(PostedDay.Officer officer) {
        return visitor.signedIn(officer.person(), week.agency(), Role.OFFICER);
    }

    private static String latest(String page) {
        return page.replaceFirst("(?s).*?/rosters/([0-9a-f-]{36})/.*", "$1");
    }
}
