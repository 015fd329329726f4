package org.daywatch.staffing.sitepacks;

import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.daywatch.directory.Campus;
import org.daywatch.platform.errors.Stale;
import org.daywatch.platform.events.Facts;
import org.daywatch.staffing.StaffingEvent.SitePackChanged;
import org.daywatch.staffing.StaffingEvent.SitePackRead;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Site packs: written by the school or the coordinator, acknowledged version by version. */
@Component
@Transactional
public class SitePacks {

    private final SitePackStore store;
    private final Facts facts;
    private final Clock clock;

    SitePacks(SitePackStore store, Facts facts, Clock clock) {
        this.store = store;
        this.facts = facts;
        this.clock = clock;
    }

    public record Reading(UUID officerId, int version, Instant at) {}

    /** @param seen the version the writer started from; 0 when there was none */
    public int write(UUID agencyId, Campus campus, SitePack.Content content, int seen, @Nullable UUID writer) {
        int newest = store.current(campus.id()).map(SitePack::version).orElse(0);
        if (newest != seen) throw new Stale("site pack of school " + campus.id());
        var now = clock.instant();
        if (!store.insert(agencyId, campus, newest + 1, content, writer, now))
            throw new Stale("site pack of school " + campus.id());
        facts.tell(new SitePackChanged(agencyId, campus.id(), now, newest + 1));
        return newest + 1;
    }

    /** The officer has read this version. Reading it twice is reading it once. */
    public void acknowledge(UUID agencyId, UUID schoolId, int version, UUID officerId) {
        var now = clock.instant();
        if (store.read(agencyId, schoolId, version, officerId, now))
            facts.tell(new SitePackRead(agencyId, schoolId, now, officerId, version));
    }
}
