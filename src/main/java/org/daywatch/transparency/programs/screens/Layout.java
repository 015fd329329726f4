package org.daywatch.transparency.programs.screens;

/** Which columns a first screen has: what the reader in that state asks first. */
public enum Layout {
    /** Arizona: hours of law-related education, time on campus, logs, the team. */
    GRANT,
    /** Texas: officer or exception, drills of this half, door sweeps, audits. */
    COMPLIANCE,
    /** Florida, and every state of which nothing else is asked: who stands there this hour, drills, clocks. */
    COVERAGE;

    public static Layout of(String state) {
        return switch (state) {
            case "AZ" -> GRANT;
            case "TX" -> COMPLIANCE;
            default -> COVERAGE;
        };
    }
}
