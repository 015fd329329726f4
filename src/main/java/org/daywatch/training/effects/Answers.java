package org.daywatch.training.effects;

import java.util.List;
import java.util.Map;
import org.daywatch.training.quizzes.Quiz.Moment;
import org.jspecify.annotations.Nullable;

/**
 * What phones of one class answered about one lesson. Only whole sheets count: a phone that stopped half way is no
 * sheet.
 *
 * @param questions ids, in their order
 * @param sheets by moment; a moment that was not held is not there, one that nobody answered is empty
 */
public record Answers(List<String> questions, Map<Moment, List<Sheet>> sheets) {

    /**
     * @param pair by which sheets of one student find each other; null where no code was given
     * @param right for each question
     */
    public record Sheet(@Nullable String pair, List<Boolean> right) {

        int score() {
            return (int) right.stream().filter(r -> r).count();
        }
    }

    /** When the class was asked before the lesson: a class that waited is asked twice, and the second time counts. */
    Moment before() {
        return held(Moment.WAITED) ? Moment.WAITED : Moment.PRE;
    }

    boolean held(Moment moment) {
        return sheets.containsKey(moment);
    }

    List<Sheet> at(Moment moment) {
        return sheets.getOrDefault(moment, List.of());
    }
}
