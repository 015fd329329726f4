package org.daywatch.emergencies.alerts;

import java.util.Optional;
import java.util.UUID;

/** What stands at the schools as screens were told it: this node's memory, whether the database knows it or not. */
public interface AlertsNow {

    Optional<Alert> find(UUID alert);

    /** @param id of an alert or a press. @return whether screens know it and the database does not yet */
    boolean onItsWay(UUID id);
}
