package org.daywatch.directory.guardians;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.daywatch.directory.guardians.Guardianship.CourtState;
import org.daywatch.directory.guardians.Guardianship.MayCollect;

/**
 * May this adult collect this student today? The later, the stricter. What is not plainly yes stops, and people decide.
 */
public enum CustodyAnswer {
    MAY_COLLECT,
    /** They are on the list, but not for today. */
    NOT_TODAY,
    NOT_ON_LIST,
    /** Somebody disputes it, or a court is being asked: stop and ask. */
    CONTESTED,
    /** An order or the other guardian forbids it. */
    FORBIDDEN;

    /**
     * What was changed after an emergency began may forbid, but gives nobody away by itself: where the list of that
     * moment was stricter its answer stands. An order that was lifted since is disputed.
     */
    public static CustodyAnswer of(List<Guardianship> entries, LocalDate day, Instant began) {
        var now = of(entries, day);
        var then = of(entries.stream().flatMap(g -> g.at(began).stream()).toList(), day);
        if (then == FORBIDDEN) then = CONTESTED;
        return now.compareTo(then) >= 0 ? now : then;
    }

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
