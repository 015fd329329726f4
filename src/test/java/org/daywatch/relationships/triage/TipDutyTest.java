package org.daywatch.relationships.triage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.daywatch.relationships.triage.DutyList.Gap;
import org.daywatch.relationships.triage.DutyList.Turn;
import org.junit.jupiter.api.Test;

/** Who is told of a tip about a life, and when the next one is. */
class TipDutyTest {

    private static final ZoneId PHOENIX = ZoneId.of("America/Phoenix");
    private static final UUID DAYS = new UUID(1, 1);
    private static final UUID NIGHTS = new UUID(1, 2);
    private static final UUID SECOND = new UUID(1, 3);
    private static final Instant MONDAY_NIGHT = Instant.parse("2026-11-17T05:10:00Z"); // 10:10 PM on Monday
    private static final TriageClock CLOCK = new TriageClock(Duration.ofMinutes(1),
            List.of(Duration.ofMinutes(5), Duration.ofMinutes(10), Duration.ofMinutes(20)));

    private static DutyList everyDay(Turn... more) {
        var turns = new ArrayList<Turn>();
        for (var day : DayOfWeek.values()) {
            turns.add(new Turn(DAYS, day, LocalTime.of(7, 0), LocalTime.of(19, 0), 1));
            turns.add(new Turn(NIGHTS, day, LocalTime.of(19, 0), LocalTime.of(7, 0), 1));
        }
        turns.addAll(List.of(more));
        return new DutyList(PHOENIX, turns);
    }

    @Test
    void atNightTheNightTurnIsAskedFirstAndTheOthersFollow() {
        assertThat(everyDay().inOrder(MONDAY_NIGHT)).containsExactly(NIGHTS, DAYS);
        assertThat(everyDay().inOrder(MONDAY_NIGHT.plus(Duration.ofHours(8)))).as("6:10 AM is still the night's")
                .startsWith(NIGHTS);
        assertThat(everyDay().inOrder(MONDAY_NIGHT.plus(Duration.ofHours(9)))).startsWith(DAYS);
    }

    @Test
    void ofTwoAtOneTimeTheLowerRankIsAskedFirst() {
        var both = everyDay(new Turn(SECOND, DayOfWeek.MONDAY, LocalTime.of(20, 0), LocalTime.of(23, 0), 2));
        assertThat(both.inOrder(MONDAY_NIGHT)).containsExactly(NIGHTS, SECOND, DAYS);
    }

    @Test
    void hoursOfTheWeekThatAreNobodysAreNamed() {
        assertThat(everyDay().gaps()).isEmpty();
        var weekdays = new DutyList(PHOENIX, everyDay().turns().stream()
                .filter(turn -> turn.day() != DayOfWeek.SATURDAY || turn.person().equals(DAYS)).toList());
        assertThat(weekdays.gaps()).contains(new Gap(DayOfWeek.SATURDAY, 19), new Gap(DayOfWeek.SUNDAY, 6))
                .doesNotContain(new Gap(DayOfWeek.SATURDAY, 6), new Gap(DayOfWeek.SUNDAY, 7)).hasSize(12);
        assertThat(new DutyList(PHOENIX, List.of()).inOrder(MONDAY_NIGHT)).isEmpty();
        assertThat(new DutyList(PHOENIX, List.of()).gaps()).hasSize(7 * 24);
    }

    @Test
    void theNextPersonIsToldAfterFiveTenAndTwentyMinutes() {
        for (var said : List.of(List.of(0, 1), List.of(4, 1), List.of(5, 2), List.of(9, 2), List.of(10, 3),
                List.of(20, 4), List.of(300, 4)))
            assertThat(CLOCK.told(MONDAY_NIGHT, after(said.getFirst()))).as("after %d minutes", said.getFirst())
                    .isEqualTo(said.getLast());
        assertThat(CLOCK.nextStep(MONDAY_NIGHT, after(5))).contains(after(10));
        assertThat(CLOCK.exhausted(MONDAY_NIGHT, after(19))).isFalse();
        assertThat(CLOCK.exhausted(MONDAY_NIGHT, after(20))).isTrue();
    }

    @Test
    void itIsLateWhenTheMinuteIsOver() {
        assertThat(CLOCK.late(MONDAY_NIGHT, MONDAY_NIGHT.plusSeconds(60))).isFalse();
        assertThat(CLOCK.late(MONDAY_NIGHT, MONDAY_NIGHT.plusSeconds(61))).isTrue();
    }

    @Test
    void stepsThatDoNotRiseAreRefused() {
        assertThatThrownBy(() -> new TriageClock(Duration.ofMinutes(1),
                List.of(Duration.ofMinutes(10), Duration.ofMinutes(5)))).hasMessageContaining("PT10M, PT5M");
    }

    @Test
    void wordsThatLiftATipAreFoundWithoutAccentsAndAsWholeWordsOnly() {
        var words = new DangerWords(Set.of("kill", "cuchillo", "matar", "no quiero vivir", "gun"));
        assertThat(words.in("They said they will KILL me. Tiene un cuchíllo.")).containsExactly("cuchillo", "kill");
        assertThat(words.in("ya no  quiero, vivir")).containsExactly("no quiero vivir");
        assertThat(words.in("She has great skills and begun to paint.")).as("skills, begun").isEmpty();
        assertThat(words.in("")).isEmpty();
    }

    private static Instant after(int minutes) {
        return MONDAY_NIGHT.plus(Duration.ofMinutes(minutes));
    }
}
