package org.daywatch.directory;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;

/**
 * One thing a program demands, with the rule that holds the number.
 *
 * @param program code of the {@link Program}
 * @param subject what is counted, such as LRE:COHORT, ON_CAMPUS, DRILL:LOCKDOWN, MEETING:SAFETY_TEAM, AGREEMENT:SERVICE
 */
public record Requirement(String program, Kind kind, String subject, Evidence evidence, Counting counting,
        ProgramRule rule) {

    public enum Kind { TIME, SHARE, DRILL, MEETING, DOCUMENT, NOTICE, CLOCK, GATE, SWEEP, AUDIT, REPORT, CEILING }

    /** What proves it. */
    public enum Evidence {
        CLOCK_RECORD, LOG_ENTRY, SIGNED_LOG, DRILL_RECORD, MINUTES_OF_MEETING, SIGNED_DOCUMENT, CREDENTIAL, SWEEP_SHEET,
        NOTICE_SENT, REPORT_FILED
    }

    /** How the value is to be read. */
    public enum Counting {
        /** So many in a school year. */
        YEAR,
        /** So many in a school year, as evenly as may be over its two halves. */
        EACH_HALF,
        QUARTER,
        MONTH,
        WEEK,
        /** Once within so many school days of the first one. */
        FIRST_SCHOOL_DAYS,
        /** Within so many days of whatever starts the clock. */
        DAYS_AFTER,
        HOURS_AFTER,
        SCHOOL_DAYS_AFTER,
        DAYS_BEFORE,
        EVERY_YEARS,
        /** Percent of the minutes paid. */
        PERCENT,
        /** Not more than so many. */
        AT_MOST_HALF,
        AT_MOST_YEAR,
        ONCE,
        BY_DATE
    }

    /** Which texts of which rules stand behind figures: each once, in their order. */
    public static List<String> versions(Collection<Requirement> requirements) {
        return requirements.stream().map(r -> r.rule().version()).distinct().sorted().toList();
    }

    public boolean inForce(LocalDate day) {
        return rule.inForce(day);
    }
}
