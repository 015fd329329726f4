package org.daywatch.transparency.programs.schools;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.daywatch.directory.Campus;
import org.daywatch.directory.Due;
import org.daywatch.staffing.CoverageNow.AtSchool;
import org.daywatch.transparency.programs.exceptions.CampusException;
import org.daywatch.transparency.programs.meters.Standing;
import org.daywatch.transparency.programs.totals.SchoolMeters.Wanting;
import org.daywatch.transparency.programs.totals.SchoolMeters;
import org.jspecify.annotations.Nullable;

/**
 * One school on a first screen.
 *
 * @param today null where nothing is required of it today
 * @param exception its board's last one, held or run out
 * @param besides what it lacks that its own lines do not tell
 * @param approval of the marshal, where one is asked for in this school year
 * @param past the day is over: who stands there now says nothing about it
 */
public record SchoolRow(SchoolMeters meters, @Nullable AtSchool today, @Nullable CampusException exception,
        List<Wanting> besides, boolean past, @Nullable Due approval) {

    public SchoolRow(SchoolMeters meters, @Nullable AtSchool today, @Nullable CampusException exception,
            List<Wanting> besides) {
        this(meters, today, exception, besides, false, null);
    }

    public SchoolRow(SchoolMeters meters, @Nullable AtSchool today, @Nullable CampusException exception,
            List<Wanting> besides, boolean past) {
        this(meters, today, exception, besides, past, null);
    }

    private static final String OFFICER = "OFFICER:CAMPUS";

    /** How the campus stands at this moment, the most urgent first. */
    public enum Now {
        EMPTY, AT_RISK, EXCEPTION, COVERED, PROMISED, OVER, NOTHING_TODAY
    }

    /**
     * How a campus answers a law that asks for an officer: exactly one of these. What is not to be said now is no yes
     * and no no.
     */
    public enum Answer {
        OFFICER, EXCEPTION, AT_RISK, BARE, NOT_NOW
    }

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

    /**
     * Texas: an officer, an exception in force, or nothing. Outside school hours those who are promised count; on a day
     * without school nobody is missing.
     */
    public boolean bare() {
        return !past && !excepted()
                && (now() == Now.EMPTY || today == null && meters.posts().isEmpty() && schoolToday());
    }

    /** A school whose year is not known may have school any day. */
    private boolean schoolToday() {
        return !meters.year().known() || meters.year().days().contains(meters.asOf());
    }

    public Answer answer() {
        if (bare()) return Answer.BARE;
        return switch (now()) {
            case COVERED -> Answer.OFFICER;
            case EXCEPTION -> Answer.EXCEPTION;
            case AT_RISK -> Answer.AT_RISK;
            case EMPTY, PROMISED, OVER, NOTHING_TODAY -> Answer.NOT_NOW;
        };
    }

    /** Everything that is missed or behind, the worst first. */
    public List<Wanting> wanting() {
        return meters.wanting(all());
    }

    public Standing worst() {
        return meters.worst(all());
    }

    private List<Wanting> all() {
        if (!bare() || meters.requirements().stream().noneMatch(r -> r.subject().equals(OFFICER))) return besides;
        return Stream.concat(besides.stream(), Stream.of(new Wanting(OFFICER, Standing.MISSED, 1))).toList();
    }
}
