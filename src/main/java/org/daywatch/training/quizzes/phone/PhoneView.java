package org.daywatch.training.quizzes.phone;

import java.util.List;
import org.daywatch.training.lessons.Lesson;
import org.daywatch.training.pairing.PairingCode;
import org.daywatch.training.quizzes.ClassCode;
import org.daywatch.training.quizzes.Quiz;
import org.daywatch.training.quizzes.Seat;
import org.jspecify.annotations.Nullable;

/**
 * What a phone shows now.
 *
 * @param own its address on this site
 * @param code to copy at the first quiz, or remembered at a later one; null where there is none
 * @param question the next one; null where there is none
 * @param number of the question, from 1. @param of so many
 */
public record PhoneView(Quiz quiz, String own, Step step, @Nullable PairingCode code,
        Lesson.@Nullable Question question, int number, int of) {

    /** Come in; copy this code; which is your code; answer; thank you; it is over. */
    public enum Step {
        WELCOME, COPY, CODE, QUESTION, DONE, OVER
    }

    static PhoneView of(String typed, Quiz quiz, Step step, @Nullable PairingCode code) {
        return new PhoneView(quiz, own(typed), step, code, null, 0, 0);
    }

    static PhoneView asking(String typed, Quiz quiz, List<Lesson.Question> questions, Seat seat) {
        for (int i = 0; i < questions.size(); i++) {
            if (!seat.answered().contains(questions.get(i).id()))
                return new PhoneView(quiz, own(typed), Step.QUESTION, null, questions.get(i), i + 1, questions.size());
        }
        return of(typed, quiz, Step.DONE, null);
    }

    /** Its address on this site, in the form in which the code is told. */
    static String own(String typed) {
        return "/q" + ClassCode.read(typed).map(code -> "/" + code.text()).orElse("");
    }
}
