package org.daywatch.emergencies.incidents.clocks;

import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.daywatch.directory.Campus;
import org.daywatch.directory.ProgramRules;
import org.daywatch.emergencies.IncidentEvent.StatutoryAnswerTakenBack;
import org.daywatch.emergencies.IncidentEvent.StatutoryClockAnswered;
import org.daywatch.emergencies.IncidentEvent.StatutoryClocksStarted;
import org.daywatch.emergencies.IncidentRefusal;
import org.daywatch.emergencies.incidents.IncidentCommand.By;
import org.daywatch.emergencies.incidents.IncidentCommands;
import org.daywatch.emergencies.incidents.IncidentStore.Line;
import org.daywatch.emergencies.incidents.IncidentStore;
import org.daywatch.emergencies.incidents.clocks.StatutoryRule.How;
import org.daywatch.emergencies.incidents.clocks.StatutoryRule.Kind;
import org.daywatch.emergencies.incidents.clocks.StatutoryRule.Outcome;
import org.daywatch.platform.errors.InvalidInput;
import org.daywatch.platform.errors.NotFound;
import org.daywatch.platform.errors.Refused;
import org.daywatch.platform.events.Facts;
import org.daywatch.platform.web.forms.Forms;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Starts what custody and restraint make due, and keeps who answered it, in time or late, and who took an answer back.
 */
@Component
@Transactional
public class StatutoryClocks {

    private final StatutoryStore store;
    private final IncidentStore incidents;
    private final IncidentCommands commands;
    private final StatutoryQueries queries;
    private final StatutoryNotices notices;
    private final ProgramRules rules;
    private final Facts facts;
    private final Forms forms;
    private final Clock clock;

    StatutoryClocks(StatutoryStore store, IncidentStore incidents, IncidentCommands commands, StatutoryQueries queries,
            StatutoryNotices notices, ProgramRules rules, Facts facts,
            Forms forms, Clock clock) {
        this.store = store;
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
        UUID event = store.insertEvent(i, said, by);
        for (var clockOf : started) store.insert(i, event, clockOf);
        facts.tell(new StatutoryClocksStarted(i.agencyId(), i.id(), clock.instant(), i.schoolId(), i.status(), event,
                said.kind().name(), by.name()));
        commands.write(i, Line.of(said.at(), "StatutoryClocksStarted", said.kind().name(), said.place(), by));
        if (!started.isEmpty())
            notices.begun(i, said.kind(),
                    started.stream().map(StatutoryRule.Started::dueAt).min(Instant::compareTo).orElseThrow());
        return started.size();
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
        store.answered(event, what, said, how, by, now);
        store.keep(i, event, what, said.outcome().name(), how, said.doneAt(), said.words(), by, now);
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
        store.openAgain(event, what);
        store.keep(i, event, what, "TAKEN_BACK", null, null, why, by, now);
        facts.tell(new StatutoryAnswerTakenBack(i.agencyId(), i.id(), now, i.schoolId(), i.status(), event, what.name(),
                why, by.name()));
        commands.write(i, Line.of(now, "StatutoryAnswerTakenBack", what.name(), why, by));
        notices.openAgain(i, what, answered.dueAt());
    }

    private StatutoryClock get(UUID incident, UUID event, StatutoryRule what) {
        return queries.list(incident).stream().filter(c -> c.event().equals(event) && c.what() == what).findFirst()
                .orElseThrow(() -> new NotFound("clock " + what + " of " + event));
    }
}
