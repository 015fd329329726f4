package org.daywatch.emergencies.alerts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.daywatch_db.emergencies.Tables.ALERT;
import static org.daywatch_db.emergencies.Tables.ALERT_CHANGE;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.daywatch._story.DaywatchIT;
import org.daywatch._story.PostedDay;
import org.daywatch._story.Story;
import org.daywatch._story.TestClock;
import org.daywatch.emergencies.AlertStatus;
import org.daywatch.emergencies.ProtocolAction;
import org.daywatch.emergencies.lane.LaneEntry;
import org.daywatch.platform.persistence.Ids;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/**
 * Two ended an alert, every screen was told, and the database server was lost before its standby had that: the nodes
 * know it better than the database.
 */
@DaywatchIT
class EndLostWithItsServerIT {

    @Autowired ApplicationContext app;
    @Autowired Story story;
    @Autowired TestClock clock;
    @Autowired AlertIntake intake;
    @Autowired SchoolBoard board;
    @Autowired DSLContext db;

    private PostedDay day;
    private UUID alert;

    @BeforeEach
    void anAlertThatOnlyTheScreensKnowToBeOver() {
        clock.setTo(TestClock.START);
        day = new PostedDay(app);
        var press = press("Ana Cruz");
        intake.heard(press);
        intake.store(List.of(press));
        alert = press.id();
        var a = board.find(alert).orElseThrow();
        board.stored(new Alert(a.agencyId(), a.id(), a.districtId(), a.schoolId(), a.status(), a.action(), a.detail(),
                a.place(), a.presser(), a.raisedAt(),
                new Alert.State.Ended(clock.instant(), "Ana Cruz, Ben Ortiz"), Map.of(), 3, 1));
        assertThat(state(alert)).isEqualTo("ACTIVE");
    }

    @Test
    void asSoonAsAnotherServerAnswersItIsOverThereTooWithTheNamesOfTheTwo() {
        intake.anotherServer();
        intake.anotherServer();
        assertThat(state(alert)).isEqualTo("ENDED");
        assertThat(story.as(day.cast.agency(),
                () -> db.select(ALERT_CHANGE.BY_NAME).from(ALERT_CHANGE).where(ALERT_CHANGE.ALERT_ID.eq(alert))
                        .and(ALERT_CHANGE.KIND.eq("AlertEnded"))
                        .fetch(ALERT_CHANGE.BY_NAME)))
                .containsExactly("Ana Cruz, Ben Ortiz");
    }

    @Test
    void aPressSinceThenIsAnAlertOfItsOwnWhichStandsOnTheScreens() {
        clock.move(Duration.ofMinutes(1));
        var later = press("Robin Alder");
        assertThat(intake.heard(later)).isEqualTo(later.id());
        intake.store(List.of(later));
        assertThat(board.over(later.id())).isFalse();
        assertThat(state(later.id())).isEqualTo("ACTIVE");
        assertThat(state(alert)).isEqualTo("ENDED");
    }

    private LaneEntry.Press press(String presser) {
        return new LaneEntry.Press(Ids.next(), day.cast.agency(), day.cast.mesquite(), day.school, AlertStatus.ACTUAL,
                ProtocolAction.LOCKDOWN, "", null, "", "", LaneEntry.Source.WEB, null, presser, null,
                clock.instant());
    }

    private String state(UUID id) {
        return story.as(day.cast.agency(),
                () -> db.select(ALERT.STATE).from(ALERT).where(ALERT.ID.eq(id)).fetchSingle(ALERT.STATE));
    }
}
