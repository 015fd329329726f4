package org.daywatch.billing.invoices;

import java.time.ZoneId;
import java.util.List;
import org.daywatch.platform.money.Dollars;
import org.daywatch.platform.paper.PdfSheet;
import org.daywatch.platform.web.Page;
import org.jspecify.annotations.Nullable;

/** An invoice or credit note on paper, in the reader's language. */
final class InvoiceSheet {

    private static final float[] WIDTHS = {10, 20, 19, 7, 9, 14, 10, 11};

    private InvoiceSheet() {}

    /** @param note the one that takes it back; @param taken what this one takes back */
    static byte[] of(Page page, String agency, Invoice i, List<InvoiceLine> lines, @Nullable Invoice note,
            @Nullable Invoice taken, ZoneId zone) {
        var sheet = new PdfSheet(page.t(i.credit() ? "billing.credit" : "billing.invoice", i.name()),
                note == null ? "" : page.t("billing.takenBackBy", note.name()), false,
                agency + " · " + page.t("billing.seal") + " " + i.seal());
        sheet.boxes(page.t("billing.from"), agency, page.t("billing.to"), i.districtName());
        sheet.boxes(page.t("billing.month"), page.when().month(i.month()), page.t("billing.issued"),
                page.when().record(i.issuedAt(), zone), page.t("billing.issuedBy"), i.issuedName());
        if (taken != null)
            sheet.boxes(page.t("billing.takesBack.whole"), page.t("billing.invoice", taken.name()),
                    page.t("billing.reason"), i.reason());
        sheet.boxes(page.t("billing.shifts"), Integer.toString(i.shifts()), page.t("billing.hours"),
                Invoice.hours(i.minutes()), page.t("billing.amount"), Dollars.said(i.cents()));
        if (!lines.isEmpty()) {
            sheet.table(page.t("billing.lines"), WIDTHS,
                    List.of(page.t("billing.day"), page.t("billing.school"), page.t("billing.officer"),
                            page.t("billing.role"), page.t("billing.payable"),
                            page.t("billing.billed"), page.t("billing.perHour"), page.t("billing.amount")),
                    lines.stream().map(l -> row(page, l)).toList());
        }
        return sheet.bytes();
    }

    private static List<String> row(Page page, InvoiceLine l) {
        return List.of(page.when().day(l.day()), l.schoolName(), l.officer(), l.role(), Integer.toString(l.payable()),
                l.billed() + (l.leastApplied() ? " (" + page.t("billing.leastApplied", l.least()) + ")" : ""),
                Dollars.said(l.centsPerHour()), Dollars.said(l.cents()));
    }
}
