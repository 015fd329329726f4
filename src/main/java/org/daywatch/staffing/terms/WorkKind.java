package org.daywatch.staffing.terms;

/** What sort of work is asked for. Departments forbid their officers some of them. */
public enum WorkKind {
    SCHOOL_SAFETY, EVENT_SECURITY, TRAFFIC_CONTROL,
    PROCESS_SERVING, DEBT_COLLECTION, PRIVATE_INVESTIGATION, LABOR_DISPUTE, OTHER_AGENCY_RESERVE,
    TOWING, BAIL_BONDS, PRIVATE_GUARD_FIRM, TAXI, ADULT_BUSINESS, ALCOHOL, MEDICAL_MARIJUANA
}
