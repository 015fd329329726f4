package org.daywatch.transparency.programs.clocks;

import java.util.List;

/**
 * What starts a clock. How long it runs stands in the requirement of that subject; where none is in force the reader
 * says by when.
 */
public enum ClockKind {
    /**
     * An officer was disciplined or dismissed, or fired their weapon outside training: the district tells the state.
     */
    INCIDENT_REPORT("REPORT:INCIDENT"),
    /** The state's inspector was there and writes their report. */
    INSPECTION_REPORT("REPORT:INSPECTION"),
    /** Their report holds a finding; the district answers in writing. */
    INSPECTION_FINDING("REPORT:FINDING_ANSWER"),
    SERVICE_AGREEMENT("AGREEMENT:SERVICE"),
    /** The federal award letter has come; the memorandum of understanding goes back. */
    MEMORANDUM("AGREEMENT:MOU"),
    /** An officer begins at a school: what is told before their first shift. */
    NOTICE_OF_ASSIGNMENT("NOTICE:ASSIGNMENT"),
    EXCEPTION_RENEWAL("EXCEPTION:ARMED_OFFICER"),
    /** From the last one on. */
    SAFETY_AUDIT("AUDIT:SAFETY"),
    /** An officer began in schools: their state certificate. */
    CERTIFICATE("GATE:SCHOOL_CERTIFICATE_WITHIN");

    /** What a notice of assignment tells. */
    public static final List<String> NOTICE_ITEMS = List.of("ASSIGNMENT", "POLICIES", "COMMUNICATION", "EMERGENCIES",
            "COMPLAINTS", "SCHEDULE", "ARMED");

    private final String subject;

    ClockKind(String subject) {
        this.subject = subject;
    }

    /** Of the requirement that says how long it runs. */
    public String subject() {
        return subject;
    }

    /**
     * What may be done before the clock begins: one signs before an officer starts, and tells before their first shift.
     */
    boolean mayBeEarly() {
        return this == SERVICE_AGREEMENT || this == NOTICE_OF_ASSIGNMENT;
    }

    /** What must be checked off before it counts as answered. */
    public List<String> items() {
        return this == NOTICE_OF_ASSIGNMENT ? NOTICE_ITEMS : List.of();
    }
}
