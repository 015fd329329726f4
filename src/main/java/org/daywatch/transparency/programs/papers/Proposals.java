package org.daywatch.transparency.programs.papers;

import static org.daywatch_db.transparency.Tables.FILED_PAPER;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.daywatch.directory.Due;
import org.daywatch.directory.DueLists;
import org.daywatch.directory.Requirement;
import org.daywatch.transparency.programs.totals.Demands;
import org.daywatch.transparency.programs.totals.SchoolMeters;
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

    /**
     * By district; one of which no program asks for a proposal is not there. Its paper is named where it was filed at
     * one of these schools.
     */
    public Map<UUID, Due> of(Collection<SchoolMeters> schools, LocalDate asOf) {
        var asking = schools.stream().filter(m -> asked(m.requirements())).toList();
        if (asking.isEmpty()) return Map.of();
        var filed = filed(asking.stream().map(m -> m.school().districtId()).collect(Collectors.toSet()));
        var read = schools.stream().map(m -> m.school().id()).collect(Collectors.toSet());
        var dues = new HashMap<UUID, Due>();
        for (var m : asking) {
            var district = m.school().districtId();
            if (dues.containsKey(district)) continue;
            var papers = filed.getOrDefault(district, List.of());
            demands.proposal(m.requirements(), papers.stream().map(Paper::day).toList(), asOf)
                    .ifPresent(due -> dues.put(district, papers.stream()
                            .filter(p -> p.day().equals(due.doneOn()) && read.contains(p.school())).findFirst()
                            .map(p -> shownBy(p, due)).orElse(due)));
        }
        return dues;
    }

    private record Paper(UUID id, UUID school, LocalDate day) {}

    private static Due shownBy(Paper paper, Due due) {
        return new Due(due.requirement(), due.number(), due.from(), due.by(), due.state(), due.doneOn(),
                "/program/papers/" + paper.id());
    }

    private Map<UUID, List<Paper>> filed(Set<UUID> districts) {
        var p = FILED_PAPER;
        return db.select(p.DISTRICT_ID, p.ID, p.SCHOOL_ID,
                p.DAY).from(p).where(p.DISTRICT_ID.eq(DSL.any(districts.toArray(UUID[]::new))))
                .and(p.SUBJECT.eq(DueLists.PROPOSAL)).and(p.WITHDRAWN_AT.isNull())
                .fetch().stream().collect(Collectors.groupingBy(r -> r.get(p.DISTRICT_ID), Collectors
                        .mapping(r -> new Paper(r.get(p.ID), r.get(p.SCHOOL_ID), r.get(p.DAY)), Collectors.toList())));
    }
}
