package org.daywatch.prevention.rounds;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.daywatch.house.StatePicture;
import org.daywatch.platform.events.Decision;
import org.daywatch.prevention.PreventionEvent.RoundWalked;
import org.daywatch.prevention.checkpoints.Checkpoint;
import org.daywatch.prevention.rounds.Round.Kind;
import org.daywatch.prevention.rounds.Round.State;
import org.daywatch.prevention.rounds.Round.Walker;
import org.daywatch.prevention.rounds.RoundCommand.*;
import org.daywatch.prevention.rounds.Sighting.*;
import org.junit.jupiter.api.Test;

class RoundTest {

    private static final Instant NOW = Instant.parse("2026-11-17T17:00:00Z");
    private static final Instant BEGAN = NOW.minus(Duration.ofMinutes(35));
    private static final By WALKER = new By(new UUID(1, 1), "Dana Vega");
    private static final By OTHER = new By(new UUID(1, 2), "Pat Greer");
    private static final Duration LONGEST = Duration.ofHours(4);
    private static final RoundTally TALLY = new RoundTally(40, 38, 2, BEGAN.plus(Duration.ofMinutes(30)));

    @Test
    void everyStateAnswersEveryCommand() {
        var lines = new ArrayList<String>();
        for (var state : List.of(new State.Walking(), new State.Finished(NOW, 35, TALLY, "Dana Vega"),
                new State.Abandoned(NOW, "Fire alarm", false, "Dana Vega"), new State.Abandoned(NOW, "", true, ""))) {
            String name = state instanceof State.Abandoned(_, _, boolean left, _) && left ? "LEFT" : state.code();
            lines.add(line(name, state, "See", new See(seen(Result.OPEN), WALKER)));
            lines.add(line(name, state, "Finish", new Finish(NOW, TALLY, false, LONGEST, WALKER)));
            lines.add(line(name, state, "Abandon", new Abandon(NOW, "Fire alarm", WALKER)));
            lines.add(line(name, state, "Leave", new Leave()));
        }
        assertThat(String.join("\n", lines)).isEqualTo("""
                WALKING See → WALKING seen
                WALKING Finish → FINISHED RoundWalked
                WALKING Abandon → ABANDONED RoundAbandoned
                WALKING Leave → LEFT RoundAbandoned
                FINISHED See → ROUND_OVER
                FINISHED Finish → ROUND_OVER
                FINISHED Abandon → ROUND_OVER
                FINISHED Leave → ROUND_OVER
                ABANDONED See → ROUND_OVER
                ABANDONED Finish → ROUND_OVER
                ABANDONED Abandon → ROUND_OVER
                ABANDONED Leave → ROUND_OVER
                LEFT See → WALKING seen
                LEFT Finish → FINISHED RoundWalked
                LEFT Abandon → ABANDONED RoundAbandoned
                LEFT Leave → ROUND_OVER""");
        new StatePicture().answers(lines).isCommittedAs("round");
    }

    @Test
    void aRoundIsItsWalkersAlone() {
        for (var command : List.of(new See(seen(Result.OPEN), OTHER), new Finish(NOW, TALLY, false, LONGEST, OTHER),
                new Abandon(NOW, "Late", OTHER))) {
            assertThat(answer(new State.Walking(), command)).isEqualTo("ROUND_OF_ANOTHER");
        }
    }

    @Test
    void itIsBrokenOffWithAReason() {
        assertThat(answer(new State.Walking(), new Abandon(NOW, "  ", WALKER))).isEqualTo("ROUND_WHY_MISSING");
    }

    @Test
    void minutesAreThoseWalkedAndAForgottenEndCountsToTheLastThingSeen() {
        assertThat(walked(new Finish(NOW, TALLY, false, LONGEST, WALKER)).minutes()).isEqualTo(35);
        var dayLater = BEGAN.plus(Duration.ofHours(20));
        var late = (RoundWalked) ((Decision.Accepted<Round>) in(new State.Walking())
                .decide(new Finish(dayLater, TALLY, false, LONGEST, WALKER), dayLater)).facts().getFirst();
        assertThat(late.minutes()).as("the last door was seen after half an hour").isEqualTo(30);
    }

