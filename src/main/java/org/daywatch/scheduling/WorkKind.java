package org.daywatch.scheduling;

import java.util.EnumSet;
import java.util.Set;

/** What sort of work is asked for. Departments forbid their officers some of them. */
public enum WorkKind {
    SCHOOL_SAFETY, EVENT_SECURITY, TRAFFIC_CONTROL,
    PROCESS_SERVING, DEBT_COLLECTION, PRIVATE_INVESTIGATION, LABOR_DISPUTE, OTHER_AGENCY_RESERVE,
    TOWING, BAIL_BONDS, PRIVATE_GUARD_FIRM, TAXI, ADULT_BUSINESS, ALCOHOL, MEDICAL_MARIJUANA;

    /**
     * What the form of terms proposes: everything that published lists of departments forbid. School safety and what
     * goes with it stays.
     */
    public static final Set<WorkKind> USUALLY_FORBIDDEN = EnumSet
            .complementOf(EnumSet.of(SCHOOL_SAFETY, EVENT_SECURITY, TRAFFIC_CONTROL));
}
