package org.daywatch.directory.programs.due;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.LongStream;
import org.daywatch.directory.Due;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.jupiter.api.Test;

/**
 * The engine says what an independent reading of the rules says, on twenty random calendars for each state whose counts
 * have a source.
 */
class DueOracleTest {
    private static final int CALENDARS = 20;
    static final List<String> STATES = List.of("TX", "FL", "AZ", "NY", "MI", "OH", "WA", "DC");

    @ParameterizedTest
    @ValueSource(strings = {"TX", "FL", "AZ", "NY", "MI", "OH", "WA", "DC"})
    void engineAndOracleAgreeOnTwentyCalendarsSeenOnManyDays(String state) {
        LongStream.rangeClosed(1, CALENDARS).forEach(seed -> {
            var tried = Tried.of(state, seed);
            for (int day = -5; day < 330; day += 11) {
                var seen = tried.asOf(tried.calendar().firstDay().plusDays(day));
                assertThat(Tried.said(seen.engine())).as(state + ", calendar " + seed + ", as of " + seen.asOf())
                        .isEqualTo(seen.oracle());
            }
        });
    }

    @Test
    void theCalendarsTryWhatCanGoWrong() {
        var states = STATES.stream()
                .flatMap(s -> LongStream.rangeClosed(1, CALENDARS).mapToObj(seed -> Tried.of(s, seed))).toList();
        assertThat(states).as("a school that opened in mid-year")
                .anyMatch(t -> t.opened().isAfter(t.calendar().firstDay()));
        assertThat(states).as("no winter break").anyMatch(t -> t.calendar().secondHalf().getDayOfYear() == 1);
        assertThat(states).as("a winter break that ends before New Year")
                .anyMatch(t -> t.calendar().secondHalf().getMonthValue() == 12);
        assertThat(states).as("a number that changes")
                .anyMatch(t -> t.lockdowns() != null && t.lockdowns().before() != t.lockdowns().after());
        for (var state : Due.State.values())
            assertThat(states).as(state.name()).anyMatch(t -> t.engine().stream().anyMatch(d -> d.state() == state));
        assertThat(states).as("more drills than a ceiling allows").anyMatch(t -> t.engine().stream()
                .anyMatch(d -> d.requirement().subject().equals("DRILL:ANY") && d.number() > 8));
    }
}
