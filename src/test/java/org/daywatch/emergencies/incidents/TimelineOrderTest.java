package org.daywatch.emergencies.incidents;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What stands above what on the page of an incident. */
class TimelineOrderTest {

    private record Line(int number, String at, String written, String words) {}

    @Test
    void linesWrittenAsItHappenedKeepTheirOrderWhenTheClockIsSetBackAndForth() {
        assertThat(order(new Line(1, "10:00", "10:00", "raised"), new Line(2, "10:01", "10:01", "command taken"),
                new Line(3, "09:57", "09:57", "police asked"),
                new Line(4, "09:58", "09:58", "police there"), new Line(5, "10:04", "10:04", "stood down")))
                .containsExactly("raised", "command taken", "police asked", "police there", "stood down");
    }

    @Test
    void aLineWrittenAfterwardsStandsWhereItBelongs() {
        assertThat(order(new Line(1, "10:00", "10:00", "raised"), new Line(2, "10:05", "10:05", "command taken"),
                new Line(3, "10:02", "10:20", "gate opened"),
                new Line(4, "10:02", "10:21", "gate shut"), new Line(5, "09:50", "10:22", "a noise"),
                new Line(6, "10:23", "10:23", "stood down")))
                .containsExactly("a noise", "raised", "gate opened", "gate shut", "command taken", "stood down");
    }

    private static List<String> order(Line... lines) {
        return TimelineOrder.of(List.of(lines), Line::number, line -> time(line.at()), line -> time(line.written()))
                .stream().map(Line::words).toList();
    }

    private static Instant time(String clock) {
        return Instant.parse("2026-11-17T" + clock + ":00Z");
    }
}
