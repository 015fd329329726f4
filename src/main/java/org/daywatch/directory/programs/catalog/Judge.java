package org.daywatch.directory.programs.catalog;

import java.util.Set;

/** By what Daywatch knows whether a demand is met, or that it does not; the page of the program says so beside each. */
public enum Judge {
    /** Minutes of the weekly log. */
    LOG_MINUTES,
    /** Clocked on campus, of the time paid. */
    CLOCKED,
    /** Weekly logs signed twice. */
    SIGNED_LOGS,
    /** Signed by both parties, from each officer's first day on. */
    AGREEMENTS,
    /** Minutes of the safety team: who was there at once, and which duties were dealt with. */
    MEETINGS,
    /** The operations plan that was approved. */
    PLAN,
    /** Drills that were held. */
    DRILLS,
    /** The record of each drill, with what is asked for after it. */
    DRILL_RECORD,
    /** The report on each real alert, from its end on. */
    ALERT_REPORT,
    /** Sheets of door sweeps, week by week. */
    SWEEPS,
    /** Whether an officer stood there, day by day. */
    COVERAGE,
    /** Certificates in the officers' files. */
    FILES,
    /** Kept in the officer's file, and compared with the demand by nobody. */
    FILE_ONLY,
    /** A clock that begins with what causes it. */
    CLOCK,
    /** The register of exceptions. */
    EXCEPTIONS,
    /** A paper that is filed by hand, late once its day is over. */
    PAPER,
    /** Filed by hand; whether and when it was owed nobody here can see. */
    RECORDED_ONLY,
    /** Nothing here speaks of it. */
    NOBODY;

    private static final Set<String> DRILL_RECORDS = Set.of("DRILL:ACTIVE_THREAT:OFFICERS", "KEEP:FIRE_FORM",
            "NOTICE:DRILL_POSTED", "REPORT:AFTER_ACTION");
    private static final Set<String> CLOCKS = Set.of("REPORT:INCIDENT", "REPORT:INSPECTION", "EXCEPTION:ARMED_OFFICER",
            "NOTICE:ASSIGNMENT");
    /** Certificates that reports hold against the demand. */
    private static final Set<String> COMPARED = Set.of("GATE:STATE_CERTIFICATION", "GATE:CONTINUING_TRAINING",
            "GATE:FIREARMS", "GATE:COURSE_HOURS_SSO", "GATE:COURSE_HOURS_SRO",
            "GATE:DISABILITIES_TRAINING", "GATE:SCHOOL_CERTIFICATE_WITHIN", "GATE:SCHOOL_CERTIFICATE_VALID",
            "GATE:NEW_OFFICER_TRAINING", "GATE:NEW_OFFICER_TRAINING_WITHIN", "GATE:ADVANCED_ACADEMY",
            "GATE:FERPA_TRAINING", "GATE:CIVIL_RIGHTS_TRAINING", "GATE:MENTAL_HEALTH_TRAINING", "REVIEW:OFFICER");
    /** Papers of a district that are due by a day of the year. */
    private static final Set<String> OF_DISTRICTS = Set.of("REPORT:PROPOSAL", "REPORT:PROPOSAL:YEARS");
    /** Their notice is due because something else is held or audited. */
    private static final Set<String> ANNOUNCED = Set.of("NOTICE:INTRUDER_AUDIT", "NOTICE:EXERCISE");

    /** Whether somebody has to look for themselves. */
    public boolean blind() {
        return this == RECORDED_ONLY || this == FILE_ONLY || this == NOBODY;
    }

    public static Judge of(Demand demand) {
        String subject = demand.subject();
        if (DRILL_RECORDS.contains(subject)) return DRILL_RECORD;
        if (subject.equals("REPORT:ALERT_AFTER_ACTION")) return ALERT_REPORT;
        if (CLOCKS.contains(subject)) return CLOCK;
        if (COMPARED.contains(subject)) return FILES;
        if (OF_DISTRICTS.contains(subject)) return PAPER;
        if (subject.startsWith("EXCEPTION:")) return EXCEPTIONS;
        if (subject.startsWith("AGREEMENT:")) return AGREEMENTS;
        if (subject.startsWith("MEETING:")) return MEETINGS;
        if (subject.startsWith("LOG:WEEK")) return SIGNED_LOGS;
        if (subject.equals("PLAN:EMERGENCY")) return PLAN;
        return switch (demand.kind()) {
            case TIME -> LOG_MINUTES;
            case SHARE -> CLOCKED;
            case DRILL, CEILING -> DRILLS;
            case SWEEP -> SWEEPS;
            case GATE -> subject.startsWith("OFFICER:CAMPUS") ? COVERAGE : FILE_ONLY;
            case DOCUMENT, REPORT, AUDIT, NOTICE ->
                demand.owedBy() == Demand.OwedBy.SCHOOL || ANNOUNCED.contains(subject) ? PAPER : RECORDED_ONLY;
            case MEETING, CLOCK -> NOBODY;
        };
    }
}
