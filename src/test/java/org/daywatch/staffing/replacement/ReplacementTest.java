package org.daywatch.staffing.replacement;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.daywatch.house.StatePicture;
import org.daywatch.platform.events.Decision;
import org.daywatch.platform.time.Window;
import org.daywatch.staffing.ReplacementEvent.WaveSent;
import org.daywatch.staffing.replacement.Replacement.Cause;
import org.daywatch.staffing.replacement.Replacement.State;
import org.daywatch.staffing.replacement.ReplacementCommand.*;
import org.daywatch.staffing.standby.StandbyCandidate.Distance;
import org.daywatch.staffing.standby.StandbyCandidate;
import org.junit.jupiter.api.Test;

class ReplacementTest {

    private static final Instant NOW = Instant.parse("2026-11-17T13:40:00Z"); // 6:40 in Phoenix
    private static final Window POST = Window.of(Instant.parse("2026-11-17T15:00:00Z"), Duration.ofHours(7));
    private static final Duration SIX_MINUTES = Duration.ofMinutes(6);

    @Test
    void everyStateAnswersEveryCommandAsThisTableSays() {
        var officer = new UUID(7, 7);
        var states = List.of(new State.Searching(1, NOW), new State.Filled(NOW, officer, 1),
                new State.Exhausted(NOW, 2), new State.Withdrawn(NOW, 1, "the officer has come"));
        var lines = new ArrayList<String>();
        for (var state : states) {
            lines.add(line(state, "SendWave to somebody", new SendWave(List.of(candidate(1, 1)), 3, SIX_MINUTES)));
            lines.add(line(state, "SendWave to nobody", new SendWave(List.of(), 3, SIX_MINUTES)));
            lines.add(line(state, "Decline", new Decline(officer, 1)));
            lines.add(line(state, "Fill", new Fill(officer)));
            lines.add(line(state, "Withdraw", new Withdraw("not needed")));
        }
        assertThat(String.join("\n", lines)).isEqualTo("""
                SEARCHING SendWave to somebody → SEARCHING WaveSent
                SEARCHING SendWave to nobody → EXHAUSTED ReplacementExhausted
                SEARCHING Decline → SEARCHING ReplacementDeclined
                SEARCHING Fill → FILLED ReplacementFilled
                SEARCHING Withdraw → WITHDRAWN ReplacementWithdrawn
                FILLED SendWave to somebody → REPLACEMENT_OVER
                FILLED SendWave to nobody → REPLACEMENT_OVER
                FILLED Decline → REPLACEMENT_OVER
                FILLED Fill → REPLACEMENT_OVER
                FILLED Withdraw → REPLACEMENT_OVER
                EXHAUSTED SendWave to somebody → REPLACEMENT_OVER
                EXHAUSTED SendWave to nobody → REPLACEMENT_OVER
                EXHAUSTED Decline → REPLACEMENT_OVER
                EXHAUSTED Fill → FILLED ReplacementFilled
                EXHAUSTED Withdraw → WITHDRAWN ReplacementWithdrawn
                WITHDRAWN SendWave to somebody → REPLACEMENT_OVER
                WITHDRAWN SendWave to nobody → REPLACEMENT_OVER
                WITHDRAWN Decline → REPLACEMENT_OVER
                WITHDRAWN Fill → REPLACEMENT_OVER
                WITHDRAWN Withdraw → REPLACEMENT_OVER""");
        new StatePicture().answers(lines).isCommittedAs("replacement");
    }

    @Test
    void asksTheNextThreeOfOneDepartmentAndThePartnersOnlyWhenItHasNobodyLeft() {
        var four = List.of(candidate(1, 1), candidate(2, 1), candidate(3, 1), candidate(4, 2));
        var first = sent(searching(0), new SendWave(four, 3, SIX_MINUTES));
        assertThat(first.officers()).containsExactly(id(1), id(2), id(3));
        assertThat(first.rank()).isOne();
        assertThat(first.until()).isEqualTo(NOW.plus(SIX_MINUTES));
        assertThat(sent(searching(0), new SendWave(four.subList(2, 4), 3, SIX_MINUTES)).officers())
                .containsExactly(id(3));
        var partner = sent(searching(1), new SendWave(four.subList(3, 4), 3, SIX_MINUTES));
        assertThat(partner.rank()).isEqualTo(2);
        assertThat(partner.wave()).isEqualTo(2);
    }

    @Test
    void noWaveGoesOutBeforeTheLastOneHasHadItsTime() {
        var early = searching(1).decide(new SendWave(List.of(candidate(1, 1)), 3, SIX_MINUTES), NOW.minusSeconds(1));
        assertThat(early).isInstanceOfSatisfying(Decision.Rejected.class,
                r -> assertThat(r.code().toString()).isEqualTo("WAVE_NOT_DUE"));
    }

    @Test
    void whenTheLastOfAWaveSaysNoTheNextOnesAreAskedAtOnce() {
        var search = in(new State.Searching(1, NOW.plus(SIX_MINUTES)));
        assertThat(search.decide(new Decline(id(1), 2), NOW).orThrow().state().state())
                .isEqualTo(new State.Searching(1, NOW.plus(SIX_MINUTES)));
        var last = search.decide(new Decline(id(1), 0), NOW).orThrow().state();
        assertThat(last.state()).isEqualTo(new State.Searching(1, NOW));
        assertThat(last.declined()).isOne();
    }

    @Test
    void nobodyIsAskedForAPostThatIsOver() {
        var over = searching(1).decide(new SendWave(List.of(candidate(1, 1)), 3, SIX_MINUTES), POST.end()).orThrow()
                .state().state();
        assertThat(over).isInstanceOf(State.Withdrawn.class);
        var late = (WaveSent) searching(1)
                .decide(new SendWave(List.of(candidate(1, 1)), 3, SIX_MINUTES), POST.end().minusSeconds(60)).orThrow()
                .facts().getFirst();
        assertThat(late.until()).as("never longer than the post").isEqualTo(POST.end());
    }

    @Test
    void aTimeToFillIsOneThatWasReallyMeasured() {
        assertThat(FillTimes.of(List.of())).isNull();
        assertThat(FillTimes.of(List.of(40L))).isEqualTo(new FillTimes(1, 40, 40));
        var twenty = java.util.stream.LongStream.rangeClosed(1, 20).boxed().toList();
        assertThat(FillTimes.of(twenty)).isEqualTo(new FillTimes(20, 10, 19));
    }

    private static String line(State state, String name, ReplacementCommand command) {
        return state.code() + " " + name + " → " + switch (in(state).decide(command, NOW)) {
            case Decision.Accepted<Replacement> accepted ->
                accepted.state().state().code() + " " + accepted.facts().getFirst().getClass().getSimpleName();
            case Decision.Rejected<Replacement> refused -> refused.code().toString();
        };
    }

    private static WaveSent sent(Replacement search, SendWave command) {
        return (WaveSent) search.decide(command, NOW).orThrow().facts().getFirst();
    }

    private static Replacement searching(int wave) {
        return in(new State.Searching(wave, NOW));
    }

    private static Replacement in(State state) {
        return new Replacement(id(100), id(101), id(102), id(103), id(104), id(105), Cause.GIVEN_BACK,
                NOW.minusSeconds(60), POST, 3, 0, state, 0);
    }

    private static StandbyCandidate candidate(int n, int rank) {
        return new StandbyCandidate(id(n), id(n), "Officer " + n, id(50 + rank), rank, false, false, 0, 0, 0,
                Distance.FAR);
    }

    private static UUID id(int n) {
        return new UUID(0, n);
    }
}
