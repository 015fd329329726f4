package org.daywatch.restorative.restraints.pages;

import java.time.LocalDate;
import java.util.Comparator;
import org.daywatch.restorative.restraints.Restraint;
import org.jspecify.annotations.Nullable;

/** A line of the list. @param due null: nothing is to be done */
public record RestraintRow(Restraint restraint, @Nullable LocalDate due, boolean late) {

    static final Comparator<RestraintRow> ORDER = Comparator
            .comparing((RestraintRow r) -> r.due == null ? LocalDate.MAX : r.due)
            .thenComparing(r -> r.restraint.reported(), Comparator.reverseOrder())
            .thenComparing(r -> r.restraint.id());
}
