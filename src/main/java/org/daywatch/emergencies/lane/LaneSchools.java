package org.daywatch.emergencies.lane;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.daywatch.directory.Campuses;
import org.daywatch.platform.tenancy.Scope;
import org.daywatch.platform.tenancy.Tenancy;
import org.daywatch.platform.tenancy.Tenants;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Which district a school belongs to, in memory: refreshed while the database is there, kept while it is away. For
 * those who may press at all schools.
 */
@Component
public class LaneSchools {

    private static final Logger log = LoggerFactory.getLogger(LaneSchools.class);

    private final Tenants tenants;
    private final Campuses campuses;
    private volatile Map<UUID, Home> homes = Map.of();

    public LaneSchools(Tenants tenants, Campuses campuses) {
        this.tenants = tenants;
        this.campuses = campuses;
    }

    public record Home(UUID agency, UUID district) {}

    /** The district of a school at which this sender may press; empty where it is not one of theirs. */
    public Optional<UUID> districtFor(LaneSender sender, UUID school) {
        if (!sender.wide()) return Optional.ofNullable(sender.schools().get(school));
        return Optional.ofNullable(homes.get(school))
                .filter(home -> sender.hears(home.agency(), home.district(), school)).map(Home::district);
    }

    /** Whose school it is; empty where there is none of this id. */
    public Optional<Home> home(UUID school) {
        return Optional.ofNullable(homes.get(school));
    }

    /** Not for an event loop: it asks the database. */
    public void refresh() {
        try {
            var fresh = new HashMap<UUID, Home>();
            for (var agency : tenants.agencies()) {
                Tenancy.run(Scope.system(agency.id()), () -> campuses.search("", null)
                        .forEach(c -> fresh.put(c.id(), new Home(agency.id(), c.districtId()))));
            }
            homes = Map.copyOf(fresh);
        } catch (RuntimeException e) {
            log.debug("the lane keeps the schools it knows: {}", e.toString());
        }
    }
}
