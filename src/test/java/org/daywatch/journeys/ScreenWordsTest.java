package org.daywatch.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.daywatch.journeys.ScreenWords.Call;
import org.daywatch.journeys.ScreenWords.Event;
import org.daywatch.journeys.ScreenWords.Here;
import org.junit.jupiter.api.Test;

/** Whoever reads a wrong word would be told: the table of what screens may say finds it. */
class ScreenWordsTest {

    @Test
    void theTableFindsAWrongSentence() {
        var zone = ZoneId.of("America/Phoenix");
        var at = Instant.parse("2026-11-17T16:43:00Z");
        var drill = new Here(List.of(new Event(false, "LOCKDOWN", "ACTIVE", null, List.of(), zone)), "");
        String inDrill = "DRILL: THIS IS ONLY A DRILL\nLockdown\nDrill or test: 911 is not notified.";
        assertThat(ScreenWords.wrong(inDrill, drill)).isEmpty();
        assertThat(ScreenWords.wrong(inDrill + "\nCall 911", drill)).containsExactly("not so: Call 911");
        assertThat(ScreenWords.wrong(inDrill + " Dial 911 at once.", drill))
                .containsExactly("not in the table: Dial 911 at once.");
        var called = new Here(List.of(new Event(true, "LOCKDOWN", "ACTIVE", null,
                List.of(new Call("Sasha Vandermeer", at)), zone)), "");
        String real = "Real: not a drill\nSasha Vandermeer called 911 at 9:43 AM. Call 911 if you see more or are in danger.";
        assertThat(ScreenWords.wrong(real, called)).isEmpty();
        assertThat(ScreenWords.wrong(real.replace("9:43", "9:44"), called)).hasSize(1);
        assertThat(ScreenWords.wrong(real + "\nI called 911", called)).containsExactly("not so: I called 911");
        assertThat(ScreenWords.wrong("The alert has ended", called)).hasSize(2);
    }
}
