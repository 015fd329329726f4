package org.daywatch.emergencies.reach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.daywatch_db.emergencies.Tables.ALERT;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.daywatch._story.DaywatchIT;
import org.daywatch._story.PostedDay;
import org.daywatch._story.Story;
import org.daywatch._story.TestClock;
import org.daywatch.emergencies.AlertStatus;
import org.daywatch.emergencies.ProtocolAction;
import org.daywatch.emergencies.alerts.AlertStore;
import org.daywatch.emergencies.lane.LaneEntry;
import org.daywatch.emergencies.lane.LaneListener;
import org.daywatch.emergencies.reach.escalation.ScriptedOutlets;
import org.daywatch.platform.identity.Organizations;
import org.daywatch.platform.identity.Role;
import org.daywatch.platform.persistence.Ids;
import org.daywatch.platform.tenancy.Scope;
import org.daywatch.platform.tenancy.Tenancy;
import org.daywatch.platform.time.Elapsed;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/**
 * Messages on a server whose time of day is wrong.
 *
 * <p>F-10, P-05 of docs/security.
 */
@DaywatchIT
class ReachClockIT {

    @Autowired ApplicationContext app;
    @Autowired Story story;
    @Autowired TestClock clock;
    @Autowired Organizations organizations;
    @Autowired List<LaneListener> listeners;
    @Autowired AlertStore alerts;
    @Autowired ReachStore reach;
    @Autowired ReachBoard board;
    @Autowired SchoolPeople people;
    @Autowired DSLContext db;

    private final ScriptedOutlets outlets = new ScriptedOutlets();
    private PostedDay day;
    private UUID district;
    private ReachWatch watch;
    private long nanos;

    @BeforeEach
    void aSchoolWithThreeTeachersWhoseScreensAreDark() {
        clock.setTo(TestClock.START);
        day = new PostedDay(app);
        district = day.cast.mesquite();
        for (int i = 0; i < 3; i++) {
            String name = "teacher" + i;
            story.run(district, () -> organizations.join(district, name + day.cast.suffix() + "@story.example", name,
                    Role.TEACHER, day.school));
        }
        beginAnew();
        pass(Duration.ofMinutes(10)); // whoever works here did so five minutes ago too
    }

    /**
     * A server's time that is put right makes no alert old and no message late; it counts only for what was told before
     * the node began.
     */
    @Test
    void aClockThatJumpsByMinutesOrADayChangesNothingOfWhatIsSentWhen() {
        for (var jump : List.of(Duration.ofMinutes(-5), Duration.ofMinutes(5), Duration.ofDays(1))) {
            round();
            var alert = raise();
            int before = outlets.offered().size();
            pass(Duration.ofSeconds(1));
            clock.move(jump); // before the first look at it
            round();
            pass(Duration.ofSeconds(13));
            round();
            assertThat(outlets.offered()).as("%s: 14 s after the press", jump).hasSize(before);
            clock.move(jump.negated()); // and put right again
            pass(Duration.ofSeconds(2));
            round();
            assertThat(outlets.offered()).as("%s: 16 s after the press", jump).hasSize(before + 3);
            clock.move(jump);
            pass(Duration.ofSeconds(9));
            round();
            assertThat(outlets.offered()).as("%s: push has its ten seconds", jump).hasSize(before + 3);
            pass(Duration.ofSeconds(1));
            round();
            var texts = outlets.offered().subList(before + 3, outlets.offered().size());
            assertThat(texts).as("%s", jump).hasSize(3).allSatisfy(o -> assertThat(o.way()).isEqualTo(Way.SMS))
                    .allSatisfy(o -> assertThat(Duration.between(clock.instant(), o.expires()))
                            .isBetween(Duration.ofMinutes(14), Duration.ofMinutes(15)));
            story.run(district, () -> db.update(ALERT).set(ALERT.STATE, "ENDED").set(ALERT.SINCE, clock.instant())
                    .set(ALERT.ENDED_BY, "two").where(ALERT.ID.eq(alert)).execute());
            pass(Duration.ofMinutes(1));
        }
    }

    @Test
    void afterARestartTheTimeOfDaySaysHowOldAnAlertIs() {
        var alert = raise();
        pass(Duration.ofSeconds(20));
        beginAnew();
        round();
        assertThat(outlets.offeredTo(Way.PUSH)).as("20 s after the press").hasSize(3);
        pass(Duration.ofMinutes(15));
        beginAnew();
        round();
        assertThat(outlets.offered()).as("no news any more: %s", alert).hasSize(3);
    }

    /** As a node that has just started: it knows nothing but what is stored, and the time of day. */
    private void beginAnew() {
        var elapsed = new Elapsed(clock, () -> nanos);
        watch = new ReachWatch(alerts, people, reach, board, outlets.escalation(app, elapsed), elapsed, clock);
    }

    private void pass(Duration time) {
        clock.move(time);
        nanos += time.toNanos();
    }

    private UUID raise() {
        var press = new LaneEntry.Press(Ids.next(), day.cast.agency(), district, day.school, AlertStatus.ACTUAL,
                ProtocolAction.LOCKDOWN, "", null, "", "", LaneEntry.Source.WEB, null, "Somebody",
                null, clock.instant());
        listeners.forEach(l -> l.heard(press));
        Tenancy.run(Scope.system(district), () -> listeners.forEach(l -> l.store(List.of(press))));
        return press.id();
    }

    private void round() {
        Tenancy.run(Scope.system(day.cast.agency()), () -> watch.round(day.cast.agency()));
    }
}
