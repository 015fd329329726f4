package org.daywatch.directory;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Programs and what they demand of schools, as every room may ask for it. */
public interface Programs {

    List<Program> list();

    /** What holds for these schools on that day, by school: the programs of its state that it takes part in. */
    Map<UUID, List<Requirement>> of(Collection<UUID> schools, LocalDate day);

    /** Month and day by which a requirement is to be met that counts so; empty where it counts in another way. */
    Optional<MonthDay> by(Requirement requirement);
}
