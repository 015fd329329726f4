package org.daywatch.relationships.tips.board;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.daywatch.platform.tenancy.Scope;
import org.daywatch.platform.tenancy.Tenancy;
import org.daywatch.platform.tenancy.Tenants;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** What tips led to, in memory: a board changes once a week, and looking at one asks nobody. */
@Component
public class DoorBoards {

    private static final Logger log = LoggerFactory.getLogger(DoorBoards.class);

    private final Tenants tenants;
    private final TipBoards boards;
    private volatile Map<UUID, TipBoards.Boards> districts = Map.of();

    DoorBoards(Tenants tenants, TipBoards boards) {
        this.tenants = tenants;
        this.boards = boards;
    }

    /** @return empty where no week has been counted yet, or it is not known */
    public Optional<TipBoard> at(UUID district, UUID school) {
        return Optional.ofNullable(districts.get(district)).map(all -> all.at(school));
    }

    /** Not for an event loop: it asks the database. */
    public void refresh() {
        try {
            var found = new HashMap<UUID, TipBoards.Boards>();
            for (var district : tenants.withTipAnalysts())
                Tenancy.as(Scope.system(district), () -> boards.of(district))
                        .ifPresent(all -> found.put(district, all));
            districts = Map.copyOf(found);
        } catch (RuntimeException e) {
            log.debug("the tip door keeps the boards it knows: {}", e.toString());
        }
    }
}
