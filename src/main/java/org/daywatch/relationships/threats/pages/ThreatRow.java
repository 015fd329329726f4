package org.daywatch.relationships.threats.pages;

import java.util.Comparator;
import org.daywatch.relationships.threats.ThreatDoor.Seen;
import org.daywatch.relationships.threats.cases.NextStep;

/**
 * A case in the list.
 *
 * @param late something of it is overdue
 * @param own its reader carries it
 */
public record ThreatRow(Seen seen, NextStep next, boolean late, boolean own) {

    /** What is late and one's own first, then what else is late, then what is under way. */
    static final Comparator<ThreatRow> ORDER = Comparator.comparing((ThreatRow r) -> !(r.late && r.own))
            .thenComparing(r -> !r.late).thenComparing(r -> r.seen.threat().stage().over())
            .thenComparing(r -> !r.seen.threat().stage().underWay()).thenComparing(r -> r.seen.threat().openedOn());

    /** The three are asked, and the reader has not answered. */
    boolean asksReader() {
        return next.asksWords() && NextStep.missing(seen.threat()).contains(seen.at().by().part());
    }

    static ThreatRow of(Seen seen) {
        var c = seen.threat();
        var today = seen.at().today();
        return new ThreatRow(seen, NextStep.of(c, today), NextStep.lateSince(c, today).isPresent(),
                c.owner().equals(seen.at().actor().person()));
    }
}
