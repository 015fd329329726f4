package org.daywatch.transparency.activitylog.weeks;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.daywatch.platform.paper.PdfSheet;
import org.daywatch.platform.web.Page;
import org.daywatch.transparency.activitylog.ActivityFunction;
import org.daywatch.transparency.activitylog.Kept;
import org.jspecify.annotations.Nullable;

/** A week on paper: what a reviewer asks for, in the order in which they ask. */
final class WeekSheet {

    private final Page page;
    private final PdfSheet sheet;

    private WeekSheet(Page page, WeeklyLog log) {
        this.page = page;
        this.sheet = new PdfSheet(page.t("log.sheet.title"), page.days(log.week(), log.lastDay()), false,
                page.t("log.sheet.footer"));
    }

    static byte[] of(Page page, List<OfficerWeekView> views) {
        var paper = new WeekSheet(page, views.getFirst().log());
        views.forEach(paper::school);
        return paper.sheet.bytes();
    }

    private void school(OfficerWeekView view) {
        var sums = view.sums();
        var cohort = sums.subject("LRE:COHORT");
        var universal = sums.subject("LRE:UNIVERSAL");
        sheet.boxes(page.t("log.officer"), view.log().officer(), page.t("log.school"), view.school().name(),
                page.t("log.state"), page.t("log.state." + view.log().state().code()));
        sheet.boxes(page.t("log.onCampus"), page.t("log.minutes", sums.onCampus())
                + (sums.percentOnCampus() < 0 ? "" : ", " + page.t("log.onCampus.percent", sums.percentOnCampus())),
                page.t("log.cohort"),
                page.t("log.minutes", cohort.minutes()) + ". " + page.t("log.both", cohort.hours(), cohort.count()),
                page.t("log.universal"),
                page.t("log.minutes", universal.minutes()) + ". "
                        + page.t("log.both", universal.hours(), universal.count()),
                page.t("log.preparation"), page.t("log.minutes", sums.subject("LRE:PREPARATION").minutes()));
        days(view);
        lines(view);
        signatures(view);
        sheet.boxes(page.t("log.sheet.rules"),
                view.rules().isEmpty() ? page.t("log.sheet.rules.none") : String.join(", ", view.rules()));
    }

    private void days(OfficerWeekView view) {
        var headings = List.of("log.day", "log.arrive", "log.depart", "log.onCampus", "log.cohort", "log.universal",
                "log.preparation", "log.mentoring", "log.enforcement", "log.visibility",
                "log.requirements", "log.away").stream().map(key -> page.t(key)).toList();
        sheet.table(page.t("log.sheet.days"),
                new float[] {2.2f, 2.4f, 2.4f, 1.5f, 1.25f, 1.65f, 2.15f, 1.8f, 2.15f, 1.55f, 1.42f, 1.5f}, headings,
                view.days().stream().map(day -> row(view, day)).toList());
    }

    private List<String> row(OfficerWeekView view, OfficerWeekView.Day day) {
        var sums = day.sums();
        var away = new StringBuilder(String.valueOf(sums.away()));
        sums.absences().forEach(a -> away.append("\n").append(a.reason()));
        return List.of(page.when().day(day.day()), time(view, day.arrive(), page.t("log.unknown")),
                time(view, day.depart(), page.t(day.stillThere() ? "log.there" : "log.unknown")),
                "" + sums.onCampus(), "" + sums.subject("LRE:COHORT").minutes(),
                "" + sums.subject("LRE:UNIVERSAL").minutes(), "" + sums.subject("LRE:PREPARATION").minutes(),
                "" + sums.function(ActivityFunction.MENTORING).minutes(),
                "" + sums.function(ActivityFunction.LAW_ENFORCEMENT).minutes(), "" + sums.visibility().minutes(),
                "" + sums.requirements().minutes(), away.toString());
    }

    private void lines(OfficerWeekView view) {
        sheet.table(page.t("log.sheet.lines"), new float[] {1.9f, 3.3f, 3, 1, 1.1f, 4.4f, 2.1f},
                List.of(page.t("log.day"), page.t("log.sheet.time"), page.t("log.what"), page.t("log.sheet.min"),
                        page.t("log.sheet.people"), page.t("log.note"), page.t("log.sheet.source")),
                view.lines().stream().filter(Kept::stands).map(line -> row(view, line)).toList());
    }

    private List<String> row(OfficerWeekView view, Kept line) {
        var a = line.what();
        var words = new ArrayList<String>();
        if (!a.details().label().isEmpty()) words.add(a.details().label());
        if (!a.reason().isEmpty()) words.add(a.reason());
        if (!a.details().note().isEmpty()) words.add(a.details().note());
        return List.of(page.when().day(a.day()),
                time(view, a.from(), "") + (a.to() == null ? "" : " – " + time(view, a.to(), "")),
                page.t("log.kind." + a.kind()), "" + a.minutes(),
                a.details().people() == null ? "" : "" + a.details().people(), String.join(" · ", words),
                page.t("log.source." + a.source()));
    }

    private void signatures(OfficerWeekView view) {
        sheet.table(page.t("log.sheet.signatures"), new float[] {3, 2, 6},
                List.of(page.t("log.sheet.when"), page.t("log.sheet.lines.count"), page.t("log.sheet.step")),
                view.steps().isEmpty()
                        ? List.of(List.of("", "", page.t("log.sheet.unsigned")))
                        : view.steps().stream().map(step -> List.of(page.when().moment(step.at(), view.school().zone()),
                                "" + step.lines(), words(step))).toList());
    }

    private String words(WeeklyLogStore.Step step) {
        String who = page.t("log.step." + step.step(), step.by().isEmpty() ? page.t("log.house") : step.by());
        String why = step.reason().isEmpty()
                ? ""
                : ": " + (page.has("log.change." + step.reason())
                        ? page.t("log.change." + step.reason())
                        : step.reason());
        return who + why + "  " + step.digest().substring(0, 12);
    }

    private String time(OfficerWeekView view, @Nullable Instant at, String otherwise) {
        return at == null ? otherwise : page.when().time(at, view.school().zone());
    }
}
