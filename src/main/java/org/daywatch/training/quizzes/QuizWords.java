package org.daywatch.training.quizzes;

import org.daywatch.platform.web.Page;
import org.daywatch.platform.web.kit.Chip;

/** How quizzes are said on pages. */
public final class QuizWords {

    private QuizWords() {}

    public static Chip state(Page page, Quiz quiz) {
        return quiz.open() ? Chip.good(page.t("quiz.state.OPEN")) : Chip.quiet(page.t("quiz.state.CLOSED"));
    }

    /** "26 of 30 answered everything"; without a count of heads, "26 answered everything". */
    public static String answered(Page page, Quiz quiz, QuizQueries.Progress progress) {
        return quiz.heads() == null
                ? page.t("quiz.answered", progress.finished())
                : page.t("quiz.answeredOf", progress.finished(), quiz.heads());
    }
}
