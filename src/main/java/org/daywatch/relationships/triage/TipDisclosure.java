package org.daywatch.relationships.triage;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.daywatch.platform.access.CaseRecord.Ground;

/**
 * On which ground a tip goes to the police of the district, as 34 CFR 99.32 asks: it is kept for each of them.
 *
 * @param words the threat, or the paper that asks for it
 * @param recipients by person, with their names; all who receive for the police today
 */
public record TipDisclosure(Ground ground, String words, Map<UUID, String> recipients) {

    /** A parent's consent is none of them: nobody knows of whom a tip tells. */
    public static final List<Ground> GROUNDS = List.of(Ground.CFR_99_36, Ground.CFR_99_31);

    public TipDisclosure {
        recipients = Map.copyOf(recipients);
    }

    /** There is nobody to whom it could go. */
    public static TipDisclosure none() {
        return new TipDisclosure(Ground.NONE, "", Map.of());
    }
}
