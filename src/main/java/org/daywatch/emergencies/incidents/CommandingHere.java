package org.daywatch.emergencies.incidents;

import java.util.Optional;
import java.util.UUID;
import org.daywatch.emergencies.Commanding;
import org.springframework.stereotype.Component;

/** Command as the incident of an alert keeps it. */
@Component
class CommandingHere implements Commanding {

    private final IncidentStore incidents;

    CommandingHere(IncidentStore incidents) {
        this.incidents = incidents;
    }

    @Override
    public Optional<Commander> of(UUID alert) {
        return incidents.find(alert).filter(i -> !i.closed()).map(Incident::holder)
                .map(held -> new Commander(held.person(), held.name()));
    }
}
