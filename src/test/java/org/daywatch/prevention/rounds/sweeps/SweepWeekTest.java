package org.daywatch.prevention.rounds.sweeps;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.daywatch.prevention.rounds.Round;
import org.daywatch.prevention.rounds.Round.State;
import org.daywatch.prevention.rounds.RoundTally;
import org.daywatch.prevention.rounds.WeekSweep;
import org.daywatch.prevention.rounds.WeekSweep.Walk;
import org.daywatch.prevention.rounds.sweeps.SweepWeek.Standing;
import org.junit.jupiter.api.Test;

class SweepWeekTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 12, 2); // a Wednesday

    @Test
    void aMissingWeekStandsThereAndAWeekWithoutSchoolIsNoneOfTheSix() {
        var school = LocalDate.of(2026, 8, 3).datesUntil(LocalDate.of(2026, 12, 19))
                .filter(d -> d.getDayOfWeek().getValue() <= DayOfWeek.FRIDAY.getValue())
                .filter(d -> d.isBefore(LocalDate.of(2026, 11, 23)) || d.isAfter(LocalDate.of(2026, 11, 27)))
                .collect(Collectors.toSet());
        var weeks = SweepWeek.last(6, TODAY, school, List.of(sweep("2026-12-01", 40, 40), sweep("2026-11-16", 40, 40),
                sweep("2026-11-04", 40, 39), sweep("2026-10-26", 40, 40)), Map.of());
        assertThat(weeks.stream().map(w -> w.monday() + " " + w.standing())).containsExactly("2026-11-30 SWEPT",
                "2026-11-23 NO_SCHOOL", "2026-11-16 SWEPT", "2026-11-09 MISSING", "2026-11-02 PARTLY",
                "2026-10-26 SWEPT", "2026-10-19 MISSING");
        assertThat(weeks.stream().filter(SweepWeek::counts)).hasSize(6);
    }

    @Test
    void thisWeekIsNotMissingWhileItRunsAndASecondSweepMendsTheFirst() {
        var partly = sweep("2026-11-30", 40, 12);
        assertThat(SweepWeek.last(1, TODAY, Set.of(), List.of(), Map.of()).getFirst().standing())
                .isEqualTo(Standing.OPEN);
        assertThat(SweepWeek.last(1, TODAY, Set.of(), List.of(partly), Map.of()).getFirst().standing())
                .as("there is time to see the others").isEqualTo(Standing.OPEN);
        var both = SweepWeek.last(1, TODAY, Set.of(), List.of(sweep("2026-12-01", 40, 40), partly), Map.of())
                .getFirst();
        assertThat(both.standing()).isEqualTo(Standing.SWEPT);
        assertThat(both.sweeps()).as("both are on the sheet, in their order").extracting(Round::day)
                .containsExactly(LocalDate.of(2026, 11, 30), LocalDate.of(2026, 12, 1));
    }

    @Test
    void aSweepOfNoDoorsCountsForNothing() {
        assertThat(
                SweepWeek.last(2, TODAY, Set.of(), List.of(sweep("2026-11-24", 0, 0)), Map.of()).getLast().standing())
                .isEqualTo(Standing.PARTLY);
    }

    @Test
    void twoWalksThatShareTheDoorsAreTheSweepOfTheWeekAndBothWalkersStayOnIt() {
        var north = sweep("2026-11-23", 4, 2);
        var south = sweep("2026-11-25", 4, 2);
        var walks = Map.of(north.id(), walk(north, Set.of(1, 2, 3, 4), Set.of(1, 2)), south.id(),
                walk(south, Set.of(1, 2, 3, 4), Set.of(3, 4)));
        assertThat(SweepWeek.unclear(List.of(south, north, sweep("2026-11-16", 4, 1))))
                .as("one walk alone says enough by itself").containsExactlyInAnyOrder(north, south);
        var week = SweepWeek.last(2, TODAY, Set.of(), List.of(south, north), walks).getLast();
        assertThat(week.standing()).isEqualTo(Standing.SWEPT);
        assertThat(week.looked() + " of " + week.doors()).isEqualTo("4 of 4");
        assertThat(week.sweeps()).containsExactly(north, south);
    }

    @Test
    void twoWalksPastTheSameDoorsLeaveTheOthersOut() {
        var first = sweep("2026-11-23", 4, 2);
        var again = sweep("2026-11-25", 4, 3);
        var walks = Map.of(first.id(), walk(first, Set.of(1, 2, 3, 4), Set.of(1, 2)), again.id(),
                walk(again, Set.of(1, 2, 3, 4), Set.of(1, 2, 3)));
        var week = SweepWeek.last(2, TODAY, Set.of(), List.of(first, again), walks).getLast();
        assertThat(week.standing()).isEqualTo(Standing.PARTLY);
        assertThat(week.looked() + " of " + week.doors()).isEqualTo("3 of 4");
    }

    @Test
    void aDoorEnteredAfterTheSweepIsOfNextWeekAndOneEnteredBetweenTheWalksIsToBeSeen() {
        var monday = Instant.parse("2026-11-23T15:00:00Z");
        var whole = new Walk(monday, doors(Set.of(1, 2)), doors(Set.of(1, 2)));
        var newDoor = new Walk(monday.plusSeconds(3600), doors(Set.of(1, 2, 3)), doors(Set.of(1)));
        assertThat(new WeekSweep(List.of(newDoor, whole)).whole()).as("the first walk was whole").isTrue();
        var half = new Walk(monday, doors(Set.of(1, 2)), doors(Set.of(1)));
        assertThat(new WeekSweep(
                List.of(half, new Walk(monday.plusSeconds(3600), doors(Set.of(1, 2, 3)), doors(Set.of(2))))).left())
                .isEqualTo(doors(Set.of(3)));
        assertThat(new WeekSweep(List.of(half, new Walk(monday.plusSeconds(3600), doors(Set.of(1)), doors(Set.of(1)))))
                .whole()).as("door 2 was given up").isTrue();
        assertThat(new WeekSweep(List.of()).whole()).isFalse();
    }

    @Test
    void withoutACalendarEveryWeekCountsAndAfterALongBreakItStopsLookingBack() {
        assertThat(SweepWeek.last(6, TODAY, Set.of(), List.of(), Map.of())).hasSize(6).allMatch(SweepWeek::counts);
        assertThat(SweepWeek.last(6, TODAY, Set.of(LocalDate.of(2020, 1, 6)), List.of(), Map.of()))
                .as("no school in half a year").isEmpty();
    }

    private static Walk walk(Round round, Set<Integer> due, Set<Integer> seen) {
        return new Walk(round.startedAt(), doors(due), doors(seen));
    }

    private static Set<UUID> doors(Set<Integer> numbers) {
        return numbers.stream().map(n -> new UUID(7, n)).collect(Collectors.toSet());
    }

    private static Round sweep(String day, int doors, int checked) {
        var date = LocalDate.parse(day);
        Instant at = date.atTime(15, 0).toInstant(ZoneOffset.UTC);
        return new Round(new UUID(0, 1), UUID.randomUUID(), new UUID(0, 3), new UUID(0, 4), Round.Kind.SWEEP, date, at,
                new Round.Walker(new UUID(1, 1), "Dana Vega", null),
                new State.Finished(at.plusSeconds(1800), 30, new RoundTally(doors, checked, 0, at), "Dana Vega"), 2);
    }

    @Test
    void aWeekBeforeTheSchoolHadADoorToCheckIsNoMissedWeek() {
        var weeks = SweepWeek.last(6, TODAY, TODAY.minusWeeks(2), Set.of(), List.of(), Map.of());
        assertThat(weeks).filteredOn(SweepWeek::counts).extracting(SweepWeek::monday)
                .containsExactly(SweepWeek.monday(TODAY), SweepWeek.monday(TODAY).minusWeeks(1),
                        SweepWeek.monday(TODAY).minusWeeks(2));
        assertThat(SweepWeek.last(6, TODAY, LocalDate.MAX, Set.of(), List.of(), Map.of())).as("a school without a door")
                .filteredOn(SweepWeek::counts).isEmpty();
    }
}
