package org.daywatch.house.shape;

import org.daywatch.platform.events.DomainEvent;
import org.daywatch.platform.events.Facts;

class TellsOnly {

    void act(Facts facts, DomainEvent fact) {
        facts.tell(fact);
    }
}
