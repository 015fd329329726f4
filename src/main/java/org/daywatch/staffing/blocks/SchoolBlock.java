package org.daywatch.staffing.blocks;

import java.time.Instant;
import java.util.UUID;
import org.daywatch.platform.events.Decision;
import org.daywatch.staffing.StaffingEvent.SchoolBlockAppealed;
import org.daywatch.staffing.StaffingEvent.SchoolBlockDecided;
import org.daywatch.staffing.StaffingRefusal;

/** A school has asked that an officer not be sent. It holds while they appeal; only the agency's decision lifts it. */
public record SchoolBlock(UUID agencyId, UUID id, UUID districtId, UUID schoolId, UUID officerId, String reason,
        Instant placedAt, State state) {

    private static final int SHORTEST = 5;

    public sealed interface State {

        record Placed() implements State {}

        record Appealed(String appeal, Instant at) implements State {}

        record Decided(String appeal, boolean lifted, Instant at) implements State {}
    }

    public boolean holds() {
        return !(state instanceof State.Decided decided && decided.lifted());
    }

    /** What the officer said against it; empty while they have said nothing. */
    public String appeal() {
        return switch (state) {
            case State.Placed placed -> "";
            case State.Appealed appealed -> appealed.appeal();
            case State.Decided decided -> decided.appeal();
        };
    }

    public Decision<SchoolBlock> appeal(String words, Instant now) {
        if (!(state instanceof State.Placed)) return Decision.refuse(StaffingRefusal.BLOCK_ALREADY_APPEALED);
        if (words.strip().length() < SHORTEST) return Decision.refuse(StaffingRefusal.REASON_MISSING);
        return Decision.accept(with(new State.Appealed(words.strip(), now)),
                new SchoolBlockAppealed(agencyId, id, now, officerId, words.strip()));
    }

    /** The agency may lift a block also without an appeal; what it has decided stands. */
    public Decision<SchoolBlock> decide(boolean lift, Instant now) {
        if (state instanceof State.Decided) return Decision.refuse(StaffingRefusal.BLOCK_DECIDED);
        return Decision.accept(with(new State.Decided(appeal(), lift, now)),
                new SchoolBlockDecided(agencyId, id, now, officerId, lift));
    }

    private SchoolBlock with(State next) {
        return new SchoolBlock(agencyId, id, districtId, schoolId, officerId, reason, placedAt, next);
    }
}
