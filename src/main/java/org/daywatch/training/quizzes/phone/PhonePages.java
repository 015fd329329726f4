package org.daywatch.training.quizzes.phone;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.daywatch.platform.identity.Limits.Limit;
import org.daywatch.platform.identity.Open;
import org.daywatch.platform.web.Page;
import org.daywatch.platform.web.forms.Act;
import org.daywatch.training.pairing.PairingCode;
import org.daywatch.training.quizzes.ClassCode;
import org.daywatch.training.quizzes.Quiz;
import org.daywatch.training.quizzes.Seat;
import org.daywatch.training.quizzes.phone.PhoneView.Step;
import org.daywatch.training.quizzes.phone.SeatCommands.Paired;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * A student's phone: the code from the board, then one question after the other. No account, no name, nothing to type
 * but the code.
 */
@Controller
@Open(why = "students have no accounts; the code of an open quiz is the key, only its hash is stored, it ends with the lesson and is limited by code and address")
class PhonePages {

    private final PhoneDoor door;
    private final SeatCommands seats;
    private final Clock clock;

    PhonePages(PhoneDoor door, SeatCommands seats, Clock clock) {
        this.door = door;
        this.seats = seats;
        this.clock = clock;
    }

    @GetMapping("/q")
    ModelAndView ask(Page page) {
        return new ModelAndView("training/quizzes/phone/join", Map.of("page", page.titled("quiz.join.title")));
    }

    /** The code as it was typed leads to its own address, or comes back with what is wrong. */
    @PostMapping("/q")
    ModelAndView enter(Page page, @RequestParam(defaultValue = "") String code, HttpServletRequest request) {
        var read = ClassCode.read(code).filter(c -> door.known(c, request));
        if (read.isPresent()) return new ModelAndView("redirect:/q/" + read.get().text());
        return ask(page.with(Map.of("code", page.t("quiz.join.wrong")), Map.of("code", code)));
    }

    @GetMapping("/q/{code}")
    ModelAndView show(Page page, @PathVariable String code, @RequestParam Map<String, String> asked,
            HttpServletRequest request, HttpServletResponse response) {
        return door.with(code, request, response, quiz -> view(page, code, quiz, asked, request, response),
                () -> gone(page));
    }

    private ModelAndView gone(Page page) {
        return ask(page.with(Map.of("code", page.t("quiz.join.gone")), Map.of()));
    }

    private ModelAndView view(Page page, String code, Quiz quiz, Map<String, String> asked, HttpServletRequest request,
            HttpServletResponse response) {
        var seat = PhoneCookies.seat(request, quiz).flatMap(token -> door.seat(quiz, token));
        if (!quiz.takes(clock.instant()))
            return page(page,
                    PhoneView.of(code, quiz, seat.map(Seat::finished).orElse(false) ? Step.DONE : Step.OVER, null));
        if (seat.isEmpty()) return page(page, PhoneView.of(code, quiz, Step.WELCOME, null));
        if (seat.get().finished()) return page(page, PhoneView.of(code, quiz, Step.DONE, null));
        if (seat.get().pairing() != Seat.Pairing.ASKED)
            return page(page, PhoneView.asking(code, quiz, door.questions(quiz, page.lang()), seat.get()));
        return page(page, pairing(code, quiz, asked, request, response));
    }

    /** The code of a shared device may be another student's: it is shown and asked about, never taken. */
    private PhoneView pairing(String code, Quiz quiz, Map<String, String> asked, HttpServletRequest request,
            HttpServletResponse response) {
        var known = PhoneCookies.code(request, quiz);
        boolean makes = quiz.moment() == Quiz.Moment.PRE
                || quiz.moment() == Quiz.Moment.WAITED && asked.containsKey("new");
        if (!makes || asked.containsKey("have"))
            return PhoneView.of(code, quiz, Step.CODE,
                    quiz.moment() == Quiz.Moment.PRE || asked.containsKey("other") ? null : known.orElse(null));
        var shown = known.orElseGet(PairingCode::next);
        PhoneCookies.remember(request, response, quiz, shown);
        return PhoneView.of(code, quiz, Step.COPY, shown);
    }

    private static ModelAndView page(Page page, PhoneView view) {
        return new ModelAndView("training/quizzes/phone/quiz",
                Map.of("page", page.titled("quiz.phone.title", view.quiz().asked().title()), "view", view));
    }

