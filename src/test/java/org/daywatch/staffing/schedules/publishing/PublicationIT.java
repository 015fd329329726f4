package org.daywatch.staffing.schedules.publishing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.daywatch_db.staffing.Tables.ROSTER_PUBLICATION;

import java.time.Duration;
import java.util.UUID;
import java.util.function.Supplier;
import org.daywatch._story.DaywatchIT;
import org.daywatch._story.Story;
import org.daywatch._story.TestClock;
import org.daywatch.platform.errors.Refused;
import org.daywatch.platform.tenancy.Scope;
import org.daywatch.platform.tenancy.Tenancy;
import org.daywatch.staffing.StaffingRefusal;
import org.daywatch.staffing.schedules.weeks.ScheduleCommands;
import org.daywatch.staffing.schedules.weeks.SchedulePlans;
import org.daywatch.staffing.schedules.weeks.ScheduleWeek;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/**
 * Publishing as stored work: taken by one node, taken over from a dead one, never done twice. Ten places, two days
 * ahead.
 */
@DaywatchIT
class PublicationIT {

    @Autowired ApplicationContext app;
    @Autowired Story story;
    @Autowired TestClock clock;
    @Autowired DSLContext db;
    @Autowired ScheduleCommands commands;
    @Autowired SchedulePlans plans;
    @Autowired SchedulePublishing publishing;
    @Autowired PlacePublishing one;
    @Autowired PublicationStore publications;

    private ScheduleWeek week;
    private UUID roster;
    private UUID id;

    @BeforeEach
    void aFilledWeekWaitsToBePublished() {
        clock.setTo("2026-08-08T14:00:00Z");
        week = new ScheduleWeek(app);
        roster = week.filled();
        id = as(() -> publishing.ask(roster, null, "Proposed in the schedule.", null));
    }

    @Test
    void askedTwiceItIsTheSameOne() {
        assertThat(as(() -> publishing.ask(roster, null, "Proposed in the schedule.", null))).isEqualTo(id);
        assertThat(week.publish()).isTrue();
        assertThat(week.publish()).isFalse();
        assertThat(publication())
                .extracting(Publication::state, Publication::places, Publication::done, Publication::asked)
                .containsExactly(Publication.State.DONE, 10, 10, 10);
    }

    @Test
    void whatANodeLeftIsTakenOverAfterItsLeaseAndGoesOnWhereItStopped() {
        as(() -> publications.take("a node that died", clock.instant(), clock.instant().plusSeconds(60)));
        var verdicts = as(() -> plans.proposed(week.roster(roster)));
        for (var place : week.places(roster).subList(0, 4))
            as(() -> one.publish(publication(), place, verdicts.get(place.post())));
        var when = clock.instant();
        assertThat(week.publish()).as("its lease holds").isFalse();
        assertThat(publication()).extracting(Publication::working, Publication::asked).containsExactly(true, 4);
        clock.move(Duration.ofSeconds(61));
        assertThat(week.publish()).isTrue();
        assertThat(publication()).extracting(Publication::state, Publication::places, Publication::asked)
                .containsExactly(Publication.State.DONE, 10, 10);
        assertThat(week.places(roster)).filteredOn(p -> p.publishedAt().equals(when)).as("these were not told again")
                .hasSize(4);
        assertThat(as(() -> publications.asked(id)))
                .hasSameSizeAs(week.places(roster).stream().map(p -> p.officer()).distinct().toList());
    }

    @Test
    void aPlaceThatWasReachedIsNotPublishedAgain() {
        var taken = as(() -> publications.take("one", clock.instant(), clock.instant().plusSeconds(60))).orElseThrow();
        var place = week.places(roster).getFirst();
        var verdicts = as(() -> plans.proposed(week.roster(roster)));
        assertThat(as(() -> one.publish(taken, place, verdicts.get(place.post()))))
                .isEqualTo(Publication.Outcome.ASKED);
        assertThat(as(() -> one.publish(taken, place, verdicts.get(place.post()))))
                .isEqualTo(Publication.Outcome.PASSED);
        assertThat(publication().asked()).isOne();
    }

    @Test
    void whileItGoesOnNobodyMovesAPlace() {
        var place = week.places(roster).getFirst();
        assertThatThrownBy(() -> as(() -> {
            commands.pin(roster, place.post(), place.officer());
            return true;
        })).isInstanceOfSatisfying(Refused.class,
                r -> assertThat(r.code()).isEqualTo(StaffingRefusal.ROSTER_IN_PUBLICATION));
        assertThatThrownBy(week::fill).isInstanceOf(Refused.class);
        week.publish();
        assertThat(week.fill()).isNotEqualTo(roster);
    }

    @Test
    void theDatabaseKeepsOnePublicationOfARosterAtATime() {
        assertThatThrownBy(() -> story.run(week.agency(),
                () -> db.execute(
                        """
                insert into staffing.roster_publication (agency_id, id, roster_id, reason, state, asked_at)
                select agency_id, gen_random_uuid(), roster_id, reason, 'QUEUED', asked_at from staffing.roster_publication""")))
                .hasMessageContaining("one_publication_at_a_time");
        assertThat((int) story.as(week.agency(), () -> db.fetchCount(ROSTER_PUBLICATION))).isOne();
    }

    private Publication publication() {
        return as(() -> publications.get(id));
    }

    private <R> R as(Supplier<R> work) {
        return Tenancy.as(Scope.system(week.agency()), work::get);
    }
}
