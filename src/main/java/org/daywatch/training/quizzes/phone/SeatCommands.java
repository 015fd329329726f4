package org.daywatch.training.quizzes.phone;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.daywatch.platform.errors.InvalidInput;
import org.daywatch.platform.errors.NotFound;
import org.daywatch.platform.errors.Refused;
import org.daywatch.platform.live.Live;
import org.daywatch.training.TrainingRefusal;
import org.daywatch.training.lessons.Lesson;
import org.daywatch.training.pairing.PairingCode;
import org.daywatch.training.pairing.PairingKeys;
import org.daywatch.training.quizzes.Quiz;
import org.daywatch.training.quizzes.QuizSeats;
import org.daywatch.training.quizzes.QuizStore;
import org.daywatch.training.quizzes.Seat.Pairing;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What a phone does at a quiz. One transaction per act; the whole act again changes nothing. */
@Component
@Transactional
public class SeatCommands {

    private final QuizStore quizzes;
    private final QuizSeats seats;
    private final PairingKeys keys;
    private final Live live;
    private final Clock clock;

    SeatCommands(QuizStore quizzes, QuizSeats seats, PairingKeys keys, Live live, Clock clock) {
        this.quizzes = quizzes;
        this.seats = seats;
        this.keys = keys;
        this.live = live;
        this.clock = clock;
    }

    /**
     * What came of a pairing code: noted, known from a phone that broke down, unknown here, or on another phone
     * already.
     */
    public enum Paired {
        NOTED, GOES_ON, UNKNOWN, TAKEN
    }

    /** @throws Refused when the quiz takes no answers (any more) */
    public void join(UUID quiz, byte[] token) {
        var open = open(quiz);
        seats.take(open, token);
        ring(open);
    }

    /**
     * @param fresh Daywatch made it for this phone; otherwise the student chose it from the lists, as it stands on
     * their slip
     */
    public Paired pair(UUID quiz, byte[] token, PairingCode code, boolean fresh) {
        var open = open(quiz);
        var seat = seats.lock(quiz, token);
        if (seat.pairing() != Pairing.ASKED) return Paired.NOTED;
        byte[] hash = keys.hash(open.agencyId(), open.districtId(), open.sessionId(), code);
        var holder = seats.holder(quiz, hash);
        if (holder.isPresent()) {
            if (fresh || holder.get().finished()) return Paired.TAKEN;
            seats.goOn(seat, holder.get(), token);
            ring(open);
            return Paired.GOES_ON;
        }
        boolean known = seats.known(open, hash);
        if (fresh == known) return fresh ? Paired.TAKEN : Paired.UNKNOWN; // a fresh one must be nobody's, a chosen one somebody's
        seats.pair(seat, hash);
        return Paired.NOTED;
    }

    /** The student has no code: their answers count, and are matched with none. */
    public void goWithout(UUID quiz, byte[] token) {
        open(quiz);
        var seat = seats.lock(quiz, token);
        if (seat.pairing() == Pairing.ASKED) seats.pair(seat, null);
    }

    /** @param choice from 1 */
    public void answer(UUID quiz, byte[] token, List<Lesson.Question> questions, String question, int choice) {
        var open = open(quiz);
        var seat = seats.lock(quiz, token);
        if (seat.pairing() == Pairing.ASKED) throw new Refused(TrainingRefusal.QUIZ_CODE_FIRST);
        var asked = questions.stream().filter(q -> q.id().equals(question)).findFirst()
                .orElseThrow(() -> new NotFound("question " + question));
        if (choice < 1 || choice > asked.choices().size())
            throw new InvalidInput("choice", Integer.toString(choice), "quiz.wrong.choice");
        seats.answer(open, seat, question, choice, choice == asked.answer());
        if (seats.answers(seat) == questions.size()) seats.finish(seat);
        ring(open);
    }

    private Quiz open(UUID id) {
        var quiz = quizzes.find(id).orElseThrow(() -> new NotFound("quiz " + id));
        if (!quiz.takes(clock.instant())) throw new Refused(TrainingRefusal.QUIZ_CLOSED);
        return quiz;
    }

    private void ring(Quiz quiz) {
        live.ring("quiz", quiz.agencyId());
        live.ring("quiz", quiz.districtId());
    }
}
