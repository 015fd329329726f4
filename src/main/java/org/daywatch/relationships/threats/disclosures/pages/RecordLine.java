package org.daywatch.relationships.threats.disclosures.pages;

import java.time.Instant;
import org.daywatch.platform.web.Page;
import org.daywatch.relationships.threats.disclosures.RecordOfDisclosures.Kept;
import org.daywatch.relationships.threats.disclosures.RecordOfDisclosures.OfCase;
import org.daywatch.relationships.threats.disclosures.RecordOfDisclosures.OfTip;

/**
 * A line of the record as it is read. @param about whose it is, or that it is a tip. @param reason empty: with the tip
 */
public record RecordLine(String about, String school, String to, String what, String reason, String made,
        String until) {

    static RecordLine of(Page page, Kept kept, Instant now) {
        return switch (kept) {
            case OfCase one -> {
                var line = DisclosureLine.of(page, one.school().zone(), now).apply(one.disclosure());
                yield new RecordLine(one.student(), one.school().name(), line.to(),
                        line.what() + " · " + line.ground(), line.reason(), line.made(), line.until());
            }
            case OfTip one -> new RecordLine(page.t("records.tip"), one.school().name(),
                    page.t("records.tip.to", one.sent().recipient()),
                    page.t("records.tip.what") + " · " + page.t("nametips.ground." + one.sent().ground()),
                    page.t("records.tip.reason"),
                    page.t("disclosures.made", page.when().date(one.at(), one.school().zone()), one.sent().by()), "");
        };
    }
}
