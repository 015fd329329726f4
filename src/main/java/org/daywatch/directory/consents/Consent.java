package org.daywatch.directory.consents;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.daywatch.directory.DirectoryRefusal;
import org.daywatch.platform.access.CaseReader.Custody;
import org.daywatch.platform.events.Decision;
import org.jspecify.annotations.Nullable;

/**
 * One person was asked whether something may be done for a student.
 *
 * @param about what it is asked for: a match, a case, a conference of another room
 * @param guardian the adult who was asked; null: the student
 * @param language in which they were asked
 * @param until the last day on which it holds, answered or not
 */
public record Consent(UUID id, UUID district, UUID school, UUID student, Matter matter, UUID about,
        @Nullable UUID guardian, String language, Instant askedAt, LocalDate until, State state) {

    /** What is asked for. */
    public enum Matter {
        MENTORING, COUNSELING, CONFERENCE
    }

    public enum Giver {
        STUDENT, PARENT
    }

    /** LINK: by the one who was asked; the others are written down by somebody of the school. */
    public enum How {
        LINK, PAPER, PHONE, IN_PERSON
    }

    public sealed interface State {

        record Asked() implements State {}

        record Given(Instant at, How how) implements State {}

        record Declined(Instant at, How how) implements State {}

        record Withdrawn(Instant given, Instant at, How how) implements State {}

        default String code() {
            return switch (this) {
                case Asked _ -> "ASKED";
                case Given _ -> "GIVEN";
                case Declined _ -> "DECLINED";
                case Withdrawn _ -> "WITHDRAWN";
            };
        }
    }

    public Giver giver() {
        return guardian == null ? Giver.STUDENT : Giver.PARENT;
    }

    public boolean lapsed(LocalDate today) {
        return today.isAfter(until);
    }

    /** As it is called on a day: LAPSED where it was asked for or given and its time is over. */
    public String code(LocalDate today) {
        boolean open = state instanceof State.Asked || state instanceof State.Given;
        return open && lapsed(today) ? "LAPSED" : state.code();
    }

    /**
     * A yes or a no. The same answer again is the same answer.
     *
     * @param custody of the adult on that day; of a student it is not asked
     */
    public Decision<Consent> answer(boolean yes, How how, Custody custody, Instant now, LocalDate today) {
        if (yes && state instanceof State.Given || !yes && state instanceof State.Declined)
            return Decision.accept(this);
        if (!(state instanceof State.Asked)) return Decision.refuse(DirectoryRefusal.CONSENT_ANSWERED);
        if (lapsed(today)) return Decision.refuse(DirectoryRefusal.CONSENT_OVER);
        if (giver() == Giver.PARENT && custody != Custody.FULL && custody != Custody.SHARED)
            return Decision.refuse(DirectoryRefusal.CONSENT_WITHOUT_CUSTODY);
        return Decision.accept(as(yes ? new State.Given(now, how) : new State.Declined(now, how)));
    }

    /** They want it no more: at once, without a reason, also by an adult who has lost custody since. */
    public Decision<Consent> withdraw(How how, Instant now) {
        return switch (state) {
            case State.Withdrawn _,State.Declined _ -> Decision.accept(this);
            case State.Given(var given, var _) -> Decision.accept(as(new State.Withdrawn(given, now, how)));
            case State.Asked _ -> Decision.accept(as(new State.Declined(now, how)));
        };
    }

    /** Asked once more, in another language. */
    Consent in(String spoken) {
        return new Consent(id, district, school, student, matter, about, guardian, spoken, askedAt, until, state);
    }

    private Consent as(State next) {
        return new Consent(id, district, school, student, matter, about, guardian, language, askedAt, until, next);
    }
}
