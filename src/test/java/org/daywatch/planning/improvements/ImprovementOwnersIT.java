package org.daywatch.planning.improvements;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.UUID;
import org.daywatch._story.DaywatchIT;
import org.daywatch._story.PostedDay;
import org.daywatch._story.Story;
import org.daywatch._story.TestClock;
import org.daywatch._story.Visitor;
import org.daywatch._story.Visitor.Visit;
import org.daywatch.platform.identity.Organizations;
import org.daywatch.platform.identity.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Somebody of the school is made the owner of an improvement. */
@DaywatchIT
class ImprovementOwnersIT {

    @Autowired ApplicationContext app;
    @Autowired Story story;
    @Autowired TestClock clock;
    @Autowired Visitor visitor;
    @Autowired Organizations organizations;
    @Autowired ImprovementReminders reminders;

    private PostedDay day;
    private Visit principal;

    @BeforeEach
    void aSchoolWithItsPeople() {
        clock.setTo("2026-08-04T16:00:00Z"); // Tuesday, nine in the morning in Phoenix
        day = new PostedDay(app);
        principal = member("principal", Role.PRINCIPAL, day.school);
    }

    @Test
    void anOwnerWithAnAccountIsToldSeesItOnTheirFirstScreenAndDoesNotVerifyTheirOwnWork() {
        var quinn = member("Quinn Marlow", Role.TEACHER, day.school);
        var other = member("Other Teacher", Role.TEACHER, day.school);
        var unknown = agreed("Qinn Marlow");
        assertThat(unknown.statusCode()).isEqualTo(400);
        assertThat(unknown.body()).contains("No one named “Qinn Marlow” was found at this school",
                "Quinn Marlow, Teacher", "The light in 102 stays on");
        String own = agreed("Quinn Marlow, Teacher").headers().firstValue("location").orElseThrow();
        assertThat(quinn.get("/inbox").body()).contains("improvement assigned to you, due");
        assertThat(quinn.get("/alert").body()).contains("Assigned to you, due", "The light in 102 stays on");
        assertThat(other.get("/alert").body()).doesNotContain("The light in 102 stays on");
        assertThat(other.post(own + "/done", "words", "I did it.").statusCode()).isEqualTo(403);
        clock.move(Duration.ofDays(10));
        story.run(day.cast.agency(), () -> reminders.remind());
        quinn = member("Quinn Marlow", Role.TEACHER, day.school); // her session is over
        assertThat(quinn.get("/inbox").body()).contains("improvement due");
        quinn.post(own + "/done", "words", "A second switch beside the corner.");
        assertThat(quinn.get(own).body()).contains("Done, not verified").doesNotContain("What you checked");
        assertThat(quinn.post(own + "/verification", "words", "Fine.").statusCode()).isEqualTo(403);
        principal = member("principal", Role.PRINCIPAL, day.school);
        principal.post(own + "/verification", "words", "Sat in the corner.");
        assertThat(principal.get(own).body()).contains("Verified by principal");
    }

    private HttpResponse<String> agreed(String owner) {
        return principal.post("/improvements", "school", day.school.toString(), "issue", "The light in 102 stays on",
                "action", "A second switch", "owner", owner, "due", "2026-08-20", "form",
                UUID.randomUUID().toString());
    }

    private Visit member(String name, Role role, UUID school) {
        var person = story.as(day.cast.agency(), () -> organizations.join(day.cast.mesquite(),
                name.replace(' ', '.') + day.cast.suffix() + "@story.example", name, role, school));
        return visitor.signedIn(person, day.cast.mesquite(), role);
    }
}
