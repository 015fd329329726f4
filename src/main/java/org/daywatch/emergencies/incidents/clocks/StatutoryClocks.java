package org.daywatch.emergencies.incidents.clocks;

import static org.daywatch_db.emergencies.Tables.STUDENT_EVENT;
import static org.daywatch_db.emergencies.Tables.STATUTORY_ANSWER;
import static org.daywatch_db.emergencies.Tables.STATUTORY_CLOCK;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.daywatch.directory.Campus;
import org.daywatch.directory.ProgramRules;
import org.daywatch.emergencies.IncidentEvent.StatutoryAnswerTakenBack;
import org.daywatch.emergencies.IncidentEvent.StatutoryClockAnswered;
import org.daywatch.emergencies.IncidentEvent.StatutoryClocksStarted;
import org.daywatch.emergencies.IncidentRefusal;
import org.daywatch.emergencies.incidents.Incident;
import org.daywatch.emergencies.incidents.IncidentCommand.By;
import org.daywatch.emergencies.incidents.IncidentCommands;
import org.daywatch.emergencies.incidents.IncidentStore;
import org.daywatch.emergencies.incidents.IncidentStore.Line;
import org.daywatch.emergencies.incidents.clocks.StatutoryRule.How;
import org.daywatch.emergencies.incidents.clocks.StatutoryRule.Kind;
import org.daywatch.emergencies.incidents.clocks.StatutoryRule.Outcome;
import org.daywatch.platform.errors.InvalidInput;
import org.daywatch.platform.errors.NotFound;
import org.daywatch.platform.errors.Refused;
import org.daywatch.platform.events.Facts;
import org.daywatch.platform.persistence.Ids;
import org.daywatch.platform.web.forms.Forms;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Starts what custody and restraint make due, and keeps who answered it, in time or late, and who took an answer back.
 */
@Component
@Transactional
public class StatutoryClocks {

    private final DSLContext db;
    private final IncidentStore incidents;
    private final IncidentCommands commands;
    private final StatutoryQueries queries;
    private final StatutoryNotices notices;
    private final ProgramRules rules;
    private final Facts facts;
    private final Forms forms;
    private final Clock clock;

    StatutoryClocks(DSLContext db, IncidentStore incidents, IncidentCommands commands, StatutoryQueries queries,
            StatutoryNotices notices, ProgramRules rules, Facts facts,
            Forms forms, Clock clock) {
        this.db = db;
        this.incidents = incidents;
        this.commands = commands;
        this.queries = queries;
        this.notices = notices;
        this.rules = rules;
        this.facts = facts;
        this.forms = forms;
        this.clock = clock;
    }

    /** @param student initials or empty; @param ward of the state; @param at when it happened, not in the future */
    public record StudentEvent(Kind kind, String student, boolean ward, Instant at, String place) {}

    /**
     * @param how needed where it is done. @param doneAt after the event and not in the future. @param words who was
     * told, or why it was held back
     */
    public record Said(Outcome outcome, @Nullable How how, Instant doneAt, String words) {}

    /** Whoever must act is told at once. @param form sent twice it is one event. @return how many clocks run */
    public int start(UUID incident, Campus school, StudentEvent said, By by, UUID form) {
        var i = incidents.lock(incident);
        if (!forms.first(form)) return 0;
        var started = StatutoryRule.start(said.kind(), said.ward(), said.at(), school.zone(), school.state(),
                rules.book());
        UUID event = Ids.next();
        var e = STUDENT_EVENT;
        db.insertInto(e).set(e.AGENCY_ID, i.agencyId()).set(e.ID, event).set(e.INCIDENT_ID, incident)
                .set(e.DISTRICT_ID, i.districtId()).set(e.KIND, said.kind().name())
                .set(e.STUDENT, said.student()).set(e.WARD, said.ward()).set(e.AT, said.at()).set(e.PLACE, said.place())
                .set(e.BY_NAME, by.name()).set(e.BY_PERSON, by.person()).execute();
        for (var clockOf : started) insert(i, event, clockOf);
        facts.tell(new StatutoryClocksStarted(i.agencyId(), i.id(), clock.instant(), i.schoolId(), i.status(), event,
                said.kind().name(), by.name()));
        commands.write(i, Line.of(said.at(), "StatutoryClocksStarted", said.kind().name(), said.place(), by));
        if (!started.isEmpty())
            notices.begun(i, said.kind(),
                    started.stream().map(StatutoryRule.Started::dueAt).min(Instant::compareTo).orElseThrow());
        return started.size();
    }

