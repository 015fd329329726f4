package org.daywatch.emergencies.alerts;

import static org.daywatch_db.emergencies.Tables.ALERT_CHANGE;
import static org.daywatch_db.emergencies.Tables.PRESS;
import static org.daywatch_db.emergencies.Tables.REACH;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.daywatch.emergencies.Commanding;
import org.daywatch.emergencies.alerts.Enders.Leader;
import org.daywatch.platform.identity.Organizations;
import org.daywatch.platform.identity.Permission;
import org.daywatch.platform.identity.Role;
import org.daywatch.platform.tenancy.OnBehalf;
import org.daywatch.staffing.OfficerSchools;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Looks up who must be one of the two that end an alert now. */
@Component
@Transactional(readOnly = true)
public class EndersHere {

    private final DSLContext db;
    private final Commanding commanding;
    private final Organizations organizations;
    private final OfficerSchools officers;
    private final OnBehalf onBehalf;

    EndersHere(DSLContext db, Commanding commanding, Organizations organizations, OfficerSchools officers,
            OnBehalf onBehalf) {
        this.db = db;
        this.commanding = commanding;
        this.organizations = organizations;
        this.officers = officers;
        this.onBehalf = onBehalf;
    }

    /**
     * @param reader who asks: they are on duty themselves, and the person who is forced is told what they would be told
     * without force
     */
    public Enders of(Alert alert, UUID reader) {
        if (!alert.endsByTwo() || alert.state().over()) return Enders.WHO_LEADS;
        var forced = alert.forced().keySet();
        return Enders.of(commanding.of(alert.id()).orElse(null), onDuty(alert, reader).values(),
                forced.contains(reader) ? Set.of() : forced);
    }

    private Map<UUID, Leader> onDuty(Alert alert, UUID reader) {
        var seen = new HashSet<UUID>();
        seen.add(reader);
        seen.addAll(db.select(ALERT_CHANGE.BY_PERSON).from(ALERT_CHANGE).where(ALERT_CHANGE.ALERT_ID.eq(alert.id()))
                .and(ALERT_CHANGE.BY_PERSON.isNotNull()).fetch(ALERT_CHANGE.BY_PERSON));
        seen.addAll(db.select(PRESS.PERSON_ID).from(PRESS).where(PRESS.ALERT_ID.eq(alert.id()))
                .and(PRESS.PERSON_ID.isNotNull()).fetch(PRESS.PERSON_ID));
        seen.addAll(db.select(REACH.PERSON_ID).from(REACH).where(REACH.ALERT_ID.eq(alert.id()))
                .and(REACH.STATE.notIn("NOT_REACHED", "DELIVERED")).fetch(REACH.PERSON_ID));
        var leaders = new HashMap<UUID, Leader>();
        for (var held : organizations.heldBy(alert.districtId(), seen)) {
            boolean here = held.school() == null || held.school().equals(alert.schoolId());
            if (here && held.role().defaults().contains(Permission.ALERT_LEAD)) {
                leaders.merge(held.person(), new Leader(held.person(), held.name(), held.role()),
                        (a, b) -> a.role().compareTo(b.role()) <= 0 ? a : b);
            }
        }
        onBehalf.run(alert.agencyId(), () -> officers.at(alert.schoolId())
                .forEach((person, name) -> leaders.putIfAbsent(person, new Leader(person, name, Role.OFFICER))));
        return leaders;
    }
}
