package org.daywatch.prevention.assessments.pages;

import java.util.ArrayList;
import java.util.List;
import org.daywatch.platform.paper.PdfSheet;
import org.daywatch.platform.web.Page;
import org.daywatch.prevention.assessments.AssessmentWords;
import org.daywatch.prevention.assessments.SiteAssessment.State;
import org.daywatch.prevention.assessments.pages.AssessmentPages.AssessmentView;
import org.daywatch.prevention.assessments.results.Answer;
import org.daywatch.prevention.assessments.results.AssessmentComparison.Direction;
import org.daywatch.prevention.assessments.results.AssessmentComparison;
import org.daywatch.prevention.assessments.results.Tiers;
import org.daywatch.prevention.measures.MeasureWords;
import org.jspecify.annotations.Nullable;

/**
 * An assessment on letter paper: who, when, how far, where it is weak, what would mend it, every answer, and what
 * changed.
 */
final class AssessmentReport {

    private final Page page;
    private final AssessmentView view;
    private final @Nullable AssessmentComparison changed;

    AssessmentReport(Page page, AssessmentView view, @Nullable AssessmentComparison changed) {
        this.page = page;
        this.view = view;
        this.changed = changed;
    }

    byte[] pdf() {
        var r = view.reading();
        var sheet = new PdfSheet(page.t("assessments.one", view.school().name()),
                page.t("assessments.state." + r.assessment().state().code()), false,
                page.t("assessments.report.footer"));
        head(sheet);
        tiers(sheet);
        paths(sheet);
        gaps(sheet);
        if (changed != null) changes(sheet, changed);
        answers(sheet);
        sheet.boxes(page.t("assessments.report.signature"), "", page.t("assessments.report.signed"), "");
        return sheet.bytes();
    }

    private void head(PdfSheet sheet) {
        var r = view.reading();
        var a = r.assessment();
        String day = a.day() == null ? "" : page.when().date(a.day());
        sheet.boxes(page.t("assessments.school"), view.school().name(), page.t("assessments.day"), day,
                page.t("assessments.instrument"), r.instrument().name().in(page.lang()) + " (" + a.instrument() + " "
                        + a.edition() + ")");
        var in = switch (a.state()) {
            case State.Submitted(var handed) -> handed;
            case State.Accepted(var handed, var _, var _) -> handed;
            case State.Draft _,State.Withdrawn _ -> null;
        };
        String accepted = a.state() instanceof State.Accepted(var _, var w, var counts)
                ? AssessmentWords.by(page, w) + ", " + page.when().date(w.at(), view.school().zone())
                        + (counts ? ". " + page.t("assessments.counts.yes") : "")
                : "";
        sheet.boxes(page.t("assessments.report.assessor"), in == null ? "" : in.name(),
                page.t("assessments.report.acceptedBy"), accepted, page.t("assessments.report.unanswered"),
                String.valueOf(r.unanswered()));
        if (in == null || in.assessor() == null) return;
        sheet.boxes(page.t("assessments.report.capacity"), AssessmentWords.assessor(page, in.assessor()),
                page.t("assessments.report.credential"), AssessmentWords.credential(page, in.assessor()));
    }

    private void tiers(PdfSheet sheet) {
        var r = view.reading();
        var rows = new ArrayList<List<String>>();
        r.instrument().layers().forEach(l -> rows.add(row(AssessmentWords.layer(page, l), r.tiers().layers().get(l))));
        rows.add(row(page.t("assessments.whole"), r.tiers().whole()));
        sheet.table(page.t("assessments.layers"), new float[] {3, 2, 1, 1, 1, 1},
                List.of(page.t("assessments.layer"), page.t("assessments.tier"), "1", "2", "3", "4"), rows);
        sheet.text(page.t("assessments.layers.lead"));
    }

    private List<String> row(String name, Tiers.Standing s) {
        var row = new ArrayList<>(List.of(name, AssessmentWords.tier(page, s).word()));
        s.scores().forEach(score -> row.add(AssessmentWords.share(page, score)));
        return row;
    }

    private void paths(PdfSheet sheet) {
        sheet.table(page.t("assessments.paths"), new float[] {3, 3, 2},
                List.of(page.t("assessments.path.scenario"), page.t("assessments.path.verdict"),
                        page.t("assessments.gaps")),
                view.reading().paths().stream()
                        .map(p -> List.of(p.scenario().name().in(page.lang()), AssessmentWords.verdict(page, p).word(),
                                page.t("assessments.gaps.count", view.reading().gapsOn(p).size())))
                        .toList());
        sheet.text(page.t("assessments.paths.lead"));
    }

    private void gaps(PdfSheet sheet) {
        var r = view.reading();
        sheet.heading(2, page.t("assessments.gaps"));
        sheet.text(page.t("assessments.cost") + ": " + AssessmentWords.cost(page, view.cost()));
        int mended = r.gaps().size() - view.follow().open().size();
        if (mended > 0) sheet.text(page.t("assessments.mended.count", mended));
        sheet.table(page.t("assessments.gaps.count", r.gaps().size()), new float[] {1, 4, 3, 3},
                List.of("", page.t("assessments.gap"), page.t("assessments.walk.evidence"), page.t("measures.title")),
                r.gaps().stream().map(i -> {
                    var f = r.found().get(i.id());
                    String measures = String.join("; ",
                            view.of(i.id()).stream()
                                    .map(m -> view.said(m).what() + " (" + page.t("measures.state." + m.state().code())
                                            + ", " + MeasureWords.cost(page, m) + ")")
                                    .toList());
                    return List.of(i.id(),
                            i.text().in(page.lang())
                                    + (view.mended(i.id()) ? " (" + page.t("assessments.mended") + ")" : ""),
                            (f.place().isEmpty() ? "" : f.place() + ". ") + f.evidence(), measures);
                }).toList());
    }

    private void changes(PdfSheet sheet, AssessmentComparison c) {
        sheet.table(page.t("assessments.comparison.short", c.count(Direction.BETTER), c.count(Direction.WORSE)),
                new float[] {1, 5, 2, 2},
                List.of("", page.t("assessments.item"), page.t("assessments.comparison.then"),
                        page.t("assessments.comparison.now")),
                c.changes().stream().map(
                        x -> List.of(x.item().id(), x.item().text().in(page.lang()), word(x.then()), word(x.now())))
                        .toList());
    }

    private void answers(PdfSheet sheet) {
        var r = view.reading();
        for (var layer : r.instrument().layers()) {
            sheet.heading(2, AssessmentWords.layer(page, layer));
            sheet.table(page.t("assessments.answers"), new float[] {1, 5, 2, 3},
                    List.of("", page.t("assessments.item"), page.t("assessments.walk.answer"),
                            page.t("assessments.walk.evidence")),
                    r.instrument().of(layer).stream().map(i -> {
                        var f = r.found().get(i.id());
                        return List.of(i.id(), i.text().in(page.lang()), word(f == null ? null : f.answer()),
                                f == null ? "" : (f.place().isEmpty() ? "" : f.place() + ". ") + f.evidence());
                    }).toList());
        }
    }

    private String word(@Nullable Answer answer) {
        return page.t("assessments.answer." + (answer == null ? "UNKNOWN" : answer.name()));
    }
}
