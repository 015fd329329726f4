package org.daywatch.emergencies.demo;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import org.daywatch.directory.Campuses;
import org.daywatch.emergencies.AlertStatus;
import org.daywatch.emergencies.aftermath.AfterActions;
import org.daywatch.emergencies.aftermath.AftermathCapability;
import org.daywatch.emergencies.alerts.AlertStore;
import org.daywatch.emergencies.incidents.CommandRole;
import org.daywatch.emergencies.incidents.IncidentCommand.By;
import org.daywatch.emergencies.incidents.IncidentCommand;
import org.daywatch.emergencies.incidents.IncidentCommands;
import org.daywatch.emergencies.incidents.IncidentWork;
import org.daywatch.emergencies.incidents.claims.CallerClaims;
import org.daywatch.emergencies.incidents.clocks.StatutoryClocks;
import org.daywatch.emergencies.incidents.clocks.StatutoryQueries;
import org.daywatch.emergencies.incidents.clocks.StatutoryReminders;
import org.daywatch.emergencies.incidents.clocks.StatutoryRule.How;
import org.daywatch.emergencies.incidents.clocks.StatutoryRule.Kind;
import org.daywatch.emergencies.incidents.clocks.StatutoryRule.Outcome;
import org.daywatch.platform.demo.DemoChapter;
import org.daywatch.platform.demo.DemoStory;
import org.daywatch.platform.identity.Organizations;
import org.daywatch.platform.identity.Role;
import org.daywatch.platform.persistence.Ids;
import org.daywatch.platform.tenancy.Scope;
import org.daywatch.platform.tenancy.Tenancy;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/**
 * What people did during last Tuesday's drill and learned from it, and a custody this morning whose notices are due.
 */
@Component
@ConditionalOnProperty("daywatch.demo")
class IncidentsChapter implements DemoChapter {

    private static final LocalDate DRILL = LocalDate.of(2026, 11, 10);

    private final Organizations organizations;
    private final Campuses campuses;
    private final AlertStore alerts;
    private final IncidentCommands commands;
    private final IncidentWork work;
    private final CallerClaims claims;
    private final StatutoryClocks clocks;
    private final StatutoryQueries due;
    private final StatutoryReminders reminders;
    private final AfterActions reports;

    IncidentsChapter(Organizations organizations, Campuses campuses, AlertStore alerts, IncidentCommands commands,
            IncidentWork work, CallerClaims claims, StatutoryClocks clocks,
            StatutoryQueries due, StatutoryReminders reminders, AfterActions reports) {
        this.organizations = organizations;
        this.campuses = campuses;
        this.alerts = alerts;
        this.commands = commands;
        this.work = work;
        this.claims = claims;
        this.clocks = clocks;
        this.due = due;
        this.reminders = reminders;
        this.reports = reports;
    }

    @Override
    public int order() {
        return 39;
    }

    @Override
    public void tell(DemoStory story) {
        var school = campuses.find(story.the("ironwood-high")).orElseThrow();
        var principal = by(story, "principal", "Morgan Sedgewick", Role.PRINCIPAL);
        var office = by(story, "office", "Sasha Vandermeer", Role.FRONT_OFFICE);
        UUID drill = story.the("lockdown-drill");
        at(story, "10:06:00", () -> {
            commands.hear(alerts.find(drill).orElseThrow());
            commands.handle(drill, new IncidentCommand.TakeCommand(principal, ""));
        });
        at(story, "10:06:40",
                () -> note(drill, "OBJECTIVE", "Every room locked and silent within two minutes.", principal));
        at(story, "10:07:30", () -> work.fill(drill, CommandRole.SAFETY, office.name(), office.person(), principal));
        at(story, "10:08:00", () -> work.order(drill, IncidentWork.UnitKind.LAW, "School safety officer",
                "Main entrance", "COMMANDER", IncidentWork.UnitState.ARRIVED, principal, Ids.next()));
        at(story, "10:08:30", () -> claims.check(drill, school, "219",
                "Exercise inject: a caller says somebody is in room 219.", office, Ids.next()));
        at(story, "10:09:00",
                () -> work.give(drill, "Walk past every door", office.name(), null, principal, Ids.next()));
        at(story, "10:09:20", () -> note(drill, "NOTE", "Light on in 102.", office));
        at(story, "10:19:30", () -> finish(drill, principal, office));
        custody(story, school, principal);
    }

    private void finish(UUID drill, By principal, By office) {
        commands.hear(alerts.find(drill).orElseThrow());
        work.order(drill, IncidentWork.UnitKind.SCHOOL, "Custodian", "Gym", "COMMANDER",
                IncidentWork.UnitState.RELEASED, principal, Ids.next());
        reports.strengths(drill, "Quiet within ninety seconds; nobody opened a door.", principal);
        reports.rate(drill, AftermathCapability.ALERTING, AftermathCapability.Rating.P, "Heard in every room.",
                principal);
        reports.rate(drill, AftermathCapability.PROTECTING, AftermathCapability.Rating.S, "The light in 102 stayed on.",
                office);
        reports.propose(drill, AftermathCapability.PROTECTING,
                "The light in 102 cannot be reached from the safe corner", "Move the switch or add a second one",
                "Facilities", LocalDate.of(2026, 12, 11),
                principal, Ids.next());
    }

    /** The officer was asked in time; nobody has told the parents yet, and the house has said so twice. */
    private void custody(DemoStory story, org.daywatch.directory.Campus school, By principal) {
        today(story, "08:50", () -> commands
                .open(story.agency(), school, AlertStatus.ACTUAL, "Custody in the front office", principal, Ids.next())
                .ifPresent(id -> {
                    story.remember("custody", id);
                    var at = story.today().atTime(8, 20).atZone(school.zone()).toInstant();
                    clocks.start(id, school,
                            new StatutoryClocks.StudentEvent(Kind.CUSTODY, "", false, at, "Front office"), principal,
                            Ids.next());
                }));
        today(story, "08:53", () -> {
            var asked = due.list(story.the("custody")).getFirst();
            var said = new StatutoryClocks.Said(Outcome.DONE, How.IN_PERSON,
                    story.today().atTime(8, 46).atZone(school.zone()).toInstant(),
                    "The officer: telling the parents is safe.");
            clocks.answer(story.the("custody"), asked.event(), asked.what(), said, principal);
        });
        for (var time : List.of("09:06", "09:21")) today(story, time, reminders::remind);
    }

    private static void today(DemoStory story, String time, Runnable what) {
        story.whenItIs(story.today(), LocalTime.parse(time), () -> Tenancy.run(Scope.system(story.agency()), what));
    }

    private void note(UUID incident, String kind, String words, By by) {
        work.note(incident, kind, words, by, Ids.next());
    }

    private static void at(DemoStory story, String time, Runnable what) {
        story.whenItIs(DRILL, LocalTime.parse(time), what);
    }

    private By by(DemoStory story, String who, String name, Role role) {
        return new By(organizations.join(story.the("ironwood"), who + "@demo.daywatch.example", name, role,
                story.the("ironwood-high")), name, true);
    }
}
