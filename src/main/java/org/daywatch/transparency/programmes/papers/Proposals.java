package org.daywatch.transparency.programmes.papers;

import static org.daywatch_db.transparency.Tables.FILED_PAPER;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.daywatch.directory.Due;
import org.daywatch.directory.DueLists;
import org.daywatch.directory.Requirement;
import org.daywatch.transparency.programmes.gathering.Demands;
import org.daywatch.transparency.programmes.gathering.SchoolMeters;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Proposals of districts, whichever of their schools' papers they were recorded among. */
@Component
@Transactional(readOnly = true)
public class Proposals {

    private final DSLContext db;
    private final Demands demands;

    Proposals(DSLContext db, Demands demands) {
        this.db = db;
        this.demands = demands;
    }

    public static boolean asked(Collection<Requirement> rules) {
        return rules.stream().anyMatch(r -> r.subject().equals(DueLists.PROPOSAL));
    }

    /** By district; one of which no programme asks for a proposal is not there. */
    public Map<UUID, Due> of(Collection<SchoolMeters> schools, LocalDate asOf) {
        var asking = schools.stream().filter(m -> asked(m.requirements())).toList();
        if (asking.isEmpty()) return Map.of();
        var filed = filed(asking.stream().map(m -> m.school().districtId()).collect(Collectors.toSet()));
        var dues = new HashMap<UUID, Due>();
        for (var m : asking) {
            var district = m.school().districtId();
            if (dues.containsKey(district)) continue;
            demands.proposal(m.requirements(), filed.getOrDefault(district, Set.of()), asOf).ifPresent(due -> dues.put(district, due));
        }
        return dues;
    }

    private Map<UUID, Set<LocalDate>> filed(Set<UUID> districts) {
        var p = FILED_PAPER;
        return db.select(p.DISTRICT_ID, p.DAY).from(p).where(p.DISTRICT_ID.eq(DSL.any(districts.toArray(UUID[]::new)))).and(p.SUBJECT.eq(DueLists.PROPOSAL)).and(p.WITHDRAWN_AT.isNull())
                .fetch().stream().collect(Collectors.groupingBy(r -> r.value1(), Collectors.mapping(r -> r.value2(), Collectors.toSet())));
    }
}
