package org.daywatch.training.quizzes.phone;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.daywatch.platform.errors.NotFound;
import org.daywatch.platform.identity.Limits.Limit;
import org.daywatch.platform.identity.Limits;
import org.daywatch.platform.tenancy.Scope;
import org.daywatch.platform.tenancy.Tenancy;
import org.daywatch.training.lessons.Lesson;
import org.daywatch.training.lessons.Lessons;
import org.daywatch.training.quizzes.ClassCode;
import org.daywatch.training.quizzes.ClassCodes;
import org.daywatch.training.quizzes.Quiz;
import org.daywatch.training.quizzes.QuizSeats;
import org.daywatch.training.quizzes.QuizStore;
import org.daywatch.training.quizzes.Seat;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/**
 * From a class code to its quiz, bound to the agency it belongs to. Wrong codes are counted by address, since a school
 * sits behind one.
 */
@Component
class PhoneDoor {

    private final ClassCodes codes;
    private final QuizStore quizzes;
    private final QuizSeats seats;
    private final Lessons lessons;
    private final Limits limits;

    PhoneDoor(ClassCodes codes, QuizStore quizzes, QuizSeats seats, Lessons lessons, Limits limits) {
        this.codes = codes;
        this.quizzes = quizzes;
        this.seats = seats;
        this.lessons = lessons;
        this.limits = limits;
    }

    boolean known(ClassCode code, HttpServletRequest request) {
        limits.take(Limit.QUIZ_CLIENT, request.getRemoteAddr());
        boolean known = codes.find(code).isPresent();
        if (known) limits.giveBack(Limit.QUIZ_CLIENT, request.getRemoteAddr());
        return known;
    }

    /** @param gone the code was never one, or its quiz has closed */
    ModelAndView with(String typed, HttpServletRequest request, HttpServletResponse response,
            Function<Quiz, ModelAndView> work, Supplier<ModelAndView> gone) {
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Robots-Tag", "noindex, nofollow");
        response.setHeader("Referrer-Policy", "no-referrer");
        var code = ClassCode.read(typed).filter(c -> known(c, request));
        if (code.isEmpty()) {
            response.setStatus(404);
            return gone.get();
        }
        var place = codes.find(code.get()).orElseThrow(() -> new NotFound("class code"));
        return Tenancy.as(Scope.system(place.agency()),
                () -> work.apply(quizzes.find(place.quiz()).orElseThrow(() -> new NotFound("quiz " + place.quiz()))));
    }

    Optional<Seat> seat(Quiz quiz, String token) {
        return seats.find(quiz.id(), hash(token));
    }

    void limit(Limit limit, String who) {
        limits.take(limit, who);
    }

    /** In the phone's language; where the lesson does not have it, in one that it has. */
    List<Lesson.Question> questions(Quiz quiz, String language) {
        return lessons.find(quiz.asked().lesson(), quiz.asked().edition(), language)
                .or(() -> lessons.find(quiz.asked().lesson(), quiz.asked().edition(),
                        language.equals("es") ? "en" : "es"))
                .orElseThrow(() -> new NotFound("lesson " + quiz.asked().lesson())).quiz();
    }

    static byte[] hash(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
