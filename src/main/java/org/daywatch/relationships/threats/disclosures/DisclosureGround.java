package org.daywatch.relationships.threats.disclosures;

import org.daywatch.platform.access.CaseRecord.Ground;
import org.daywatch.relationships.threats.disclosures.Disclosure.To;

/** On which ground of 34 CFR part 99 something goes to whom, as data. */
public record DisclosureGround(String code, String cite, Ground rule, boolean toPolice, boolean toParent) {

    boolean isFor(To to) {
        return to == To.PARENT ? toParent : toPolice;
    }
}
