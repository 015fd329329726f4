package org.daywatch.house.shape;

import org.daywatch.platform.events.DomainEvent;
import org.daywatch.platform.events.Facts;
import org.jooq.DSLContext;

class TellsAndHoldsSql {

    void act(Facts facts, DomainEvent fact, DSLContext db) {
        db.execute("select 1");
        facts.tell(fact);
    }
}
