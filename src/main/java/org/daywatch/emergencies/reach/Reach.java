package org.daywatch.emergencies.reach;

import java.time.Instant;
import java.util.UUID;
import org.daywatch.emergencies.lane.LaneEntry;
import org.daywatch.platform.events.Decision;
import org.jspecify.annotations.Nullable;

/**
 * Whether an alert has reached one person, and what they did. Receipts may come twice, late and in any order; none
 * takes back what a better one said.
 *
 * @param expected belongs to the school; somebody else who answered is kept and not counted
 * @param told version of the alert that last told people something else
 * @param heard highest version a receipt named
 */
public record Reach(UUID agencyId, UUID alertId, UUID person, UUID districtId, UUID schoolId, String name, String role,
        boolean expected, int told, int heard, State state) {

    public sealed interface State {

        Instant since();

        record NotReached(Instant since) implements State {}

        /** A device has it. Whether anybody looked nobody knows: presence is not attention. */
        record Delivered(Instant since, Way way) implements State {}

        /** By an act of theirs: a press, a touch, a key, an answer. */
        record Seen(Instant since) implements State {}

        record Acknowledged(Instant since) implements State {}

        /** @param since when they last said so */
        record Safe(Instant since) implements State {}

        /** @param since when they last said so */
        record NeedsHelp(Instant since) implements State {}

        default String code() {
            return switch (this) {
                case NotReached _ -> "NOT_REACHED";
                case Delivered _ -> "DELIVERED";
                case Seen _ -> "SEEN";
                case Acknowledged _ -> "ACKNOWLEDGED";
                case Safe _ -> "SAFE";
                case NeedsHelp _ -> "NEEDS_HELP";
            };
        }

        /** Each includes those below it. */
        default int rank() {
            return switch (this) {
                case NotReached _ -> 0;
                case Delivered _ -> 1;
                case Seen _ -> 2;
                case Acknowledged _ -> 3;
                case Safe _,NeedsHelp _ -> 4;
            };
        }

        default @Nullable Way way() {
            return this instanceof Delivered(_, var way) ? way : null;
        }

        static State of(String code, Instant since, @Nullable Way way) {
            return switch (code) {
                case "NOT_REACHED" -> new NotReached(since);
                case "DELIVERED" -> new Delivered(since, way == null ? Way.STREAM : way);
                case "SEEN" -> new Seen(since);
                case "ACKNOWLEDGED" -> new Acknowledged(since);
                case "SAFE" -> new Safe(since);
                case "NEEDS_HELP" -> new NeedsHelp(since);
                default -> throw new IllegalStateException("reach of " + code);
            };
        }
    }

    static Reach fresh(UUID agency, UUID alert, UUID district, UUID school, UUID person, String name, String role,
            boolean expected, int told, Instant now) {
        return new Reach(agency, alert, person, district, school, name, role, expected, told, 0,
                new State.NotReached(now));
    }

    /**
     * @param at for a receipt the moment it was accepted. Nothing is refused: what says nothing new changes nothing.
     */
    public Decision<Reach> decide(ReachCommand command, Instant at) {
        return Decision.accept(switch (command) {
            case ReachCommand.Tell(int version) -> tell(version, at);
            case ReachCommand.Receive receipt -> receive(receipt, at);
        });
    }

    private Reach tell(int version, Instant at) {
        if (version <= told) return this;
        boolean stays = heard >= version || state instanceof State.NeedsHelp; // a receipt was faster; a cry for help is not forgotten
        return new Reach(agencyId, alertId, person, districtId, schoolId, name, role, expected, version, heard,
                stays ? state : new State.NotReached(at));
    }

    private Reach receive(ReachCommand.Receive receipt, Instant at) {
        boolean stale = receipt.version() < told && receipt.kind() != LaneEntry.Kind.NEED_HELP;
        return stale ? this : in(answered(receipt, at), Math.max(heard, receipt.version()));
    }

    private State answered(ReachCommand.Receive receipt, Instant at) {
        State said = switch (receipt.kind()) {
            case DELIVERED -> new State.Delivered(at, receipt.way());
            case SEEN -> new State.Seen(at);
            case ACKNOWLEDGED, GOING -> new State.Acknowledged(at);
            case SAFE -> new State.Safe(at);
            case NEED_HELP -> new State.NeedsHelp(at);
        };
        if (said.rank() > state.rank()) return said;
        if (said.rank() < 4 || state.rank() < 4) return state;
        // Of "safe" and "need help" the one said last holds, whichever comes last; said in the same moment, the cry.
        boolean later = at.isAfter(state.since()) || at.equals(state.since()) && said instanceof State.NeedsHelp;
        return later ? said : state;
    }

    private Reach in(State then, int heard) {
        return new Reach(agencyId, alertId, person, districtId, schoolId, name, role, expected, told, heard, then);
    }

    /** The same person, now known to belong to the school, or no longer. */
    Reach as(String name, String role, boolean expected) {
        return new Reach(agencyId, alertId, person, districtId, schoolId, name, role, expected, told, heard, state);
    }

    public boolean reached() {
        return state.rank() > 0;
    }

    /** By a person; that a device has it is not enough. */
    public boolean seen() {
        return state.rank() >= 2;
    }
}
