package org.daywatch.staffing.hours;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.daywatch_db.staffing.Tables.OFFICER_BUSY;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.Executors;
import org.daywatch._story.DaywatchIT;
import org.daywatch._story.Story;
import org.daywatch.platform.errors.Refused;
import org.daywatch.platform.persistence.Ids;
import org.daywatch.platform.time.Window;
import org.daywatch.staffing.StaffingRefusal;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A-35, P-09 of docs/security. */
@DaywatchIT
class BusyTimesIT {

    private static final Instant EIGHT = Instant.parse("2026-08-04T15:00:00Z");

    @Autowired Story story;
    @Autowired BusyTimes busy;
    @Autowired DSLContext db;

    @Test
    void nobodyIsInTwoPlacesAndTheRefusalTellsNothingElse() {
        var cast = story.cast();
        var person = Ids.next();
        take(cast.agency(), person, hours(0, 8));
        assertThatThrownBy(() -> take(cast.agency(), person, hours(7, 9))).isInstanceOfSatisfying(Refused.class,
                refused -> {
                    assertThat(refused.code()).isEqualTo(StaffingRefusal.NOT_AVAILABLE_THEN);
                    assertThat(refused.details()).isEmpty();
                    assertThat(refused).hasNoCause();
                });
    }

    @Test
    void anotherAgencyIsRefusedTheSameHoursAndSeesNoRow() {
        var here = story.cast();
        var there = story.cast();
        var person = Ids.next();
        take(here.agency(), person, hours(0, 8));
        assertThatThrownBy(() -> take(there.agency(), person, hours(4, 12))).isInstanceOf(Refused.class);
        assertThat(story.as(there.agency(), () -> db.fetchCount(OFFICER_BUSY, OFFICER_BUSY.PERSON_ID.eq(person))))
                .isZero();
    }

    @Test
    void backToBackIsNoOverlapAndReleasedTimeIsFreeAgain() {
        var cast = story.cast();
        var person = Ids.next();
        var first = take(cast.agency(), person, hours(0, 8));
        assertThatCode(() -> take(cast.agency(), person, hours(8, 10))).doesNotThrowAnyException();
        story.run(cast.agency(), () -> busy.release(first));
        assertThatCode(() -> take(cast.agency(), person, hours(6, 8))).doesNotThrowAnyException();
    }

    @Test
    void nobodyReleasesWhatAnotherTenantTook() {
        var here = story.cast();
        var there = story.cast();
        var person = Ids.next();
        var taken = take(here.agency(), person, hours(0, 8));
        story.run(there.agency(), () -> busy.release(taken));
        assertThatThrownBy(() -> take(there.agency(), person, hours(0, 8))).isInstanceOf(Refused.class);
    }

    @Test
    void ofTwentyWhoAskAtOnceExactlyOneGetsThePerson() throws Exception {
        var cast = story.cast();
        var person = Ids.next();
        try (var threads = Executors.newFixedThreadPool(8)) {
            var asked = new ExecutorCompletionService<Boolean>(threads);
            for (int i = 0; i < 20; i++) {
                var window = hours(i % 4, 8);
                asked.submit((Callable<Boolean>) () -> {
                    try {
                        take(cast.agency(), person, window);
                        return true;
                    } catch (Refused refused) {
                        return false;
                    }
                });
            }
            int winners = 0;
            for (int i = 0; i < 20; i++) if (asked.take().get()) winners++;
            assertThat(winners).isOne();
        }
    }

    private UUID take(UUID tenant, UUID person, Window window) {
        var id = Ids.next();
        story.run(tenant, () -> busy.reserve(person, window, id));
        return id;
    }

    private static Window hours(int from, int to) {
        return new Window(EIGHT.plus(Duration.ofHours(from)), EIGHT.plus(Duration.ofHours(to)));
    }
}
