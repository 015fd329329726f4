package org.daywatch.scheduling.check;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import org.daywatch.scheduling.check.CheckReport.Violation;
import org.daywatch.scheduling.check.files.Limit;
import org.daywatch.scheduling.check.files.ProblemFacts.Shift;

/** How a violation is written down. */
final class Words {

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssXXX");

    private Words() {}

    /** About a pair of shift and officer, with nothing to measure. */
    static Violation seat(String code, String shift, String officer, String says) {
        return new Violation(code, shift, officer, null, null, null, null, null, null,
                "Officer " + officer + " at shift " + shift + ": " + says);
    }

    static Violation seat(String code, String shift, String officer, String other, String says) {
        return new Violation(code, shift, officer, null, other, null, null, null, null,
                "Officer " + officer + " at shift " + shift + ": " + says);
    }

    static Violation tooMany(Shift shift, int officers) {
        return new Violation("TOO_MANY", shift.id(), null, null, null, (long) officers, (long) shift.needs(), null,
                null,
                "Shift " + shift.id() + " needs " + shift.needs() + " and has " + officers + " officers.");
    }

    /** @param minutes shared with {@code other}; from the first to the last of them */
    static Violation shared(String code, Shift shift, String officer, String other, long minutes, long from, long to,
            ZoneId zone) {
        var says = other + " takes " + hours(minutes) + " of it, between " + moment(from, zone) + " and "
                + moment(to, zone) + ".";
        return new Violation(code, shift.id(), officer, null, other, minutes, 0L, moment(from, zone), moment(to, zone),
                "Officer " + officer + " at shift " + shift.id() + ": " + says);
    }

    static Violation limit(Limit limit, Shift shift, String officer, LimitReading r, ZoneId zone) {
        var says = switch (limit.shape()) {
            case REST_BETWEEN -> "asks for a rest of " + hours(r.limit()) + ", there is " + hours(r.reached());
            case BEFORE_SHIFT -> "asks for less than " + hours(r.limit()) + ", there is " + hours(r.reached());
            default -> "allows " + hours(r.limit()) + ", there is " + hours(r.reached());
        };
        return new Violation(limit.code(), shift.id(), officer, limit.id(), null, (long) r.reached(), (long) r.limit(),
                moment(r.from(), zone),
                moment(r.to(), zone),
                "Officer " + officer + " at shift " + shift.id() + ": " + limit.id() + " (" + limit.shape() + ") "
                        + says
                        + ", from " + moment(r.from(), zone) + " to " + moment(r.to(), zone) + ".");
    }

    static String moment(long minute, ZoneId zone) {
        return MOMENT.format(Instant.ofEpochSecond(minute * 60).atZone(zone));
    }

    static String hours(long minutes) {
        return "%02d:%02d".formatted(minutes / 60, minutes % 60);
    }
}
