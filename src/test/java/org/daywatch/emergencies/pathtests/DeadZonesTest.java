package org.daywatch.emergencies.pathtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.daywatch.emergencies.pathtests.DeadZones.Answer;
import org.daywatch.emergencies.pathtests.DeadZones.Device;
import org.daywatch.emergencies.pathtests.DeadZones.Place;
import org.junit.jupiter.api.Test;

class DeadZonesTest {

    private static final Instant LAST = Instant.parse("2026-11-17T17:20:00Z");
    private static final List<PathTest> TESTS = List.of(test(3, LAST), test(2, LAST.minus(Duration.ofDays(7))),
            test(1, LAST.minus(Duration.ofDays(14))));
    private static final Instant LONG_AGO = LAST.minus(Duration.ofDays(100));

    @Test
    void aPlaceIsDeadWhenNoneOfItsDevicesAnsweredTwiceInARow() {
        var gym = new Device(id(10), null, "Gym", "Ana", LONG_AGO);
        var library = new Device(id(11), null, "Library", "Bo", LONG_AGO);
        var second = new Device(id(12), null, "Library", "Cy", LONG_AGO);
        var answered = Map.of(id(1), Map.of(id(10), LAST, id(11), LAST), id(2), Map.of(id(12), LAST), id(3),
                Map.<UUID, Instant>of());
        var places = DeadZones.of(List.of(library, second, gym), TESTS, answered);
        assertThat(places).extracting(Place::name).as("exceptions first").containsExactly("Gym", "Library");
        assertThat(places).extracting(Place::dead).containsExactly(true, false);
        assertThat(places.getFirst().lines().getFirst().answers()).containsExactly(Answer.SILENT, Answer.SILENT,
                Answer.ANSWERED);
    }

    @Test
    void onAMapARoomIsDeadOrHeardOrNothingIsKnownOfIt() {
        var dead = new Device(id(10), id(100), "Room 1", "Ana", LONG_AGO);
        var heard = new Device(id(11), id(101), "Room 2", "Bo", LONG_AGO);
        var fresh = new Device(id(12), id(102), "Room 3", "Cy", LAST.plusSeconds(60));
        var somewhere = new Device(id(13), null, "Gate", "Di", LONG_AGO);
        var places = DeadZones.of(List.of(dead, heard, fresh, somewhere), TESTS, Map.of(id(2), Map.of(id(11), LAST)));
        assertThat(DeadZones.rooms(places)).containsOnly(Map.entry(id(100), true), Map.entry(id(101), false));
    }

    @Test
    void oneMissAndADeviceThatWasNotThereYetMakeNoDeadZone() {
        var fresh = new Device(id(10), null, "Gym", "Ana", LAST.minus(Duration.ofDays(1)));
        assertThat(DeadZones.of(List.of(fresh), TESTS, Map.of()).getFirst().dead()).isFalse();
        assertThat(DeadZones.of(List.of(fresh), TESTS, Map.of()).getFirst().lines().getFirst().answers())
                .containsExactly(Answer.SILENT, Answer.NOT_YET_THERE, Answer.NOT_YET_THERE);
        assertThat(
                DeadZones.of(List.of(new Device(id(10), null, "Gym", "Ana", LONG_AGO)), TESTS.subList(0, 1), Map.of())
                        .getFirst().dead())
                .as("one test says little").isFalse();
        assertThat(DeadZones.of(List.of(), TESTS, Map.of())).isEmpty();
    }

    /** The same moment is Tuesday 10:20 in Phoenix and later in New York. */
    @Test
    void aTestIsDueByTheSchoolsOwnClockWithinTheHour() {
        var table = new PathTestTimetable(DayOfWeek.TUESDAY, LocalTime.of(10, 20), Duration.ofMinutes(10));
        assertThat(table.due(LAST, ZoneId.of("America/Phoenix"))).contains(LocalDate.of(2026, 11, 16));
        assertThat(table.due(LAST.minusSeconds(1), ZoneId.of("America/Phoenix"))).isEmpty();
        assertThat(table.due(LAST.plus(Duration.ofMinutes(60)), ZoneId.of("America/Phoenix"))).isEmpty();
        assertThat(table.due(LAST, ZoneId.of("America/New_York"))).isEmpty();
        assertThat(table.due(LAST.minus(Duration.ofHours(2)), ZoneId.of("America/New_York"))).isPresent();
        assertThat(table.due(LAST.plus(Duration.ofDays(1)), ZoneId.of("America/Phoenix"))).isEmpty();
    }

    private static PathTest test(int n, Instant at) {
        return new PathTest(id(100), id(101), id(102), LocalDate.of(2026, 11, 2).plusWeeks(n - 1), id(n), at, at);
    }

    private static UUID id(int n) {
        return new UUID(9, n);
    }
}
