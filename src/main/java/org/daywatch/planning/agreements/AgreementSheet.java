package org.daywatch.planning.agreements;

import org.daywatch.planning.agreements.Agreement.Party;
import org.daywatch.planning.agreements.AgreementPages.View;
import org.daywatch.platform.paper.PdfSheet;
import org.daywatch.platform.web.Page;

/** An agreement on paper, in its own language: the exact text, who signed it when, and the mark of the text he signed. */
final class AgreementSheet {

    private AgreementSheet() {}

    static byte[] of(Page page, View view) {
        var g = view.agreement();
        var sheet = new PdfSheet(page.t("agreements.kind." + g.kind()), page.t("agreements.state." + g.state()), false, view.school().name() + " · " + page.t("agreements.textVersion", g.text()));
        sheet.boxes(page.t("agreements.col.school"), view.school().name(), page.t("agreements.col.officer"), AgreementWords.officer(page, g.officer()),
                page.t("agreements.term"), page.days(g.start(), g.ends()), page.t("agreements.col.due"), page.when().date(g.due()));
        int number = 0;
        for (var clause : view.clauses()) sheet.boxes(++number + ". " + clause.title(), clause.words());
        for (var party : Party.values()) {
            var signature = g.of(party);
            sheet.boxes(page.t("agreements.party." + party), signature.map(s -> s.name() + ", " + page.t("role." + s.role())).orElse(page.t("agreements.notSigned")),
                    page.t("agreements.signedAt"), signature.map(s -> page.when().record(s.at(), view.school().zone())).orElse(""));
        }
        sheet.boxes(page.t("agreements.hash"), g.hash());
        return sheet.bytes();
    }
}
