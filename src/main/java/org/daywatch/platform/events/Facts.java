package org.daywatch.platform.events;

import java.util.Collection;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Tells facts. Only inside a transaction, so that a fact and the row that made it true live or die together. */
@Component
public class Facts {

    private final ApplicationEventPublisher publisher;

    Facts(ApplicationEventPublisher publisher) {
        this.publisher = publisher;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void tell(DomainEvent fact) {
        publisher.publishEvent(fact);
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void tell(Collection<? extends DomainEvent> facts) {
        facts.forEach(publisher::publishEvent);
    }
}
