package org.daywatch.planning.drills;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.daywatch.house.StatePicture;
import org.daywatch.planning.PlanningEvent.DrillConcluded;
import org.daywatch.planning.PlanningEvent.DrillStarted;
import org.daywatch.planning.drills.Drill.Origin;
import org.daywatch.planning.drills.Drill.State;
import org.daywatch.planning.drills.Drill.Times;
import org.daywatch.planning.drills.DrillCommand.*;
import org.daywatch.planning.drills.audience.DrillAudience;
import org.daywatch.planning.drills.kinds.DrillKind;
import org.daywatch.platform.errors.InvalidInput;
import org.daywatch.platform.events.Decision;
import org.junit.jupiter.api.Test;

class DrillTest {

    private static final ZoneId PHOENIX = ZoneId.of("America/Phoenix");
    private static final LocalDate DAY = LocalDate.of(2026, 11, 17);
    private static final Instant NOW = Instant.parse("2026-11-17T17:00:00Z");
    private static final By PRINCIPAL = new By(new UUID(1, 1), "Pat Greer");
    private static final UUID OFFICER = new UUID(7, 7);
    private static final Times RUNS = new Times(NOW.minusSeconds(300), null, null, null);
    private static final Times OVER = new Times(NOW.minusSeconds(300), NOW.minusSeconds(200), null,
            NOW.minusSeconds(10));

    @Test
    void everyStateAnswersEveryCommand() {
        var lines = new ArrayList<String>();
        for (var state : List.of(new State.Scheduled(), new State.Running(RUNS, "Pat Greer"),
                new State.Held(OVER, "Pat Greer", false), new State.Reviewed(OVER, "Pat Greer", false, "Lee Moss"),
                new State.CalledOff("Snow", "Pat Greer"), new State.Missed())) {
            var drill = in(state);
            lines.add(line(drill, "Move", new Move(DAY.plusDays(2), LocalTime.of(9, 0), DAY, PRINCIPAL)));
            lines.add(line(drill, "CallOff", new CallOff("Snow", PRINCIPAL)));
            lines.add(line(drill, "Start", new Start(PHOENIX, List.of(OFFICER), DrillAudience.EVERYBODY, PRINCIPAL)));
            lines.add(line(drill, "Secured", new Secured(PRINCIPAL)));
            lines.add(line(drill, "Accounted", new Accounted(PRINCIPAL)));
            lines.add(line(drill, "End", new End(false, PHOENIX, List.of(OFFICER), PRINCIPAL)));
            lines.add(line(drill, "Hear", heard(false)));
            lines.add(line(drill, "Miss", new Miss(DAY.plusDays(1))));
            lines.add(line(drill, "Review", new Review("S", 1, PRINCIPAL)));
        }
        assertThat(String.join("\n", lines)).isEqualTo("""
                SCHEDULED Move → SCHEDULED DrillScheduled
                SCHEDULED CallOff → CALLED_OFF DrillCalledOff
                SCHEDULED Start → RUNNING DrillStarted
                SCHEDULED Secured → DRILL_NOT_RUNNING
                SCHEDULED Accounted → DRILL_NOT_RUNNING
                SCHEDULED End → DRILL_NOT_RUNNING
                SCHEDULED Hear → HELD DrillConcluded
                SCHEDULED Miss → MISSED DrillMissed
                SCHEDULED Review → DRILL_NOT_HELD
                RUNNING Move → DRILL_NOT_SCHEDULED
                RUNNING CallOff → DRILL_NOT_SCHEDULED
                RUNNING Start → DRILL_RUNNING
                RUNNING Secured → RUNNING and nothing told
                RUNNING Accounted → RUNNING and nothing told
                RUNNING End → HELD DrillConcluded
                RUNNING Hear → HELD DrillConcluded
                RUNNING Miss → DRILL_NOT_SCHEDULED
                RUNNING Review → DRILL_NOT_HELD
                HELD Move → DRILL_NOT_SCHEDULED
                HELD CallOff → DRILL_NOT_SCHEDULED
                HELD Start → DRILL_NOT_SCHEDULED
                HELD Secured → DRILL_NOT_RUNNING
                HELD Accounted → DRILL_NOT_RUNNING
                HELD End → DRILL_NOT_RUNNING
                HELD Hear → HELD and nothing told
                HELD Miss → DRILL_NOT_SCHEDULED
                HELD Review → REVIEWED DrillReviewed
                REVIEWED Move → DRILL_NOT_SCHEDULED
                REVIEWED CallOff → DRILL_NOT_SCHEDULED
                REVIEWED Start → DRILL_NOT_SCHEDULED
                REVIEWED Secured → DRILL_NOT_RUNNING
                REVIEWED Accounted → DRILL_NOT_RUNNING
                REVIEWED End → DRILL_NOT_RUNNING
                REVIEWED Hear → REVIEWED and nothing told
                REVIEWED Miss → DRILL_NOT_SCHEDULED
                REVIEWED Review → DRILL_REVIEWED
                CALLED_OFF Move → DRILL_NOT_SCHEDULED
                CALLED_OFF CallOff → DRILL_NOT_SCHEDULED
                CALLED_OFF Start → DRILL_NOT_SCHEDULED
                CALLED_OFF Secured → DRILL_NOT_RUNNING
                CALLED_OFF Accounted → DRILL_NOT_RUNNING
                CALLED_OFF End → DRILL_NOT_RUNNING
                CALLED_OFF Hear → DRILL_NOT_SCHEDULED
                CALLED_OFF Miss → DRILL_NOT_SCHEDULED
                CALLED_OFF Review → DRILL_NOT_HELD
                MISSED Move → DRILL_NOT_SCHEDULED
                MISSED CallOff → DRILL_NOT_SCHEDULED
                MISSED Start → DRILL_NOT_SCHEDULED
                MISSED Secured → DRILL_NOT_RUNNING
                MISSED Accounted → DRILL_NOT_RUNNING
                MISSED End → DRILL_NOT_RUNNING
                MISSED Hear → HELD DrillConcluded
                MISSED Miss → DRILL_NOT_SCHEDULED
                MISSED Review → DRILL_NOT_HELD""");
        new StatePicture().answers(lines).isCommittedAs("drill");
    }

