package org.daywatch.planning;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.UUID;
import org.daywatch._story.DaywatchIT;
import org.daywatch._story.SchoolRoll;
import org.daywatch._story.Story;
import org.daywatch._story.TestClock;
import org.daywatch._story.Visitor;
import org.daywatch._story.Visitor.Visit;
import org.daywatch.planning.drills.DrillCommand.By;
import org.daywatch.planning.drills.DrillCommands;
import org.daywatch.platform.identity.Organizations;
import org.daywatch.platform.identity.Role;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Whatever is refused in this room comes back with what was typed, and says what to do. */
@DaywatchIT
class TypedTextStaysIT {

    @Autowired Story story;
    @Autowired TestClock clock;
    @Autowired Visitor visitor;
    @Autowired Organizations organizations;
    @Autowired DrillCommands commands;
    @Autowired DSLContext db;
    private Story.Cast cast;
    private UUID school;
    private Visit principal;
    private Visit director;

    @BeforeEach
    void aSchool() {
        clock.setTo("2026-08-04T16:00:00Z"); // Tuesday, nine in the morning in Phoenix
        cast = story.cast();
        school = story.as(cast.mesquite(), () -> SchoolRoll.write(db, cast, cast.mesquite(), 1, 1)).school();
        principal = member("principal", Role.PRINCIPAL, school);
        director = member("director", Role.SAFETY_DIRECTOR, null);
    }

    @Test
    void inTheFormsOfADrill() {
        String drill = drill();
        refused(principal.post(drill + "/move", "day", "2026-02-31", "at", "10:15"), "2026-02-31", "value=\"10:15\"",
                "is not a date");
        refused(principal.post(drill + "/call-off", "why", " "), "Enter a few words");
        refused(principal.post(drill + "/notices/families", "how", ""), "Enter a few words");
        assertThat(principal.get(drill + "/observing").body()).as("nobody is asked what they saw before it began")
                .contains("This drill is not running.").doesNotContain("name=\"place\"");
        refused(principal.post(drill + "/observing", "place", "North gate", "words", "It rained.", "HEARD", "NO"),
                "value=\"North gate\"", "It rained.");
    }

    @Test
    void inTheReviewOfADrill() {
        String drill = held();
        refused(principal.post(drill + "/record", "population", "many", "weather", "Hail", "problems",
                "The gym did not hear it."), "value=\"many\"", "value=\"Hail\"", "The gym did not hear it.");
        refused(principal.post(drill + "/ratings", "words-COMMAND", "Two people led.", "rating-ALERTING", "S",
                "words-ALERTING", "Too soft."), "Two people led.", "Too soft.",
                "Choose a rating for the comment you entered.", "value=\"S\" selected");
        refused(principal.post(drill + "/ratings"), "Rate at least one thing");
        refused(principal.post(drill + "/ratings", "rating-ALERTING", "A"), "Choose one from the list.");
        refused(principal.post(drill + "/improvements", "capability", "MEDICAL", "issue", "No kit in the gym", "action",
                "Hang one there", "owner", "Nurse", "external", "true", "due", "2026-08-01", "form",
                UUID.randomUUID().toString()), "No kit in the gym", "Hang one there", "value=\"Nurse\"",
                "value=\"MEDICAL\" selected", "value=\"2026-08-01\"");
        principal.post(drill + "/ratings", "rating-ALERTING", "S", "words-ALERTING", "Too soft.", "rating-COMMAND", "P",
                "words-COMMAND", "");
        assertThat(principal.get(drill + "/review").body()).as("several at once")
                .contains("S: performed with some challenges", "Too soft.", "P: performed without challenges");
    }

    @Test
    void inThePlanOfAYear() {
        var answer = principal.post("/drills/schools/" + school + "/plan", "kind0", "FIRE", "day0", "2026-13-01", "at0",
                "10:00", "was0", "2026-09-01 10:00", "take0", "true", "form",
                UUID.randomUUID().toString());
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("2026-13-01");
    }

    @Test
    void inMeetingsOfTheTeam() {
        refused(principal.post("/team/schools/" + school + "/meetings", "day", "2026-08-20", "begins", "noon", "place",
                "Library", "form", UUID.randomUUID().toString()), "value=\"2026-08-20\"",
                "value=\"Library\"", "noon");
        principal.post("/team/schools/" + school + "/meetings", "day", "2026-08-20", "begins", "15:00", "place",
                "Library", "form", UUID.randomUUID().toString());
        String page = principal.get("/team/schools/" + school).body();
        int at = page.indexOf("href=\"/team/meetings/") + 6;
        String meeting = page.substring(at, page.indexOf('"', at));
        refused(principal.post(meeting + "/move", "day", "someday", "begins", "15:30", "place", "Gym"), "someday",
                "value=\"15:30\"", "value=\"Gym\"");
        refused(principal.post(meeting + "/calling-off", "why", ""), "Enter a few words");
        String tooLong = "a".repeat(301);
        refused(principal.post(meeting + "/items", "title", tooLong), tooLong);
    }

    @Test
    void inPlansAndAgreements() {
        String plan = principal.post("/schools/" + school + "/operations-plans").headers().firstValue("location")
                .orElseThrow();
        refused(principal.post(plan + "/openings", "purpose", "why"), "value=\"why\"");
        var coordinator = visitor.signedIn(cast.coordinator(), cast.agency(), Role.COORDINATOR);
        String agreement = coordinator
                .post("/service-agreements", "school", school.toString(), "kind", "MOU", "start", "2026-08-04", "due",
                        "2026-11-01", "ends", "2027-06-30", "language", "en")
                .headers().firstValue("location").orElseThrow();
        coordinator.post(agreement + "/offer", "why", "As agreed with the board.");
        refused(director.post(agreement + "/signature", "name", "Somebody Else", "hash", "x"),
                "value=\"Somebody Else\"");
        refused(coordinator.post(agreement + "/end", "why", ""), "End agreement");
    }

    private static void refused(HttpResponse<String> answer, String... kept) {
        assertThat(answer.statusCode()).isBetween(400, 409);
        assertThat(answer.body()).contains(kept);
    }

    private String drill() {
        return principal
                .post("/drills/schools/" + school + "/new", "kind", "FIRE", "day", "2026-08-04", "at", "10:00",
                        "announced", "yes", "simulation", "no", "form", UUID.randomUUID().toString())
                .headers().firstValue("location").orElseThrow();
    }

    /** Begun on the page and timed by hand. */
    private String held() {
        String drill = drill();
        principal.post(drill + "/start");
        clock.move(Duration.ofMinutes(4));
        story.run(cast.agency(),
                () -> commands.endIfRunning(UUID.fromString(drill.substring(drill.lastIndexOf('/') + 1)),
                        new By(UUID.randomUUID(), "Pat Greer")));
        assertThat(principal.get(drill).body()).contains("After-action review");
        return drill;
    }

    private Visit member(String name, Role role, UUID at) {
        var person = story.as(cast.agency(),
                () -> organizations.join(cast.mesquite(), name + cast.suffix() + "@story.example", name, role, at));
        return visitor.signedIn(person, cast.mesquite(), role);
    }
}
