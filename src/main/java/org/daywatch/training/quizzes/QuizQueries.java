package org.daywatch.training.quizzes;

import static org.daywatch_db.training.Tables.QUIZ_ANSWER;
import static org.daywatch_db.training.Tables.QUIZ_SEAT;
import static org.jooq.impl.DSL.count;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.daywatch.training.lessons.Lesson;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * How far a class is, and what it knew: numbers of the class, in quarters, so that nobody's answer can be worked out
 * from two tables.
 */
@Component
@Transactional(readOnly = true)
public class QuizQueries {

    private final DSLContext db;

    QuizQueries(DSLContext db) {
        this.db = db;
    }

    /** @param joined phones. @param finished phones that answered everything. @param answers given by all of them */
    public record Progress(int joined, int finished, int answers) {}

    public Progress progress(UUID quiz) {
        int joined = db.fetchCount(QUIZ_SEAT, QUIZ_SEAT.QUIZ_ID.eq(quiz));
        int finished = db.fetchCount(QUIZ_SEAT, QUIZ_SEAT.QUIZ_ID.eq(quiz).and(QUIZ_SEAT.FINISHED));
        int answers = db.fetchCount(QUIZ_ANSWER.join(QUIZ_SEAT).on(QUIZ_SEAT.AGENCY_ID.eq(QUIZ_ANSWER.AGENCY_ID),
                QUIZ_SEAT.ID.eq(QUIZ_ANSWER.SEAT_ID)), QUIZ_SEAT.QUIZ_ID.eq(quiz));
        return new Progress(joined, finished, answers);
    }

    /** Which part of a class had a question right. */
    public enum Quarter {
        FEW, SOME, MOST, NEARLY_ALL;

        static Quarter of(int right, int all) {
            return 4 * right < all ? FEW : 2 * right < all ? SOME : 4 * right < 3 * all ? MOST : NEARLY_ALL;
        }
    }

    /** @param known null: too few phones to show */
    public record Row(Lesson.Question question, @Nullable Quarter known) {}

    /** Of whole sheets only. */
    public List<Row> results(UUID quiz, List<Lesson.Question> questions, SmallCells cells) {
        int all = db.fetchCount(QUIZ_SEAT, QUIZ_SEAT.QUIZ_ID.eq(quiz).and(QUIZ_SEAT.FINISHED));
        var right = right(quiz);
        return questions.stream()
                .map(q -> new Row(q, all < cells.fewest() ? null : Quarter.of(right.getOrDefault(q.id(), 0), all)))
                .toList();
    }

    private Map<String, Integer> right(UUID quiz) {
        var found = new HashMap<String, Integer>();
        var right = count();
        db.select(QUIZ_ANSWER.QUESTION, right).from(QUIZ_ANSWER).join(QUIZ_SEAT)
                .on(QUIZ_SEAT.AGENCY_ID.eq(QUIZ_ANSWER.AGENCY_ID), QUIZ_SEAT.ID.eq(QUIZ_ANSWER.SEAT_ID))
                .where(QUIZ_SEAT.QUIZ_ID.eq(quiz)).and(QUIZ_SEAT.FINISHED).and(QUIZ_ANSWER.IS_RIGHT)
                .groupBy(QUIZ_ANSWER.QUESTION).forEach(r -> found.put(r.get(QUIZ_ANSWER.QUESTION), r.get(right)));
        return found;
    }
}
