package org.daywatch.restorative.gate;

import java.time.Instant;
import java.time.ZoneOffset;
import org.daywatch.platform.casekeys.Shredding;
import org.daywatch.platform.retention.RecordKeeper;
import org.daywatch.platform.tenancy.Tenancy;
import org.springframework.stereotype.Component;

/** What the gate answered goes at the end of its term, with its key. */
@Component
class GateKeeper implements RecordKeeper {

    private final GateStore store;
    private final Shredding shredding;

    GateKeeper(GateStore store, Shredding shredding) {
        this.store = store;
        this.shredding = shredding;
    }

    @Override
    public String kind() {
        return "GATE_ANSWER";
    }

    @Override
    public int forget(Instant before) {
        var over = store.before(before.atOffset(ZoneOffset.UTC).toLocalDate());
        over.forEach(id -> shredding.shred(Tenancy.tenant(), id));
        store.delete(over);
        return over.size();
    }
}
