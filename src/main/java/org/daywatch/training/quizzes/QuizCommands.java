package org.daywatch.training.quizzes;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.daywatch.directory.Campus;
import org.daywatch.platform.errors.Refused;
import org.daywatch.platform.events.Facts;
import org.daywatch.platform.live.Live;
import org.daywatch.platform.persistence.Ids;
import org.daywatch.training.TrainingEvent;
import org.daywatch.training.TrainingRefusal;
import org.daywatch.training.lessons.Lessons;
import org.daywatch.training.quizzes.Quiz.Asked;
import org.daywatch.training.quizzes.Quiz.Moment;
import org.daywatch.training.quizzes.Quiz.State;
import org.daywatch.training.quizzes.QuizCommand.Reopen;
import org.daywatch.training.sessions.LessonSession;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** One transaction per act: load, decide, save, tell. */
@Component
@Transactional
public class QuizCommands {

    private final QuizStore quizzes;
    private final ClassCodes codes;
    private final QuizSeats seats;
    private final QuizRules rules;
    private final Lessons lessons;
    private final Facts facts;
    private final Live live;
    private final Clock clock;

    QuizCommands(QuizStore quizzes, ClassCodes codes, QuizSeats seats, QuizRules rules, Lessons lessons, Facts facts,
            Live live, Clock clock) {
        this.quizzes = quizzes;
        this.codes = codes;
        this.seats = seats;
        this.rules = rules;
        this.lessons = lessons;
        this.facts = facts;
        this.live = live;
        this.clock = clock;
    }

    /**
     * Opens it, or finds the one that the first of two clicks opened. @param heads students in the room; null: not
     * counted
     */
    public Quiz open(LessonSession session, Campus school, Moment moment, @Nullable Integer heads, String by) {
        var now = clock.instant();
        var today = LocalDate.ofInstant(now, school.zone());
        var held = quizzes.ofSession(session.id());
        var twice = held.stream().filter(q -> q.moment() == moment && q.open()).findFirst();
        if (twice.isPresent()) return twice.get();
        rules.opening(session, held, school, today).refusal(moment).ifPresent(why -> { throw new Refused(why); });
        if (lessons.find(session.content().code(), session.content().edition(), session.content().language())
                .map(lesson -> lesson.quiz().isEmpty()).orElse(true)) {
            throw new Refused(TrainingRefusal.QUIZ_NO_QUESTIONS);
        }
        var id = Ids.next();
        int edition = held.isEmpty() ? session.content().edition() : held.getFirst().asked().edition();
        var closes = closes(school, now);
        var quiz = new Quiz(session.agencyId(), id, session.districtId(), session.schoolId(), session.id(), moment,
                new Asked(session.content().code(), edition, session.content().title(), session.group().label()), today,
                heads, now, by,
                new State.Open(codes.take(session.agencyId(), id, closes), closes), 1);
        quizzes.insert(quiz);
        facts.tell(quiz.opened(now, by));
        ring(quiz);
        return quiz;
    }

    public Quiz handle(UUID id, QuizCommand command) {
        var before = quizzes.lock(id);
        var decided = before.decide(command, seats.finished(id), clock.instant()).orThrow();
        quizzes.save(decided.state());
        decided.facts().forEach(fact -> facts.tell((TrainingEvent) fact));
        ring(decided.state());
        return decided.state();
    }

    /** Under a fresh code: the old one may stand on a board that others see. */
    public Quiz reopen(UUID id, Campus school, String by) {
        var now = clock.instant();
        var quiz = quizzes.lock(id);
        if (quiz.open()) return quiz;
        var closes = closes(school, now);
        codes.giveBack(id);
        return handle(id, new Reopen(codes.take(quiz.agencyId(), id, closes), closes,
                LocalDate.ofInstant(now, school.zone()), by));
    }

    private Instant closes(Campus school, Instant now) {
        return now.plus(Duration.ofMinutes(rules.minutes(school, LocalDate.ofInstant(now, school.zone()))));
    }

    private void ring(Quiz quiz) {
        live.ring("quiz", quiz.agencyId());
        live.ring("quiz", quiz.districtId());
    }
}
