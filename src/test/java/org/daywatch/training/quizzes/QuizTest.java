package org.daywatch.training.quizzes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.daywatch.house.StatePicture;
import org.daywatch.platform.events.Decision;
import org.daywatch.training.TrainingEvent.Audience;
import org.daywatch.training.TrainingEvent.QuizClosed;
import org.daywatch.training.TrainingRefusal;
import org.daywatch.training.quizzes.Quiz.Asked;
import org.daywatch.training.quizzes.Quiz.Moment;
import org.daywatch.training.quizzes.Quiz.State;
import org.daywatch.training.sessions.LessonGroup.Arm;
import org.daywatch.training.sessions.LessonGroup;
import org.daywatch.training.sessions.LessonSession;
import org.daywatch.training.sessions.timetable.Slot;
import org.junit.jupiter.api.Test;

/** When a class may be asked, and what becomes of a quiz; every state is asked every command. */
class QuizTest {

    private static final UUID ID = new UUID(0, 1);
    private static final Instant NOW = Instant.parse("2026-10-06T17:00:00Z");
    private static final LocalDate DAY = LocalDate.of(2026, 10, 6);
    private static final ClassCode CODE = new ClassCode("CDF347");

    private static Quiz quiz(Moment moment, State state) {
        return new Quiz(ID, new UUID(0, moment.ordinal()), ID, ID, ID, moment,
                new Asked("DRUGS-REFUSAL", 1, "Refuse", "7B"), DAY, 30, NOW.minusSeconds(600), "Officer", state, 1);
    }

    private static final State OPEN = new State.Open(CODE, NOW.plusSeconds(600));
    private static final State CLOSED = new State.Closed(NOW.minusSeconds(60), "Officer");

    @Test
    void everyStateAnswersEveryCommand() {
        var commands = List.of(new QuizCommand.Close("Officer"), new QuizCommand.RunOut(),
                new QuizCommand.Reopen(CODE, NOW.plusSeconds(900), DAY, "Officer"));
        var lines = new ArrayList<String>();
        for (var state : List.of(OPEN, new State.Open(CODE, NOW), CLOSED)) for (var command : commands) {
            String asked = state.word() + " " + command.getClass().getSimpleName() + " → ";
            lines.add(asked + switch (quiz(Moment.PRE, state).decide(command, 27, NOW)) {
                case Decision.Accepted<Quiz>(var then, var facts) ->
                    then.state().word() + " " + facts.getFirst().getClass().getSimpleName();
                case Decision.Rejected<Quiz>(var code, var details) -> code.toString();
            });
        }
        assertThat(lines).containsExactly("OPEN Close → CLOSED QuizClosed", "OPEN RunOut → QUIZ_NOT_OVER",
                "OPEN Reopen → QUIZ_OPEN_ALREADY", "OPEN Close → CLOSED QuizClosed",
                "OPEN RunOut → CLOSED QuizClosed", "OPEN Reopen → QUIZ_OPEN_ALREADY", "CLOSED Close → QUIZ_CLOSED",
                "CLOSED RunOut → QUIZ_NOT_OVER", "CLOSED Reopen → OPEN QuizOpened");
        new StatePicture().answers(lines).isCommittedAs("quiz");
    }

    @Test
    void whatHasRunOutTakesNoAnswersEvenBeforeATimerSaysSo() {
        assertThat(quiz(Moment.PRE, OPEN).takes(NOW)).isTrue();
        assertThat(quiz(Moment.PRE, OPEN).takes(NOW.plusSeconds(600))).isFalse();
        assertThat(quiz(Moment.PRE, CLOSED).takes(NOW)).isFalse();
    }

    @Test
    void theClosingSaysHowManyAnsweredAndNobodysName() {
        var closed = (Decision.Accepted<Quiz>) quiz(Moment.POST, OPEN).decide(new QuizCommand.Close("Officer"), 27,
                NOW);
        assertThat(List.<Object>copyOf(closed.facts()))
                .containsExactly(new QuizClosed(ID, new UUID(0, 2), NOW, ID, ID, "POST", 27, "Officer"));
    }

    @Test
    void aQuizIsOpenedAgainOnItsOwnDayOnly() {
        var tomorrow = new QuizCommand.Reopen(CODE, NOW.plusSeconds(90_000), DAY.plusDays(1), "Officer");
        assertThat(quiz(Moment.PRE, CLOSED).decide(tomorrow, 0, NOW)).isInstanceOf(Decision.Rejected.class);
    }

    private static final LessonSession.State PLANNED = new LessonSession.State.Planned(null, null);
    private static final LessonSession.State BEGUN = new LessonSession.State.Planned(NOW, null);
    private static final LessonSession.State TAUGHT = new LessonSession.State.Taught(
            new LessonSession.Account(NOW, 45, 0, 30, true, List.of(), ""), "Officer", NOW);