    @Test
    void aPhoneWhoseClockIsWrongWritesNeitherIntoTheFutureNorBeforeTheBeginning() {
        assertThat(walked(new Finish(NOW.plusSeconds(9000), TALLY, false, LONGEST, WALKER)).at()).isEqualTo(NOW);
        assertThat(walked(new Finish(BEGAN.minusSeconds(9000), TALLY, false, LONGEST, WALKER)).at()).isEqualTo(BEGAN);
    }

    @Test
    void aSweepHasToSeeEveryOuterDoorThatWasThereAndADoorNotReachedIsNotChecked() {
        var doors = List.of(door(1, true, BEGAN.minusSeconds(60), null), door(2, true, BEGAN.minusSeconds(60), null),
                door(3, false, BEGAN.minusSeconds(60), null),
                door(4, true, BEGAN.plusSeconds(60), null),
                door(5, true, BEGAN.minusSeconds(60), BEGAN.minusSeconds(30)),
                door(6, true, BEGAN.minusSeconds(60), BEGAN.plusSeconds(30)));
        var standing = List.of(at(1, Result.AS_IT_MUST_BE), at(2, Result.NOT_REACHED), at(3, Result.PROPPED));
        var due = RoundTally.due(Kind.SWEEP, doors, BEGAN, standing);
        assertThat(due).as("added later: not due; retired before: not due; retired while they walked: due")
                .isEqualTo(Set.of(id(1), id(2), id(6)));
        var tally = RoundTally.of(due, standing);
        assertThat(tally.checkpoints()).isEqualTo(3);
        assertThat(tally.checked()).isEqualTo(1);
        assertThat(tally.breaches()).as("an inner door that is propped is a breach too").isEqualTo(1);
        assertThat(tally.complete()).isFalse();
        assertThat(RoundTally.of(Set.of(id(1)), standing).complete()).isTrue();
        assertThat(RoundTally.of(Set.of(), standing).complete()).as("a school without outer doors has swept nothing")
                .isFalse();
    }

    private static RoundWalked walked(RoundCommand command) {
        return (RoundWalked) ((Decision.Accepted<Round>) in(new State.Walking()).decide(command, NOW)).facts()
                .getFirst();
    }

    private static String line(String name, State state, String command, RoundCommand what) {
        return name + " " + command + " → " + answer(state, what);
    }

    private static String answer(State state, RoundCommand command) {
        return switch (in(state).decide(command, NOW)) {
            case Decision.Accepted<Round>(var then, var facts) ->
                (then.state() instanceof State.Abandoned(_, _, boolean left, _) && left ? "LEFT" : then.state().code())
                        + " "
                        + (facts.isEmpty()
                                ? "seen"
                                : facts.stream().map(f -> f.getClass().getSimpleName())
                                        .collect(Collectors.joining(" ")));
            case Decision.Rejected<Round>(var code, var details) -> code.name();
        };
    }

    private static Round in(State state) {
        return new Round(new UUID(0, 1), new UUID(0, 2), new UUID(0, 3), new UUID(0, 4), Kind.SWEEP,
                LocalDate.of(2026, 11, 17), BEGAN, new Walker(WALKER.person(), WALKER.name(), new UUID(0, 5)), state,
                1);
    }

    private static Sighting seen(Result result) {
        return new Sighting(new UUID(2, 1), new UUID(0, 2), id(1), result, Reason.NONE, Done.UNSAID, "", Way.LIST,
                BEGAN, null);
    }

    private static Sighting at(int door, Result result) {
        return new Sighting(new UUID(2, door), new UUID(0, 2), id(door), result,
                result == Result.NOT_REACHED ? Reason.NO_KEY : Reason.NONE, Done.UNSAID, "", Way.LIST,
                BEGAN.plusSeconds(door), null);
    }

    private static UUID id(int door) {
        return new UUID(9, door);
    }

    private static Checkpoint door(int n, boolean outer, Instant added, Instant retired) {
        return new Checkpoint(new UUID(0, 1), id(n), new UUID(0, 3), new UUID(0, 4), Checkpoint.Kind.DOOR, "Door " + n,
                "", null, null, n, outer, null, added,
                retired == null ? null : new Checkpoint.Retired(retired, "Pat Greer", "Bricked up"), null, 1);
    }
}