    private void insert(Incident i, UUID event, StatutoryRule.Started started) {
        var c = STATUTORY_CLOCK;
        db.insertInto(c).set(c.AGENCY_ID, i.agencyId()).set(c.EVENT_ID, event).set(c.CODE, started.what().name())
                .set(c.DISTRICT_ID, i.districtId())
                .set(c.DUE_AT, started.dueAt()).set(c.RULE_VERSION, started.rule().version())
                .set(c.SOURCE, started.rule().source())
                .set(c.TO_CONFIRM, started.rule().toConfirm()).execute();
    }

    /** Also after the incident was closed: the law does not wait for that. */
    public void answer(UUID incident, UUID event, StatutoryRule what, Said said, By by) {
        if (said.outcome() == Outcome.HELD_BACK && !what.canBeHeldBack())
            throw new Refused(IncidentRefusal.CLOCK_CANNOT_BE_HELD_BACK);
        if (said.outcome() == Outcome.DONE && said.how() == null)
            throw new InvalidInput("how", "", "incidents.wrong.how");
        var i = incidents.lock(incident);
        var running = get(incident, event, what);
        if (!running.open()) throw new Refused(IncidentRefusal.CLOCK_ANSWERED);
        Instant now = clock.instant();
        if (said.doneAt().isAfter(now.plusSeconds(60)) || said.doneAt().isBefore(running.eventAt()))
            throw new InvalidInput("time", said.doneAt().toString(), "incidents.wrong.doneAt");
        boolean late = said.doneAt().isAfter(running.dueAt());
        var how = said.how() == null || said.outcome() == Outcome.HELD_BACK ? null : said.how().name();
        var c = STATUTORY_CLOCK;
        db.update(c).set(c.OUTCOME, said.outcome().name()).set(c.ANSWERED_AT, now).set(c.ANSWERED_BY, by.name())
                .set(c.WORDS, said.words()).set(c.DONE_AT, said.doneAt()).set(c.HOW, how)
                .where(c.EVENT_ID.eq(event)).and(c.CODE.eq(what.name())).execute();
        keep(i, event, what, said.outcome().name(), how, said.doneAt(), said.words(), by, now);
        facts.tell(new StatutoryClockAnswered(i.agencyId(), i.id(), now, i.schoolId(), i.status(), event, what.name(),
                said.outcome().name(), late, by.name()));
        commands.write(i, Line.of(now, late ? "StatutoryClockAnsweredLate" : "StatutoryClockAnswered", what.name(),
                said.words(), by));
    }

    /** The answer was a mistake: it stays readable, what is due is open again, and whoever must act is told. */
    public void takeBack(UUID incident, UUID event, StatutoryRule what, String why, By by) {
        var i = incidents.lock(incident);
        var answered = get(incident, event, what);
        if (answered.open()) throw new Refused(IncidentRefusal.CLOCK_NOT_ANSWERED);
        Instant now = clock.instant();
        var c = STATUTORY_CLOCK;
        db.update(c).setNull(c.OUTCOME).setNull(c.ANSWERED_AT).setNull(c.ANSWERED_BY).setNull(c.WORDS)
                .setNull(c.DONE_AT).setNull(c.HOW)
                .where(c.EVENT_ID.eq(event)).and(c.CODE.eq(what.name())).execute();
        keep(i, event, what, "TAKEN_BACK", null, null, why, by, now);
        facts.tell(new StatutoryAnswerTakenBack(i.agencyId(), i.id(), now, i.schoolId(), i.status(), event, what.name(),
                why, by.name()));
        commands.write(i, Line.of(now, "StatutoryAnswerTakenBack", what.name(), why, by));
        notices.openAgain(i, what, answered.dueAt());
    }

    private StatutoryClock get(UUID incident, UUID event, StatutoryRule what) {
        return queries.list(incident).stream().filter(c -> c.event().equals(event) && c.what() == what).findFirst()
                .orElseThrow(() -> new NotFound("clock " + what + " of " + event));
    }

    private void keep(Incident i, UUID event, StatutoryRule what, String said, @Nullable String how,
            @Nullable Instant doneAt, String words, By by, Instant now) {
        var a = STATUTORY_ANSWER;
        db.insertInto(a).set(a.AGENCY_ID, i.agencyId()).set(a.ID, Ids.next()).set(a.DISTRICT_ID, i.districtId())
                .set(a.EVENT_ID, event).set(a.CODE, what.name()).set(a.SAID, said)
                .set(a.HOW, how).set(a.DONE_AT, doneAt).set(a.WORDS, words).set(a.AT, now).set(a.BY_NAME, by.name())
                .set(a.BY_PERSON, by.person()).execute();
    }
}
