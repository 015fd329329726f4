package org.daywatch.training.effects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.daywatch_db.training.Tables.CLASS_CODE;
import static org.daywatch_db.training.Tables.PAIRING_KEY;
import static org.daywatch_db.training.Tables.QUIZ;
import static org.daywatch_db.training.Tables.QUIZ_ANSWER;
import static org.daywatch_db.training.Tables.QUIZ_SEAT;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.daywatch._story.DaywatchIT;
import org.daywatch._story.Story;
import org.daywatch._story.TestClock;
import org.daywatch.directory.Campuses;
import org.daywatch.platform.errors.Refused;
import org.daywatch.platform.retention.RecordKeeper;
import org.daywatch.training.effects.Figure.Standing;
import org.daywatch.training.pairing.PairingCode;
import org.daywatch.training.quizzes.Quiz;
import org.daywatch.training.quizzes.Quiz.Moment;
import org.daywatch.training.quizzes.QuizCommand;
import org.daywatch.training.quizzes.QuizCommands;
import org.daywatch.training.quizzes.QuizTimers;
import org.daywatch.training.quizzes.phone.SeatCommands;
import org.daywatch.training.quizzes.phone.SeatCommands.Paired;
import org.daywatch.training.sessions.LessonGroup.Arm;
import org.daywatch.training.sessions.LessonGroups;
import org.daywatch.training.sessions.LessonSessionStore;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.dao.DataAccessException;

/** What is kept of a quiz, for how long, and what the database refuses whoever asks. */
@DaywatchIT
class QuizKeepingIT {

    @Autowired ApplicationContext app;
    @Autowired Story story;
    @Autowired TestClock clock;
    @Autowired Campuses campuses;
    @Autowired QuizCommands quizzes;
    @Autowired QuizTimers timers;
    @Autowired SeatCommands seats;
    @Autowired LessonSessionStore sessions;
    @Autowired LessonGroups groups;
    @Autowired EffectQueries effects;
    @Autowired List<RecordKeeper> keepers;
    @Autowired DSLContext db;
    @LocalServerPort int port;

    private PlannedLesson plan;
    private final Map<Integer, PairingCode> slips = new HashMap<>();

    @BeforeEach
    void aLessonIsPlanned() {
        plan = new PlannedLesson(app, port, 8);
        clock.setTo(PlannedLesson.BEGINS.minus(Duration.ofMinutes(5)));
    }

    @Test
    void answersGiveWayToTheReportWhenTheLastTestCouldHaveBeenHeld() {
        asked(Moment.PRE, 12, 3);
        clock.setTo(PlannedLesson.BEGINS.plus(Duration.ofMinutes(46)));
        plan.taught(12);
        asked(Moment.POST, 12, 6);
        var before = report();
        assertThat(before.learned().change().number()).isEqualTo(3);

        clock.setTo(PlannedLesson.BEGINS.plus(Duration.ofDays(12 * 7 + 29)));
        assertThat(forget()).as("a day too early").isZero();
        clock.setTo(PlannedLesson.BEGINS.plus(Duration.ofDays(12 * 7 + 32)));
        assertThat(forget()).isEqualTo(24);
        assertThat(report()).isEqualTo(before);
        story.run(plan.cast.agency(), () -> {
            assertThat(db.fetchCount(QUIZ_SEAT)).isZero();
            assertThat(db.fetchCount(QUIZ_ANSWER)).isZero();
            assertThat(db.fetchCount(PAIRING_KEY)).as("without it nobody can try codes").isZero();
            assertThat(db.fetchCount(CLASS_CODE, CLASS_CODE.AGENCY_ID.eq(plan.cast.agency()))).isZero();
            assertThat(db.fetchCount(QUIZ)).as("that it was held").isEqualTo(2);
        });
        assertThat(plan.desk().get("/effects/" + plan.session).body()).contains("12 students answered both times");
    }

    private int forget() {
        return story.as(plan.cast.agency(), () -> {
            keeper("CLASS_CODE").forget(clock.instant().minus(Duration.ofDays(1)));
            return keeper("QUIZ_ANSWER").forget(clock.instant().minus(Duration.ofDays(30)));
        });
    }

    private RecordKeeper keeper(String kind) {
        return keepers.stream().filter(k -> k.kind().equals(kind)).findFirst().orElseThrow();
    }

    private EffectReport report() {
        return story.as(plan.cast.agency(), () -> effects
                .of(sessions.find(plan.session).orElseThrow(), campuses.find(plan.school).orElseThrow()).report());
    }

