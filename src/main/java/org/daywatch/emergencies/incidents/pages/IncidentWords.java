package org.daywatch.emergencies.incidents.pages;

import java.time.Duration;
import java.util.List;
import org.daywatch.emergencies.incidents.IncidentQueries;
import org.daywatch.emergencies.incidents.clocks.StatutoryClock;
import org.daywatch.emergencies.incidents.clocks.StatutoryRule.Outcome;
import org.daywatch.platform.web.Page;
import org.daywatch.platform.web.kit.Chip;

/** How an incident is put into words for its reader. */
public final class IncidentWords {

    /** What is said most often, one tap each. */
    public static final List<String> QUICK = List.of("CALLED_911", "POLICE_HERE", "FIRE_HERE", "MEDICAL_HERE",
            "DOORS_LOCKED", "ALL_ACCOUNTED", "PARENTS_TOLD", "SCENE_SAFE");

    /** Kinds of notes; the briefing form asks for the first four by themselves. */
    public static final List<String> NOTES = List.of("NOTE", "SITUATION", "OBJECTIVE", "SAFETY", "DECISION");

    private IncidentWords() {}

    /** What its alert tells, or its own title. */
    public static String name(Page page, IncidentPages.View view) {
        return view.alert() == null ? view.incident().title() : page.t("protocol." + view.alert().action() + ".name");
    }

    public static Chip state(Page page, String state) {
        String word = page.t("incidents.state." + state);
        return switch (state) {
            case "OPEN" -> Chip.bad(word);
            case "STANDING_DOWN" -> Chip.warn(word);
            default -> Chip.quiet(word);
        };
    }

    /** The house's word in a line of the timeline, for the reader; empty where there is none. */
    public static String detail(Page page, IncidentQueries.Entry entry) {
        if (entry.detail().isEmpty()) return "";
        return switch (entry.kind()) {
            case "RoomReleased" -> entry.words().isEmpty() ? page.t("alerts.rooms.whole") : ""; // the room stands in its words
            case "NoteWritten" -> entry.detail().equals("NOTE") ? "" : page.t("incidents.note." + entry.detail());
            case "RoleFilled", "RoleLeft" -> page.t("incidents.role." + entry.detail());
            case "ResourceAdded", "ResourceMoved" -> page.t("incidents.unit." + entry.detail());
            case "CommandTransferred" -> page.t("incidents.handover." + entry.detail());
            case "CallerClaimChecked" -> page.t("incidents.finding." + entry.detail(), "").strip();
            case "StatutoryClocksStarted" -> page.t("incidents.event." + entry.detail());
            case "StatutoryClockAnswered", "StatutoryClockAnsweredLate", "StatutoryAnswerTakenBack" ->
                page.t("incidents.clock." + entry.detail());
            case "ImprovementProposed" -> page.t("aftermath.capability." + entry.detail());
            default ->
                page.has("protocol." + entry.detail() + ".name") ? page.t("protocol." + entry.detail() + ".name") : "";
        };
    }

    /** "ROOM_UNKNOWN|219" as a sentence. */
    public static String finding(Page page, String finding) {
        int bar = finding.indexOf('|');
        return bar < 0
                ? page.t("incidents.finding." + finding, "")
                : page.t("incidents.finding." + finding.substring(0, bar), finding.substring(bar + 1));
    }

    /** Done, held back, late, or how long there still is. */
    public static Chip clock(Page page, StatutoryClock clock, java.time.Instant now) {
        if (!clock.open() && clock.answer().outcome() == Outcome.HELD_BACK)
            return Chip.info(page.t("incidents.clock.held"));
        if (!clock.open())
            return clock.late(now)
                    ? Chip.warn(page.t("incidents.clock.doneLate"))
                    : Chip.good(page.t("incidents.clock.done"));
        if (clock.late(now)) return Chip.bad(page.t("incidents.clock.late", span(page, -clock.minutesLeft(now))));
        return clock.minutesLeft(now) < 60
                ? Chip.warn(page.t("incidents.clock.left", span(page, clock.minutesLeft(now))))
                : Chip.info(page.t("incidents.clock.left", span(page, clock.minutesLeft(now))));
    }

    private static String span(Page page, long minutes) {
        var d = Duration.ofMinutes(minutes);
        return d.toHours() > 0
                ? page.t("incidents.span.hours", d.toHours(), d.toMinutesPart())
                : page.t("incidents.span.minutes", d.toMinutes());
    }
}
