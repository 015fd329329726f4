package org.daywatch.planning.improvements;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.daywatch.planning.PlanningEvent.ImprovementAgreed;
import org.daywatch.planning.PlanningEvent.ImprovementDone;
import org.daywatch.planning.PlanningEvent.ImprovementDropped;
import org.daywatch.planning.PlanningEvent.ImprovementReturned;
import org.daywatch.planning.PlanningEvent.ImprovementVerified;
import org.daywatch.planning.PlanningRefusal;
import org.daywatch.planning.improvements.ImprovementCommand.*;
import org.daywatch.platform.events.Decision;
import org.jspecify.annotations.Nullable;

/**
 * Something to be done better. Nothing closes because somebody says that it is done: somebody else has to have looked.
 *
 * @param sourceId the drill, incident, meeting or plan it was learned from
 * @param owner by name or office; {@code ownerPerson} where they have an account
 */
public record Improvement(UUID agencyId, UUID id, UUID districtId, UUID schoolId, Source source,
        @Nullable UUID sourceId, String capability, String issue, String action, String owner,
        @Nullable UUID ownerPerson, LocalDate due, Instant agreedAt, String agreedBy, State state, int version) {

    public enum Source { DRILL, INCIDENT, MEETING, PLAN, BY_HAND }

    /** Who, when, and in which words. */
    public record Word(By by, Instant at, String words) {}

    public sealed interface State {

        /** @param returned the last time it was said to be done and was not; null where it never was */
        record Open(@Nullable Returned returned) implements State {}

        record Done(Word done) implements State {}

        record Verified(Word done, Word verified) implements State {}

        record Dropped(Word dropped) implements State {}

        default String code() {
            return getClass().getSimpleName().toUpperCase(java.util.Locale.ROOT);
        }

        default boolean over() {
            return this instanceof Verified || this instanceof Dropped;
        }
    }

    public record Returned(String by, Instant at, String why) {}

    ImprovementAgreed agreed() {
        return new ImprovementAgreed(agencyId, id, agreedAt, schoolId, issue, owner, due, agreedBy);
    }

    public boolean late(LocalDate today) {
        return !state.over() && due.isBefore(today);
    }

    /** It is theirs to do: by their account, or where the owner has none by their name. */
    public boolean ownedBy(By by) {
        return ownerPerson != null
                ? ownerPerson.equals(by.person())
                : owner.strip().equalsIgnoreCase(by.name().strip());
    }

    public Decision<Improvement> decide(ImprovementCommand command, Instant now) {
        if (state.over()) return Decision.refuse(PlanningRefusal.IMPROVEMENT_CLOSED);
        return switch (command) {
            case SayDone(var what, var by) -> {
                if (!(state instanceof State.Open)) yield Decision.refuse(PlanningRefusal.IMPROVEMENT_NOT_OPEN);
                if (what.isBlank()) yield Decision.refuse(PlanningRefusal.IMPROVEMENT_WORDS_MISSING);
                yield Decision.accept(in(new State.Done(new Word(by, now, what.strip()))),
                        new ImprovementDone(agencyId, id, now, schoolId, what.strip(), by.name()));
            }
            case Verify(var how, var by) -> {
                if (!(state instanceof State.Done(var done)))
                    yield Decision.refuse(PlanningRefusal.IMPROVEMENT_NOT_DONE);
                if (by.person().equals(done.by().person()) || ownedBy(by))
                    yield Decision.refuse(PlanningRefusal.IMPROVEMENT_OWN_WORK);
                if (how.isBlank()) yield Decision.refuse(PlanningRefusal.IMPROVEMENT_WORDS_MISSING);
                yield Decision.accept(in(new State.Verified(done, new Word(by, now, how.strip()))),
                        new ImprovementVerified(agencyId, id, now, schoolId, how.strip(), by.name()));
            }
            case Return(var why, var by) -> {
                if (!(state instanceof State.Done)) yield Decision.refuse(PlanningRefusal.IMPROVEMENT_NOT_DONE);
                if (why.isBlank()) yield Decision.refuse(PlanningRefusal.IMPROVEMENT_WORDS_MISSING);
                yield Decision.accept(in(new State.Open(new Returned(by.name(), now, why.strip()))),
                        new ImprovementReturned(agencyId, id, now, schoolId, why.strip(), by.name()));
            }
            case Drop(var why, var by) -> {
                if (!by.mayDrop()) yield Decision.refuse(PlanningRefusal.IMPROVEMENT_NOT_YOURS_TO_DROP);
                if (why.isBlank()) yield Decision.refuse(PlanningRefusal.IMPROVEMENT_WORDS_MISSING);
                yield Decision.accept(in(new State.Dropped(new Word(by, now, why.strip()))),
                        new ImprovementDropped(agencyId, id, now, schoolId, why.strip(), by.name()));
            }
        };
    }

    private Improvement in(State then) {
        return new Improvement(agencyId, id, districtId, schoolId, source, sourceId, capability, issue, action, owner,
                ownerPerson, due, agreedAt, agreedBy, then, version + 1);
    }
}
