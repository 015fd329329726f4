package org.daywatch.restorative.diversions.pages;

import java.time.LocalDate;
import java.util.Comparator;
import org.daywatch.restorative.diversions.Diversion;
import org.daywatch.restorative.diversions.Diversion.Stage;
import org.jspecify.annotations.Nullable;

/** A line of the list. @param next what is to be done. @param due null: nothing is */
public record DiversionRow(Diversion diversion, String next, @Nullable LocalDate due, boolean late) {

    static final Comparator<DiversionRow> ORDER = Comparator
            .comparing((DiversionRow r) -> r.due == null ? LocalDate.MAX : r.due)
            .thenComparing(r -> r.diversion.began(), Comparator.reverseOrder()).thenComparing(r -> r.diversion.id());

    static DiversionRow of(Diversion d, @Nullable LocalDate due, LocalDate today) {
        return new DiversionRow(d, d.stage() == Stage.ANSWERED && d.isOwed() ? "OWED" : d.stage().name(), due,
                due != null && due.isBefore(today));
    }
}
