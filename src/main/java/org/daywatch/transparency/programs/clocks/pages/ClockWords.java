package org.daywatch.transparency.programs.clocks.pages;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import org.daywatch.platform.web.Page;
import org.daywatch.platform.web.kit.Chip;
import org.daywatch.transparency.programs.clocks.ProgramClock.State;
import org.daywatch.transparency.programs.clocks.ProgramClock;
import org.daywatch.transparency.programs.schools.MeterWords;

/** A clock in the reader's words. */
public final class ClockWords {

    private static final int DAYS_FROM_HOURS = 72; // up to here hours say more than days

    private ClockWords() {}

    public static Chip chip(Page page, ProgramClock clock, Instant now) {
        if (clock.late(now))
            return Chip.bad(page.t("program.clock.late", span(page, Duration.between(clock.dueAt(), now))));
        return switch (clock.state()) {
            case State.Running _ ->
                Chip.info(page.t("program.clock.left", span(page, Duration.between(now, clock.dueAt()))));
            case State.Warned _,State.Escalated _ ->
                Chip.warn(page.t("program.clock.left", span(page, Duration.between(now, clock.dueAt()))));
            case State.Answered a when a.unconfirmed() -> Chip.warn(page.t("program.clock.unconfirmed"));
            case State.Answered a -> a.late()
                    ? Chip.warn(page.t("program.clock.answeredLate"))
                    : Chip.good(page.t("program.clock.answered"));
            case State.Withdrawn _ -> Chip.quiet(page.t("program.clock.withdrawn"));
        };
    }

    /** Tue, Nov 17, 8:25 AM; what runs to midnight is due by the end of the day before it. */
    public static String due(Page page, ProgramClock clock, ZoneId zone) {
        var at = clock.dueAt().atZone(zone);
        return at.toLocalTime().equals(LocalTime.MIDNIGHT)
                ? page.t("program.clock.endOf", page.when().dayAndYear(at.toLocalDate().minusDays(1)))
                : page.when().moment(clock.dueAt(), zone);
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
