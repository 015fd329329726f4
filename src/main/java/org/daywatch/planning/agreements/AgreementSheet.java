package org.daywatch.planning.agreements;

import org.daywatch.planning.agreements.Agreement.Party;
import org.daywatch.planning.agreements.AgreementPages.View;
import org.daywatch.platform.paper.PdfSheet;
import org.daywatch.platform.web.Page;

/**
 * An agreement on paper, in its own language: the exact text, who signed it when, and the mark of the text they signed.
 */
final class AgreementSheet {

    private AgreementSheet() {}

    static byte[] of(Page page, View view) {
        var g = view.agreement();
        var sheet = new PdfSheet(page.t("serviceAgreements.kind." + g.kind()),
                page.t("serviceAgreements.state." + g.state()), false,
                view.school().name() + " · " + page.t("serviceAgreements.textVersion", g.text()));
        sheet.boxes(page.t("serviceAgreements.col.school"), view.school().name(),
                page.t("serviceAgreements.col.officer"), AgreementWords.officer(page, g.officer()),
                page.t("serviceAgreements.term"), page.days(g.start(), g.ends()), page.t("serviceAgreements.col.due"),
                page.when().date(g.due()));
        int number = 0;
        for (var clause : view.clauses()) sheet.boxes(++number + ". " + clause.title(), clause.words());
        for (var party : Party.values()) {
            var signature = g.of(party);
            sheet.boxes(page.t("serviceAgreements.party." + party),
                    signature.map(s -> s.name() + ", " + page.t("role." + s.role()))
                            .orElse(page.t("serviceAgreements.notSigned")),
                    page.t("serviceAgreements.signedAt"),
                    signature.map(s -> page.when().record(s.at(), view.school().zone())).orElse(""));
        }
        sheet.boxes(page.t("serviceAgreements.hash"), g.hash());
        return sheet.bytes();
    }
}
