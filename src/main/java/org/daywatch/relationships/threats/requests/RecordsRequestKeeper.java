package org.daywatch.relationships.threats.requests;

import java.time.Instant;
import java.time.ZoneOffset;
import org.daywatch.platform.casekeys.Shredding;
import org.daywatch.platform.retention.RecordKeeper;
import org.daywatch.platform.tenancy.Tenancy;
import org.springframework.stereotype.Component;

/** What was asked about a student of whom nothing is on file goes with its key; every other request with its case. */
@Component
class RecordsRequestKeeper implements RecordKeeper {

    private final RecordsRequestStore store;
    private final Shredding shredding;

    RecordsRequestKeeper(RecordsRequestStore store, Shredding shredding) {
        this.store = store;
        this.shredding = shredding;
    }

    @Override
    public String kind() {
        return "RECORDS_REQUEST";
    }

    @Override
    public int forget(Instant before) {
        var over = store.ofNobody(before.atOffset(ZoneOffset.UTC).toLocalDate());
        over.forEach(id -> shredding.shred(Tenancy.tenant(), id));
        store.delete(over);
        return over.size();
    }
}
