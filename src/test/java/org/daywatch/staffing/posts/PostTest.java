package org.daywatch.staffing.posts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.daywatch.platform.events.Decision;
import org.daywatch.house.StatePicture;
import org.daywatch.platform.time.Window;
import org.daywatch.staffing.StaffingEvent.PostCancelled;
import org.daywatch.staffing.posts.Post.State;
import org.daywatch.staffing.posts.PostCommand.Cancel;
import org.daywatch.staffing.posts.PostCommand.Hold;
import org.daywatch.staffing.posts.PostCommand.Open;
import org.daywatch.staffing.posts.PostCommand.Release;
import org.daywatch.staffing.posts.PostCommand.Reopen;
import org.junit.jupiter.api.Test;

class PostTest {

    private static final Instant NOW = Instant.parse("2026-08-06T15:00:00Z");
    private static final Instant START = Instant.parse("2026-08-10T14:45:00Z");
    private static final UUID OFFICER = new UUID(7, 7);

    @Test
    void everyStateAnswersEveryCommandAsThisTableSays() {
        var states = List.of(new State.Draft(), new State.Open(),
                new State.Held(OFFICER, NOW.plusSeconds(60), "called"), new State.Filled(),
                new State.Cancelled("closed", false));
        var commands = List.of(new Open(1), new Open(2), new Hold(OFFICER, NOW.plus(Duration.ofHours(4)), "called"),
                new Release(), new Cancel("closed"), new Reopen());
        var lines = new ArrayList<String>();
        for (var state : states) {
            for (var command : commands) {
                var name = command instanceof Open(int rank) ? "Open " + rank : command.getClass().getSimpleName();
                lines.add(state.code() + " " + name + " → " + outcome(state, command, NOW));
            }
        }
        assertThat(String.join("\n", lines)).isEqualTo("""
                DRAFT Open 1 → OPEN PostsPosted
                DRAFT Open 2 → OPEN PostsPosted
                DRAFT Hold → POST_NOT_OPEN
                DRAFT Release → POST_NOT_HELD
                DRAFT Cancel → CANCELLED PostCancelled
                DRAFT Reopen → POST_NOT_CANCELLED
                OPEN Open 1 → POST_NOT_DRAFT
                OPEN Open 2 → OPEN PostsPosted
                OPEN Hold → HELD PostHeld
                OPEN Release → POST_NOT_HELD
                OPEN Cancel → CANCELLED PostCancelled
                OPEN Reopen → POST_NOT_CANCELLED
                HELD Open 1 → POST_NOT_DRAFT
                HELD Open 2 → POST_NOT_DRAFT
                HELD Hold → POST_NOT_OPEN
                HELD Release → OPEN PostReleased
                HELD Cancel → CANCELLED PostCancelled
                HELD Reopen → POST_NOT_CANCELLED
                FILLED Open 1 → POST_FILLED
                FILLED Open 2 → POST_FILLED
                FILLED Hold → POST_FILLED
                FILLED Release → POST_NOT_HELD
                FILLED Cancel → CANCELLED PostCancelled
                FILLED Reopen → POST_NOT_CANCELLED
                CANCELLED Open 1 → POST_CANCELLED
                CANCELLED Open 2 → POST_CANCELLED
                CANCELLED Hold → POST_CANCELLED
                CANCELLED Release → POST_CANCELLED
                CANCELLED Cancel → POST_CANCELLED
                CANCELLED Reopen → OPEN PostsPosted""");
        new StatePicture().answers(lines).isCommittedAs("post");
    }

    @Test
    void cancellingAFilledPostSaysThatAnOfficerHadIt() {
        assertThat(post(new State.Filled()).decide(new Cancel("closed"), NOW))
                .isInstanceOfSatisfying(Decision.Accepted.class, a -> assertThat(a.facts().getFirst())
                        .isInstanceOfSatisfying(PostCancelled.class, f -> assertThat(f.filled()).isTrue()));
    }

    @Test
    void aPlaceIsHeldForAtMostThreeDaysAndNeverBeyondTheStart() {
        assertThat(outcome(new State.Open(), new Hold(OFFICER, NOW.plus(Duration.ofHours(72)), "called"), NOW))
                .isEqualTo("HELD PostHeld");
        assertThat(outcome(new State.Open(), new Hold(OFFICER, NOW.plus(Duration.ofHours(73)), "called"), NOW))
                .isEqualTo("HOLD_TOO_LONG");
        assertThat(outcome(new State.Open(), new Hold(OFFICER, START.plusSeconds(1), "called"), START.minusSeconds(60)))
                .isEqualTo("HOLD_TOO_LONG");
        assertThat(outcome(new State.Open(), new Hold(OFFICER, NOW.minusSeconds(1), "called"), NOW))
                .isEqualTo("HOLD_TOO_LONG");
        assertThat(outcome(new State.Open(), new Hold(OFFICER, NOW.plusSeconds(60), " "), NOW))
                .isEqualTo("REASON_MISSING");
    }

    @Test
    void whatIsOverStaysAsItWas() {
        var after = START.plus(Duration.ofHours(9));
        assertThat(outcome(new State.Draft(), new Open(1), after)).isEqualTo("POST_STARTED");
        assertThat(outcome(new State.Open(), new Cancel("closed"), after)).isEqualTo("POST_STARTED");
        assertThat(outcome(new State.Open(), new Cancel("closed"), START.plusSeconds(60)))
                .as("while it runs it ends, and what was required stays").isEqualTo("OPEN PostEndedEarly");
        assertThat(outcome(new State.Open(), new Cancel(" "), START.plusSeconds(60))).isEqualTo("REASON_MISSING");
        assertThat(outcome(new State.Cancelled("closed", false), new Reopen(), after)).isEqualTo("POST_STARTED");
    }

    @Test
    void aPostThatHasBegunEndsNowAndKeepsTheMinutesThatWereRequired() {
        var now = START.plus(Duration.ofMinutes(90)).plusSeconds(20);
        assertThat(post(new State.Filled()).decide(new Cancel("burst pipe"), now))
                .isInstanceOfSatisfying(Decision.Accepted.class, a -> {
                    assertThat(((Post) a.state()).window()).isEqualTo(Window.of(START, Duration.ofMinutes(90)));
                    assertThat(((Post) a.state()).state()).isEqualTo(new State.Filled());
                });
        assertThat(outcome(new State.Open(), new Cancel("burst pipe"), START.plusSeconds(20)))
                .as("in its first minute nothing was required yet").isEqualTo("CANCELLED PostCancelled");
    }

    @Test
    void departmentsAreAskedInOrderFromTheFirst() {
        for (int rank : new int[] {0, -5, Integer.MIN_VALUE, Integer.MAX_VALUE})
            assertThat(outcome(new State.Draft(), new Open(rank), NOW)).isEqualTo("NO_SUCH_RANK");
    }

    private static String outcome(State state, PostCommand command, Instant now) {
        return switch (post(state).decide(command, now)) {
            case Decision.Accepted<Post>(var next, var facts) ->
                next.state().code() + " " + facts.getFirst().getClass().getSimpleName();
            case Decision.Rejected<Post>(var code, var _) -> code.name();
        };
    }

    private static Post post(State state) {
        return new Post(new UUID(1, 1), new UUID(2, 2), new UUID(3, 3), new UUID(4, 4), new UUID(5, 5),
                LocalDate.of(2026, 8, 10), 1,
                Window.of(START, Duration.ofMinutes(450)), 1, state, 0);
    }
}
