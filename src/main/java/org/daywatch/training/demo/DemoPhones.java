package org.daywatch.training.demo;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.daywatch.directory.Campus;
import org.daywatch.training.lessons.Lesson;
import org.daywatch.training.lessons.Lessons;
import org.daywatch.training.pairing.PairingCode;
import org.daywatch.training.quizzes.Quiz;
import org.daywatch.training.quizzes.Quiz.Moment;
import org.daywatch.training.quizzes.QuizCommand;
import org.daywatch.training.quizzes.QuizCommands;
import org.daywatch.training.quizzes.phone.SeatCommands;
import org.daywatch.training.sessions.LessonSession;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * A class of the demonstration with its phones: it joins, copies its codes, answers as students do, and keeps most of
 * its slips.
 */
@Component
@ConditionalOnProperty("daywatch.demo")
@Transactional
class DemoPhones {

    private final QuizCommands quizzes;
    private final SeatCommands seats;
    private final Lessons lessons;
    private final Map<UUID, Map<Integer, PairingCode>> slips = new HashMap<>();

    DemoPhones(QuizCommands quizzes, SeatCommands seats, Lessons lessons) {
        this.quizzes = quizzes;
        this.seats = seats;
        this.lessons = lessons;
    }

    /**
     * @param phones that are there. @param lost slips of the last of them. @param knows how likely a question is right
     */
    record Asked(Moment moment, int phones, int lost, double knows) {}

    void ask(LessonSession session, Campus school, Asked asked, String teacher) {
        var quiz = quizzes.open(session, school, asked.moment(), asked.phones(), teacher);
        for (int student = 0; student < asked.phones(); student++) {
            byte[] phone = comes(quiz, student, student >= asked.phones() - asked.lost());
            answer(quiz, phone,
                    chance(quiz.asked().lesson().hashCode() * 31L + student * 7L + asked.moment().ordinal()),
                    asked.knows(), Integer.MAX_VALUE);
        }
        quizzes.handle(quiz.id(), new QuizCommand.Close(teacher));
    }

    /** Left open: some have finished, some are in the middle, some have just come. */
    void begin(LessonSession session, Campus school, int heads, String teacher, int phones, double knows) {
        var quiz = quizzes.open(session, school, Moment.PRE, heads, teacher);
        for (int student = 0; student < phones; student++)
            answer(quiz, comes(quiz, student, false), chance(student), knows,
                    student < 9 ? Integer.MAX_VALUE : student % 5);
    }

    /** Neighboring seeds would begin alike, and a whole class would know the same first answer. */
    private static Random chance(long seed) {
        return new Random(seed * 0x9E3779B97F4A7C15L);
    }

    private byte[] comes(Quiz quiz, int student, boolean lost) {
        byte[] phone = hash(quiz.id() + " phone " + student);
        seats.join(quiz.id(), phone);
        var known = slips.computeIfAbsent(quiz.sessionId(), s -> new HashMap<>());
        if (lost) seats.goWithout(quiz.id(), phone);
        else if (quiz.moment() == Moment.PRE) copies(quiz, student, phone, known);
        else seats.pair(quiz.id(), phone, known.get(student), false);
        return phone;
    }

    private void copies(Quiz quiz, int student, byte[] phone, Map<Integer, PairingCode> known) {
        PairingCode code;
        do code = PairingCode.next();
        while (seats.pair(quiz.id(), phone, code, true) == SeatCommands.Paired.TAKEN);
        known.put(student, code);
    }

    private void answer(Quiz quiz, byte[] phone, Random random, double knows, int most) {
        List<Lesson.Question> questions = lessons.find(quiz.asked().lesson(), quiz.asked().edition(), "en")
                .orElseThrow().quiz();
        for (int i = 0; i < questions.size() && i < most; i++) {
            var q = questions.get(i);
            int wrong = q.answer() % q.choices().size() + 1;
            seats.answer(quiz.id(), phone, questions, q.id(), random.nextDouble() < knows ? q.answer() : wrong);
        }
    }

    private static byte[] hash(String text) {
        try {
            return java.security.MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
