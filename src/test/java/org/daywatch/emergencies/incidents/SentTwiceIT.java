package org.daywatch.emergencies.incidents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.daywatch_db.emergencies.Tables.CALLER_CLAIM;
import static org.daywatch_db.emergencies.Tables.INCIDENT_RESOURCE;
import static org.daywatch_db.emergencies.Tables.INCIDENT_TASK;

import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import org.daywatch._story.DaywatchIT;
import org.daywatch._story.PostedDay;
import org.daywatch._story.Story;
import org.daywatch._story.TestClock;
import org.daywatch._story.Visitor;
import org.daywatch.platform.identity.Organizations;
import org.daywatch.platform.identity.Role;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** A hurried hand sends the same form again. */
@DaywatchIT
class SentTwiceIT {

    @Autowired ApplicationContext app;
    @Autowired Story story;
    @Autowired TestClock clock;
    @Autowired Visitor visitor;
    @Autowired Organizations organizations;
    @Autowired DSLContext db;

    @ParameterizedTest
    @ValueSource(strings = {"tasks", "units", "claims"})
    void aFormThatIsSentTwiceMakesOneAndOneWithoutItsIdMakesNone(String what) {
        clock.setTo(TestClock.START);
        var day = new PostedDay(app);
        var principal = visitor.signedIn(
                story.as(day.cast.agency(), () -> organizations.join(day.cast.mesquite(),
                        "twice" + day.cast.suffix() + "@story.example", "Robin Sage", Role.PRINCIPAL, day.school)),
                day.cast.mesquite(), Role.PRINCIPAL);
        var opened = principal.post("/incidents", "school", day.school.toString(), "status", "EXERCISE", "title",
                "Gas smell at gate 4", "form", UUID.randomUUID().toString());
        String own = opened.headers().firstValue("location").orElseThrow().replaceFirst("^https?://[^/]+", "");
        String[] typed = {"words", "Open gate 4", "owner", "Coach Bell", "name", "Engine 12", "kind", "FIRE", "state",
                "ORDERED", "place", "", "under", "COMMANDER", "form", UUID.randomUUID().toString()};
        for (int i = 0; i < 3; i++) assertThat(principal.post(own + "/" + what, typed).statusCode()).isEqualTo(302);
        var without = principal.post(own + "/" + what, Arrays.copyOf(typed, typed.length - 2));
        assertThat(without.statusCode()).as("without its id").isEqualTo(400);
        assertThat(without.body()).contains("form: ");
        UUID incident = UUID.fromString(own.substring(own.lastIndexOf('/') + 1));
        var table = Map.of("tasks", INCIDENT_TASK, "units", INCIDENT_RESOURCE, "claims", CALLER_CLAIM).get(what);
        assertThat(story.as(day.cast.agency(),
                () -> db.fetchCount(table, DSL.field("incident_id", UUID.class).eq(incident)))).isOne();
    }
}
