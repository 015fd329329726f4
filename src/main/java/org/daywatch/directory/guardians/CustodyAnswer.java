package org.daywatch.directory.guardians;

import java.time.LocalDate;
import java.util.List;
import org.daywatch.directory.guardians.Guardianship.CourtState;
import org.daywatch.directory.guardians.Guardianship.MayCollect;

/** May this adult collect this student today? What is not plainly yes stops, and a person decides. */
public enum CustodyAnswer {
    MAY_COLLECT,
    /** Somebody disputes it, or a court is being asked: stop and ask. */
    CONTESTED,
    /** An order or the other guardian forbids it. */
    FORBIDDEN,
    /** They are on the list, but not for today. */
    NOT_TODAY,
    NOT_ON_LIST;

    /**
     * @param entries all that is on file between one guardian and one student; the strictest that holds on the day
     * answers
     */
    public static CustodyAnswer of(List<Guardianship> entries, LocalDate day) {
        var holding = entries.stream().filter(g -> g.inForce(day)).toList();
        if (holding.stream().anyMatch(g -> g.mayCollect() == MayCollect.NO)) return FORBIDDEN;
        if (holding.stream().anyMatch(g -> g.mayCollect() == MayCollect.CONTESTED || g.court() == CourtState.PENDING))
            return CONTESTED;
        if (!holding.isEmpty()) return MAY_COLLECT;
        return entries.isEmpty() ? NOT_ON_LIST : NOT_TODAY;
    }
}