    private static Optional<TrainingRefusal> refusal(Moment moment, LessonSession.State state, Arm arm, LocalDate today,
            Moment... held) {
        var group = new LessonGroup(ID, ID, ID, ID, 2026, Audience.COHORT, "7B", arm == null ? "" : "Study", arm, 1);
        var session = new LessonSession(ID, ID, ID, ID, group,
                new LessonSession.Content("DRUGS-REFUSAL", 1, "en", "Refuse", 45), null, null,
                new Slot(DAY, "3", NOW, NOW.plusSeconds(2700), ""), new LessonSession.Teacher(ID, ID, "Officer", ""),
                state, 1);
        return new QuizOpening(session, List.of(held).stream().map(m -> quiz(m, CLOSED)).toList(), today, 8, 12)
                .refusal(moment);
    }

    @Test
    void aClassIsAskedBeforeAfterAndWeeksLater() {
        assertThat(refusal(Moment.PRE, PLANNED, null, DAY)).isEmpty();
        assertThat(refusal(Moment.PRE, BEGUN, null, DAY)).as("while the lesson begins").isEmpty();
        assertThat(refusal(Moment.PRE, TAUGHT, null, DAY)).contains(TrainingRefusal.QUIZ_TOO_LATE);
        assertThat(refusal(Moment.PRE, PLANNED, null, DAY, Moment.PRE)).contains(TrainingRefusal.QUIZ_HELD_ALREADY);
        assertThat(refusal(Moment.POST, PLANNED, null, DAY.minusDays(1))).contains(TrainingRefusal.QUIZ_BEFORE_LESSON);
        assertThat(refusal(Moment.POST, BEGUN, null, DAY, Moment.PRE)).as("in its last minutes").isEmpty();
        assertThat(refusal(Moment.POST, TAUGHT, null, DAY.plusDays(1), Moment.PRE)).isEmpty();
        assertThat(refusal(Moment.DELAYED, TAUGHT, null, DAY.plusWeeks(8).minusDays(1), Moment.PRE, Moment.POST))
                .contains(TrainingRefusal.QUIZ_TOO_EARLY);
        assertThat(refusal(Moment.DELAYED, TAUGHT, null, DAY.plusWeeks(8), Moment.PRE, Moment.POST)).isEmpty();
        assertThat(refusal(Moment.DELAYED, TAUGHT, null, DAY.plusWeeks(12), Moment.PRE, Moment.POST)).isEmpty();
        assertThat(refusal(Moment.DELAYED, TAUGHT, null, DAY.plusWeeks(12).plusDays(1), Moment.PRE, Moment.POST))
                .as("the answers are forgotten by then").contains(TrainingRefusal.QUIZ_TOO_LATE);
        assertThat(refusal(Moment.DELAYED, PLANNED, null, DAY.plusWeeks(9)))
                .contains(TrainingRefusal.QUIZ_BEFORE_LESSON);
    }

    @Test
    void onlyAClassOnTheWaitListIsAskedWhileItWaits() {
        assertThat(refusal(Moment.WAITED, PLANNED, null, DAY, Moment.PRE)).contains(TrainingRefusal.QUIZ_NOT_WAITING);
        assertThat(refusal(Moment.WAITED, PLANNED, Arm.TAUGHT_NOW, DAY, Moment.PRE))
                .contains(TrainingRefusal.QUIZ_NOT_WAITING);
        assertThat(refusal(Moment.WAITED, PLANNED, Arm.WAIT_LIST, DAY)).contains(TrainingRefusal.QUIZ_FIRST_MISSING);
        assertThat(refusal(Moment.WAITED, PLANNED, Arm.WAIT_LIST, DAY, Moment.PRE)).isEmpty();
        assertThat(refusal(Moment.WAITED, TAUGHT, Arm.WAIT_LIST, DAY, Moment.PRE))
                .contains(TrainingRefusal.QUIZ_TOO_LATE);
        assertThat(refusal(Moment.PRE, PLANNED, Arm.WAIT_LIST, DAY, Moment.WAITED))
                .contains(TrainingRefusal.QUIZ_TOO_LATE);
    }

    @Test
    void noClassIsAskedAboutALessonThatWasCalledOff() {
        assertThat(refusal(Moment.PRE, new LessonSession.State.CalledOff("ill", "Officer", NOW), null, DAY))
                .contains(TrainingRefusal.QUIZ_NO_LESSON);
        assertThat(refusal(Moment.POST, new LessonSession.State.Missed(), null, DAY))
                .contains(TrainingRefusal.QUIZ_NO_LESSON);
    }

    @Test
    void aClassCodeIsReadHoweverItWasTyped() {
        assertThat(ClassCode.read(" cdf-347 ")).contains(CODE);
        assertThat(ClassCode.read("CDF 347")).contains(CODE);
        assertThat(ClassCode.read("CDF34")).isEmpty();
        assertThat(ClassCode.read("CDF340")).as("no digit that looks like a letter").isEmpty();
        assertThat(ClassCode.read("x".repeat(100_000))).isEmpty();
        var many = java.util.stream.Stream.generate(ClassCode::next).limit(2000).map(ClassCode::text).toList();
        assertThat(many).noneMatch(text -> text.matches(".*[AEIOU01S5B8Z2LV].*"));
        assertThat(java.util.Set.copyOf(many))
                .as("drawn from 64 million, so two may be alike; a quiz takes one that is free")
                .hasSizeGreaterThan(1990);
    }
}
