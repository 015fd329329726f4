package org.daywatch.transparency.programmes.screens;

import java.util.UUID;
import org.daywatch.directory.Campus;
import org.daywatch.staffing.CoverageNow.AtSchool;
import org.daywatch.transparency.programmes.exceptions.CampusException;
import org.daywatch.transparency.programmes.gathering.SchoolMeters;
import org.jspecify.annotations.Nullable;

/** One school on a first screen. @param today null where nothing is required of it today. @param exception its board's last one, held or run out */
public record Row(SchoolMeters meters, @Nullable AtSchool today, @Nullable CampusException exception) {

    /** How the campus stands at this moment, the most urgent first. */
    public enum Now { EMPTY, AT_RISK, EXCEPTION, COVERED, PROMISED, OVER, NOTHING_TODAY }

    public Campus school() {
        return meters.school();
    }

    public UUID id() {
        return meters.school().id();
    }

    /** An officer who stands there counts before an exception: what nobody has to excuse needs no paper. */
    public Now now() {
        var now = today == null ? Now.NOTHING_TODAY : switch (today.state()) {
            case UNCOVERED -> Now.EMPTY;
            case AT_RISK, UNPROVEN -> Now.AT_RISK;
            case COVERED -> Now.COVERED;
            case PROMISED -> Now.PROMISED;
            case OVER -> Now.OVER;
        };
        return now != Now.COVERED && excepted() ? Now.EXCEPTION : now;
    }

    public boolean excepted() {
        return exception != null && exception.holds(meters.asOf());
    }

    /** Texas: an officer, an exception in force, or nothing. Outside school hours those who are promised count. */
    public boolean bare() {
        return !excepted() && (now() == Now.EMPTY || today == null && meters.posts().isEmpty());
    }
}
