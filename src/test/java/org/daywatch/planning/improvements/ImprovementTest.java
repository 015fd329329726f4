package org.daywatch.planning.improvements;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.daywatch.house.StatePicture;
import org.daywatch.planning.improvements.Improvement.Source;
import org.daywatch.planning.improvements.Improvement.State;
import org.daywatch.planning.improvements.Improvement.Word;
import org.daywatch.planning.improvements.ImprovementCommand.*;
import org.daywatch.platform.events.Decision;
import org.junit.jupiter.api.Test;

class ImprovementTest {

    private static final Instant NOW = Instant.parse("2026-11-17T17:00:00Z");
    private static final By CUSTODIAN = new By(new UUID(1, 1), "Lee Moss", false);
    private static final By PRINCIPAL = new By(new UUID(1, 2), "Pat Greer", false);
    private static final By DIRECTOR = new By(new UUID(1, 3), "Robin Alder", true);
    private static final By OWNER = new By(new UUID(1, 4), "Sam Field", false);
    private static final Word DONE = new Word(CUSTODIAN, NOW, "A second switch.");

    @Test
    void everyStateAnswersEveryCommand() {
        var lines = new ArrayList<String>();
        for (var state : List.of(new State.Open(null), new State.Done(DONE),
                new State.Verified(DONE, new Word(PRINCIPAL, NOW, "Tried it.")),
                new State.Dropped(new Word(DIRECTOR, NOW, "Torn down.")))) {
            lines.add(line(state, "SayDone", new SayDone("A second switch.", CUSTODIAN)));
            lines.add(line(state, "Verify", new Verify("Tried it.", PRINCIPAL)));
            lines.add(line(state, "Return", new Return("Still dark.", PRINCIPAL)));
            lines.add(line(state, "Drop", new Drop("The wing is torn down.", DIRECTOR)));
        }
        assertThat(String.join("\n", lines)).isEqualTo("""
                OPEN SayDone → DONE ImprovementDone
                OPEN Verify → IMPROVEMENT_NOT_DONE
                OPEN Return → IMPROVEMENT_NOT_DONE
                OPEN Drop → DROPPED ImprovementDropped
                DONE SayDone → IMPROVEMENT_NOT_OPEN
                DONE Verify → VERIFIED ImprovementVerified
                DONE Return → OPEN ImprovementReturned
                DONE Drop → DROPPED ImprovementDropped
                VERIFIED SayDone → IMPROVEMENT_CLOSED
                VERIFIED Verify → IMPROVEMENT_CLOSED
                VERIFIED Return → IMPROVEMENT_CLOSED
                VERIFIED Drop → IMPROVEMENT_CLOSED
                DROPPED SayDone → IMPROVEMENT_CLOSED
                DROPPED Verify → IMPROVEMENT_CLOSED
                DROPPED Return → IMPROVEMENT_CLOSED
                DROPPED Drop → IMPROVEMENT_CLOSED""");
        new StatePicture().answers(lines).isCommittedAs("improvement");
    }

    @Test
    void nobodyVerifiesTheirOwnWorkOrWhatIsTheirsToDo() {
        assertThat(answer(new State.Done(DONE), new Verify("Looks fine.", CUSTODIAN)))
                .isEqualTo("IMPROVEMENT_OWN_WORK");
        assertThat(answer(new State.Done(DONE), new Verify("Looks fine.", OWNER))).isEqualTo("IMPROVEMENT_OWN_WORK");
        assertThat(answer(new State.Done(DONE), new Verify(" ", PRINCIPAL))).isEqualTo("IMPROVEMENT_WORDS_MISSING");
    }

    @Test
    void anOwnerWithoutAnAccountIsKnownByTheirName() {
        var named = new Improvement(new UUID(0, 1), new UUID(0, 2), new UUID(0, 3), new UUID(0, 4), Source.DRILL, null,
                "", "The light", "A switch", "Pat Greer", null,
                LocalDate.of(2026, 12, 1), NOW, "Robin Alder", new State.Done(DONE), 2);
        assertThat(named.decide(new Verify("Looks fine.", PRINCIPAL), NOW)).isInstanceOf(Decision.Rejected.class);
        assertThat(named.decide(new Verify("Tried it.", DIRECTOR), NOW)).isInstanceOf(Decision.Accepted.class);
    }

    @Test
    void onlyTheSafetyDirectorDropsAndSaysWhy() {
        assertThat(answer(new State.Open(null), new Drop("Too dear.", PRINCIPAL)))
                .isEqualTo("IMPROVEMENT_NOT_YOURS_TO_DROP");
        assertThat(answer(new State.Open(null), new Drop("", DIRECTOR))).isEqualTo("IMPROVEMENT_WORDS_MISSING");
    }

    @Test
    void itIsLateUntilItIsVerifiedNotUntilItIsSaidToBeDone() {
        var after = LocalDate.of(2026, 12, 2);
        assertThat(in(new State.Done(DONE)).late(after)).isTrue();
        assertThat(in(new State.Done(DONE)).late(after.minusDays(1))).as("the last day is in time").isFalse();
        assertThat(in(new State.Verified(DONE, DONE)).late(after)).isFalse();
    }

    private static Improvement in(State state) {
        return new Improvement(new UUID(0, 1), new UUID(0, 2), new UUID(0, 3), new UUID(0, 4), Source.DRILL,
                new UUID(0, 5), "PROTECTING", "The light cannot be reached", "A second switch",
                "Facilities", OWNER.person(), LocalDate.of(2026, 12, 1), NOW, "Pat Greer", state, 2);
    }

    private static String answer(State state, ImprovementCommand command) {
        return in(state).decide(command, NOW) instanceof Decision.Rejected<Improvement>(var code, var details)
                ? code.name()
                : "accepted";
    }

    private static String line(State state, String name, ImprovementCommand command) {
        return state.code() + " " + name + " → " + switch (in(state).decide(command, NOW)) {
            case Decision.Accepted<Improvement>(var after, var facts) -> after.state().code() + " "
                    + facts.stream().map(f -> f.getClass().getSimpleName()).collect(Collectors.joining(" "));
            case Decision.Rejected<Improvement>(var code, var details) -> code.name();
        };
    }
}
