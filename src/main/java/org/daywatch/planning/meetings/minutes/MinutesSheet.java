package org.daywatch.planning.meetings.minutes;

import java.util.List;
import org.daywatch.planning.meetings.MeetingPages.View;
import org.daywatch.planning.meetings.MeetingWords;
import org.daywatch.planning.meetings.meeting.SafetyTeamMeeting.State;
import org.daywatch.planning.meetings.meeting.TeamDecision.Who;
import org.daywatch.planning.meetings.meeting.TeamDecision;
import org.daywatch.platform.paper.PdfSheet;
import org.daywatch.platform.web.Page;

/** The minutes of a meeting on paper. */
final class MinutesSheet {

    private MinutesSheet() {}

    static byte[] of(Page page, View view) {
        var m = view.meeting();
        var sheet = new PdfSheet(page.t("minutes.sheet"), page.t("meetings.state." + m.state().code()), false,
                view.school().name() + " · " + page.when().dayAndYear(m.day()));
        var outcome = m.state().outcome();
        sheet.boxes(page.t("meetings.col.school"), view.school().name(), page.t("meetings.col.day"),
                page.when().fullDate(m.day()),
                page.t("meetings.time"),
                outcome == null
                        ? page.when().time(m.begins())
                        : page.when().time(outcome.from()) + " – " + page.when().time(outcome.to()),
                page.t("meetings.place"), m.place());
        sheet.table(page.t("minutes.attendance"), new float[] {3, 3, 2, 2},
                List.of(page.t("team.name"), page.t("team.role"), page.t("minutes.presence"), page.t("meetings.time")),
                view.attendance().stream()
                        .map(a -> List.of(MeetingWords.member(page, a.member()),
                                page.t("team.role." + a.member().role()),
                                page.t("minutes.presence." + (a.presence() == null ? "UNKNOWN" : a.presence())),
                                MeetingWords.times(page, a.came(), a.went())))
                        .toList());
        if (outcome != null)
            sheet.boxes(page.t("meetings.quorum"),
                    page.t(outcome.quorum() ? "meetings.quorum.yes" : "meetings.quorum.no") + ". "
                            + MeetingWords.why(page, view));
        if (!view.kept().isEmpty())
            sheet.table(page.t("meetings.seats"), new float[] {2, 1.4f, 3, 4},
                    List.of(page.t("meetings.rule"), page.t("meetings.col.state"), page.t("team.name"),
                            page.t("meetings.source")),
                    view.kept().stream()
                            .map(s -> List.of(s.rule(), page.t("team.seat." + s.state()), s.who(), s.source()))
                            .toList());
        for (var item : view.items())
            sheet.boxes(
                    MeetingWords.item(page, item)
                            + (item.dealt() || outcome == null ? "" : " (" + page.t("minutes.notDealt") + ")"),
                    item.notes());
        sheet.table(page.t("minutes.decisions"), new float[] {4, 3, 3, 3},
                List.of(page.t("minutes.decision"), page.t("minutes.who.STUDENTS"), page.t("minutes.who.PARENTS"),
                        page.t("minutes.who.EDUCATORS")),
                view.decisions().stream().map(d -> List.of(d.words(), voice(page, d, Who.STUDENTS),
                        voice(page, d, Who.PARENTS), voice(page, d, Who.EDUCATORS))).toList());
        sheet.table(page.t("minutes.followUps"), new float[] {4, 4, 2.4f, 1.8f},
                List.of(page.t("minutes.issue"), page.t("minutes.action"), page.t("minutes.owner"),
                        page.t("minutes.due")),
                view.followUps().stream().map(f -> List.of(f.issue(), f.action(), f.owner(), page.when().date(f.due())))
                        .toList());
        sheet.boxes(page.t("minutes.approvedBy"),
                m.state() instanceof State.MinutesApproved a
                        ? MeetingWords.approved(page, a, view.school().zone())
                        : page.t("minutes.notApproved"));
        return sheet.bytes();
    }

    private static String voice(Page page, TeamDecision decision, Who who) {
        return MeetingWords.voice(page, decision.voices().get(who));
    }
}
