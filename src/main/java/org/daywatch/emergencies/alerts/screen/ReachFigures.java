package org.daywatch.emergencies.alerts.screen;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/** How many of a school have an alert, have seen it, need help: what this node knows, without the database. */
public interface ReachFigures {

    /**
     * @return by alert, as screens get it with the event "reach"; nothing of one this node has not heard of.
     * {@code expected} is 0 while nobody can say who belongs to the school
     */
    Map<UUID, Map<String, Object>> figures(Collection<UUID> alerts);
}
