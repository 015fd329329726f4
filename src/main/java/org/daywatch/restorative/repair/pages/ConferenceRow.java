package org.daywatch.restorative.repair.pages;

import java.util.Comparator;
import org.daywatch.restorative.conferences.Conference;
import org.daywatch.restorative.conferences.ConferenceDue;

/**
 * A line of the list.
 *
 * @param names of the students; empty for whoever reads only that it stands
 */
public record ConferenceRow(Conference conference, String names, ConferenceDue due, boolean late) {

    static final Comparator<ConferenceRow> ORDER = Comparator.comparing((ConferenceRow r) -> !r.late)
            .thenComparing(r -> r.due.by()).thenComparing(r -> r.conference.id());
}
