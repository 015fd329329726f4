package org.daywatch.relationships.tips.canary;

import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.daywatch.platform.tenancy.Tenants;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Sends one and tells administrators how it went. */
@Component
class CanaryRound {

    private static final Logger log = LoggerFactory.getLogger(CanaryRound.class);

    private final Canary canary;
    private final CanaryNotices notices;
    private final Tenants tenants;
    private final Map<UUID, Canary.State> told = new ConcurrentHashMap<>();

    CanaryRound(Canary canary, CanaryNotices notices, Tenants tenants) {
        this.canary = canary;
        this.notices = notices;
        this.tenants = tenants;
    }

    void now() {
        var before = canary.state();
        var state = canary.fly();
        if (state.isBad() && state != before) log.error("a tip of the house's own did not come through: {}", state);
        if (state != Canary.State.NONE)
            tenants.forEachAgency("how a tip of the house's own went", agency -> told(agency, state));
    }

    /** Once, and again only after it worked or fails in another way; where telling fails, in an hour. */
    private void told(UUID agency, Canary.State state) {
        if (state.isBad() && told.get(agency) != state) notices.tell(agency, state);
        told.put(agency, state);
    }
}
