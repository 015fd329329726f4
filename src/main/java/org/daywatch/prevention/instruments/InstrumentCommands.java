package org.daywatch.prevention.instruments;

import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.daywatch.platform.errors.Refused;
import org.daywatch.platform.events.Facts;
import org.daywatch.platform.persistence.Ids;
import org.daywatch.prevention.PreventionEvent.InstrumentLoaded;
import org.daywatch.prevention.PreventionRefusal;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Instruments a district loaded; an edition is never changed, only retired. */
@Component
@Transactional
public class InstrumentCommands {

    private final InstrumentStore store;
    private final Facts facts;
    private final Clock clock;

    InstrumentCommands(InstrumentStore store, Facts facts, Clock clock) {
        this.store = store;
        this.facts = facts;
        this.clock = clock;
    }

    /** @throws Refused where this edition is known already */
    void load(UUID agency, UUID district, Instrument instrument, byte[] file, String by) {
        if (!store.insert(agency, district, instrument, file, by, clock.instant()))
            throw new Refused(PreventionRefusal.INSTRUMENT_KNOWN, Map.of("instrument", instrument.label()));
        facts.tell(new InstrumentLoaded(agency, Ids.next(), clock.instant(), district, instrument.label(), by));
    }
}
