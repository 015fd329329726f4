package org.daywatch.emergencies.alerts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.daywatch_db.emergencies.Tables.ROOM_RELEASE;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.daywatch._story.DaywatchIT;
import org.daywatch._story.PostedDay;
import org.daywatch._story.Story;
import org.daywatch._story.TestClock;
import org.daywatch._story.Visitor;
import org.daywatch.directory.sites.Schools;
import org.daywatch.emergencies.AlertStatus;
import org.daywatch.emergencies.ProtocolAction;
import org.daywatch.emergencies.lane.LaneEntry;
import org.daywatch.platform.identity.Organizations;
import org.daywatch.platform.identity.Role;
import org.daywatch.platform.persistence.Ids;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Danger comes back while rooms are being let out of a lockdown. */
@DaywatchIT
class LockedDownAgainIT {

    @Autowired ApplicationContext app;
    @Autowired Story story;
    @Autowired TestClock clock;
    @Autowired Visitor visitor;
    @Autowired Organizations organizations;
    @Autowired AlertIntake intake;
    @Autowired DSLContext db;
    private PostedDay day;

    @Test
    void aLockdownPressedAgainHoldsForAllRoomsAndEachIsLetOutOnceMore() {
        clock.setTo(TestClock.START);
        day = new PostedDay(app);
        var principal = story.as(day.cast.mesquite(), () -> organizations.join(day.cast.mesquite(),
                "principal" + day.cast.suffix() + "@story.example", "Pat Greer", Role.PRINCIPAL, day.school));
        var leads = visitor.signedIn(principal, day.cast.mesquite(), Role.PRINCIPAL);
        var rooms = story.as(day.cast.agency(), () -> {
            var schools = app.getBean(Schools.class);
            var building = schools.addBuilding(day.school, "Main");
            return List.of(schools.addRoom(day.school, building, "Room 12", "1", null),
                    schools.addRoom(day.school, building, "Room 14", "1", null));
        });
        var lockdown = lockdown();
        intake.store(List.of(lockdown));
        var own = "/alerts/" + lockdown.id();
        var late = lockdown();
        clock.move(Duration.ofMinutes(5));
        for (int i = 0; i < 2; i++) leads.post(own + "/rooms/" + rooms.getFirst() + "/release");
        intake.store(List.of(late));
        assertThat(leads.get(own).body()).as("the press was accepted before the first room was let out")
                .contains("Rooms to release: 1", "choose Lockdown: all rooms are locked down again")
                .doesNotContain(own + "/change\"");

        clock.move(Duration.ofMinutes(1));
        intake.store(List.of(lockdown()));
        assertThat(leads.get(own).body()).contains("Rooms to release: 2", "Active", own + "/change\"");
        clock.move(Duration.ofMinutes(1));
        for (UUID room : rooms) leads.post(own + "/rooms/" + room + "/release");
        assertThat(leads.get(own).body()).contains("Rooms to release: 0");
        assertThat(story.as(day.cast.agency(), () -> db.fetchCount(ROOM_RELEASE))).as("one room twice, the other once")
                .isEqualTo(3);
    }

    private LaneEntry.Press lockdown() {
        return new LaneEntry.Press(Ids.next(), day.cast.agency(), day.cast.mesquite(), day.school, AlertStatus.ACTUAL,
                ProtocolAction.LOCKDOWN, "", null, "", "", LaneEntry.Source.WEB, null,
                "Ana Cruz", null, clock.instant());
    }
}
