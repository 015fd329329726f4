package org.daywatch.planning;

import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;

/** What the standards say that facts about operations plans name by their codes. */
public interface PlanStandards {

    /**
     * By code: the agency's own list of the state where it loaded one, else the shipped one; as it holds on that day.
     */
    Map<String, String> words(UUID agency, String state, LocalDate day);
}
