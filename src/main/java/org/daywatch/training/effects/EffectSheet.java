package org.daywatch.training.effects;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.daywatch.platform.paper.PdfSheet;
import org.daywatch.platform.web.Page;
import org.springframework.stereotype.Component;

/** The report of one class on paper. */
@Component
class EffectSheet {

    private final Clock clock;

    EffectSheet(Clock clock) {
        this.clock = clock;
    }

    byte[] of(Page page, EffectQueries.View view, Map<String, String> questions) {
        var s = view.session();
        var paper = new PdfSheet(page.t("effects.paper.title"), view.school().name(), false,
                page.t("effects.paper.made", page.when().moment(clock.instant(), view.school().zone())));
        paper.boxes(page.t("effects.lesson"), s.content().title(), page.t("effects.class"), s.group().label(),
                page.t("effects.day"), page.when().date(s.slot().day()));
        paper.heading(2, page.t("effects.says"));
        EffectWords.says(page, view).forEach(paper::text);
        paper.heading(2, page.t("effects.not"));
        EffectWords.saysNot(page, view).forEach(sentence -> paper.text("- " + sentence));
        if (view.report() != null) figures(page, paper, view.report(), questions);
        paper.heading(2, page.t("effects.method"));
        paper.text(page.t("effects.method.text", view.cells().fewest()));
        return paper.bytes();
    }

    private static void figures(Page page, PdfSheet paper, EffectReport report, Map<String, String> questions) {
        var rows = new ArrayList<List<String>>();
        var l = report.learned();
        rows.add(List.of(page.t("effects.figure.before"), EffectWords.number(page, l.before())));
        rows.add(List.of(page.t("effects.figure.after"), EffectWords.number(page, l.after())));
        rows.add(List.of(page.t("effects.figure.change"), EffectWords.number(page, l.change())));
        rows.add(List.of(page.t("effects.figure.gain"), EffectWords.percent(page, l.gain())));
        var c = report.compared();
        if (c != null && c.difference().known()) {
            rows.add(List.of(page.t("effects.compared.taught") + " (" + c.taught() + ")",
                    EffectWords.number(page, c.taughtChange())));
            rows.add(List.of(page.t("effects.compared.waiting") + " (" + c.waiting() + ")",
                    EffectWords.number(page, c.waitingChange())));
            rows.add(List.of(page.t("effects.compared.difference"), EffectWords.number(page, c.difference())));
        }
        paper.table(page.t("effects.figures"), new float[] {3, 3},
                List.of(page.t("effects.figure"), page.t("effects.value")), rows);
        if (!l.change().known()) return;
        paper.table(page.t("effects.items"), new float[] {6, 1.2f, 1.2f},
                List.of(page.t("effects.question"), page.t("effects.figure.before.short"),
                        page.t("effects.figure.after.short")),
                report.items().stream().map(i -> List.of(questions.getOrDefault(i.question(), i.question()),
                        EffectWords.percent(page, i.before()), EffectWords.percent(page, i.after()))).toList());
    }
}
