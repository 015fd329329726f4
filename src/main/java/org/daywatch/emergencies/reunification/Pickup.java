package org.daywatch.emergencies.reunification;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.daywatch.directory.guardians.CustodyAnswer;
import org.daywatch.emergencies.PeopleEvent.PickupWent;
import org.daywatch.emergencies.PeopleRefusal;
import org.daywatch.emergencies.reunification.PickupCommand.*;
import org.daywatch.emergencies.reunification.Reunification.Duty;
import org.daywatch.platform.events.Decision;
import org.jspecify.annotations.Nullable;

/**
 * One guardian's card on its way through the six steps. What is not plainly in order stops, and a person decides; an
 * order of a court and the student's own no are never decided away.
 *
 * @param card its number, on both halves
 * @param half letters on both halves: the accountant compares them
 * @param guardianId as the student's list knows them; null: not on the list
 * @param student in this reunification; null until the card is filled in
 */
public record Pickup(UUID districtId, UUID id, UUID reunificationId, int card, String half, String guardian,
        @Nullable UUID guardianId, @Nullable UUID student, State state, int version) {

    /** Whose word it was. */
    public record Word(UUID person, String name) {}

    /** Why a card stopped. */
    public enum Stop {
        NO_ID, NOT_ON_LIST, NOT_TODAY, CONTESTED, COURT_ORDER, PHOTO_DIFFERS, STUDENT_SAYS_NO;

        /** Whether it may be let go on: by one who was named before, or by two. */
        public boolean mayGoOn() {
            return this != COURT_ORDER && this != STUDENT_SAYS_NO;
        }
    }

    public sealed interface State {

        record Greeted() implements State {}

        record Filled() implements State {}

        /** Identity and custody are in order; a second person compares the photo. */
        record Checked(UUID firstChecker) implements State {}

        record Verified() implements State {}

        record Fetching() implements State {}

        /** The student said yes. */
        record Answered() implements State {}

        record Released(Instant at) implements State {}

        /** @param askedBy who said first that it may go on; null: nobody yet */
        record Stopped(Stop why, @Nullable Word askedBy) implements State {

            public Stopped(Stop why) {
                this(why, null);
            }
        }

        /** The student is hurt or not found: their guardian is with a person, not in a line. */
        record PrivateRoom() implements State {}

        record Closed(String why) implements State {}

        /** Whose the next step is. */
        default Set<Duty> waitsFor() {
            return switch (this) {
                case Greeted _ -> EnumSet.of(Duty.GREETER, Duty.CHECKER);
                case Filled _,Checked _ -> EnumSet.of(Duty.CHECKER);
                case Verified _ -> EnumSet.of(Duty.RUNNER);
                case Fetching _ -> EnumSet.of(Duty.REUNIFIER);
                case Answered _ -> EnumSet.of(Duty.ACCOUNTANT);
                case Stopped(var _, var askedBy) ->
                    askedBy == null ? EnumSet.of(Duty.LEAD) : EnumSet.of(Duty.LEAD, Duty.CHECKER);
                case PrivateRoom _ -> EnumSet.of(Duty.VICTIM_ADVOCATE);
                case Released _,Closed _ -> EnumSet.noneOf(Duty.class);
            };
        }

        /** As the table has it. */
        default String code() {
            return getClass().getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", "_").toUpperCase(java.util.Locale.ROOT);
        }
    }

    public Decision<Pickup> decide(PickupCommand command, Instant now) {
        if (state instanceof State.Released || state instanceof State.Closed)
            return Decision.refuse(PeopleRefusal.PICKUP_NOT_NOW);
        return switch (command) {
            case FillCard fill when state instanceof State.Greeted || state instanceof State.Filled -> fill(fill, now);
            case Check check when state instanceof State.Filled -> check(check, now);
            case ComparePhoto compare when state instanceof State.Checked checked -> compare(compare, checked, now);
            case Fetch _ when state instanceof State.Verified -> go(new State.Fetching(), "Fetch", now);
            case StudentAnswers answers when state instanceof State.Fetching ->
                answers.yes()
                        ? go(new State.Answered(), "StudentAnswers", now)
                        : stop(Stop.STUDENT_SAYS_NO, "StudentAnswers", now);
            case MatchHalves match when state instanceof State.Answered -> match.half().strip().equalsIgnoreCase(half)
                    ? go(new State.Released(now), "MatchHalves", now)
                    : Decision.refuse(PeopleRefusal.PICKUP_HALVES_DIFFER);
            case GoOn on when state instanceof State.Stopped stopped -> goOn(on, stopped, now);
            case ToPrivateRoom _ -> state instanceof State.PrivateRoom
                    ? Decision.refuse(PeopleRefusal.PICKUP_NOT_NOW)
                    : go(new State.PrivateRoom(), "ToPrivateRoom", now);
            case Close close -> go(new State.Closed(close.why().strip()), "Close", now);
            default -> Decision.refuse(PeopleRefusal.PICKUP_NOT_NOW);
        };
    }

    private Decision<Pickup> fill(FillCard fill, Instant now) {
        var next = new Pickup(districtId, id, reunificationId, card, half, guardian, fill.guardianId(), fill.student(),
                new State.Filled(), version + 1);
        return Decision.accept(next, fact("FillCard", next, now));
    }

    /** Where the student is comes first: nobody waits in a line for a child who is hurt, missing or gone. */
    private Decision<Pickup> check(Check check, Instant now) {
        return switch (check.where()) {
            case MEDICAL, MISSING -> go(new State.PrivateRoom(), "Check", now);
            case DROVE, ABSENT, RELEASED, BACK -> go(new State.Closed(check.where().name()), "Check", now);
            case ASSEMBLY -> {
                var stop = check.custody() == CustodyAnswer.FORBIDDEN
                        ? Stop.COURT_ORDER
                        : !check.idSeen() ? Stop.NO_ID : stop(check.custody());
                yield stop == null ? go(new State.Checked(check.by()), "Check", now) : stop(stop, "Check", now);
            }
        };
    }

    /**
     * Whoever was named before the emergency says so alone; any other word is a request, which another person confirms.
     * Nobody's custody was judged before it was known who they are: it is now. An order of a court that came meanwhile
     * stops every card.
     */
    private Decision<Pickup> goOn(GoOn on, State.Stopped stopped, Instant now) {
        Stop why = stopped.why();
        if (!why.mayGoOn()) return Decision.refuse(PeopleRefusal.PICKUP_NEVER);
        if (student == null) return Decision.refuse(PeopleRefusal.PICKUP_NOT_NOW);
        var custody = stop(on.custody());
        boolean stands = custody == Stop.COURT_ORDER || custody != null && why == Stop.NO_ID;
        if (stands) return stop(custody, "GoOn", now);
        var asked = stopped.askedBy();
        if (on.named() || asked != null && !asked.person().equals(on.by()))
            return go(new State.Checked(on.by()), "GoOn", now);
        return asked != null
                ? Decision.refuse(PeopleRefusal.PICKUP_SECOND_WORD)
                : go(new State.Stopped(why, new Word(on.by(), on.name())), "AskToGoOn", now);
    }

    private static @Nullable Stop stop(CustodyAnswer custody) {
        return switch (custody) {
            case MAY_COLLECT -> null;
            case CONTESTED -> Stop.CONTESTED;
            case FORBIDDEN -> Stop.COURT_ORDER;
            case NOT_TODAY -> Stop.NOT_TODAY;
            case NOT_ON_LIST -> Stop.NOT_ON_LIST;
        };
    }

    private Decision<Pickup> compare(ComparePhoto compare, State.Checked checked, Instant now) {
        if (compare.by().equals(checked.firstChecker())) return Decision.refuse(PeopleRefusal.PICKUP_SECOND_PERSON);
        return compare.matches()
                ? go(new State.Verified(), "ComparePhoto", now)
                : stop(Stop.PHOTO_DIFFERS, "ComparePhoto", now);
    }

    private Decision<Pickup> stop(Stop why, String step, Instant now) {
        return go(new State.Stopped(why), step, now);
    }

    private Decision<Pickup> go(State to, String step, Instant now) {
        var next = new Pickup(districtId, id, reunificationId, card, half, guardian, guardianId, student, to,
                version + 1);
        return Decision.accept(next, fact(step, next, now));
    }

    private static PickupWent fact(String step, Pickup next, Instant now) {
        return new PickupWent(next.districtId(), next.id(), now, next.reunificationId(), step, next.state().code(),
                next.state() instanceof State.Stopped stopped ? stopped.why().name() : "");
    }
}
