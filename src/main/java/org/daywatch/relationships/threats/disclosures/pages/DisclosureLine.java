package org.daywatch.relationships.threats.disclosures.pages;

import java.time.Instant;
import java.time.ZoneId;
import java.util.UUID;
import java.util.function.Function;
import org.daywatch.platform.web.Page;
import org.daywatch.relationships.threats.disclosures.Disclosure;

/** A disclosure as it is read. @param until how long it is or was read. @param open it is read now */
public record DisclosureLine(UUID id, String to, String what, String ground, String reason, String made, String until,
        boolean open) {

    public static Function<Disclosure, DisclosureLine> of(Page page, ZoneId zone, Instant now) {
        return d -> new DisclosureLine(d.id(),
                page.t("disclosures.to." + d.recipient().to(), d.recipient().name()),
                page.t("disclosures.part." + d.what()), page.t("disclosures.ground." + d.ground()), d.reason(),
                page.t("disclosures.made", page.when().record(d.at(), zone), d.by()), until(page, d, zone, now),
                d.isOpen(now));
    }

    private static String until(Page page, Disclosure d, ZoneId zone, Instant now) {
        if (d.until() == null) return page.t("disclosures.byHand");
        return page.t(d.isOpen(now) ? "disclosures.until" : "disclosures.ended", page.when().record(d.until(), zone));
    }
}
