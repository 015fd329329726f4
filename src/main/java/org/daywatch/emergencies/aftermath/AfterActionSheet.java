package org.daywatch.emergencies.aftermath;

import java.util.Arrays;
import java.util.List;
import org.daywatch.emergencies.AlertStatus;
import org.daywatch.emergencies.aftermath.AfterActions.Report;
import org.daywatch.emergencies.incidents.pages.IncidentPages.View;
import org.daywatch.emergencies.incidents.pages.IncidentWords;
import org.daywatch.platform.paper.PdfSheet;
import org.daywatch.platform.web.Page;

/** The after-action report on paper. */
final class AfterActionSheet {

    private AfterActionSheet() {}

    static byte[] of(Page page, View view, Report report) {
        var zone = view.school().zone();
        var sheet = new PdfSheet(page.t("aftermath.title"), page.t("alert.mode." + view.incident().status()),
                view.incident().status() == AlertStatus.EXERCISE,
                view.school().name() + " · " + page.when().date(view.incident().openedAt(), zone));
        sheet.boxes(page.t("ics.incident"), IncidentWords.name(page, view) + ", " + view.school().name(),
                page.t("incidents.col.opened"),
                page.when().record(view.incident().openedAt(), zone), page.t("alerts.col.state"),
                page.t("incidents.state." + view.incident().state().code()));
        sheet.table(page.t("aftermath.times"), new float[] {3, 2, 2},
                List.of(page.t("aftermath.step"), page.t("ics.time"), page.t("aftermath.since")),
                report.times().steps().stream()
                        .map(s -> List.of(page.t("aftermath.step." + s.code()),
                                s.at().map(at -> page.when().record(at, zone)).orElse(page.t("aftermath.notMeasured")),
                                s.sinceAccepted().map(AfterActionWords::span).orElse("")))
                        .toList());
        sheet.boxes(page.t("aftermath.figures"), String.join("  ·  ", AfterActionWords.figures(page, report)));
        sheet.boxes(page.t("aftermath.strengths"), report.strengths());
        sheet.table(page.t("aftermath.ratings"), new float[] {2, 2.4f, 4},
                List.of(page.t("aftermath.capability"), page.t("aftermath.rating"), page.t("aftermath.words")),
                Arrays.stream(AftermathCapability.values()).map(c -> report.ratings().containsKey(c)
                        ? List.of(page.t("aftermath.capability." + c),
                                page.t("aftermath.rating." + report.ratings().get(c).rating()),
                                report.ratings().get(c).words())
                        : List.of(page.t("aftermath.capability." + c), page.t("aftermath.notRated"), "")).toList());
        sheet.table(page.t("aftermath.improvements"), new float[] {1.5f, 3, 3, 1.8f, 1.6f},
                List.of(page.t("aftermath.capability"), page.t("aftermath.issue"), page.t("aftermath.action"),
                        page.t("aftermath.owner"), page.t("aftermath.due")),
                report.improvements().stream()
                        .map(i -> List.of(page.t("aftermath.capability." + i.capability()), i.issue(),
                                i.action(), i.owner(), page.when().date(i.due())))
                        .toList());
        sheet.boxes(page.t("ics.prepared"), page.personName() + ", " + page.when().record(view.now(), zone));
        return sheet.bytes();
    }
}
