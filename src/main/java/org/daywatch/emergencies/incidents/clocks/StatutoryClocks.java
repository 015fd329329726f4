package org.daywatch.emergencies.incidents.clocks;

import static org.daywatch_db.emergencies.Tables.PUPIL_EVENT;
import static org.daywatch_db.emergencies.Tables.STATUTORY_CLOCK;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.daywatch.directory.Campus;
import org.daywatch.directory.ProgrammeRules;
import org.daywatch.emergencies.IncidentEvent.StatutoryClockAnswered;
import org.daywatch.emergencies.IncidentEvent.StatutoryClocksStarted;
import org.daywatch.emergencies.IncidentRefusal;
import org.daywatch.emergencies.incidents.Incident;
import org.daywatch.emergencies.incidents.IncidentCommand.By;
import org.daywatch.emergencies.incidents.IncidentCommands;
import org.daywatch.emergencies.incidents.IncidentStore;
import org.daywatch.emergencies.incidents.IncidentStore.Line;
import org.daywatch.emergencies.incidents.clocks.StatutoryRule.Kind;
import org.daywatch.emergencies.incidents.clocks.StatutoryRule.Outcome;
import org.daywatch.platform.errors.NotFound;
import org.daywatch.platform.errors.Refused;
import org.daywatch.platform.events.Facts;
import org.daywatch.platform.persistence.Ids;
import org.daywatch.platform.web.Forms;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Starts what custody and restraint make due, and keeps who answered it, in time or late. */
@Component
@Transactional
public class StatutoryClocks {

    private final DSLContext db;
    private final IncidentStore incidents;
    private final IncidentCommands commands;
    private final ProgrammeRules rules;
    private final Facts facts;
    private final Forms forms;
    private final Clock clock;

    StatutoryClocks(DSLContext db, IncidentStore incidents, IncidentCommands commands, ProgrammeRules rules, Facts facts, Forms forms, Clock clock) {
        this.db = db;
        this.incidents = incidents;
        this.commands = commands;
        this.rules = rules;
        this.facts = facts;
        this.forms = forms;
        this.clock = clock;
    }

    /** @param pupil initials or empty; @param ward of the state; @param at when it happened, not in the future */
    public record PupilEvent(Kind kind, String pupil, boolean ward, Instant at, String place) {}

    /** @param form sent twice it is one event. @return how many clocks run */
    public int start(UUID incident, Campus school, PupilEvent said, By by, UUID form) {
        var i = incidents.lock(incident);
        if (!forms.first(form)) return 0;
        var started = StatutoryRule.start(said.kind(), said.ward(), said.at(), school.zone(), school.state(), rules.book());
        UUID event = Ids.next();
        var e = PUPIL_EVENT;
        db.insertInto(e).set(e.AGENCY_ID, i.agencyId()).set(e.ID, event).set(e.INCIDENT_ID, incident).set(e.DISTRICT_ID, i.districtId()).set(e.KIND, said.kind().name())
                .set(e.PUPIL, said.pupil()).set(e.WARD, said.ward()).set(e.AT, said.at()).set(e.PLACE, said.place()).set(e.BY_NAME, by.name()).set(e.BY_PERSON, by.person()).execute();
        for (var clockOf : started) insert(i, event, clockOf);
        facts.tell(new StatutoryClocksStarted(i.agencyId(), i.id(), clock.instant(), i.schoolId(), i.status(), event, said.kind().name(), by.name()));
        commands.write(i, Line.of(said.at(), "StatutoryClocksStarted", said.kind().name(), said.place(), by));
        return started.size();
    }

    private void insert(Incident i, UUID event, StatutoryRule.Started started) {
        var c = STATUTORY_CLOCK;
        db.insertInto(c).set(c.AGENCY_ID, i.agencyId()).set(c.EVENT_ID, event).set(c.CODE, started.what().name()).set(c.DISTRICT_ID, i.districtId())
                .set(c.DUE_AT, started.dueAt()).set(c.RULE_VERSION, started.rule().version()).set(c.SOURCE, started.rule().source())
                .set(c.TO_CONFIRM, started.rule().toConfirm()).execute();
    }

    /** Also after the incident was closed: the law does not wait for that. @param words who was told, how, or why it was held back */
    public void answer(UUID incident, UUID event, StatutoryRule what, Outcome outcome, String words, By by) {
        if (outcome == Outcome.HELD_BACK && !what.canBeHeldBack()) throw new Refused(IncidentRefusal.CLOCK_CANNOT_BE_HELD_BACK);
        var i = incidents.lock(incident);
        var running = list(incident).stream().filter(c -> c.event().equals(event) && c.what() == what).findFirst()
                .orElseThrow(() -> new NotFound("clock " + what + " of " + event));
        if (running.outcome() != null) throw new Refused(IncidentRefusal.CLOCK_ANSWERED);
        Instant now = clock.instant();
        var c = STATUTORY_CLOCK;
        db.update(c).set(c.OUTCOME, outcome.name()).set(c.ANSWERED_AT, now).set(c.ANSWERED_BY, by.name()).set(c.WORDS, words)
                .where(c.EVENT_ID.eq(event)).and(c.CODE.eq(what.name())).execute();
        facts.tell(new StatutoryClockAnswered(i.agencyId(), i.id(), now, i.schoolId(), i.status(), event, what.name(), outcome.name(), running.late(now), by.name()));
        commands.write(i, Line.of(now, running.late(now) ? "StatutoryClockAnsweredLate" : "StatutoryClockAnswered", what.name(), words, by));
    }

    /** What is due soonest first. */
    @Transactional(readOnly = true)
    public List<StatutoryClock> list(UUID incident) {
        var e = PUPIL_EVENT;
        var c = STATUTORY_CLOCK;
        return db.select().from(c).join(e).on(e.AGENCY_ID.eq(c.AGENCY_ID), e.ID.eq(c.EVENT_ID)).where(e.INCIDENT_ID.eq(incident)).orderBy(c.DUE_AT, c.CODE)
                .fetch(r -> new StatutoryClock(r.get(e.ID), Kind.valueOf(r.get(e.KIND)), r.get(e.PUPIL), r.get(e.PLACE), r.get(e.AT), StatutoryRule.valueOf(r.get(c.CODE)),
                        r.get(c.DUE_AT), r.get(c.SOURCE), r.get(c.TO_CONFIRM), r.get(c.OUTCOME) == null ? null : Outcome.valueOf(r.get(c.OUTCOME)), r.get(c.ANSWERED_AT),
                        r.get(c.ANSWERED_BY) == null ? "" : r.get(c.ANSWERED_BY), r.get(c.WORDS) == null ? "" : r.get(c.WORDS)));
    }
}
