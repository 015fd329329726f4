package org.daywatch.training.sessions;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.daywatch.house.StatePicture;
import org.daywatch.platform.events.Decision;
import org.daywatch.training.TrainingEvent.Audience;
import org.daywatch.training.TrainingEvent.LessonTaught;
import org.daywatch.training.sessions.LessonSession.*;
import org.daywatch.training.sessions.LessonSessionCommand.*;
import org.daywatch.training.sessions.timetable.Slot;
import org.junit.jupiter.api.Test;

class LessonSessionTest {

    private static final Instant NOW = Instant.parse("2026-11-17T17:00:00Z");
    private static final LocalDate DAY = LocalDate.of(2026, 11, 17);
    private static final By OFFICER = new By(new UUID(1, 1), "Dana Reyes");
    private static final Content CONTENT = new Content("BULLYING-BYSTANDER", 1, "en", "What a bystander can do", 45);
    private static final Slot SLOT = new Slot(DAY, "3", NOW.minus(Duration.ofMinutes(60)),
            NOW.minus(Duration.ofMinutes(10)), "");
    private static final Teacher TEACHER = new Teacher(new UUID(2, 1), OFFICER.person(), OFFICER.name(), "Lee Moss");
    private static final Account ACCOUNT = new Account(NOW.minus(Duration.ofMinutes(50)), 47, 20, 26, true,
            List.of(new Fidelity("The role play was held.", Mark.DONE, "")), "");

    @Test
    void everyStateAnswersEveryCommand() {
        var states = new LinkedHashMap<String, State>();
        states.put("PLANNED", new State.Planned(null, null));
        states.put("BEGUN", new State.Planned(NOW.minusSeconds(2700), null));
        states.put("OVER", new State.Planned(NOW.minusSeconds(2700), NOW));
        states.put("TAUGHT", new State.Taught(ACCOUNT, "Dana Reyes", NOW));
        states.put("CALLED_OFF", new State.CalledOff("Fire drill.", "Dana Reyes", NOW));
        states.put("MISSED", new State.Missed());
        var lines = new ArrayList<String>();
        states.forEach((name, state) -> commands()
                .forEach((command, what) -> lines.add(name + " " + command + " → " + answer(session(state), what))));
        assertThat(String.join("\n", lines)).isEqualTo("""
                PLANNED Begin → BEGUN -
                PLANNED End → SESSION_NOT_BEGUN
                PLANNED Teach → TAUGHT LessonTaught
                PLANNED Correct → SESSION_NOT_TAUGHT
                PLANNED Move → PLANNED LessonPlanned
                PLANNED CallOff → CALLED_OFF LessonCalledOff
                PLANNED Miss → MISSED -
                BEGUN Begin → BEGUN -
                BEGUN End → OVER -
                BEGUN Teach → TAUGHT LessonTaught
                BEGUN Correct → SESSION_NOT_TAUGHT
                BEGUN Move → SESSION_NOT_PLANNED
                BEGUN CallOff → CALLED_OFF LessonCalledOff
                BEGUN Miss → SESSION_NOT_PLANNED
                OVER Begin → OVER -
                OVER End → OVER -
                OVER Teach → TAUGHT LessonTaught
                OVER Correct → SESSION_NOT_TAUGHT
                OVER Move → SESSION_NOT_PLANNED
                OVER CallOff → CALLED_OFF LessonCalledOff
                OVER Miss → SESSION_NOT_PLANNED
                TAUGHT Begin → SESSION_NOT_PLANNED
                TAUGHT End → SESSION_NOT_PLANNED
                TAUGHT Teach → SESSION_NOT_PLANNED
                TAUGHT Correct → TAUGHT LessonTaught
                TAUGHT Move → SESSION_NOT_PLANNED
                TAUGHT CallOff → SESSION_NOT_PLANNED
                TAUGHT Miss → SESSION_NOT_PLANNED
                CALLED_OFF Begin → SESSION_NOT_PLANNED
                CALLED_OFF End → SESSION_NOT_PLANNED
                CALLED_OFF Teach → SESSION_NOT_PLANNED
                CALLED_OFF Correct → SESSION_NOT_TAUGHT
                CALLED_OFF Move → SESSION_NOT_PLANNED
                CALLED_OFF CallOff → SESSION_NOT_PLANNED
                CALLED_OFF Miss → SESSION_NOT_PLANNED
                MISSED Begin → BEGUN -
                MISSED End → SESSION_NOT_PLANNED
                MISSED Teach → TAUGHT LessonTaught
                MISSED Correct → SESSION_NOT_TAUGHT
                MISSED Move → SESSION_NOT_PLANNED
                MISSED CallOff → CALLED_OFF LessonCalledOff
                MISSED Miss → SESSION_NOT_PLANNED""");
        new StatePicture().answers(lines).drawsEvery(LessonSessionCommand.class).isCommittedAs("lesson-session");
    }

