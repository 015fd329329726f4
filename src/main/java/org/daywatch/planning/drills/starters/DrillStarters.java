package org.daywatch.planning.drills.starters;

import static org.daywatch_db.planning.Tables.DRILL_STARTER;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.daywatch.directory.Campus;
import org.daywatch.planning.DrillStarting;
import org.daywatch.planning.PlanningRefusal;
import org.daywatch.planning.drills.DrillYears;
import org.daywatch.platform.audit.AuditLog;
import org.daywatch.platform.errors.InvalidInput;
import org.daywatch.platform.errors.NotFound;
import org.daywatch.platform.errors.Refused;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.identity.Organizations.Placed;
import org.daywatch.platform.identity.Organizations;
import org.daywatch.platform.identity.Permission;
import org.daywatch.platform.persistence.Ids;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Whom a school's drill plan names: nobody names themselves. */
@Component
@Transactional
public class DrillStarters implements DrillStarting {

    private final DSLContext db;
    private final Organizations organizations;
    private final DrillYears years;
    private final AuditLog audit;
    private final Clock clock;

    DrillStarters(DSLContext db, Organizations organizations, DrillYears years, AuditLog audit, Clock clock) {
        this.db = db;
        this.organizations = organizations;
        this.years = years;
        this.audit = audit;
        this.clock = clock;
    }

    public record DrillStarter(UUID id, UUID person, String name, Instant namedAt, String namedBy) {}

    @Override
    @Transactional(readOnly = true)
    public boolean mayStart(Actor actor, UUID school) {
        return actor.may(Permission.DRILLS_RUN)
                || ofSchool(school).stream().anyMatch(one -> one.person().equals(actor.person()));
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Refused> refusal(Actor actor, Campus school) {
        if (!mayStart(actor, school.id())) return Optional.of(new Refused(PlanningRefusal.DRILL_NOT_YOURS_TO_START));
        var now = clock.instant().atZone(school.zone());
        return years.closed(school, now.toLocalDate(), now.toLocalTime());
    }

    @Transactional(readOnly = true)
    List<DrillStarter> ofSchool(UUID school) {
        return db.selectFrom(DRILL_STARTER).where(DRILL_STARTER.SCHOOL_ID.eq(school))
                .and(DRILL_STARTER.ENDED_AT.isNull()).orderBy(DRILL_STARTER.NAME, DRILL_STARTER.ID)
                .fetch(r -> new DrillStarter(r.getId(), r.getPersonId(), r.getName(), r.getNamedAt(),
                        r.getNamedByName()));
    }

    /** The school's people whom this person may name: all others who are not named yet. */
    @Transactional(readOnly = true)
    List<Placed> nameable(Campus school, UUID reader) {
        var named = ofSchool(school.id()).stream().map(DrillStarter::person).toList();
        return organizations.placedAt(school.districtId(), school.id()).stream()
                .filter(one -> !one.person().equals(reader) && !named.contains(one.person())).toList();
    }

    void name(Actor actor, UUID agency, Campus school, UUID person) {
        if (person.equals(actor.person())) throw new Refused(PlanningRefusal.DRILL_STARTER_ONESELF);
        var who = organizations.placedAt(school.districtId(), school.id()).stream()
                .filter(one -> one.person().equals(person)).findFirst()
                .orElseThrow(() -> new InvalidInput("person", person.toString(), "drills.starters.wrong"));
        int fresh = db.insertInto(DRILL_STARTER).set(DRILL_STARTER.AGENCY_ID, agency)
                .set(DRILL_STARTER.ID, Ids.next()).set(DRILL_STARTER.DISTRICT_ID, school.districtId())
                .set(DRILL_STARTER.SCHOOL_ID, school.id()).set(DRILL_STARTER.PERSON_ID, person)
                .set(DRILL_STARTER.NAME, who.name()).set(DRILL_STARTER.NAMED_AT, clock.instant())
                .set(DRILL_STARTER.NAMED_BY, actor.person()).set(DRILL_STARTER.NAMED_BY_NAME, actor.name())
                .onConflictDoNothing().execute();
        if (fresh == 1) audit.act("DrillStarterNamed", "school " + school.id(), Map.of("person", person.toString()));
    }

    void end(Actor actor, Campus school, UUID id) {
        int ended = db.update(DRILL_STARTER).set(DRILL_STARTER.ENDED_AT, clock.instant())
                .set(DRILL_STARTER.ENDED_BY, actor.person()).where(DRILL_STARTER.ID.eq(id))
                .and(DRILL_STARTER.SCHOOL_ID.eq(school.id())).and(DRILL_STARTER.ENDED_AT.isNull()).execute();
        if (ended == 0) throw new NotFound("drill starter " + id);
        audit.act("DrillStarterEnded", "school " + school.id(), Map.of("starter", id.toString()));
    }
}
