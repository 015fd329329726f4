package org.daywatch.relationships.tips.crowd;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Many tips at once: a phone on a quiet day does nothing, a flood pays, and whoever has no script gets their turn.
 *
 * <p>A-19 of docs/security.
 */
class CrowdTest {

    private final Crowd crowd = new Crowd(20);

    private java.util.Optional<Crowd.Asked> sends(long now) {
        var form = UUID.randomUUID().toString();
        return crowd.ask(form, form + " words", "", "", now);
    }

    private void flood(int many, long now) {
        for (int i = 0; i < many; i++) sends(now);
    }

    @Test
    void onAQuietDayNobodyIsAskedForAnything() {
        for (int minute = 0; minute < 60; minute++)
            for (int i = 0; i < 20; i++) assertThat(sends(minute * 60L + i * 3)).isEmpty();
    }

    @Test
    void aWholeClassIsAskedForAPuzzleOfMillisecondsAndAFloodForMore() {
        flood(20, 100);
        assertThat(sends(100).orElseThrow().ticket().bits()).isEqualTo(12);
        flood(100, 101);
        assertThat(sends(101).orElseThrow().ticket().bits()).isEqualTo(14);
        flood(3000, 102);
        int most = sends(102).orElseThrow().ticket().bits();
        assertThat(most).isEqualTo(16);
        assertThat(sends(200)).as("when the minute is over nobody is asked").isEmpty();
    }

    @Test
    void whoeverSolvedThePuzzleGoesOnAndOnceAlone() {
        flood(20, 5);
        var ticket = crowd.ask("form", "form words", "", "", 5).orElseThrow().ticket();
        var proof = Puzzle.solve(ticket.text(), ticket.bits());
        assertThat(crowd.ask("other form", "x", ticket.text(), proof, 6)).as("not for another form").isPresent();
        assertThat(crowd.ask("form", "form words", ticket.text(), "1", 6)).as("not without it").isPresent();
        assertThat(crowd.ask("form", "form words", ticket.text(), proof, 6)).isEmpty();
        assertThat(crowd.ask("form", "form words", ticket.text(), proof, 7)).as("pressed twice").isEmpty();
        assertThat(crowd.ask("form", "form other words", ticket.text(), proof, 7)).as("another tip").isPresent();
        var easier = ticket.text().replace("." + ticket.bits() + ".", ".1.");
        assertThat(crowd.ask("form", "form third", easier, "1", 7).orElseThrow().ticket()).as("a forged one is none")
                .isNotEqualTo(ticket);
    }

    @Test
    void whoeverHasNoScriptKeepsTheirPlaceAndGoesOnAtTheirTurn() {
        flood(20, 0);
        flood(3, 1);
        var first = crowd.ask("form", "form words", "", "", 1).orElseThrow();
        assertThat(first.waits()).isEqualTo(19);
        flood(30, 15);
        var early = crowd.ask("form", "form words", first.ticket().text(), "", 15).orElseThrow();
        assertThat(early.ticket()).isEqualTo(first.ticket());
        assertThat(early.waits()).isEqualTo(5);
        flood(30, 19);
        assertThat(crowd.held("form", first.ticket().text(), 19).orElseThrow().waits()).isOne();
        assertThat(crowd.held("other form", first.ticket().text(), 19)).isEmpty();
        assertThat(crowd.ask("form", "form words", first.ticket().text(), "", 20)).isEmpty();
    }

    @Test
    void theLineLetsNoMoreThroughThanTheDoorIsMadeForAndSomeGetNoPlaceInIt() {
        flood(20, 0);
        var turns = IntStream.range(0, 3000).mapToObj(i -> sends(1).orElseThrow()).toList();
        var placed = turns.stream().filter(asked -> asked.waits() >= 0).map(asked -> asked.ticket().turn()).toList();
        assertThat(placed).hasSizeBetween(190, 200).isSorted();
        for (long minute = 0; minute < 10; minute++) {
            long from = 1 + minute * 60;
            assertThat(placed.stream().filter(turn -> turn >= from && turn < from + 60).count())
                    .isLessThanOrEqualTo(21);
        }
        assertThat(turns.getLast().waits()).as("no place: the puzzle alone").isNegative();
    }
}
