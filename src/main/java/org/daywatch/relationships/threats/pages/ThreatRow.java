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

    private static final int SOON = 7;

    /** What is late and one's own first, then what else is late, then what is under way. */
    public static final Comparator<ThreatRow> ORDER = Comparator.comparing((ThreatRow r) -> !(r.late && r.own))
            .thenComparing(r -> !r.late).thenComparing(r -> r.seen.threat().stage().over())
            .thenComparing(r -> !r.seen.threat().stage().underWay()).thenComparing(r -> r.seen.threat().openedOn());

    /** The team is asked, and the reader has not answered. */
    boolean asksReader() {
        return next.asksWords() && NextStep.speaking(seen.threat()).contains(seen.at().by().part());
    }

    /** The next step is their own to take: one of a case that they carry, or their word. */
    public boolean isMine() {
        return asksReader() || own && (!next.asksWords() || asksOthers()) && next.kind() != NextStep.Kind.WAIT_TO_FADE
                && next.kind() != NextStep.Kind.NOTHING;
    }

    /** Somebody is asked who can only be heard through another. */
    private boolean asksOthers() {
        return !NextStep.speaking(seen.threat()).containsAll(NextStep.missing(seen.threat()));
    }

    /** It has a day, and that day comes within a week. */
    public boolean isDueSoon() {
        return !late && next.by().filter(day -> !day.isAfter(seen.at().today().plusDays(SOON))).isPresent();
    }

    public static ThreatRow of(Seen seen) {
        var c = seen.threat();
        var today = seen.at().today();
        return new ThreatRow(seen, NextStep.of(c, today), NextStep.lateSince(c, today).isPresent(),
                c.owner().equals(seen.at().actor().person()));
    }
}
