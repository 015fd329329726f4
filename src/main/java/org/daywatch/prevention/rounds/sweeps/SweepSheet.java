package org.daywatch.prevention.rounds.sweeps;

import java.util.List;
import org.daywatch.directory.Campus;
import org.daywatch.platform.paper.PdfSheet;
import org.daywatch.platform.web.Page;
import org.daywatch.prevention.checkpoints.Checkpoint;
import org.daywatch.prevention.rounds.Round;
import org.daywatch.prevention.rounds.Round.State;
import org.daywatch.prevention.rounds.RoundQueries.Line;
import org.daywatch.prevention.rounds.RoundWords;
import org.daywatch.prevention.rounds.sweeps.SweepQueries.Sheet;

/**
 * The weekly door sweeps on paper as an audit asks for them: for each week the day, who walked, every outer door with
 * its result, what was done, and room to sign. A week without a sweep stands there as such.
 */
final class SweepSheet {

    private static final float[] WIDTHS = {3, 2.6f, 1.8f, 3.6f, 1.9f};
    private static final float SIGNATURE = 34;

    private SweepSheet() {}

    static byte[] of(Page page, Sheet s) {
        var paper = new PdfSheet(page.t("sweeps.paper.title"), page.t("sweeps.paper.weeks", s.wanted()), false,
                s.school().name() + " · " + page.when().date(s.today()));
        paper.boxes(page.t("checkpoints.school"), s.school().name() + ", " + s.school().state(),
                page.t("sweeps.paper.summary"),
                page.t("sweeps.of.weeks", s.swept(), s.weeks().stream().filter(SweepWeek::counts).count()),
                page.t("sweeps.paper.made"), page.when().date(s.today()) + ", " + page.personName());
        if (!s.calendarKnown()) paper.text(page.t("sweeps.noCalendar"));
        for (var week : s.weeks()) week(paper, page, s, week);
        return paper.bytes();
    }

    private static void week(PdfSheet paper, Page page, Sheet s, SweepWeek week) {
        paper.heading(2, page.t("sweeps.week", page.when().date(week.monday())) + ": "
                + page.t("sweeps.standing." + week.standing()));
        if (week.sweeps().isEmpty()) paper.text(page.t("sweeps.none." + week.standing()));
        if (week.sweeps().size() > 1) paper.text(page.t("sweeps.together", week.looked(), week.doors()));
        for (var round : week.sweeps()) sweep(paper, page, s, week, round);
    }

    private static void sweep(PdfSheet paper, Page page, Sheet s, SweepWeek week, Round round) {
        var zone = s.school().zone();
        if (!(round.state() instanceof State.Finished f)) return;
        paper.boxes(page.t("rounds.day"), page.when().dayAndYear(round.day()), page.t("rounds.walker"),
                round.walker().name(), page.t("sweeps.paper.time"),
                page.when().time(round.startedAt(), zone) + " - " + page.when().time(f.at(), zone),
                page.t("sweeps.paper.checked"), RoundWords.checked(page, round));
        paper.table(page.t("sweeps.paper.doors"), WIDTHS,
                List.of(page.t("sweeps.paper.door"), page.t("checkpoints.place"), page.t("sweeps.paper.result"),
                        page.t("sweeps.paper.done"),
                        page.t("rounds.finding")),
                s.lines(week, round).stream().map(line -> cells(page, line)).toList());
        if (s.left(week, round) > 0) paper.text(page.t("sweeps.left", s.left(week, round)));
        paper.blank(page.t("sweeps.paper.signed", round.walker().name()), SIGNATURE);
        paper.blank(page.t("sweeps.paper.administrator"), SIGNATURE);
    }

    private static List<String> cells(Page page, Line line) {
        return List.of(line.checkpoint().name(), line.checkpoint().place(), RoundWords.result(page, line).word(),
                RoundWords.more(page, line),
                line.finding() == null ? "" : page.t("findings.state." + line.finding().state().code()));
    }

    /** Nothing filled in but the doors. */
    static byte[] blank(Page page, Campus school, List<Checkpoint> doors) {
        var paper = new PdfSheet(page.t("sweeps.paper.title"), page.t("sweeps.paper.blank"), false, school.name());
        paper.boxes(page.t("checkpoints.school"), school.name(), page.t("rounds.day"), "", page.t("rounds.walker"), "",
                page.t("sweeps.paper.time"), "");
        paper.table(page.t("sweeps.paper.doors"), WIDTHS,
                List.of(page.t("sweeps.paper.door"), page.t("checkpoints.place"), page.t("sweeps.paper.result"),
                        page.t("sweeps.paper.done"),
                        page.t("rounds.finding")),
                doors.stream().map(d -> List.of(d.name(), d.place(), "", "", "")).toList());
        paper.text(page.t("sweeps.paper.words"));
        paper.blank(page.t("sweeps.paper.signed", ""), SIGNATURE);
        paper.blank(page.t("sweeps.paper.administrator"), SIGNATURE);
        return paper.bytes();
    }
}