    /** So many phones, each with so many right. */
    private Quiz asked(Moment moment, int phones, int right) {
        var quiz = open(moment);
        story.run(plan.cast.agency(), () -> {
            for (int student = 0; student < phones; student++) {
                byte[] phone = phone(moment, student);
                seats.join(quiz.id(), phone);
                if (moment == Moment.PRE) slips.computeIfAbsent(student, p -> new PairingCode(p, 1, 42));
                assertThat(seats.pair(quiz.id(), phone, slips.get(student), moment == Moment.PRE))
                        .isEqualTo(Paired.NOTED);
                for (var q : plan.lesson.quiz()) {
                    boolean knows = Integer.parseInt(q.id().substring(1)) <= right;
                    seats.answer(quiz.id(), phone, plan.lesson.quiz(), q.id(),
                            knows ? q.answer() : q.answer() % q.choices().size() + 1);
                }
            }
            quizzes.handle(quiz.id(), new QuizCommand.Close("Dana Vega"));
        });
        return quiz;
    }

    private Quiz open(Moment moment) {
        return story.as(plan.cast.agency(), () -> quizzes.open(sessions.find(plan.session).orElseThrow(),
                campuses.find(plan.school).orElseThrow(), moment, 12, "Dana Vega"));
    }

    private static byte[] phone(Moment moment, int student) {
        var bytes = new byte[32];
        bytes[0] = (byte) moment.ordinal();
        bytes[1] = (byte) student;
        return bytes;
    }

    @Test
    void aClassThatWaitsIsComparedAndThenMeasuredItself() {
        story.run(plan.cast.agency(),
                () -> groups.study(sessions.find(plan.session).orElseThrow().group(), "Study", Arm.WAIT_LIST));
        asked(Moment.PRE, 12, 3);
        asked(Moment.WAITED, 12, 4);
        var alone = report();
        assertThat(alone.compared().waiting()).isEqualTo(12);
        assertThat(alone.compared().waitingChange().number()).isEqualTo(1);
        assertThat(alone.compared().difference().standing()).as("nobody was taught yet").isEqualTo(Standing.UNKNOWN);
        clock.setTo(PlannedLesson.BEGINS.plus(Duration.ofMinutes(46)));
        plan.taught(12);
        asked(Moment.POST, 12, 7);
        assertThat(report().learned().change().number()).as("from the second quiz on, not the first").isEqualTo(3);
    }

    @Test
    void aQuizClosesByItselfAndItsPhonesAreToldSo() {
        var quiz = open(Moment.PRE);
        clock.move(Duration.ofMinutes(41));
        assertThatThrownBy(() -> story.run(plan.cast.agency(), () -> seats.join(quiz.id(), phone(Moment.PRE, 0))))
                .isInstanceOf(Refused.class).hasMessageContaining("QUIZ_CLOSED");
        assertThat(story.as(plan.cast.agency(), () -> timers.runOut())).isEqualTo(1);
        assertThat(story.as(plan.cast.agency(), () -> timers.runOut())).isZero();
        var again = story.as(plan.cast.agency(),
                () -> quizzes.reopen(quiz.id(), campuses.find(plan.school).orElseThrow(), "Dana Vega"));
        assertThat(again.open()).as("opened again on the same day").isTrue();
        assertThat(again.state()).as("under another code").isNotEqualTo(quiz.state());
    }

    @Test
    void theDatabaseRefusesWhatCannotBe() {
        var quiz = open(Moment.PRE);
        story.run(plan.cast.agency(), () -> seats.join(quiz.id(), phone(Moment.PRE, 1)));
        refused(() -> db.update(QUIZ_SEAT).set(QUIZ_SEAT.PAIRING, "GIVEN").execute());
        refused(() -> db.update(QUIZ_SEAT).set(QUIZ_SEAT.FINISHED, true).execute());
        refused(() -> db.update(QUIZ).set(QUIZ.STATE, "CLOSED").execute());
        refused(() -> db.update(QUIZ).set(QUIZ.CODE, "AEIOU0x").execute());
        refused(() -> db.insertInto(QUIZ).select(db.select(QUIZ.fields()).from(QUIZ)).execute());
        var other = story.cast();
        assertThat(story.as(other.agency(), () -> db.fetchCount(QUIZ, QUIZ.ID.eq(quiz.id())))).as("another agency")
                .isZero();
        assertThat(story.as(plan.cast.saguaro(), () -> db.fetchCount(QUIZ_SEAT)))
                .as("another district of the same agency").isZero();
    }

    private void refused(Runnable work) {
        assertThatThrownBy(() -> story.run(plan.cast.agency(), work)).isInstanceOf(DataAccessException.class);
    }

    @Test
    void twoLessonsCannotBeJoinedByACode() {
        var keys = app.getBean(org.daywatch.training.pairing.PairingKeys.class);
        var code = new PairingCode(3, 4, 56);
        var second = new PlannedLesson(app, port, 8);
        byte[] here = story.as(plan.cast.agency(),
                () -> keys.hash(plan.cast.agency(), plan.cast.mesquite(), plan.session, code));
        byte[] again = story.as(plan.cast.agency(),
                () -> keys.hash(plan.cast.agency(), plan.cast.mesquite(), plan.session, code));
        byte[] there = story.as(second.cast.agency(),
                () -> keys.hash(second.cast.agency(), second.cast.mesquite(), second.session, code));
        assertThat(again).isEqualTo(here);
        assertThat(there).isNotEqualTo(here);
    }
}
