package org.daywatch.directory.guardians;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.daywatch.directory.guardians.Guardianship.CourtState;
import org.daywatch.directory.guardians.Guardianship.MayCollect;
import org.daywatch.platform.access.CaseReader.Custody;

/**
 * Who decides for a student on a day. To collect a student is one thing, to consent for them another: a neighbor may do
 * the first. What is disputed or before a court is not known until people have settled it.
 */
public final class LegalCustody {

    private LegalCustody() {}

    /**
     * @param entries all that is on file of one student. @return of each guardian with an entry that holds on the day
     * what the strictest of theirs says
     */
    public static Map<UUID, Custody> of(List<Guardianship> entries, LocalDate day) {
        var all = new HashMap<UUID, Custody>();
        for (var entry : entries)
            if (entry.inForce(day))
                all.merge(entry.guardianId(), of(entry), (one, other) -> one.compareTo(other) >= 0 ? one : other);
        return all;
    }

    /** An order against collecting says nothing of custody, and whoever entered it knows both: they are asked. */
    private static Custody of(Guardianship entry) {
        boolean settled = entry.mayCollect() != MayCollect.CONTESTED && entry.court() != CourtState.PENDING;
        return settled || entry.custody() == Custody.BARRED ? entry.custody() : Custody.UNKNOWN;
    }
}
