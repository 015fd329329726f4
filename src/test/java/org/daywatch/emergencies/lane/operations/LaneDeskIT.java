package org.daywatch.emergencies.lane.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.daywatch_db.emergencies.Tables.PRESS;

import java.time.Duration;
import java.util.UUID;
import org.daywatch._story.DaywatchIT;
import org.daywatch._story.PostedDay;
import org.daywatch._story.Story;
import org.daywatch._story.Visitor;
import org.daywatch.emergencies.AlertStatus;
import org.daywatch.emergencies.ProtocolAction;
import org.daywatch.emergencies.lane.LaneEntry;
import org.daywatch.emergencies.lane.log.LaneLog;
import org.daywatch.platform.identity.Organizations;
import org.daywatch.platform.identity.Role;
import org.daywatch.platform.persistence.Ids;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** A press that PostgreSQL refuses stands on the operations page by its id, and those after it are stored. */
@DaywatchIT
class LaneDeskIT {

    private static final Duration SOON = Duration.ofSeconds(60);

    @Autowired ApplicationContext app;
    @Autowired Story story;
    @Autowired Visitor visitor;
    @Autowired Organizations organizations;
    @Autowired LaneLog lane;
    @Autowired DSLContext db;

    @Test
    void aPressThatIsRefusedIsToldOfAndHoldsUpNoOther() throws Exception {
        var day = new PostedDay(app);
        var admin = story.as(day.cast.agency(), () -> organizations.join(day.cast.agency(),
                "admin" + day.cast.suffix() + "@story.example", "Lee Park", Role.AGENCY_ADMIN, null));
        var operator = visitor.signedIn(admin, day.cast.agency(), Role.AGENCY_ADMIN);
        assertThat(operator.get("/operations").body()).contains("Rejected alerts",
                "Alerts not yet saved in the database");
        var bad = pressed(day, "a sign no database takes: \u0000");
        var good = pressed(day, "Room 12");
        await().atMost(SOON).untilAsserted(() -> assertThat(operator.get("/operations/lane").body())
                .contains("Rejected by the database: 1", bad.toString(), "Ocotillo High", "Real: Hold"));
        await().atMost(SOON).until(() -> story.as(day.cast.agency(), () -> db.fetchExists(PRESS, PRESS.ID.eq(good))));
        assertThat(operator.get("/operations/lane").body()).doesNotContain(good.toString());
        var other = new PostedDay(app);
        var stranger = story.as(other.cast.agency(), () -> organizations.join(other.cast.agency(),
                "admin" + other.cast.suffix() + "@story.example", "Kim Low", Role.AGENCY_ADMIN, null));
        assertThat(visitor.signedIn(stranger, other.cast.agency(), Role.AGENCY_ADMIN).get("/operations/lane").body())
                .as("another agency").doesNotContain(bad.toString());
    }

    private UUID pressed(PostedDay day, String note) throws Exception {
        var id = Ids.next();
        lane.accept(new LaneEntry.Press(id, day.cast.agency(), day.cast.mesquite(), day.school, AlertStatus.ACTUAL,
                ProtocolAction.HOLD, "", null, "Gym", note, LaneEntry.Source.WEB, null, "Ana Cruz", null,
                java.time.Instant.now())).get();
        return id;
    }
}
