package org.daywatch.training.quizzes;

import java.time.LocalDate;
import java.util.Collection;
import org.daywatch.directory.Campus;
import org.daywatch.directory.ProgramRules;
import org.daywatch.directory.RuleBook;
import org.daywatch.training.sessions.LessonSession;
import org.springframework.stereotype.Component;

/** The dated numbers that quizzes and their reports rest on. */
@Component
public class QuizRules {

    private final ProgramRules rules;

    QuizRules(ProgramRules rules) {
        this.rules = rules;
    }

    int minutes(Campus school, LocalDate day) {
        return number("QUIZ_MINUTES", school, day);
    }

    public SmallCells cells(Campus school, LocalDate day) {
        return new SmallCells(number("SMALL_CELL_PAIRS", school, day), number("SMALL_CELL_APART", school, day));
    }

    public QuizOpening opening(LessonSession session, Collection<Quiz> held, Campus school, LocalDate today) {
        var taught = session.slot().day();
        return new QuizOpening(session, held, today, number("DELAYED_TEST_FROM", school, taught),
                number("DELAYED_TEST_TO", school, taught));
    }

    private int number(String code, Campus school, LocalDate day) {
        return rules.book().get(code, day, "DISTRICT:" + school.districtId(), RuleBook.state(school.state())).number();
    }
}
