package org.daywatch.platform.identity.invitations.pages;

import java.util.List;
import org.daywatch.platform.identity.invitations.Slip;
import org.daywatch.platform.paper.PdfSheet;
import org.daywatch.platform.web.Page;
import org.daywatch.platform.web.PublicAddress;
import org.daywatch.platform.web.kit.Times;
import org.springframework.stereotype.Component;

/**
 * Slips on letter paper, two to a page, to be cut apart and handed to the people named on them; each in its person's
 * language.
 */
@Component
class SlipSheet {

    private final PublicAddress address;
    private final Times times;

    SlipSheet(PublicAddress address, Times times) {
        this.address = address;
        this.times = times;
    }

    byte[] draw(Page page, List<Slip> slips) {
        var sheet = new PdfSheet(page.t("slips.title"), "Daywatch", false, page.t("slips.foot"));
        sheet.halves(slips.stream().map(slip -> half(page.in(slip.language()), slip)).toList());
        return sheet.bytes();
    }

    private PdfSheet.Half half(Page page, Slip slip) {
        return new PdfSheet.Half(slip.name(), page.t("slip.lead", slip.organization()),
                List.of(page.t("slip.open", address.get() + "/start"), page.t("slip.type")),
                slip.spoken(),
                List.of(page.t("slip.password", slip.email()), page.t("slip.until", times.day(page, slip.until())),
                        page.t("slip.care")),
                address.link("/start?code=" + slip.code()));
    }
}