    @Test
    void itBeginsOnItsDayAndASecondTapChangesNothing() {
        var planned = session(new State.Planned(null, null));
        assertThat(answer(planned, new Begin(DAY.minusDays(1), NOW, OFFICER))).isEqualTo("SESSION_ANOTHER_DAY");
        var begun = planned.decide(new Begin(DAY, NOW, OFFICER), NOW).orThrow().state();
        assertThat(begun.decide(new Begin(DAY, NOW.plusSeconds(60), OFFICER), NOW.plusSeconds(60)).orThrow().state())
                .isEqualTo(begun);
        assertThat(answer(begun, new Move(SLOT, TEACHER, OFFICER))).as("what has begun is not moved")
                .isEqualTo("SESSION_NOT_PLANNED");
    }

    @Test
    void minutesComeFromTheTapsAndWithoutThemFromThePlan() {
        var planned = session(new State.Planned(null, null));
        assertThat(planned.minutesByClock()).isEqualTo(50);
        var over = planned.decide(new Begin(DAY, NOW, OFFICER), NOW).orThrow().state()
                .decide(new End(NOW.plusSeconds(43 * 60 + 31), OFFICER), NOW.plusSeconds(9000)).orThrow().state();
        assertThat(over.minutesByClock()).isEqualTo(44);
        assertThat(over.decide(new End(NOW.plusSeconds(9000), OFFICER), NOW.plusSeconds(9000)).orThrow().state()
                .minutesByClock()).as("the first tap counts").isEqualTo(44);
    }

    @Test
    void whatWasTaughtIsToldWithItsMinutesApartFromItsPreparation() {
        var taught = (LessonTaught) session(new State.Planned(null, null))
                .decide(new Teach(CONTENT, ACCOUNT, DAY, OFFICER), NOW).orThrow().facts().getFirst();
        assertThat(taught.officerId()).isEqualTo(TEACHER.officer());
        assertThat(taught)
                .extracting(LessonTaught::minutes, LessonTaught::preparation, LessonTaught::people,
                        LessonTaught::teacher, LessonTaught::number, LessonTaught::lessons, LessonTaught::label)
                .containsExactly(47, 20, 26, true, 3, 10, "Civics, period 3");
    }

    @Test
    void nothingIsTaughtBeforeItsTimeAndNothingIsCalledOffOrCorrectedWithoutAReason() {
        var planned = session(new State.Planned(null, null));
        var later = new Account(NOW.plusSeconds(60), 45, 0, null, null, List.of(), "");
        assertThat(answer(planned, new Teach(CONTENT, later, DAY, OFFICER))).isEqualTo("SESSION_NOT_YET");
        assertThat(answer(planned, new CallOff("  ok ", OFFICER))).isEqualTo("SESSION_REASON_MISSING");
        assertThat(
                answer(session(new State.Taught(ACCOUNT, "x", NOW)), new Correct(CONTENT, ACCOUNT, DAY, "", OFFICER)))
                .isEqualTo("SESSION_REASON_MISSING");
    }

