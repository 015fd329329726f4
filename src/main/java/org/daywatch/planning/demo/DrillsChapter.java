package org.daywatch.planning.demo;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import org.daywatch.directory.Campus;
import org.daywatch.directory.Campuses;
import org.daywatch.planning.drills.Capability.Rating;
import org.daywatch.planning.drills.Capability;
import org.daywatch.planning.drills.Drill.Origin;
import org.daywatch.planning.drills.DrillCommand.By;
import org.daywatch.planning.drills.DrillCommand;
import org.daywatch.planning.drills.DrillCommands.Wish;
import org.daywatch.planning.drills.DrillCommands;
import org.daywatch.planning.drills.DrillRecords;
import org.daywatch.planning.drills.DrillStore;
import org.daywatch.planning.drills.ForwardPlans;
import org.daywatch.planning.drills.kinds.DrillKind;
import org.daywatch.planning.drills.run.DrillNotices;
import org.daywatch.platform.demo.DemoChapter;
import org.daywatch.platform.demo.DemoStory;
import org.daywatch.platform.identity.Organizations;
import org.daywatch.platform.identity.Role;
import org.daywatch.platform.persistence.Ids;
import org.daywatch.platform.tenancy.Scope;
import org.daywatch.platform.tenancy.Tenancy;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Last week's lockdown drill of the high school, announced, held, watched and reviewed, and what is planned after it.
 */
@Component
@ConditionalOnProperty("daywatch.demo")
class DrillsChapter implements DemoChapter {

    private static final LocalDate SCHEDULED = LocalDate.of(2026, 11, 4);
    private static final LocalDate DRILL = LocalDate.of(2026, 11, 10);
    private static final LocalDate PLANNED = LocalDate.of(2026, 11, 12);

    private final Organizations organizations;
    private final Campuses campuses;
    private final DrillCommands commands;
    private final DrillStore drills;
    private final DrillNotices notices;
    private final DrillRecords records;
    private final ForwardPlans plans;
    private final TransactionTemplate transaction;

    DrillsChapter(Organizations organizations, Campuses campuses, DrillCommands commands, DrillStore drills,
            DrillNotices notices, DrillRecords records, ForwardPlans plans,
            PlatformTransactionManager transactions) {
        this.organizations = organizations;
        this.campuses = campuses;
        this.commands = commands;
        this.drills = drills;
        this.notices = notices;
        this.records = records;
        this.plans = plans;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Before the shifts, which take the clock past last week; after the alert that this drill was. */
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
        at(story, SCHEDULED, "09:15:00", () -> {
            commands.schedule(drill, story.agency(), school,
                    new Wish(DrillKind.LOCKDOWN, DRILL, LocalTime.of(10, 5), true,
                            "Second period, with a substitute in one room.", false, true,
                            Origin.BY_HAND, "CHOSEN|" + principal.name()),
                    principal);
            notices.tellStaff(drills.find(drill).orElseThrow(), school, principal);
        });
        at(story, SCHEDULED.plusDays(2), "14:30:00", () -> notices.toldFamilies(drills.find(drill).orElseThrow(),
                school, "Paper sent home on Friday, in English and Spanish", principal));
        at(story, DRILL, "10:05:02", () -> commands.start(drill, principal));
        at(story, DRILL, "10:06:55", () -> commands.handle(drill, new DrillCommand.Secured(principal)));
        at(story, DRILL, "10:09:40", () -> commands.handle(drill, new DrillCommand.Accounted(office)));
        at(story, DRILL, "10:19:10", () -> commands.endIfRunning(drill, principal)); // on a slow machine the end of its alert may have been heard before
        at(story, DRILL, "15:10:00", () -> review(drill, principal, office));
        at(story, PLANNED, "16:00:00", () -> plan(story.agency(), school, principal));
    }

    private void review(UUID id, By principal, By office) {
        var drill = drills.find(id).orElseThrow();
        records.observe(drill, "East hall", List.of("HEARD", "DOORS_LOCKED", "QUIET", "CALM"), List.of("LIGHTS_OUT"),
                "The light in 102 stayed on.", office);
        records.write(id, new DrillRecords.Words(1764, "Clear, 21 °C", "", "",
                "Two students were told a day before and had an aide beside them.", "Reading in the library annex",
                "The light in 102 cannot be reached from the safe corner.",
                "Quiet within ninety seconds; nobody opened a door."));
        records.rate(drill, Capability.ALERTING, Rating.P, "Heard in every room.", principal);
        records.rate(drill, Capability.PROTECTING, Rating.S, "The light in 102 stayed on.", office);
        records.rate(drill, Capability.ACCOUNTABILITY, Rating.P, "", principal);
        commands.handle(id, new DrillCommand.Review(Rating.S.name(), 1, principal));
    }

    private void plan(UUID agency, Campus school, By principal) {
        commands.schedule(Ids.next(), agency, school,
                new Wish(DrillKind.FIRE, LocalDate.of(2026, 11, 19), LocalTime.of(13, 20), true, "", false, true,
                        Origin.BY_HAND, "CHOSEN|" + principal.name()),
                principal);
        var wishes = plans.of(school).choices().stream()
                .map(c -> new Wish(c.wanted().kind(), c.day(), c.at(), true, "", false, false, Origin.PLANNED,
                        String.join("\n", c.why())))
                .toList();
        commands.accept(agency, school, wishes, "Planned anew.", principal, Ids.next());
    }

    private void at(DemoStory story, LocalDate day, String time, Runnable what) {
        story.whenItIs(day, LocalTime.parse(time), () -> Tenancy.run(Scope.system(story.agency()),
                () -> transaction.executeWithoutResult(t -> what.run())));
    }

    private By by(DemoStory story, String who, String name, Role role) {
        return new By(organizations.join(story.the("ironwood"), who + "@demo.daywatch.example", name, role,
                story.the("ironwood-high")), name);
    }
}
