package org.daywatch.emergencies.incidents;

import static org.daywatch_db.emergencies.Tables.INCIDENT_RESOURCE;
import static org.daywatch_db.emergencies.Tables.INCIDENT_ROLE;
import static org.daywatch_db.emergencies.Tables.INCIDENT_TASK;

import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.daywatch.emergencies.IncidentRefusal;
import org.daywatch.emergencies.incidents.IncidentCommand.By;
import org.daywatch.emergencies.incidents.IncidentStore.Line;
import org.daywatch.platform.errors.NotFound;
import org.daywatch.platform.errors.Refused;
import org.daywatch.platform.persistence.Ids;
import org.daywatch.platform.web.forms.Forms;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Roles, units and tasks of an incident: each change is the row as it is now, and a line of the timeline for how it
 * came.
 */
@Component
@Transactional
public class IncidentWork {

    private final DSLContext db;
    private final IncidentStore incidents;
    private final IncidentCommands commands;
    private final Forms forms;
    private final Clock clock;

    IncidentWork(DSLContext db, IncidentStore incidents, IncidentCommands commands, Forms forms, Clock clock) {
        this.db = db;
        this.incidents = incidents;
        this.commands = commands;
        this.forms = forms;
        this.clock = clock;
    }

    /** How a unit stands. */
    public enum UnitState { ORDERED, EN_ROUTE, ARRIVED, WORKING, RELEASED }

    public enum UnitKind { LAW, FIRE, MEDICAL, SCHOOL, OTHER }

    /**
     * @param name who has the role now; empty: nobody any more. @param person whose account it is, where they took it
     * themselves
     */
    public void fill(UUID incident, CommandRole role, String name, @Nullable UUID person, By by) {
        var i = going(incident);
        var t = INCIDENT_ROLE;
        Instant now = clock.instant();
        if (name.isEmpty()) {
            db.deleteFrom(t).where(t.INCIDENT_ID.eq(incident)).and(t.ROLE.eq(role.name())).execute();
        } else {
            db.insertInto(t).set(t.AGENCY_ID, i.agencyId()).set(t.INCIDENT_ID, incident).set(t.ROLE, role.name())
                    .set(t.DISTRICT_ID, i.districtId()).set(t.NAME, name)
                    .set(t.PERSON_ID, person).set(t.SINCE, now).onConflict(t.AGENCY_ID, t.INCIDENT_ID, t.ROLE)
                    .doUpdate().set(t.NAME, name).set(t.PERSON_ID, person)
                    .set(t.SINCE, now).execute();
        }
        commands.write(i, Line.of(now, name.isEmpty() ? "RoleLeft" : "RoleFilled", role.name(), name, by));
    }

    /** @param underRole a {@link CommandRole} or COMMANDER */
    public void order(UUID incident, UnitKind kind, String name, String place, String underRole, UnitState state,
            By by, UUID form) {
        var i = going(incident);
        if (!forms.first(form)) return;
        var t = INCIDENT_RESOURCE;
        UUID id = Ids.next();
        Instant now = clock.instant();
        boolean here = state != UnitState.ORDERED && state != UnitState.EN_ROUTE;
        db.insertInto(t).set(t.AGENCY_ID, i.agencyId()).set(t.ID, id).set(t.INCIDENT_ID, incident)
                .set(t.DISTRICT_ID, i.districtId()).set(t.KIND, kind.name()).set(t.NAME, name)
                .set(t.PLACE, place).set(t.UNDER_ROLE, underRole).set(t.STATE, state.name()).set(t.ORDERED_AT, now)
                .set(t.ARRIVED_AT, here ? now : null).set(t.SINCE, now).execute();
        commands.write(i,
                Line.of(now, "ResourceAdded", state.name(), place.isEmpty() ? name : name + " · " + place, by));
    }

    public void move(UUID incident, UUID resource, UnitState state, String place, By by) {
        var i = going(incident);
        var t = INCIDENT_RESOURCE;
        var row = db.selectFrom(t).where(t.ID.eq(resource)).and(t.INCIDENT_ID.eq(incident)).fetchOptional()
                .orElseThrow(() -> new NotFound("unit " + resource));
        Instant now = clock.instant();
        boolean here = state != UnitState.ORDERED && state != UnitState.EN_ROUTE;
        String where = place.isEmpty() ? row.getPlace() : place;
        db.update(t).set(t.STATE, state.name()).set(t.PLACE, where).set(t.SINCE, now)
                .set(t.ARRIVED_AT, row.getArrivedAt() == null && here ? now : row.getArrivedAt())
                .where(t.ID.eq(resource)).execute();
        commands.write(i, Line.of(now, "ResourceMoved", state.name(),
                where.isEmpty() ? row.getName() : row.getName() + " · " + where, by));
    }

    public void give(UUID incident, String words, String owner, @Nullable Instant due, By by, UUID form) {
        var i = going(incident);
        if (!forms.first(form)) return;
        var t = INCIDENT_TASK;
        UUID id = Ids.next();
        Instant now = clock.instant();
        db.insertInto(t).set(t.AGENCY_ID, i.agencyId()).set(t.ID, id).set(t.INCIDENT_ID, incident)
                .set(t.DISTRICT_ID, i.districtId()).set(t.WORDS, words).set(t.OWNER, owner)
                .set(t.DUE_AT, due).set(t.GIVEN_AT, now).execute();
        commands.write(i, Line.of(now, "TaskGiven", "", owner + ": " + words, by));
    }

    /** Done once; again says nothing new. */
    public void done(UUID incident, UUID task, By by) {
        var i = going(incident);
        var t = INCIDENT_TASK;
        var row = db.selectFrom(t).where(t.ID.eq(task)).and(t.INCIDENT_ID.eq(incident)).fetchOptional()
                .orElseThrow(() -> new NotFound("task " + task));
        if (row.getDoneAt() != null) return;
        Instant now = clock.instant();
        db.update(t).set(t.DONE_AT, now).set(t.DONE_BY, by.name()).where(t.ID.eq(task)).execute();
        commands.write(i, Line.of(now, "TaskDone", "", row.getOwner() + ": " + row.getWords(), by));
    }

    /**
     * A note that somebody writes while it goes on. @param detail what kind of note; @param form sent twice it is one
     * note
     */
    public void note(UUID incident, String detail, String words, By by, UUID form) {
        var i = going(incident);
        if (!forms.first(form)) return;
        commands.write(i, Line.of(clock.instant(), "NoteWritten", detail, words, by));
    }

    private Incident going(UUID incident) {
        var i = incidents.lock(incident);
        if (i.closed()) throw new Refused(IncidentRefusal.INCIDENT_CLOSED);
        return i;
    }
}
