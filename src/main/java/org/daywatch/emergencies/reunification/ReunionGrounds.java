package org.daywatch.emergencies.reunification;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.daywatch.emergencies.AlertStatus;
import org.daywatch.emergencies.PeopleRefusal;
import org.daywatch.emergencies.accountability.RollCall;
import org.daywatch.emergencies.alerts.Alert;
import org.daywatch.emergencies.alerts.AlertCommand;
import org.daywatch.emergencies.alerts.AlertCommands;
import org.daywatch.emergencies.alerts.AlertStore;
import org.daywatch.emergencies.incidents.IncidentStore;
import org.daywatch.emergencies.reunification.Reunifications.Beginning;
import org.daywatch.emergencies.reunification.approvers.ReleaseApprovers;
import org.daywatch.platform.errors.InvalidInput;
import org.daywatch.platform.errors.NotFound;
import org.daywatch.platform.errors.Refused;
import org.daywatch.platform.identity.Organizations;
import org.springframework.stereotype.Component;

/**
 * Whether students may be given back now: after an evacuation anybody who runs reunifications, before it the incident
 * commander, who says why.
 */
@Component
public class ReunionGrounds {

    private static final int SHORTEST = 5;
    private static final int LONGEST = 300;
    private final AlertStore alerts;
    private final AlertCommands commands;
    private final IncidentStore incidents;
    private final Organizations organizations;
    private final ReleaseApprovers approvers;

    ReunionGrounds(AlertStore alerts, AlertCommands commands, IncidentStore incidents, Organizations organizations,
            ReleaseApprovers approvers) {
        this.alerts = alerts;
        this.commands = commands;
        this.incidents = incidents;
        this.organizations = organizations;
        this.approvers = approvers;
    }

    /** @return the reason to keep; empty where the alert itself is the reason */
    String why(Beginning b) {
        var alert = alert(b);
        if (alert.map(ReunionGrounds::emptied).orElse(false)) return "";
        if (!b.leads()) throw new Refused(PeopleRefusal.REUNION_LEADER_NEEDED);
        var commander = alert.flatMap(a -> incidents.find(a.id())).map(i -> i.holder())
                .filter(h -> h.person() != null && !h.person().equals(b.by().person()));
        if (commander.isPresent())
            throw new Refused(PeopleRefusal.REUNION_COMMANDER_NEEDED, Map.of("name", commander.get().name()));
        var why = b.why().strip();
        if (why.length() < SHORTEST || why.length() > LONGEST)
            throw new InvalidInput("why", b.why(), "reunification.error.beginning");
        return why;
    }

    /** No drill of giving students back while the school is told something in earnest. */
    void noDrillInEarnest(UUID school, Beginning b) {
        if (b.status() != AlertStatus.EXERCISE) return;
        boolean real = alerts.underWay().stream().map(a -> a.seenBy(b.by().person()))
                .anyMatch(a -> a.schoolId().equals(school) && a.status() == AlertStatus.ACTUAL && !a.action().help()
                        && !a.state().over());
        if (real) throw new Refused(PeopleRefusal.REUNIFICATION_REAL_ALERT);
    }

    /** From now on the alert says that students go home from the assembly place. */
    void tellAlert(Beginning b) {
        alert(b).filter(a -> a.state() instanceof Alert.State.Evacuated)
                .ifPresent(
                        a -> commands.handle(a.id(),
                                new AlertCommand.BeginReunification(
                                        new AlertCommand.By(b.by().person(), b.by().name(), b.leads())),
                                b.by().person()));
    }

    /** Whose program the school is in. */
    UUID agency(Beginning b, UUID district) {
        if (b.call() != null) return b.call().agencyId();
        return organizations.find(district).map(Organizations.Organization::parent)
                .orElseThrow(() -> new NotFound("the program of district " + district));
    }

    /** Whether the alert of this roll call says on this reader's screens that everybody is out. */
    boolean emptied(RollCall call, UUID reader) {
        return alerts.find(call.alertId()).map(a -> a.seenBy(reader)).map(ReunionGrounds::emptied).orElse(false);
    }

    private static boolean emptied(Alert alert) {
        return alert.state() instanceof Alert.State.Evacuated || alert.state() instanceof Alert.State.Reunifying;
    }

    /** When the emergency began in which students are given back. */
    public Instant began(Reunification r) {
        return Optional.ofNullable(r.alertId()).flatMap(alerts::find).map(Alert::raisedAt)
                .filter(raised -> raised.isBefore(r.begunAt())).orElse(r.begunAt());
    }

    /** Whether they were named before the emergency as one who may let stopped cards go on. */
    boolean mayApprove(Reunification r, UUID person) {
        return approvers.named(r.schoolId(), person, began(r));
    }

    private Optional<Alert> alert(Beginning b) {
        return b.call() == null
                ? Optional.empty()
                : alerts.find(b.call().alertId()).map(a -> a.seenBy(b.by().person()));
    }
}
