package org.daywatch.restorative.restraints;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.daywatch.house.StatePicture;
import org.daywatch.platform.events.Decision;
import org.daywatch.restorative.restraints.Restraint.Stage;
import org.daywatch.restorative.restraints.RestraintCommand.Correct;
import org.daywatch.restorative.restraints.RestraintCommand.Given;
import org.daywatch.restorative.restraints.RestraintCommand.SpeakAfter;
import org.daywatch.restorative.restraints.RestraintCommand.Write;
import org.daywatch.restorative.restraints.RestraintFile.Known;
import org.daywatch.restorative.restraints.RestraintFile.Plan;
import org.daywatch.restorative.restraints.RestraintFile.Talk;
import org.daywatch.restorative.restraints.RestraintKind.Means;
import org.junit.jupiter.api.Test;

/** A restraint is reported, written down and spoken about; what was wrong is corrected in sight of its readers. */
class RestraintTest {

    private static final Instant NOW = Instant.parse("2026-11-17T16:40:00Z");
    private static final LocalDate REPORTED = LocalDate.of(2026, 11, 16);
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 17);
    private static final Given COUNSELOR = new Given(new UUID(1, 1), null);
    private static final Restraint FRESH = Restraint.reported(new UUID(2, 1), new UUID(2, 2), new UUID(2, 3),
            new UUID(2, 4), REPORTED);
    private static final RestraintFile FILE = file(REPORTED, Map.of(Means.HANDS, 2));
    private static final Talk TALK = new Talk(TODAY, "Ana Cruz", true, "A quiet place before the bell", "Ana Cruz");

    @Test
    void everyStageAnswersEveryCommandAndNoneIsLeftOut() {
        var lines = new ArrayList<String>();
        stages().forEach((stage, r) -> commands().forEach(
                command -> lines.add(stage + " " + command.getClass().getSimpleName() + " → " + answer(r, command))));
        assertThat(lines).containsExactly("REPORTED Write → WRITTEN RestraintWritten",
                "REPORTED Correct → RESTRAINT_NOT_WRITTEN", "REPORTED SpeakAfter → RESTRAINT_NOT_WRITTEN",
                "WRITTEN Write → RESTRAINT_WRITTEN", "WRITTEN Correct → WRITTEN RestraintWritten",
                "WRITTEN SpeakAfter → SPOKEN RestraintWritten", "SPOKEN Write → RESTRAINT_WRITTEN",
                "SPOKEN Correct → SPOKEN RestraintWritten", "SPOKEN SpeakAfter → SPOKEN RestraintWritten");
        new StatePicture().answers(lines).drawsEvery(RestraintCommand.class).isCommittedAs("restraint");
    }

    @Test
    void itIsWrittenDownOnTheNextDayAndSpokenAboutWithinFive() {
        var stages = stages();
        assertThat(stages.get(Stage.REPORTED).due(1, 5)).isEqualTo("2026-11-17");
        assertThat(stages.get(Stage.WRITTEN).due(1, 5)).isEqualTo("2026-11-21");
        assertThat(stages.get(Stage.SPOKEN).due(1, 5)).isNull();
    }

    @Test
    void nothingWasDoneIsNoRestraintAndLessThanAMinuteIsOne() {
        assertThat(answer(FRESH, new Write(file(REPORTED, Map.of()), COUNSELOR, TODAY, "Robin Sage")))
                .isEqualTo("RESTRAINT_NOTHING");
        assertThat(answer(FRESH, new Write(file(REPORTED, Map.of(Means.HANDS, 0)), COUNSELOR, TODAY, "Robin Sage")))
                .isEqualTo("WRITTEN RestraintWritten");
    }

    @Test
    void itHappenedBeforeItWasReportedAndTheTalkCameAfterIt() {
        assertThat(answer(FRESH, new Write(file(TODAY, Map.of(Means.HANDS, 2)), COUNSELOR, TODAY, "Robin Sage")))
                .isEqualTo("RESTRAINT_DAY");
        var written = stages().get(Stage.WRITTEN);
        for (var day : List.of(REPORTED.minusDays(1), TODAY.plusDays(1)))
            assertThat(answer(written,
                    new SpeakAfter(new Talk(day, "Ana Cruz", false, "x", "Ana Cruz"), TODAY, "Ana Cruz")))
                    .isEqualTo("RESTRAINT_TALK_DAY");
    }

    @Test
    void aCorrectionSaysWhyAndKeepsTheTalkAndWhatWasCorrectedBefore() {
        var spoken = stages().get(Stage.SPOKEN);
        assertThat(answer(spoken, new Correct(FILE, COUNSELOR, " ", TODAY, "Robin Sage"))).isEqualTo("RESTRAINT_WHY");
        var once = spoken
                .decide(new Correct(file(REPORTED, Map.of(Means.HANDS, 4)), COUNSELOR, "The clock was read again",
                        TODAY, "Robin Sage"), NOW)
                .orThrow().state();
        var twice = once.decide(new Correct(FILE, COUNSELOR, "Two after all", TODAY, "Robin Sage"), NOW).orThrow()
                .state();
        var file = Objects.requireNonNull(twice.file());
        assertThat(file.talk()).isEqualTo(TALK);
        assertThat(file.changes()).extracting(RestraintFile.Change::why).containsExactly("The clock was read again",
                "Two after all");
        assertThat(twice.written()).as("the day it was first written down").isEqualTo(TODAY);
        assertThat(twice.version()).isEqualTo(4);
    }

    @Test
    void handcuffsAreARestraintUnlessTheyArePartOfAnArrest() {
        assertThat(RestraintKind.of(List.of(Means.HANDCUFFS), false)).containsExactly(RestraintKind.MECHANICAL);
        assertThat(RestraintKind.of(List.of(Means.HANDCUFFS), true)).isEmpty();
        assertThat(RestraintKind.of(List.of(Means.HANDS, Means.HANDCUFFS), true))
                .containsExactly(RestraintKind.PHYSICAL);
    }

    private static Map<Stage, Restraint> stages() {
        var written = FRESH.decide(new Write(FILE, COUNSELOR, TODAY, "Robin Sage"), NOW).orThrow().state();
        var spoken = written.decide(new SpeakAfter(TALK, TODAY, "Ana Cruz"), NOW).orThrow().state();
        var stages = new LinkedHashMap<Stage, Restraint>();
        for (var r : List.of(FRESH, written, spoken)) stages.put(r.stage(), r);
        return stages;
    }

    private static List<RestraintCommand> commands() {
        return List.of(new Write(FILE, COUNSELOR, TODAY, "Robin Sage"),
                new Correct(FILE, COUNSELOR, "It was two minutes", TODAY, "Robin Sage"),
                new SpeakAfter(TALK, TODAY, "Ana Cruz"));
    }

    private static String answer(Restraint r, RestraintCommand command) {
        return switch (r.decide(command, NOW)) {
            case Decision.Rejected<Restraint>(var code, var _) -> code.name();
            case Decision.Accepted<Restraint>(var state, var facts) -> state.stage() + " "
                    + facts.getFirst().getClass().getSimpleName();
        };
    }

    private static RestraintFile file(LocalDate day, Map<Means, Integer> minutes) {
        return new RestraintFile(new UUID(5, 1), "Rivera, Sol", Plan.IDEA, day, LocalTime.of(10, 40), minutes, false,
                "HALLWAY", "Would have run into the road", "The bus had left", List.of("SPOKE_CALMLY"),
                "Dana Reyes", Known.YES, "Robin Sage", Known.YES, null, List.of());
    }
}
