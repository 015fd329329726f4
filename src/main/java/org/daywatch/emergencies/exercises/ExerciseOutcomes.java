package org.daywatch.emergencies.exercises;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.daywatch.emergencies.AlertStatus;
import org.daywatch.emergencies.EmergencyEvent.AlertChanged;
import org.daywatch.emergencies.EmergencyEvent.AlertEnded;
import org.daywatch.emergencies.EmergencyEvent.AlertRaised;
import org.daywatch.emergencies.EmergencyEvent.FalseAlarmFound;
import org.daywatch.emergencies.EmergencyEvent.OfAlert;
import org.daywatch.emergencies.ExerciseConcluded;
import org.daywatch.emergencies.PeopleEvent.RollCallBegun;
import org.daywatch.emergencies.PeopleEvent.RoomReported;
import org.daywatch.emergencies.accountability.RollQueries;
import org.daywatch.emergencies.alerts.Alert;
import org.daywatch.emergencies.alerts.AlertStore;
import org.daywatch.planning.ExerciseRoll;
import org.daywatch.planning.ExerciseRoom;
import org.daywatch.planning.ExerciseUnderWay;
import org.daywatch.platform.events.Facts;
import org.daywatch.platform.persistence.Ids;
import org.daywatch.platform.tenancy.OnBehalf;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Tells of each exercise for the whole school that is over, with what was measured where people stood. */
@Component
class ExerciseOutcomes implements ExerciseRoom {

    private final ExerciseOutcomeStore store;
    private final AlertStore alerts;
    private final RollQueries rolls;
    private final ExerciseUnderWay underWay;
    private final OnBehalf onBehalf;
    private final Facts facts;

    ExerciseOutcomes(ExerciseOutcomeStore store, AlertStore alerts, RollQueries rolls, ExerciseUnderWay underWay,
            OnBehalf onBehalf, Facts facts) {
        this.store = store;
        this.alerts = alerts;
        this.rolls = rolls;
        this.underWay = underWay;
        this.onBehalf = onBehalf;
        this.facts = facts;
    }

    @ApplicationModuleListener
    void on(AlertRaised fact) {
        if (fact.status() == AlertStatus.EXERCISE) begun(fact.id());
    }

    @ApplicationModuleListener
    void on(AlertChanged fact) {
        if (fact.status() == AlertStatus.EXERCISE) begun(fact.id());
    }

    /** Unless it was found by now to be a mistake. */
    private void begun(UUID id) {
        alerts.find(id).filter(a -> !a.action().help() && !(a.state() instanceof Alert.State.Cancelled))
                .ifPresent(alert -> drills(alert).forEach(drill -> underWay.begun(drill, alert.schoolId(),
                        alert.action().name(), alert.detail(), alert.raisedAt())));
    }

    @ApplicationModuleListener
    void on(AlertEnded fact) {
        ended(fact);
    }

    @ApplicationModuleListener
    void on(FalseAlarmFound fact) {
        ended(fact);
    }

    private void ended(OfAlert fact) {
        if (fact.status() == AlertStatus.EXERCISE) conclude(fact.id(), fact.at());
    }

    /** Where that an alert was raised is heard after it was over, its rooms are counted from then on only. */
    @ApplicationModuleListener
    void on(RollCallBegun fact) {
        if (fact.status() == AlertStatus.EXERCISE)
            onBehalf.run(rolls.get(fact.id()).agencyId(), () -> conclude(fact.alertId(), fact.at()));
    }

    /**
     * A sheet of paper that is typed in when everybody is back in class changes what was measured: it is told once
     * more.
     */
    @ApplicationModuleListener
    void on(RoomReported fact) {
        var call = rolls.get(fact.callId());
        if (call.status() == AlertStatus.EXERCISE)
            onBehalf.run(call.agencyId(), () -> conclude(call.alertId(), fact.at()));
    }

    /** What stands now, whichever fact was heard and in whatever order; nothing where that was told already. */
    private void conclude(UUID id, Instant now) {
        store.takeTurn(id); // whoever comes second knows more, and tells it last
        var alert = alerts.find(id).filter(a -> a.state().over() && !a.action().help()).orElse(null);
        if (alert == null) return;
        var roll = said(id).orElse(null);
        var secured = secured(alert).orElse(null);
        var end = alert.state().since();
        boolean cancelled = alert.state() instanceof Alert.State.Cancelled;
        if (!store.isNew(id, String.join(" ", alert.action().name(), alert.detail(), String.valueOf(secured),
                end.toString(), String.valueOf(roll), cancelled ? "cancelled" : "")))
            return;
        for (var drill : drills(alert)) {
            facts.tell(new ExerciseConcluded(alert.agencyId(), Ids.next(), now, alert.districtId(), alert.schoolId(),
                    drill, alert.action().name(), alert.detail(), alert.raisedAt(),
                    secured, roll == null ? null : roll.full(), end, roll, cancelled, alert.presser()));
        }
    }

    private Optional<ExerciseRoll> said(UUID alert) {
        return rolls.numbers(alert).map(n -> new ExerciseRoll(n.expected(), n.present() + n.injured() + n.needsHelp(),
                n.missing(), n.unknown(), n.rooms(), n.roomsAnswered(), n.fullAt()));
    }

    /** Rooms are the district's. */
    private Optional<Instant> secured(Alert alert) {
        var at = new Instant[1];
        onBehalf.run(alert.districtId(),
                () -> at[0] = rolls.ofAlert(alert.id()).flatMap(call -> rolls.securedAt(call.id())).orElse(null));
        return Optional.ofNullable(at[0]);
    }

    /** Those it was pressed for; one that nobody planned goes by its own id. */
    private List<UUID> drills(Alert alert) {
        var planned = store.planned(alert.id());
        return planned.isEmpty() ? List.of(alert.id()) : planned;
    }

    private Exercise shown(Alert real, Alert seen) {
        var roll = said(real.id()).orElse(null);
        boolean alone = seen.state().over() && !real.state().over();
        var ended = alone
                ? new Ended(real.raisedAt(), seen.state().since(), seen.state() instanceof Alert.State.Cancelled,
                        secured(real).orElse(null), roll == null ? null : roll.full())
                : null;
        return new Exercise(real.id(), seen.state().over(), roll, ended);
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Exercise> of(UUID drill, UUID reader) {
        return alerts.find(store.alertOf(drill)).filter(a -> a.status() == AlertStatus.EXERCISE)
                .map(a -> shown(a, a.seenBy(reader)));
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<ExerciseRoll> roll(UUID drill) {
        return said(store.alertOf(drill));
    }
}