    @Test
    void itBeginsOnItsDayOnlyAndSaysWhatTheSchoolIsTold() {
        var started = (DrillStarted) accepted(in(new State.Scheduled()),
                new Start(PHOENIX, List.of(OFFICER), DrillAudience.EVERYBODY, PRINCIPAL)).facts().getFirst();
        assertThat(List.of(started.action(), started.drill(), started.by())).containsExactly("LOCKDOWN",
                "DRILL:LOCKDOWN", "Pat Greer");
        assertThat(refusal(in(new State.Scheduled())
                .decide(new Start(PHOENIX, List.of(), DrillAudience.EVERYBODY, PRINCIPAL), NOW.plusSeconds(86_400))))
                .isEqualTo("DRILL_ANOTHER_DAY");
    }

    @Test
    void itSaysWhomItReachesAndByWhichWays() {
        var officersByScreen = new DrillAudience(Set.of(DrillAudience.Group.OFFICER), Set.of(DrillAudience.Way.SCREEN));
        var started = (DrillStarted) accepted(in(new State.Scheduled()),
                new Start(PHOENIX, List.of(OFFICER), officersByScreen, PRINCIPAL)).facts().getFirst();
        assertThat(started.people()).containsExactly("OFFICER");
        assertThat(started.ways()).containsExactly("SCREEN");
        assertThatThrownBy(() -> new DrillAudience(Set.of(DrillAudience.Group.TEACHER), Set.of()))
                .as("a drill nobody hears of").isInstanceOf(InvalidInput.class);
    }

    @Test
    void theFirstTapCountsAndWhatWasTimedByHandStays() {
        var secured = accepted(in(new State.Running(RUNS, "Pat Greer")), new Secured(PRINCIPAL)).state();
        assertThat(secured.decide(new Secured(PRINCIPAL), NOW.plusSeconds(60)).orThrow().state()).isEqualTo(secured);
        var heard = accepted(secured, heard(false)).state().state().times();
        assertThat(heard.secured()).as("by hand").isEqualTo(NOW);
        assertThat(heard.accounted()).as("measured in the rooms").isEqualTo(NOW.minusSeconds(60));
    }

    @Test
    void whatEndedIsToldOnceWithItsMinutesAndItsOfficers() {
        var over = accepted(in(new State.Running(RUNS, "Pat Greer")),
                new End(false, PHOENIX, List.of(OFFICER), PRINCIPAL));
        var told = (DrillConcluded) over.facts().getFirst();
        assertThat(told.minutes()).isEqualTo(5);
        assertThat(told.officers()).containsExactly(OFFICER);
        assertThat(told.day()).isEqualTo(DAY);
        assertThat(accepted(over.state(), heard(false)).facts()).isEmpty();
    }

