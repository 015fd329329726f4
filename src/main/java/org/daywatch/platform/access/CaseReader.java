package org.daywatch.platform.access;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.daywatch.platform.identity.Capacity;

/**
 * Who wants to read, as far as the rule asks.
 *
 * @param isMember they belong to their organization today
 * @param organization a department for those who act for one
 * @param onPostAt the school where an officer is on post now
 * @param custody of a parent, by child
 * @param holdsReceipt of a writer: of the thread that is asked for; of a student: the code of their own account
 */
public record CaseReader(Part part, UUID person, boolean isMember, UUID organization, Set<UUID> districts,
        Set<UUID> schools, Purpose purpose, Capacity capacity, Optional<UUID> onPostAt, Optional<BrokenGlass> glass,
        Map<UUID, Custody> custody, boolean holdsReceipt) {

    public enum Part {
        WRITER, STUDENT, PARENT, TIP_ANALYST, COUNSELOR, PRINCIPAL, TEACHER, OFFICER, RECORDS_KEEPER, POLICE_RECEIVER,
        AGENCY, DEPARTMENT
    }

    /** Why they read. NONE: they did not say. */
    public enum Purpose { NONE, TRIAGE, HELP, SAFETY, RECORDS, FIGURES }

    /** What stands in the district's dated rows today; UNKNOWN where nothing does. */
    public enum Custody {
        FULL, SHARED, UNKNOWN, BARRED
    }

    /**
     * They have said that they must read what is not theirs.
     *
     * @param record it is for this one and no other
     * @param isTold the principal or the district's safety director, but for whoever reads
     */
    public record BrokenGlass(CaseRecord record, String reason, Instant at, boolean isTold) {}
}