    @PostMapping("/q/{code}/seat")
    ModelAndView sit(Page page, @PathVariable String code, HttpServletRequest request, HttpServletResponse response) {
        return door.with(code, request, response, quiz -> {
            door.limit(Limit.QUIZ_JOIN, quiz.id().toString());
            var known = PhoneCookies.seat(request, quiz).filter(token -> door.seat(quiz, token).isPresent());
            if (known.isEmpty()) seats.join(quiz.id(), PhoneDoor.hash(PhoneCookies.newSeat(request, response, quiz)));
            return next(code);
        }, () -> gone(page));
    }

    /** The student has copied the code that this phone was shown. */
    @PostMapping("/q/{code}/copied")
    ModelAndView copied(Page page, @PathVariable String code, HttpServletRequest request,
            HttpServletResponse response) {
        return act(page, code, request, response, (quiz, token) -> {
            var shown = PhoneCookies.code(request, quiz);
            if (shown.isEmpty() || seats.pair(quiz.id(), token, shown.get(), true) == Paired.TAKEN) {
                PhoneCookies.remember(request, response, quiz, PairingCode.next()); // another student's: this phone is shown a new one
            }
            return next(code);
        });
    }

    /** The student chose the code that stands on their slip. */
    @PostMapping("/q/{code}/pairing")
    ModelAndView pair(Page page, @PathVariable String code, @RequestParam Map<String, String> form,
            HttpServletRequest request, HttpServletResponse response) {
        return act(page, code, request, response, (quiz, token) -> {
            var chosen = PairingCode.read(form);
            if (chosen.isEmpty()) return again(page, code, quiz, form, "quiz.code.missing");
            return switch (seats.pair(quiz.id(), token, chosen.get(), false)) {
                case NOTED, GOES_ON -> {
                    PhoneCookies.remember(request, response, quiz, chosen.get());
                    yield next(code);
                }
                case UNKNOWN -> again(page, code, quiz, form, "quiz.code.unknown");
                case TAKEN -> again(page, code, quiz, form, "quiz.code.taken");
            };
        });
    }

    private static ModelAndView again(Page page, String code, Quiz quiz, Map<String, String> form, String why) {
        return page(page.with(Map.of("first", page.t(why)), new HashMap<>(form)),
                PhoneView.of(code, quiz, Step.CODE, null));
    }

    @PostMapping("/q/{code}/without")
    ModelAndView without(Page page, @PathVariable String code, HttpServletRequest request,
            HttpServletResponse response) {
        return act(page, code, request, response, (quiz, token) -> {
            seats.goWithout(quiz.id(), token);
            return next(code);
        });
    }

    @PostMapping("/q/{code}/answer")
    ModelAndView answer(Page page, @PathVariable String code, @RequestParam(defaultValue = "") String question,
            @RequestParam(defaultValue = "") String choice,
            HttpServletRequest request, HttpServletResponse response) {
        return act(page, code, request, response, (quiz, token) -> {
            var questions = door.questions(quiz, page.lang());
            return Act.form(page, Map.of(), again -> page(again, PhoneView.asking(code, quiz, questions,
                    door.seat(quiz, PhoneCookies.seat(request, quiz).orElse("")).orElseThrow())), () -> {
                        seats.answer(quiz.id(), token, questions, question,
                                choice.matches("[1-9]") ? Integer.parseInt(choice) : 0);
                        return next(code);
                    });
        });
    }

    private interface Seated {
        ModelAndView by(Quiz quiz, byte[] token);
    }

    /**
     * Only by a phone that has a seat; without one it is shown the way in, and where the quiz has closed meanwhile,
     * that.
     */
    private ModelAndView act(Page page, String code, HttpServletRequest request, HttpServletResponse response,
            Seated act) {
        return door.with(code, request, response, quiz -> {
            Optional<String> token = PhoneCookies.seat(request, quiz).filter(t -> door.seat(quiz, t).isPresent());
            if (token.isEmpty()) return next(code);
            door.limit(Limit.QUIZ_SEAT, token.get());
            return Act.on(page, response, PhoneView.own(code), () -> act.by(quiz, PhoneDoor.hash(token.get())));
        }, () -> gone(page));
    }

    private static ModelAndView next(String code) {
        return new ModelAndView("redirect:" + PhoneView.own(code));
    }
}
