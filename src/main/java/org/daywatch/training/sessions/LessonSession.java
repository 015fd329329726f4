package org.daywatch.training.sessions;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.daywatch.platform.events.Decision;
import org.daywatch.training.TrainingEvent.LessonCalledOff;
import org.daywatch.training.TrainingEvent.LessonPlanned;
import org.daywatch.training.TrainingEvent.LessonTaught;
import org.daywatch.training.TrainingRefusal;
import org.daywatch.training.sessions.LessonSessionCommand.*;
import org.daywatch.training.sessions.timetable.Slot;
import org.jspecify.annotations.Nullable;

/**
 * A lesson for one class or audience at one time.
 *
 * @param number of {@code lessons} for the same class; null where nobody counts
 */
public record LessonSession(UUID agencyId, UUID id, UUID districtId, UUID schoolId, LessonGroup group, Content content,
        @Nullable Integer number, @Nullable Integer lessons, Slot slot,
        Teacher teacher, State state, int version) {

    static final int MOST_MINUTES = 720;
    private static final int SHORTEST_REASON = 5;

    /** @param edition planned with; once taught, the one that was used. @param minutes as the library says */
    public record Content(String code, int edition, String language, String title, int minutes) {}

    /**
     * Who teaches.
     *
     * @param officer their file; null where somebody of the school teaches
     * @param person their account, where it is known
     * @param beside a teacher of the school who is there; empty where none was named
     */
    public record Teacher(@Nullable UUID officer, @Nullable UUID person, String name, String beside) {}

    public enum Mark { DONE, PARTLY, LEFT_OUT }

    /** One point of the lesson's fidelity list. */
    public record Fidelity(String words, Mark mark, String note) {}

    /**
     * How it was taught.
     *
     * @param preparation minutes, apart from those taught
     * @param people heads; null: not counted
     * @param teacherThere a teacher of the school was there; null: nobody said
     * @param fidelity point by point; empty where nobody went through them
     */
    public record Account(Instant from, int minutes, int preparation, @Nullable Integer people,
            @Nullable Boolean teacherThere, List<Fidelity> fidelity, String note) {

        public Instant to() {
            return from.plus(minutes, ChronoUnit.MINUTES);
        }
    }

    public sealed interface State {

        /** @param begun tapped when it began; null before. @param ended tapped when it was over */
        record Planned(@Nullable Instant begun, @Nullable Instant ended) implements State {}

        record Taught(Account account, String by, Instant at) implements State {}

        record CalledOff(String why, String by, Instant at) implements State {}

        record Missed() implements State {}

        default String code() {
            return this instanceof CalledOff
                    ? "CALLED_OFF"
                    : getClass().getSimpleName().toUpperCase(java.util.Locale.ROOT);
        }
    }

    public boolean planned() {
        return state instanceof State.Planned;
    }

    public @Nullable Account account() {
        return state instanceof State.Taught taught ? taught.account() : null;
    }

    /** Where the account of it starts: what was tapped, what was written down, or the plan. */
    public Instant begins() {
        if (state instanceof State.Planned(var begun, var ended) && begun != null) return begun;
        var account = account();
        return account == null ? slot.from() : account.from();
    }

    LessonPlanned told(Instant now, String by) {
        return new LessonPlanned(agencyId, id, now, districtId, schoolId, content.code(), group.audience(),
                group.label(), slot.day(), by);
    }

    public Decision<LessonSession> decide(LessonSessionCommand command, Instant now) {
        return switch (command) {
            case Begin begin -> begin(begin);
            case End(var at, var _) -> end(at);
            case Teach teach -> teach(teach, now);
            case Correct correct -> correct(correct, now);
            case Move move -> move(move, now);
            case CallOff off -> callOff(off, now);
            case Miss(var today) -> miss(today);
        };
    }

    /**
     * A second tap changes nothing: the first moment counts. What seems missed was begun after all where the phone
     * could not say so on the day.
     */
    private Decision<LessonSession> begin(Begin begin) {
        if (!(state instanceof State.Planned || state instanceof State.Missed))
            return Decision.refuse(TrainingRefusal.SESSION_NOT_PLANNED);
        if (!slot.day().equals(begin.day()))
            return Decision.refuse(TrainingRefusal.SESSION_ANOTHER_DAY, java.util.Map.of("day", slot.day()));
        return state instanceof State.Planned(var begun, var ended) && begun != null
                ? Decision.accept(this)
                : Decision.accept(in(new State.Planned(begin.at(), null)));
    }

    /** Nothing ends before it began, whatever two clocks say. */
    private Decision<LessonSession> end(Instant at) {
        if (!(state instanceof State.Planned(var begun, var ended)))
            return Decision.refuse(TrainingRefusal.SESSION_NOT_PLANNED);
        if (begun == null) return Decision.refuse(TrainingRefusal.SESSION_NOT_BEGUN);
        return ended != null
                ? Decision.accept(this)
                : Decision.accept(in(new State.Planned(begun, at.isBefore(begun) ? begun : at)));
    }

    /** What was missed may still be written down: it was taught, and only nobody had said so. */
    private Decision<LessonSession> teach(Teach teach, Instant now) {
        if (!(state instanceof State.Planned || state instanceof State.Missed))
            return Decision.refuse(TrainingRefusal.SESSION_NOT_PLANNED);
        return taught(teach.content(), teach.account(), teach.day(), teach.by().name(), now);
    }

    private Decision<LessonSession> correct(Correct correct, Instant now) {
        if (!(state instanceof State.Taught)) return Decision.refuse(TrainingRefusal.SESSION_NOT_TAUGHT);
        if (correct.why().strip().length() < SHORTEST_REASON)
            return Decision.refuse(TrainingRefusal.SESSION_REASON_MISSING);
        return taught(correct.content(), correct.account(), correct.day(), correct.by().name(), now);
    }

    private Decision<LessonSession> taught(Content used, Account account, LocalDate day, String by, Instant now) {
        if (account.from().isAfter(now)) return Decision.refuse(TrainingRefusal.SESSION_NOT_YET);
        var moved = new Slot(day, day.equals(slot.day()) ? slot.period() : "", slot.from(), slot.to(),
                slot.outsideWhy());
        var then = new LessonSession(agencyId, id, districtId, schoolId, group, used, number, lessons, moved, teacher,
                new State.Taught(account, by, now), version + 1);
        return Decision.accept(then,
                new LessonTaught(agencyId, id, now, districtId, schoolId, teacher.officer(), used.code(),
                        group.audience(), group.label(), number, lessons, day,
                        account.from(), account.minutes(), account.preparation(), account.people(),
                        account.teacherThere(), by));
    }

    private Decision<LessonSession> move(Move move, Instant now) {
        if (!(state instanceof State.Planned(var begun, var ended)) || begun != null)
            return Decision.refuse(TrainingRefusal.SESSION_NOT_PLANNED);
        var then = new LessonSession(agencyId, id, districtId, schoolId, group, content, number, lessons, move.slot(),
                move.teacher(), state, version + 1);
        return Decision.accept(then, then.told(now, move.by().name()));
    }

    private Decision<LessonSession> callOff(CallOff off, Instant now) {
        if (!(state instanceof State.Planned || state instanceof State.Missed))
            return Decision.refuse(TrainingRefusal.SESSION_NOT_PLANNED);
        if (off.why().strip().length() < SHORTEST_REASON)
            return Decision.refuse(TrainingRefusal.SESSION_REASON_MISSING);
        return Decision.accept(in(new State.CalledOff(off.why().strip(), off.by().name(), now)),
                new LessonCalledOff(agencyId, id, now, schoolId, off.why().strip(), off.by().name()));
    }

    /** Begun and never ended is not missed: somebody stood there, and only the record is not written. */
    private Decision<LessonSession> miss(LocalDate today) {
        boolean open = state instanceof State.Planned(var begun, var ended) && begun == null;
        return !open || !slot.day().isBefore(today)
                ? Decision.refuse(TrainingRefusal.SESSION_NOT_PLANNED)
                : Decision.accept(in(new State.Missed()));
    }

    /** What the taps say; without them, what was planned. */
    public int minutesByClock() {
        if (state instanceof State.Planned(var begun, var ended) && begun != null && ended != null)
            return (int) Math.max(1,
                    Math.min(MOST_MINUTES, Math.round(Duration.between(begun, ended).toSeconds() / 60.0)));
        return (int) Duration.between(slot.from(), slot.to()).toMinutes();
    }

    private LessonSession in(State then) {
        return new LessonSession(agencyId, id, districtId, schoolId, group, content, number, lessons, slot, teacher,
                then, version + 1);
    }
}
