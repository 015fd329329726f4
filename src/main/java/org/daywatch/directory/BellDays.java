package org.daywatch.directory;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** Which days schools are in session between two dates, both included, and when their bells ring. */
public interface BellDays {

    List<BellDay> of(Collection<UUID> schoolIds, LocalDate from, LocalDate to);

    /** Schools that have no bells at all in force on {@code day}: they cannot have posts made from bells. */
    List<UUID> withoutBells(Collection<UUID> schoolIds, LocalDate day);
}
