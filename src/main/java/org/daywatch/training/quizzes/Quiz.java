package org.daywatch.training.quizzes;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.daywatch.platform.events.Decision;
import org.daywatch.training.TrainingEvent.QuizClosed;
import org.daywatch.training.TrainingEvent.QuizOpened;
import org.daywatch.training.TrainingRefusal;
import org.daywatch.training.quizzes.QuizCommand.*;
import org.jspecify.annotations.Nullable;

/**
 * A class is asked about a lesson, at one moment.
 *
 * @param edition whose questions are asked, the same at every moment
 * @param heads students in the room; null: not counted
 */
public record Quiz(UUID agencyId, UUID id, UUID districtId, UUID schoolId, UUID sessionId, Moment moment, Asked asked,
        LocalDate day, @Nullable Integer heads, Instant openedAt,
        String openedBy, State state, int version) {

    /** That of them which is held at a moment; null where none is. */
    public static @Nullable Quiz at(Moment moment, Collection<Quiz> quizzes) {
        return quizzes.stream().filter(quiz -> quiz.moment == moment).findFirst().orElse(null);
    }

    /** Before the lesson; before it again, by a class that waited while another was taught; after it; weeks later. */
    public enum Moment {
        PRE, WAITED, POST, DELAYED
    }

    /** @param label the class; no student */
    public record Asked(String lesson, int edition, String title, String label) {}

    public sealed interface State {

        /** @param closes by itself */
        record Open(ClassCode code, Instant closes) implements State {}

        /** @param by null: by the clock */
        record Closed(Instant at, @Nullable String by) implements State {}

        default String word() {
            return getClass().getSimpleName().toUpperCase(java.util.Locale.ROOT);
        }
    }

    /** Whether phones may answer. What has run out is closed, even before a timer has said so. */
    public boolean takes(Instant now) {
        return state instanceof State.Open(var code, var closes) && now.isBefore(closes);
    }

    public boolean open() {
        return state instanceof State.Open;
    }

    QuizOpened opened(Instant now, String by) {
        return new QuizOpened(agencyId, id, now, schoolId, sessionId, moment.name(), by);
    }

    /** @param answered phones that answered every question, told with the closing */
    public Decision<Quiz> decide(QuizCommand command, int answered, Instant now) {
        return switch (command) {
            case Close(var by) -> open() ? closed(now, by, answered) : Decision.refuse(TrainingRefusal.QUIZ_CLOSED);
            case RunOut _ -> {
                if (!(state instanceof State.Open(var code, var closes)) || now.isBefore(closes))
                    yield Decision.refuse(TrainingRefusal.QUIZ_NOT_OVER);
                yield closed(closes, null, answered);
            }
            case Reopen(var code, var closes, var today, var by) -> {
                if (open()) yield Decision.refuse(TrainingRefusal.QUIZ_OPEN_ALREADY);
                if (!day.equals(today)) yield Decision.refuse(TrainingRefusal.QUIZ_ANOTHER_DAY, Map.of("day", day));
                var then = in(new State.Open(code, closes));
                yield Decision.accept(then, then.opened(now, by));
            }
        };
    }

    private Decision<Quiz> closed(Instant at, @Nullable String by, int answered) {
        return Decision.accept(in(new State.Closed(at, by)), new QuizClosed(agencyId, id, at, schoolId, sessionId,
                moment.name(), answered, by == null ? openedBy : by));
    }

    private Quiz in(State then) {
        return new Quiz(agencyId, id, districtId, schoolId, sessionId, moment, asked, day, heads, openedAt, openedBy,
                then, version + 1);
    }
}
