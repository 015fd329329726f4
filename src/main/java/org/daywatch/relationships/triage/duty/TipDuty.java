package org.daywatch.relationships.triage.duty;

import java.time.DayOfWeek;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.daywatch.platform.audit.AuditLog;
import org.daywatch.platform.errors.NotFound;
import org.daywatch.platform.identity.Organizations;
import org.daywatch.platform.identity.Role;
import org.daywatch.platform.persistence.Ids;
import org.daywatch.platform.time.HomeZones;
import org.daywatch.relationships.triage.DutyList;
import org.daywatch.relationships.triage.DutyList.Turn;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who is on duty for tips about a life in a district, and in which order people are told. The district is bound. */
@Component
@Transactional
public class TipDuty {

    private final TipTurnStore store;
    private final Organizations organizations;
    private final HomeZones zones;
    private final AuditLog audit;

    TipDuty(TipTurnStore store, Organizations organizations, HomeZones zones, AuditLog audit) {
        this.store = store;
        this.organizations = organizations;
        this.zones = zones;
        this.audit = audit;
    }

    /**
     * @param rest of the order: whoever else may read it, told when the steps are gone
     * @param kept somebody keeps a list; else all are told at once
     */
    record Order(List<UUID> first, List<UUID> rest, boolean kept) {}

    @Transactional(readOnly = true)
    public List<TipTurn> turns(UUID district) {
        return store.list(district);
    }

    @Transactional(readOnly = true)
    public DutyList list(UUID district) {
        return new DutyList(zones.zone(district), store.list(district).stream().map(TipTurn::turn).toList());
    }

    /** Who reads tips of the district today, by name. */
    @Transactional(readOnly = true)
    public Map<UUID, String> analysts(UUID district) {
        var all = new LinkedHashMap<UUID, String>();
        organizations.serving(district, List.of(Role.TIP_ANALYST)).forEach(one -> all.put(one.person(), one.name()));
        return all;
    }

    /** Those on the list who read tips today; the other analysts and the school's principal after them. */
    @Transactional(readOnly = true)
    Order order(UUID district, UUID school, Instant now) {
        var analysts = analysts(district).keySet();
        var all = new LinkedHashSet<UUID>(analysts);
        organizations.serving(district, List.of(Role.PRINCIPAL)).stream().filter(one -> school.equals(one.school()))
                .forEach(one -> all.add(one.person()));
        var first = list(district).inOrder(now).stream().filter(analysts::contains).toList();
        return new Order(first, List.copyOf(all), !first.isEmpty());
    }

    public void put(UUID district, Collection<DayOfWeek> days, Turn like) {
        for (var day : days)
            store.put(district, Ids.next(), new Turn(like.person(), day, like.from(), like.until(), like.rank()));
        audit.act("TipTurnSet", "tip duty " + district, Map.of("person", like.person(), "days", days.size(), "from",
                like.from(), "until", like.until(), "rank", like.rank()));
    }

    public void remove(UUID district, UUID id) {
        var turn = store.find(district, id).orElseThrow(() -> new NotFound("turn " + id)).turn();
        store.remove(district, id);
        audit.act("TipTurnRemoved", "tip duty " + district,
                Map.of("person", turn.person(), "day", turn.day(), "from", turn.from()));
    }
}