    @Test
    void whatWasBrokenOffCountsForNothing() {
        var broken = accepted(in(new State.Running(RUNS, "Pat Greer")), heard(true));
        assertThat(broken.facts()).isEmpty();
        assertThat(broken.state().counts()).isFalse();
        assertThat(accepted(in(new State.Running(RUNS, "Pat Greer")), new End(true, PHOENIX, List.of(), PRINCIPAL))
                .state().counts()).isFalse();
    }

    @Test
    void anExerciseNobodyHadScheduledCountsOnceSomebodySaysAsWhat() {
        var guessed = new Drill(new UUID(0, 1), new UUID(0, 2), new UUID(0, 3), new UUID(0, 4), DrillKind.LOCKDOWN, DAY,
                LocalTime.NOON, false, "", true, true, Origin.UNSCHEDULED, "",
                new State.Held(OVER, "Pat Greer", false), 2);
        assertThat(guessed.counts()).isFalse();
        assertThat(refusal(guessed.decide(new Review("P", 0, PRINCIPAL), NOW))).isEqualTo("DRILL_UNCONFIRMED");
        assertThat(refusal(guessed.decide(new Confirm(DrillKind.FIRE, PHOENIX, List.of(), PRINCIPAL), NOW)))
                .as("the school was told to lock down").isEqualTo("DRILL_ANOTHER_ACTION");
        var sure = accepted(guessed, new Confirm(DrillKind.ACTIVE_THREAT, PHOENIX, List.of(OFFICER), PRINCIPAL));
        assertThat(sure.state().counts()).isTrue();
        assertThat(((DrillConcluded) sure.facts().getFirst()).drill()).isEqualTo("DRILL:ACTIVE_THREAT");
        assertThat(refusal(sure.state().decide(new Confirm(DrillKind.LOCKDOWN, PHOENIX, List.of(), PRINCIPAL), NOW)))
                .isEqualTo("DRILL_CONFIRMED");
    }

    @Test
    void itIsNeitherMovedBeforeFamiliesCanBeToldNorCalledOffWithoutAReason() {
        assertThat(refusal(in(new State.Scheduled())
                .decide(new Move(DAY.plusDays(3), LocalTime.NOON, DAY.plusDays(14), PRINCIPAL), NOW)))
                .isEqualTo("DRILL_NOTICE_TOO_SHORT");
        assertThat(refusal(in(new State.Scheduled()).decide(new CallOff(" ", PRINCIPAL), NOW)))
                .isEqualTo("DRILL_REASON_MISSING");
        assertThat(accepted(in(new State.Scheduled()),
                new Move(DAY.plusDays(14), LocalTime.NOON, DAY.plusDays(14), PRINCIPAL)).state().fixed()).isTrue();
        assertThat(refusal(in(new State.Scheduled()).decide(new Miss(DAY), NOW))).as("its day is not over")
                .isEqualTo("DRILL_NOT_SCHEDULED");
        assertThat(refusal(in(new State.Held(OVER, "Pat Greer", false)).decide(new Review("", 0, PRINCIPAL), NOW)))
                .isEqualTo("DRILL_NOT_RATED");
    }

    private static Hear heard(boolean cancelled) {
        return new Hear(NOW.minusSeconds(300), NOW.minusSeconds(200), NOW.minusSeconds(60), NOW, cancelled, PHOENIX,
                List.of(OFFICER), "Pat Greer");
    }

    private static Drill in(State state) {
        return new Drill(new UUID(0, 1), new UUID(0, 2), new UUID(0, 3), new UUID(0, 4), DrillKind.LOCKDOWN, DAY,
                LocalTime.of(10, 0), true, "", false, false, Origin.PLANNED, "", state, 3);
    }

    private static Decision.Accepted<Drill> accepted(Drill drill, DrillCommand command) {
        return drill.decide(command, NOW).orThrow();
    }

    private static String refusal(Decision<Drill> decision) {
        return decision instanceof Decision.Rejected<Drill>(var code, var details) ? code.name() : "accepted";
    }

    private static String line(Drill drill, String name, DrillCommand command) {
        return drill.state().code() + " " + name + " → " + switch (drill.decide(command, NOW)) {
            case Decision.Accepted<Drill>(var after, var facts) -> after.state().code() + " "
                    + (facts.isEmpty()
                            ? "and nothing told"
                            : facts.stream().map(f -> f.getClass().getSimpleName()).collect(Collectors.joining(" ")));
            case Decision.Rejected<Drill>(var code, var details) -> code.name();
        };
    }
}
