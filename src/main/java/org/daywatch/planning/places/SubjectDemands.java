package org.daywatch.planning.places;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.daywatch.directory.Programs;
import org.daywatch.directory.Requirement;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** What the programs of a school demand of one subject, such as MEETING:SAFETY_TEAM. */
@Component
public class SubjectDemands {

    private final ObjectProvider<Programs> programs;

    SubjectDemands(ObjectProvider<Programs> programs) {
        this.programs = programs;
    }

    /** By school; schools of which nothing is demanded are left out. */
    public Map<UUID, Requirement> of(String subject, Collection<UUID> schools, LocalDate day) {
        var demanded = new HashMap<UUID, Requirement>();
        programs.ifAvailable(all -> all.of(schools, day).forEach((school, requirements) -> requirements.stream()
                .filter(r -> r.subject().equals(subject)).findFirst().ifPresent(r -> demanded.put(school, r))));
        return demanded;
    }

    public Optional<Requirement> of(String subject, UUID school, LocalDate day) {
        return Optional.ofNullable(of(subject, Set.of(school), day).get(school));
    }
}
