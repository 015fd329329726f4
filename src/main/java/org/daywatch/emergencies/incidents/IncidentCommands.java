package org.daywatch.emergencies.incidents;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.daywatch.directory.Campus;
import org.daywatch.emergencies.AlertStatus;
import org.daywatch.emergencies.EmergencyEvent.FalseAlarmFound;
import org.daywatch.emergencies.IncidentEvent;
import org.daywatch.emergencies.IncidentEvent.*;
import org.daywatch.emergencies.alerts.Alert;
import org.daywatch.emergencies.alerts.AlertStore;
import org.daywatch.emergencies.incidents.IncidentCommand.By;
import org.daywatch.emergencies.incidents.IncidentStore.Line;
import org.daywatch.platform.errors.NotFound;
import org.daywatch.platform.events.Facts;
import org.daywatch.platform.live.Live;
import org.daywatch.platform.persistence.Ids;
import org.daywatch.platform.web.forms.Forms;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** One transaction per act: lock, decide, save, write the line, tell; open screens hear of it after the commit. */
@Component
@Transactional
public class IncidentCommands {

    private final IncidentStore incidents;
    private final IncidentQueries queries;
    private final AlertStore alerts;
    private final Facts facts;
    private final Live live;
    private final Forms forms;
    private final Clock clock;

    IncidentCommands(IncidentStore incidents, IncidentQueries queries, AlertStore alerts, Facts facts, Live live,
            Forms forms, Clock clock) {
        this.incidents = incidents;
        this.queries = queries;
        this.alerts = alerts;
        this.facts = facts;
        this.live = live;
        this.forms = forms;
        this.clock = clock;
    }

    /** The alert has an incident from now on, and its timeline holds every version there is. Any number of times. */
    public void hear(Alert alert) {
        if (alert.status() == AlertStatus.TEST) return;
        var incident = new Incident(alert.agencyId(), alert.id(), alert.districtId(), alert.schoolId(), alert.id(),
                alert.status(), "", alert.raisedAt(),
                new Incident.State.Open(alert.raisedAt()), null, null, 1);
        if (incidents.insert(incident)) facts.tell(incident.opened(alert.presser()));
        var locked = incidents.lock(alert.id());
        if (incidents.catchUp(locked) == 0) return;
        if (alert.state() instanceof Alert.State.Cancelled(var at, var by)) closeFalseAlarm(locked, at, by);
        else closeForForced(locked, alert);
        ring(locked);
    }

    /** Once: whoever opens it again keeps it open. */
    private void closeFalseAlarm(Incident incident, Instant at, String by) {
        if (incident.closed()) return;
        var decided = incident.falseAlarm(by, incidents.whyFalseAlarm(incident.id()), at).orThrow();
        incidents.save(decided.state());
        for (var fact : decided.facts())
            keep(decided.state(), (IncidentEvent) fact, words((IncidentEvent) fact), "", null);
    }

    /** On the screen of somebody who was forced to call it a false alarm it is closed as it would be. */
    private void closeForForced(Incident incident, Alert alert) {
        if (incident.closed()) return;
        for (var forced : alert.forced().values()) {
            if (!(alert.seenBy(forced.person()).state() instanceof Alert.State.Cancelled end)
                    || incidents.wasForced(incident.id(), forced.person()))
                continue;
            String why = forced.acts().stream().filter(FalseAlarmFound.class::isInstance).map(act -> act.why())
                    .findFirst().orElse("");
            write(incident, new Line(end.since(), IncidentStore.CLOSED_UNDER_FORCE, "", why, forced.name(),
                    forced.person(), null));
        }
    }

    /**
     * One that needed no alert: custody, restraint, a call from outside. @return its id; empty when the form was sent
     * before
     */
    public Optional<UUID> open(UUID agency, Campus school, AlertStatus status, String title, By by, UUID form) {
        if (status == AlertStatus.TEST) throw new IllegalArgumentException("a silent test has no incident");
        if (!forms.first(form)) return Optional.empty();
        Instant now = clock.instant();
        var incident = new Incident(agency, Ids.next(), school.districtId(), school.id(), null, status, title, now,
                new Incident.State.Open(now), null, null, 1);
        incidents.insert(incident);
        keep(incident, (IncidentEvent) incident.opened(by.name()), title, "", by.person());
        ring(incident);
        return Optional.of(incident.id());
    }

