package org.daywatch.relationships.tips.door;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.daywatch.directory.Campus;
import org.daywatch.directory.Campuses;
import org.daywatch.platform.tenancy.Scope;
import org.daywatch.platform.tenancy.Tenancy;
import org.daywatch.platform.tenancy.Tenants;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * The schools of this installation, in memory: known while the database is away, since the ring takes tips then too.
 */
@Component
class DoorSchools {

    private static final Logger log = LoggerFactory.getLogger(DoorSchools.class);

    private final Tenants tenants;
    private final Campuses campuses;
    private volatile List<DoorSchool> all = List.of();

    DoorSchools(Tenants tenants, Campuses campuses) {
        this.tenants = tenants;
        this.campuses = campuses;
    }

    /** By name. */
    List<DoorSchool> all() {
        return all;
    }

    Optional<DoorSchool> find(UUID id) {
        return all.stream().filter(school -> school.id().equals(id)).findFirst();
    }

    /** Not for an event loop: it asks the database. */
    void refresh() {
        try {
            var names = new HashMap<UUID, String>();
            var found = new LinkedHashMap<UUID, Campus>();
            var read = tenants.withTipAnalysts();
            for (var tenant : tenants.list()) {
                names.put(tenant.id(), tenant.name());
                if (tenant.kind().equals("AGENCY"))
                    Tenancy.run(Scope.system(tenant.id()),
                            () -> campuses.search("", null).forEach(one -> found.put(one.id(), one)));
            }
            all = labeled(found.values().stream().toList(), names, read);
        } catch (RuntimeException e) {
            log.debug("the tip door keeps the schools it knows: {}", e.toString());
        }
    }

    private static List<DoorSchool> labeled(List<Campus> found, Map<UUID, String> districts,
            Set<UUID> read) {
        var often = found.stream().collect(Collectors.groupingBy(Campus::name, Collectors.counting()));
        var labeled = new ArrayList<DoorSchool>();
        for (var one : found)
            labeled.add(new DoorSchool(one.id(), one.districtId(), often.get(one.name()) == 1
                    ? one.name()
                    : one.name() + ", " + districts.getOrDefault(one.districtId(), ""), one.zone(),
                    read.contains(one.districtId())));
        labeled.sort(Comparator.comparing(DoorSchool::label).thenComparing(DoorSchool::id));
        return List.copyOf(labeled);
    }
}
