package org.daywatch.training.quizzes;

import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.daywatch.training.TrainingRefusal;
import org.daywatch.training.quizzes.Quiz.Moment;
import org.daywatch.training.sessions.LessonGroup.Arm;
import org.daywatch.training.sessions.LessonSession;
import org.daywatch.training.sessions.LessonSession.State;

/** At which moments a class may be asked now, and why not at the others. */
public record QuizOpening(LessonSession session, Collection<Quiz> held, LocalDate today, int fromWeeks, int toWeeks) {

    /** Empty: it may be opened. */
    public Optional<TrainingRefusal> refusal(Moment moment) {
        if (session.state() instanceof State.CalledOff || session.state() instanceof State.Missed)
            return Optional.of(TrainingRefusal.QUIZ_NO_LESSON);
        if (held.stream().anyMatch(q -> q.moment() == moment)) return Optional.of(TrainingRefusal.QUIZ_HELD_ALREADY);
        if (held.stream().anyMatch(Quiz::open)) return Optional.of(TrainingRefusal.QUIZ_ANOTHER_OPEN);
        return Optional.ofNullable(switch (moment) {
            case PRE -> taught() || after(Moment.WAITED, Moment.POST) ? TrainingRefusal.QUIZ_TOO_LATE : null;
            case WAITED -> waited();
            case POST -> begun() ? null : TrainingRefusal.QUIZ_BEFORE_LESSON;
            case DELAYED -> delayed();
        });
    }

    /** After the last day the answers are forgotten, so a class asked later would be asked for nothing. */
    private @org.jspecify.annotations.Nullable TrainingRefusal delayed() {
        if (!taught()) return TrainingRefusal.QUIZ_BEFORE_LESSON;
        if (today.isBefore(delayedFrom())) return TrainingRefusal.QUIZ_TOO_EARLY;
        return today.isAfter(delayedTo()) ? TrainingRefusal.QUIZ_TOO_LATE : null;
    }

    private @org.jspecify.annotations.Nullable TrainingRefusal waited() {
        if (session.group().arm() != Arm.WAIT_LIST) return TrainingRefusal.QUIZ_NOT_WAITING;
        if (taught() || after(Moment.POST)) return TrainingRefusal.QUIZ_TOO_LATE;
        return after(Moment.PRE) ? null : TrainingRefusal.QUIZ_FIRST_MISSING;
    }

    /** Those that make sense for this class, with the reason where one cannot be opened now. */
    public Map<Moment, Optional<TrainingRefusal>> all() {
        var all = new EnumMap<Moment, Optional<TrainingRefusal>>(Moment.class);
        for (var moment : Moment.values())
            if (moment != Moment.WAITED || session.group().arm() == Arm.WAIT_LIST) all.put(moment, refusal(moment));
        return all;
    }

    /** Those that can be opened now. */
    public List<Moment> now() {
        return all().entrySet().stream().filter(one -> one.getValue().isEmpty()).map(Map.Entry::getKey).toList();
    }

    public LocalDate delayedFrom() {
        return session.slot().day().plusWeeks(fromWeeks);
    }

    public LocalDate delayedTo() {
        return session.slot().day().plusWeeks(toWeeks);
    }

    private boolean taught() {
        return session.state() instanceof State.Taught;
    }

    /** In the last minutes of a lesson it is not written down yet. */
    private boolean begun() {
        return taught() || session.state() instanceof State.Planned(var begun, var ended)
                && (begun != null || !today.isBefore(session.slot().day()));
    }

    private boolean after(Moment... moments) {
        return held.stream().anyMatch(q -> java.util.List.of(moments).contains(q.moment()));
    }
}
