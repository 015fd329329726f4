package org.daywatch.emergencies.incidents.forms;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.daywatch.emergencies.AlertStatus;
import org.daywatch.emergencies.incidents.CommandRole;
import org.daywatch.emergencies.incidents.IncidentQueries.Entry;
import org.daywatch.emergencies.incidents.pages.IncidentPages.View;
import org.daywatch.emergencies.incidents.pages.IncidentWords;
import org.daywatch.platform.paper.PdfSheet;
import org.daywatch.platform.web.Page;
import org.jspecify.annotations.Nullable;

/** The briefing (form 201) and the activity log (form 214): the fields of the forms in a layout of our own. */
final class IncidentForms {

    private IncidentForms() {}

    static byte[] briefing(Page page, View view) {
        var sheet = sheet(page, view, "201");
        head(sheet, page, view);
        sheet.blank(page.t("ics.201.map"), 90);
        sheet.boxes(page.t("ics.201.situation"), situation(page, view));
        sheet.boxes(page.t("ics.201.safety"), notes(view, "SAFETY"));
        sheet.boxes(page.t("ics.201.objectives"), notes(view, "OBJECTIVE"));
        sheet.table(page.t("ics.201.actions"), new float[] {1.2f, 5},
                List.of(page.t("ics.time"), page.t("ics.201.action")),
                lines(page, view, e -> true));
        sheet.table(page.t("ics.201.organization"), new float[] {2, 3, 1.2f},
                List.of(page.t("ics.position"), page.t("ics.name"), page.t("ics.time")), organization(page, view));
        sheet.table(page.t("ics.201.resources"), new float[] {2.2f, 1.4f, 1.2f, 1.2f, 1.4f, 2},
                List.of(page.t("ics.resource"), page.t("ics.kind"), page.t("ics.ordered"),
                        page.t("ics.arrived"), page.t("ics.state"), page.t("ics.place")),
                view.resources().stream().map(r -> List.of(r.name(), page.t("incidents.unitKind." + r.kind()),
                        time(page, view, r.orderedAt()), r.arrivedAt() == null ? "" : time(page, view, r.arrivedAt()),
                        page.t("incidents.unit." + r.state()), r.place())).toList());
        sheet.boxes(page.t("ics.prepared"),
                page.personName() + ", " + page.when().record(view.now(), view.school().zone()));
        return sheet.bytes();
    }

    /** @param role whose log it is, by what its holder wrote; null for everything */
    static byte[] log(Page page, View view, @Nullable String role) {
        var sheet = sheet(page, view, "214");
        head(sheet, page, view);
        String holder = role == null ? "" : holder(view, role);
        sheet.boxes(page.t("ics.name"), role == null ? page.t("ics.214.everybody") : holder, page.t("ics.position"),
                role == null ? "" : page.t("incidents.role." + role),
                page.t("ics.214.agency"), view.school().name());
        sheet.table(page.t("ics.214.assigned"), new float[] {3, 2, 2},
                List.of(page.t("ics.resource"), page.t("ics.kind"), page.t("ics.state")), view.resources().stream()
                        .filter(r -> role == null || r.underRole().equals(role)).map(r -> List.of(r.name(),
                                page.t("incidents.unitKind." + r.kind()), page.t("incidents.unit." + r.state())))
                        .toList());
        sheet.table(page.t("ics.214.activity"), new float[] {1.2f, 5},
                List.of(page.t("ics.time"), page.t("ics.214.what")),
                lines(page, view, e -> role == null || e.by().equals(holder)));
        sheet.boxes(page.t("ics.prepared"),
                page.personName() + ", " + page.when().record(view.now(), view.school().zone()));
        return sheet.bytes();
    }

    private static PdfSheet sheet(Page page, View view, String number) {
        boolean drill = view.incident().status() == AlertStatus.EXERCISE;
        return new PdfSheet(page.t("ics." + number + ".title"), page.t("alert.mode." + view.incident().status()), drill,
                view.school().name() + " · " + number(view) + " · " + page.t("ics.layout"));
    }

    private static void head(PdfSheet sheet, Page page, View view) {
        var i = view.incident();
        var end = i.closed() ? page.when().record(i.state().since(), view.school().zone()) : page.t("ics.goingOn");
        sheet.boxes(page.t("ics.incident"), IncidentWords.name(page, view) + ", " + view.school().name(),
                page.t("ics.number"), number(view),
                page.t("ics.period"), page.when().record(i.openedAt(), view.school().zone()) + " – " + end);
    }

    /** Short enough to be said on the radio. */
    private static String number(View view) {
        return view.incident().id().toString().substring(24).toUpperCase(java.util.Locale.ROOT);
    }

    private static String situation(Page page, View view) {
        String said = notes(view, "SITUATION");
        String alert = view.alert() == null
                ? ""
                : page.t("protocol." + view.alert().action() + ".name") + ": "
                        + page.t("alerts.state." + view.alert().state().code())
                        + (view.alert().place().isEmpty() ? "" : ", " + view.alert().place());
        return alert.isEmpty() ? said : said.isEmpty() ? alert : alert + "\n" + said;
    }

    /** What still stands: a line that was corrected is replaced by its correction. */
    private static String notes(View view, String kind) {
        return view.entries().stream().filter(e -> e.kind().equals("NoteWritten") && e.detail().equals(kind))
                .map(e -> standing(view, e)).collect(Collectors.joining("\n"));
    }

    private static String standing(View view, Entry entry) {
        return entry.corrected() == 0
                ? entry.words()
                : view.entries().stream().filter(e -> e.seq() == entry.corrected()).findFirst()
                        .map(e -> standing(view, e)).orElse(entry.words());
    }

    private static List<List<String>> organization(Page page, View view) {
        var rows = new ArrayList<List<String>>();
        var held = view.incident().holder();
        rows.add(List.of(page.t("incidents.role.COMMANDER"), held == null ? page.t("incidents.nobody") : held.name(),
                held == null ? "" : time(page, view, held.since())));
        view.roles().forEach(
                r -> rows.add(List.of(page.t("incidents.role." + r.role()), r.name(), time(page, view, r.since()))));
        return rows;
    }

    private static String holder(View view, String role) {
        if (role.equals(CommandRole.COMMANDER))
            return view.incident().holder() == null ? "" : view.incident().holder().name();
        return view.roles().stream().filter(r -> r.role().equals(role)).map(r -> r.name()).findFirst().orElse("");
    }

    private static List<List<String>> lines(Page page, View view, Predicate<Entry> which) {
        return view.entries().stream().filter(which).map(e -> List.of(time(page, view, e.at()), line(page, e)))
                .toList();
    }

    private static String line(Page page, Entry e) {
        String detail = IncidentWords.detail(page, e);
        return page.event(e.kind()) + (e.corrects() == null ? "" : " " + page.t("incidents.corrects", e.corrects()))
                + (detail.isEmpty() ? "" : " · " + detail)
                + (e.words().isEmpty() ? "" : (detail.endsWith(".") ? " " : ": ") + e.words()) + " (" + e.seq() + ", "
                + e.by() + ")" + (e.corrected() == 0 ? "" : " " + page.t("incidents.correctedBy", e.corrected()));
    }

    private static String time(Page page, View view, Instant at) {
        return page.when().time(at, view.school().zone());
    }
}
