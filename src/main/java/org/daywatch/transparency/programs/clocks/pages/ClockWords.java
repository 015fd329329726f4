package org.daywatch.transparency.programs.clocks.pages;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.daywatch.platform.web.Page;
import org.daywatch.platform.web.kit.Chip;
import org.daywatch.transparency.programs.clocks.ProgramClock.State;
import org.daywatch.transparency.programs.clocks.ClockDue;
import org.daywatch.transparency.programs.clocks.ProgramClock;
import org.daywatch.transparency.programs.schools.MeterWords;

/** A clock in the reader's words. */
public final class ClockWords {

    private static final int DAYS_FROM_HOURS = 72; // up to here hours say more than days

    private ClockWords() {}

    public static Chip chip(Page page, ProgramClock clock, ZoneId zone, Instant now) {
        if (clock.late(now)) return Chip.bad(page.t("program.clock.late", from(page, clock, zone, now)));
        return switch (clock.state()) {
            case State.Running _ -> Chip.info(left(page, clock, zone, now));
            case State.Warned _,State.Escalated _ -> Chip.warn(left(page, clock, zone, now));
            case State.Answered a when a.unconfirmed() -> Chip.warn(page.t("program.clock.unconfirmed"));
            case State.Answered a -> a.late()
                    ? Chip.warn(page.t("program.clock.answeredLate"))
                    : Chip.good(page.t("program.clock.answered"));
            case State.Withdrawn _ -> Chip.quiet(page.t("program.clock.withdrawn"));
        };
    }

    private static String left(Page page, ProgramClock clock, ZoneId zone, Instant now) {
        boolean today = now.atZone(zone).toLocalDate().equals(ClockDue.day(clock.dueAt(), zone));
        return today ? page.t("program.clock.today") : page.t("program.clock.left", from(page, clock, zone, now));
    }

    /**
     * How far now is from when it is due; what is due by a day counts in days of the calendar, as a person counts them.
     */
    private static String from(Page page, ProgramClock clock, ZoneId zone, Instant now) {
        LocalDate day = ClockDue.day(clock.dueAt(), zone);
        return day == null
                ? span(page, Duration.between(clock.dueAt(), now).abs())
                : page.t("program.span.days", ClockDue.days(day, now, zone));
    }

    /** Tue, Nov 17, 8:25 AM; what runs to midnight is due by the end of the day before it. */
    public static String due(Page page, ProgramClock clock, ZoneId zone) {
        LocalDate day = ClockDue.day(clock.dueAt(), zone);
        return day == null
                ? page.when().moment(clock.dueAt(), zone)
                : page.t("program.clock.endOf", page.when().dayAndYear(day));
    }

    /**
     * "done Nov 6", or, where it was written down later: "answered Nov 17, said to be done Nov 6", and whether a second
     * person has said so too.
     */
    public static String answered(Page page, State.Answered a, ZoneId zone) {
        String done = page.when().moment(a.doneAt(), zone);
        if (!a.backdated()) return page.t("program.due.DONE", done);
        String said = page.t("program.clock.said.later", page.when().moment(a.at(), zone), done);
        return switch (a.proof()) {
            case State.Proof.None _ -> said;
            case State.Proof.Wanted _ -> page.t("program.clock.said.wanted", said);
            case State.Proof.Given(var at, var by) ->
                page.t("program.clock.said.given", said, by, page.when().moment(at, zone));
        };
    }

    /** What a fact that started it is called, or the starter's own words. */
    public static String about(Page page, ProgramClock clock) {
        return MeterWords.word(page, "program.clock.about.", clock.about());
    }

    /** "5 h", "12 days"; cut off. */
    public static String span(Page page, Duration span) {
        return span.toHours() <= DAYS_FROM_HOURS
                ? page.t("program.span.hours", span.toHours(), span.toMinutesPart())
                : page.t("program.span.days", span.toDays());
    }
}
