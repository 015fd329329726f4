package org.daywatch.planning.drills.record;

import java.util.Arrays;
import java.util.List;
import org.daywatch.planning.drills.Capability;
import org.daywatch.planning.drills.DrillRecords;
import org.daywatch.planning.drills.DrillWords;
import org.daywatch.platform.paper.PdfSheet;
import org.daywatch.platform.web.Page;

/** The record of one drill on paper: what states and fire marshals ask for, on one form. */
final class DrillSheet {

    private DrillSheet() {}

    static byte[] of(Page page, ReviewPages.View view) {
        var drill = view.drill();
        var zone = view.school().zone();
        var words = view.record().words();
        var t = drill.state().times();
        var sheet = new PdfSheet(page.t("drills.record"), page.t("drills.exercise"), true,
                view.school().name() + " · " + page.when().date(drill.day()));
        sheet.boxes(page.t("drills.kind"), page.t("drills.kind." + drill.kind()), page.t("drills.school"),
                view.school().name() + ", " + view.school().state(), page.t("drills.state"),
                DrillWords.state(page, drill).word());
        sheet.boxes(page.t("drills.day"), page.when().fullDate(drill.day()), page.t("drills.planned"),
                page.when().time(drill.at()), page.t("drills.announced"),
                page.t(drill.announced() ? "drills.announced.yes" : "drills.announced.no"));
        sheet.boxes(page.t("drills.time.started"), t == null ? "" : page.when().record(t.started(), zone),
                page.t("drills.time.secured"), at(page, view, t == null ? null : t.secured()),
                page.t("drills.time.accounted"), accounted(page, view), page.t("drills.time.ended"),
                at(page, view, t == null ? null : t.ended()), page.t("drills.time.minutes"),
                t == null || t.minutes() == null ? "" : String.valueOf(t.minutes()));
        if (t != null && view.record().roll() != null)
            sheet.boxes(page.t("drills.roll"), DrillWords.roll(page, view.record().roll(), t.started()));
        sheet.boxes(page.t("drills.population"),
                words.population() == null ? page.t("drills.notCounted") : words.population().toString(),
                page.t("drills.weather"), words.weather(),
                page.t("drills.obstructed"), words.obstructed());
        sheet.boxes(page.t("drills.officers"),
                view.record().officers().isEmpty()
                        ? page.t("drills.officers.none")
                        : String.join(", ", view.record().officers()),
                page.t("drills.agency"),
                words.agency());
        sheet.table(page.t("drills.notices"), new float[] {2, 4, 2, 2},
                List.of(page.t("drills.notice.to"), page.t("drills.notice.how"), page.t("drills.notice.at"),
                        page.t("drills.by")),
                view.record().notices().stream().map(n -> List.of(page.t("drills.audience." + n.audience()),
                        how(page, n), page.when().record(n.at(), zone), n.by())).toList());
        sheet.boxes(page.t("drills.alternative"), words.alternative(), page.t("drills.accommodations"),
                words.accommodations());
        sheet.table(page.t("drills.observers"), new float[] {2, 1.5f, 3, 3, 3},
                List.of(page.t("drills.observer"), page.t("drills.observe.place"), page.t("drills.observe.yes"),
                        page.t("drills.observe.no"), page.t("drills.observe.words")),
                view.record().observations().stream().map(o -> List.of(o.name(), o.place(), points(page, o.yes()),
                        points(page, o.no()), o.words())).toList());
        sheet.boxes(page.t("drills.strengths"), words.strengths());
        sheet.boxes(page.t("drills.problems"), words.problems());
        sheet.table(page.t("drills.ratings"), new float[] {2, 2.5f, 4},
                List.of(page.t("drills.capability"), page.t("drills.rating"), page.t("drills.words")),
                Arrays.stream(Capability.values()).filter(c -> view.record().ratings().containsKey(c))
                        .map(c -> List.of(page.t("drills.capability." + c),
                                page.t("drills.rating." + view.record().ratings().get(c).rating()),
                                view.record().ratings().get(c).words()))
                        .toList());
        sheet.table(page.t("drills.improvements"), new float[] {3, 3, 2, 1.6f, 1.6f},
                List.of(page.t("improvements.issue"), page.t("improvements.action"), page.t("improvements.owner"),
                        page.t("improvements.due"), page.t("improvements.state")),
                view.improvements().stream()
                        .map(i -> List.of(i.issue(), i.action(), i.owner(), page.when().date(i.due()),
                                page.t("improvements.state." + i.state().code())))
                        .toList());
        sheet.boxes(page.t("drills.madeBy"), page.personName() + ", " + page.when().date(view.today()));
        return sheet.bytes();
    }

    private static String accounted(Page page, ReviewPages.View view) {
        var t = view.drill().state().times();
        return t != null && t.accounted() == null
                ? DrillWords.notAccounted(page, view.record().roll())
                : at(page, view, t == null ? null : t.accounted());
    }

    private static String at(Page page, ReviewPages.View view,
            java.time.@org.jspecify.annotations.Nullable Instant at) {
        var t = view.drill().state().times();
        return at == null || t == null
                ? page.t("drills.notMeasured")
                : page.when().time(at, view.school().zone()) + " (+" + DrillWords.span(t.started(), at) + ")";
    }

    private static String how(Page page, DrillRecords.Told n) {
        return n.how().equals("DAYWATCH") ? page.t("drills.notice.daywatch", n.told()) : n.how();
    }

    private static String points(Page page, List<String> codes) {
        return String.join("; ", codes.stream().map(c -> page.t("drills.point." + c)).toList());
    }
}
