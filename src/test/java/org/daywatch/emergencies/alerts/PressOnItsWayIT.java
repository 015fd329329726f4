package org.daywatch.emergencies.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.daywatch._story.DaywatchIT;
import org.daywatch._story.PostedDay;
import org.daywatch._story.Story;
import org.daywatch._story.TestClock;
import org.daywatch._story.Visitor;
import org.daywatch.emergencies.AlertStatus;
import org.daywatch.emergencies.ProtocolAction;
import org.daywatch.emergencies.lane.LaneEntry;
import org.daywatch.platform.identity.Organizations;
import org.daywatch.platform.identity.Role;
import org.daywatch.platform.persistence.Ids;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Screens hear of a press before the database has it: its page is asked for in between. */
@DaywatchIT
class PressOnItsWayIT {

    @Autowired ApplicationContext app;
    @Autowired Story story;
    @Autowired TestClock clock;
    @Autowired Visitor visitor;
    @Autowired Organizations organizations;
    @Autowired AlertIntake intake;

    @Test
    void whoFollowsTheLineOfAPressBeforeItIsStoredWaitsForItAndIsNotToldThatThereIsNone() {
        clock.setTo(TestClock.START);
        var day = new PostedDay(app);
        var person = story.as(day.cast.mesquite(), () -> organizations.join(day.cast.mesquite(),
                "waits" + day.cast.suffix() + "@story.example", "Pat Greer", Role.PRINCIPAL, day.school));
        var principal = visitor.signedIn(person, day.cast.mesquite(), Role.PRINCIPAL);
        var press = new LaneEntry.Press(Ids.next(), day.cast.agency(), day.cast.mesquite(), day.school,
                AlertStatus.ACTUAL, ProtocolAction.LOCKDOWN, "", null, "", "", LaneEntry.Source.WEB, null, "Ana Cruz",
                null, clock.instant());
        intake.heard(press);
        var asked = CompletableFuture.supplyAsync(() -> principal.get("/alerts/" + press.id()).statusCode());
        assertThat(asked).failsWithin(Duration.ofMillis(500));
        intake.store(List.of(press));
        assertThat(asked).succeedsWithin(Duration.ofSeconds(10)).isEqualTo(200);
        assertThat(principal.get("/alerts/" + Ids.next()).statusCode()).as("nobody pressed it").isEqualTo(404);
    }
}
