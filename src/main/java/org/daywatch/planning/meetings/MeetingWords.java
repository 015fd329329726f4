package org.daywatch.planning.meetings;

import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Collectors;
import org.daywatch.directory.Due;
import org.daywatch.planning.meetings.meeting.AgendaItem;
import org.daywatch.planning.meetings.meeting.Quorum.Present;
import org.daywatch.planning.meetings.meeting.Quorum.Seat;
import org.daywatch.planning.meetings.meeting.Quorum;
import org.daywatch.planning.meetings.meeting.SafetyTeamMeeting;
import org.daywatch.planning.meetings.meeting.TeamDecision.Voice;
import org.daywatch.planning.meetings.meeting.TeamDecision.Who;
import org.daywatch.planning.meetings.meeting.TeamQuarters.Standing;
import org.daywatch.planning.meetings.team.SeatRule;
import org.daywatch.planning.meetings.team.TeamMember;
import org.daywatch.platform.web.Page;
import org.daywatch.platform.web.kit.Chip;
import org.jspecify.annotations.Nullable;

/** How teams, quorum and voices are said. */
public final class MeetingWords {

    private MeetingWords() {}

    public static Chip state(Page page, String state) {
        String word = page.t("meetings.state." + state);
        return switch (state) {
            case "CALLED" -> Chip.info(word);
            case "HELD" -> Chip.warn(word);
            case "MINUTES_APPROVED" -> Chip.good(word);
            default -> Chip.quiet(word);
        };
    }

    public static Chip quorum(Page page, @Nullable Boolean quorum) {
        return quorum == null
                ? Chip.quiet(page.t("meetings.quorum.open"))
                : quorum ? Chip.good(page.t("meetings.quorum.yes")) : Chip.bad(page.t("meetings.quorum.no"));
    }

    /** @param demanded where nothing is demanded a quarter is told, never flagged */
    public static Chip quarter(Page page, Standing standing, boolean demanded) {
        String word = page.t("team.quarter." + standing);
        return switch (standing) {
            case MET -> Chip.good(word);
            case MISSED -> demanded ? Chip.bad(word) : Chip.quiet(word);
            case NO_QUORUM, NOTHING -> demanded ? Chip.warn(word) : Chip.quiet(word);
            case CALLED -> Chip.info(word);
            case COMING -> Chip.quiet(word);
        };
    }

    public static Chip seat(Page page, String state) {
        String word = page.t("team.seat." + state);
        return switch (state) {
            case "FILLED" -> Chip.good(word);
            case "MISSING" -> Chip.bad(word);
            default -> Chip.quiet(word);
        };
    }

    /** "Principal or assistant principal", "2 parents". */
    public static String roles(Page page, SeatRule rule) {
        String roles = rule.roles().stream().map(r -> page.t("team.role." + r))
                .collect(Collectors.joining(" " + page.t("team.or") + " "));
        return rule.seats() == 1 ? roles : rule.seats() + " × " + roles;
    }

    public static String member(Page page, TeamMember member) {
        return member.name().isEmpty() ? page.t("team.role." + member.role()) : member.name();
    }

    /** Their role beside their name; empty for the person who is called by it. */
    public static String role(Page page, TeamMember member) {
        return member.name().isEmpty() ? "" : page.t("team.role." + member.role());
    }

    public static String item(Page page, AgendaItem item) {
        return item.title().isEmpty() ? page.t("meetings.duty." + item.duty()) : item.title();
    }

    /**
     * Why there is quorum or none, in one sentence: as it was kept when the meeting was closed, and before that as it
     * is now.
     */
    public static String why(Page page, MeetingPages.View view) {
        var outcome = view.meeting().state().outcome();
        if (outcome == null)
            return why(page, view.quorum().missing().stream().map(s -> roles(page, s.rule())).toList(),
                    view.quorum().together());
        return why(page, view.kept().stream().filter(s -> s.state() == Quorum.SeatState.MISSING)
                .map(s -> page.t("team.rule." + s.rule())).toList(), outcome.together());
    }

    private static String why(Page page, List<String> missing, @Nullable Integer together) {
        if (together == null) return page.t("meetings.quorum.noRule");
        if (!missing.isEmpty()) return page.t("meetings.quorum.missing", String.join("; ", missing));
        return together == 0 ? page.t("meetings.quorum.never") : page.t("meetings.quorum.together", together);
    }

    /** Who filled a seat, with when they came and went where that was not the whole time. */
    public static String who(Page page, Seat seat) {
        return seat.who().stream()
                .map(p -> (p.name().isEmpty() ? page.t("team.role." + p.role()) : p.name()) + times(page, p))
                .collect(Collectors.joining(", "));
    }

    private static String times(Page page, Present p) {
        String said = times(page, p.came(), p.went());
        return said.isEmpty() ? "" : " (" + said + ")";
    }

    public static String times(Page page, @Nullable LocalTime came, @Nullable LocalTime went) {
        var said = new java.util.ArrayList<String>();
        if (came != null) said.add(page.t("meetings.came", page.when().time(came)));
        if (went != null) said.add(page.t("meetings.went", page.when().time(went)));
        return String.join(", ", said);
    }

    /** "heard in a survey: …", "asked, no answer", "not asked", or "not written down". */
    public static String voice(Page page, @Nullable Voice voice) {
        if (voice == null) return page.t("minutes.voice.UNKNOWN");
        return switch (voice.heard()) {
            case HEARD -> page.t("minutes.how." + voice.how()) + ": " + voice.said();
            case NO_ANSWER -> page.t("minutes.voice.NO_ANSWER");
            case NOT_ASKED -> page.t("minutes.voice.NOT_ASKED");
        };
    }

    /** Which due drill it is, for a form. */
    public static String key(Due due) {
        return due.requirement().subject() + "#" + due.number();
    }

    /** "Drill due by Dec 18, 2026: Lockdown". */
    public static String drill(Page page, Due due) {
        String kind = "drills.kind." + due.requirement().subject().replaceFirst("^DRILL:", "");
        return page.t("meetings.drillDue", page.when().date(due.by()),
                page.has(kind) ? page.t(kind) : due.requirement().rule().words());
    }

    /** Who approved the minutes and when, and who wrote that down where it was another. */
    public static String approved(Page page, SafetyTeamMeeting.State.MinutesApproved a, ZoneId zone) {
        String when = page.when().record(a.since(), zone);
        return a.notedBy().isEmpty()
                ? page.t("meetings.approvedBy", a.by().name(), when)
                : page.t("meetings.approvedNoted", a.by().name(), when, a.notedBy());
    }

    public static List<Who> voices() {
        return List.of(Who.values());
    }
}
