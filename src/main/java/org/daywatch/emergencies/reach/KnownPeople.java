package org.daywatch.emergencies.reach;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.daywatch.platform.tenancy.Tenants;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Who belongs to which school, in memory: read every two minutes while the database is there (every five seconds until
 * there is somebody), kept with the moment it was read while it is away. It is asked only then, and whoever is shown it
 * is shown its age. Staff and officers; no student stands in it.
 */
@Component
class KnownPeople {

    private static final Logger log = LoggerFactory.getLogger(KnownPeople.class);
    /**
     * Of one agency; measured at 120,000 (docs/benchmarks/faults.md). More than that is not kept at all: half a list
     * names the wrong people.
     */
    private static final int MOST = 500_000;

    private final Tenants tenants;
    private final SchoolPeople people;
    private final Clock clock;
    private final Map<UUID, Lists> byAgency = new ConcurrentHashMap<>();
    private final Set<UUID> tooLarge = ConcurrentHashMap.newKeySet();

    KnownPeople(Tenants tenants, SchoolPeople people, Clock clock) {
        this.tenants = tenants;
        this.people = people;
        this.clock = clock;
    }

    private record Lists(Map<SchoolPeople.School, List<SchoolPeople.Placed>> bySchool, Instant readAt) {}

    /** @param readAt what came later it does not know */
    record Known(List<SchoolPeople.Placed> people, Instant readAt) {}

    /** Empty where this node could never read the agency's people. */
    Optional<Known> at(UUID agency, UUID district, UUID school) {
        return Optional.ofNullable(byAgency.get(agency))
                .map(lists -> new Known(
                        lists.bySchool().getOrDefault(new SchoolPeople.School(district, school), List.of()),
                        lists.readAt()));
    }

    /** While the database is away this fails, and what was read before stays. */
    void refresh() {
        tenants.forEachAgency("who belongs to which school", this::read);
    }

    /** An agency that was not there at the start, or had nobody yet, does not wait two minutes for its first list. */
    void readWhereNobodyIsKnown() {
        tenants.forEachAgency("who belongs to a school of which nobody is known yet", agency -> {
            if (knowsNobody(agency)) read(agency);
        });
    }

    private boolean knowsNobody(UUID agency) {
        var lists = byAgency.get(agency);
        return lists == null ? !tooLarge.contains(agency) : lists.bySchool().values().stream().allMatch(List::isEmpty);
    }

    /** Of the agency that is bound. */
    void read(UUID agency) {
        var now = clock.instant();
        var fresh = people.everywhere();
        int count = fresh.values().stream().mapToInt(List::size).sum();
        if (count > MOST) {
            log.warn(
                    "agency {} has {} people at its schools, more than are kept in memory ({}): while the database is away its screens show figures without names",
                    agency, count, MOST);
            tooLarge.add(agency);
            byAgency.remove(agency);
            return;
        }
        tooLarge.remove(agency);
        var before = byAgency.get(agency);
        byAgency.put(agency, new Lists(before == null ? fresh : sharing(before.bySchool(), fresh), now));
    }

    /** A school where nothing has changed keeps the list it has. */
    private static Map<SchoolPeople.School, List<SchoolPeople.Placed>> sharing(
            Map<SchoolPeople.School, List<SchoolPeople.Placed>> before,
            Map<SchoolPeople.School, List<SchoolPeople.Placed>> fresh) {
        var shared = new HashMap<SchoolPeople.School, List<SchoolPeople.Placed>>();
        fresh.forEach((school, people) -> shared.put(school,
                people.equals(before.get(school)) ? before.get(school) : people));
        return shared;
    }
}
