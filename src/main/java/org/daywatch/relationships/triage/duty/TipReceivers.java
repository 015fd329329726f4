package org.daywatch.relationships.triage.duty;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.daywatch.platform.identity.Capacity;
import org.daywatch.platform.identity.Organizations;
import org.daywatch.platform.identity.Role;
import org.daywatch.platform.identity.Sessions;
import org.daywatch.platform.tenancy.OnBehalf;
import org.daywatch.relationships.triage.TipReceiver;
import org.daywatch.relationships.triage.queue.TriageLists;
import org.daywatch.staffing.OfficerSchools;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who there is at a school to get a tip. The district is bound. */
@Component
@Transactional(readOnly = true)
public class TipReceivers {

    private final TriageLists lists;
    private final Organizations organizations;
    private final OfficerSchools officers;
    private final OnBehalf onBehalf;
    private final Sessions sessions;

    TipReceivers(TriageLists lists, Organizations organizations, OfficerSchools officers, OnBehalf onBehalf,
            Sessions sessions) {
        this.sessions = sessions;
        this.lists = lists;
        this.organizations = organizations;
        this.officers = officers;
        this.onBehalf = onBehalf;
    }

    /** Receivers of whom nobody is there now: without an account, or not on post. */
    public Set<TipReceiver> missing(UUID district, UUID school) {
        var missing = EnumSet.allOf(TipReceiver.class);
        lists.receivers().forEach((receiver, roles) -> {
            if (roles.stream().anyMatch(role -> role == Role.OFFICER
                    ? !onPost(district, school).isEmpty()
                    : organizations.serving(district, Set.of(role)).stream()
                            .anyMatch(one -> !role.atOneSchool() || school.equals(one.school()))))
                missing.remove(receiver);
        });
        return missing;
    }

    /** Who receives for the police of the district today, by name. */
    public Map<UUID, String> police(UUID district) {
        return organizations.serving(district, lists.receivers().get(TipReceiver.DEPARTMENT)).stream()
                .collect(Collectors.toMap(Organizations.Serving::person, Organizations.Serving::name,
                        (one, _) -> one));
    }

    /** Officers on post at the school, but for those who act as peace officers: theirs it is not to read. */
    Set<UUID> onPost(UUID district, UUID school) {
        var onPost = new HashSet<UUID>();
        var agency = organizations.agencyOf(district);
        onBehalf.run(agency, () -> onPost.addAll(officers.at(school).keySet()));
        if (!onPost.isEmpty()) onPost.removeAll(sessions.actingAs(Capacity.PEACE_OFFICER, agency, onPost));
        return onPost;
    }
}