    public Incident handle(UUID id, IncidentCommand command) {
        var real = incidents.lock(id);
        UUID person = command.by().person();
        var before = incidents.seenBy(real, person);
        boolean over = incidents.alertOver(real);
        boolean forced = !over && overFor(real, person);
        boolean close = command instanceof IncidentCommand.Close;
        var full = command instanceof IncidentCommand.Close(var by, var summary, _, _)
                ? new IncidentCommand.Close(by, summary, over || forced,
                        forced ? openTasksFor(id, person) : incidents.openTasks(id))
                : command;
        var decided = before.decide(full, clock.instant()).orThrow();
        var after = decided.state();
        if (before != real || close && !over)
            return underForce(real, after, (IncidentEvent) decided.facts().getFirst(), person);
        incidents.save(after);
        for (var fact : decided.facts())
            keep(after, (IncidentEvent) fact, words((IncidentEvent) fact), detail((IncidentEvent) fact),
                    command.by().person());
        ring(after);
        return after;
    }

    /** On their screens the alert is over, because they were forced to end it. */
    private boolean overFor(Incident incident, UUID person) {
        return incident.alertId() != null
                && alerts.find(incident.alertId()).map(alert -> alert.seenBy(person).state().over()).orElse(false);
    }

    /** Of those that they are shown: one that was given since must not keep them from closing. */
    private int openTasksFor(UUID incident, UUID person) {
        return (int) queries.tasks(incident, queries.shown(incident, person)).stream()
                .filter(task -> task.doneAt() == null).count();
    }

    /** Nothing comes of it: their screens show what would have come of it, the others read that they were made to. */
    private Incident underForce(Incident real, Incident shown, IncidentEvent fact, UUID person) {
        String kind = shown.closed() ? IncidentStore.CLOSED_UNDER_FORCE : IncidentStore.REOPENED_UNDER_FORCE;
        write(real, new Line(fact.at(), kind, "", words(fact), fact.by(), person, null));
        return shown;
    }

    /** @return the number of the line */
    public int write(UUID id, String kind, String detail, String words, By by) {
        return write(incidents.lock(id), new Line(clock.instant(), kind, detail, words, by.name(), by.person(), null));
    }

    /** What was written stays; a new line says what is right. @throws NotFound when there is no such line */
    public int correct(UUID id, int seq, String words, By by) {
        var incident = incidents.lock(id);
        if (!incidents.wrote(id, seq)) throw new NotFound("line " + seq + " of incident " + id);
        return write(incident, new Line(clock.instant(), "EntryCorrected", "", words, by.name(), by.person(), seq));
    }

    /** For the other stores of this room: the incident is locked and the act happens in the same transaction. */
    public int write(Incident incident, Line line) {
        int seq = incidents.write(incident, line);
        facts.tell(new TimelineWritten(incident.agencyId(), incident.id(), clock.instant(), incident.schoolId(),
                incident.status(), seq, line.kind(), line.by()));
        ring(incident);
        return seq;
    }

    private void keep(Incident incident, IncidentEvent fact, String words, String detail, @Nullable UUID person) {
        incidents.write(incident,
                new Line(fact.at(), fact.getClass().getSimpleName(), detail, words, fact.by(), person, null));
        facts.tell(fact);
    }

    private static String words(IncidentEvent fact) {
        return switch (fact) {
            case CommandOffered f -> f.to() + ": " + f.briefed();
            case CommandOfferWithdrawn f -> f.to();
            case CommandTransferred f -> f.from() + " → " + f.to() + ": " + f.briefed();
            case IncidentStoodDown f -> f.why();
            case IncidentResumed f -> f.why();
            case IncidentClosed f -> f.summary();
            case IncidentReopened f -> f.why();
            default -> "";
        };
    }

    private static String detail(IncidentEvent fact) {
        return fact instanceof CommandTransferred transferred ? transferred.how().name() : "";
    }

    private void ring(Incident incident) {
        live.ring("incidents", incident.agencyId());
        live.ring("incidents", incident.districtId());
    }
}