    @Test
    void aPhoneWithoutAConnectionSaysLaterThatALessonWasBegunWhichSeemedMissed() {
        var said = session(new State.Missed())
                .decide(new Begin(DAY, NOW.minusSeconds(3000), OFFICER), NOW.plusSeconds(90_000)).orThrow().state();
        assertThat(said.state()).isEqualTo(new State.Planned(NOW.minusSeconds(3000), null));
        assertThat(answer(session(new State.Missed()), new Begin(DAY.plusDays(1), NOW, OFFICER)))
                .as("another day is another day").isEqualTo("SESSION_ANOTHER_DAY");
    }

    @Test
    void nothingEndsBeforeItBeganWhateverTwoClocksSay() {
        var over = session(new State.Planned(NOW, null))
                .decide(new End(NOW.minusSeconds(60), OFFICER), NOW.plusSeconds(60)).orThrow().state();
        assertThat(over.state()).isEqualTo(new State.Planned(NOW, NOW));
        assertThat(over.minutesByClock()).isOne();
    }

    @Test
    void whatSomebodyBeganIsNotMissed() {
        assertThat(answer(session(new State.Planned(NOW, null)), new Miss(DAY.plusDays(1))))
                .isEqualTo("SESSION_NOT_PLANNED");
        assertThat(answer(session(new State.Planned(null, null)), new Miss(DAY))).as("its day is not over")
                .isEqualTo("SESSION_NOT_PLANNED");
    }

    @Test
    void aLessonTaughtOnAnotherDayIsInThePeriodOfThatDayNoMore() {
        var taught = session(new State.Missed()).decide(new Teach(CONTENT, ACCOUNT, DAY.minusDays(1), OFFICER), NOW)
                .orThrow().state();
        assertThat(taught.slot().day()).isEqualTo(DAY.minusDays(1));
        assertThat(taught.slot().period()).isEmpty();
    }

    private static Map<String, LessonSessionCommand> commands() {
        var commands = new LinkedHashMap<String, LessonSessionCommand>();
        commands.put("Begin", new Begin(DAY, NOW, OFFICER));
        commands.put("End", new End(NOW, OFFICER));
        commands.put("Teach", new Teach(CONTENT, ACCOUNT, DAY, OFFICER));
        commands.put("Correct", new Correct(CONTENT, ACCOUNT, DAY, "Two more came.", OFFICER));
        commands.put("Move", new Move(SLOT, TEACHER, OFFICER));
        commands.put("CallOff", new CallOff("Fire drill.", OFFICER));
        commands.put("Miss", new Miss(DAY.plusDays(1)));
        return commands;
    }

    private static LessonSession session(State state) {
        return session(state, TEACHER);
    }

    static LessonSession taughtBy(Teacher teacher) {
        return session(new State.Planned(null, null), teacher);
    }

    private static LessonSession session(State state, Teacher teacher) {
        var group = new LessonGroup(new UUID(9, 1), new UUID(9, 2), new UUID(9, 3), new UUID(9, 4), 2026,
                Audience.COHORT, "Civics, period 3", "", null, 1);
        return new LessonSession(new UUID(9, 1), new UUID(9, 5), new UUID(9, 3), new UUID(9, 4), group, CONTENT, 3, 10,
                SLOT, teacher, state, 1);
    }

    private static String answer(LessonSession session, LessonSessionCommand command) {
        return switch (session.decide(command, NOW)) {
            case Decision.Accepted<LessonSession>(var then, var facts) -> name(then.state()) + " "
                    + (facts.isEmpty()
                            ? "-"
                            : facts.stream().map(f -> f.getClass().getSimpleName()).collect(Collectors.joining("+")));
            case Decision.Rejected<LessonSession>(var code, var details) -> code.name();
        };
    }

    /** A planned lesson that was begun, and one that is over, answer differently. */
    private static String name(State state) {
        return state instanceof State.Planned(var begun, var ended) && begun != null
                ? ended == null ? "BEGUN" : "OVER"
                : state.code();
    }
}
