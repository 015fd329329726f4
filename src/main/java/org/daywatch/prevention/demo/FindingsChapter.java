package org.daywatch.prevention.demo;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.UUID;
import org.daywatch.directory.Campus;
import org.daywatch.directory.Campuses;
import org.daywatch.platform.demo.DemoChapter;
import org.daywatch.platform.demo.DemoStory;
import org.daywatch.platform.identity.Organizations;
import org.daywatch.platform.identity.Role;
import org.daywatch.platform.persistence.Ids;
import org.daywatch.platform.tenancy.Scope;
import org.daywatch.platform.tenancy.Tenancy;
import org.daywatch.prevention.findings.Finding.CostClass;
import org.daywatch.prevention.findings.Finding.Rating;
import org.daywatch.prevention.findings.Finding.Where;
import org.daywatch.prevention.findings.FindingCommand;
import org.daywatch.prevention.findings.FindingCommand.By;
import org.daywatch.prevention.findings.FindingCommands;
import org.daywatch.prevention.findings.FindingDues;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What was found at two schools: one mended, verified and closed, one waiting for other eyes, one late, one accepted by
 * the safety director, one nobody owns yet.
 */
@Component
@ConditionalOnProperty("daywatch.demo")
class FindingsChapter implements DemoChapter {

    private static final LocalDate FOUND = LocalDate.of(2026, 11, 4);
    private static final By LOCKSMITH = new By(new UUID(70, 1), "Emery Stannard");

    private final Organizations organizations;
    private final Campuses campuses;
    private final FindingCommands commands;
    private final FindingDues dues;
    private final TransactionTemplate transaction;

    FindingsChapter(Organizations organizations, Campuses campuses, FindingCommands commands, FindingDues dues,
            PlatformTransactionManager transactions) {
        this.organizations = organizations;
        this.campuses = campuses;
        this.commands = commands;
        this.dues = dues;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Before the shifts, which take the clock past these days. */
    @Override
    public int order() {
        return 39;
    }

    @Override
    public void tell(DemoStory story) {
        var high = campuses.find(story.the("ironwood-high")).orElseThrow();
        var kestrel = campuses.find(story.the("kestrel")).orElseThrow();
        var principal = leads(story, "principal", "Morgan Sedgewick", Role.PRINCIPAL, high.id());
        var director = leads(story, "safety", "Taylor Winslow", Role.SAFETY_DIRECTOR, null);
        closed(story, high, principal);
        report(story, "camera", high, FOUND, "09:50", "The camera over the bus loop shows nothing", "Bus loop, pole 2",
                new Rating(3, 3, CostClass.LOW, null), "Staff at the loop morning and afternoon",
                principal);
        act(story, FOUND, "10:05", "camera", new FindingCommand.Assign("District facilities", null,
                LocalDate.of(2026, 11, 13), LocalDate.of(2026, 12, 4), "", principal));
        report(story, "gate", high, FOUND, "10:20", "The gate to the athletic fields does not lock",
                "West fence, gate B", new Rating(4, 4, CostClass.LOW, 420), "Chained by hand at first bell",
                principal);
        act(story, FOUND, "10:25", "gate", new FindingCommand.Assign("District locksmith", null,
                LocalDate.of(2026, 11, 10), LocalDate.of(2026, 11, 11), "", principal));
        act(story, LocalDate.of(2026, 11, 9), "14:10", "gate",
                new FindingCommand.SayFixed("New hasp and lock; keys in the office.", LOCKSMITH));
        report(story, "fence", high, FOUND, "10:40", "The fence along the north field is four feet high",
                "North field, 120 yards", new Rating(3, 2, CostClass.CAPITAL, 48_000), "", director);
        var accepted = LocalDate.of(2026, 11, 6);
        act(story, accepted, "11:00", "fence",
                new FindingCommand.AcceptRisk("In the bond of 2027; the field is closed to classes until then.",
                        LocalDate.of(2027, 5, 14), accepted,
                        dues.latestReview(high, accepted), director));
        var friday = LocalDate.of(2026, 11, 13);
        report(story, "radio", high, friday, "15:30", "No radio in the basement of the science wing",
                "Science wing, stairs down", new Rating(4, 3, null, null), "", principal);
        report(story, "hatch", kestrel, friday, "15:45", "The hatch to the roof can be reached from the stairs",
                "Stair C, top landing", new Rating(4, 2, CostClass.NONE, 0), "Stair C locked", director);
    }

    private void closed(DemoStory story, Campus school, By principal) {
        report(story, "door", school, FOUND, "09:30", "Door 7 beside the gym does not latch", "Gym, door 7",
                new Rating(4, 4, CostClass.LOW, 260), "Watched by the office by camera", principal);
        act(story, FOUND, "09:40", "door", new FindingCommand.Assign("District locksmith", null,
                LocalDate.of(2026, 11, 6), LocalDate.of(2026, 11, 11), "", principal));
        act(story, LocalDate.of(2026, 11, 5), "13:00", "door",
                new FindingCommand.SayFixed("Strike plate replaced.", LOCKSMITH));
        act(story, LocalDate.of(2026, 11, 6), "08:10", "door",
                new FindingCommand.Verify("Pulled at it ten times; latched each time.", principal));
        act(story, LocalDate.of(2026, 11, 6), "08:15", "door",
                new FindingCommand.Close("260 dollars. The camera is back on the hall.", principal));
    }

    private void report(DemoStory story, String name, Campus school, LocalDate day, String time, String what,
            String place, Rating rating, String interim, By by) {
        at(story, day, time, () -> story.remember("finding " + name,
                commands.open(school, what, new Where(place, null), rating, interim, by, Ids.next()).orElseThrow()));
    }

    private void act(DemoStory story, LocalDate day, String time, String name, FindingCommand command) {
        at(story, day, time, () -> commands.handle(story.the("finding " + name), command));
    }

    private void at(DemoStory story, LocalDate day, String time, Runnable what) {
        story.whenItIs(day, LocalTime.parse(time), () -> Tenancy.run(Scope.system(story.agency()),
                () -> transaction.executeWithoutResult(t -> what.run())));
    }

    private By leads(DemoStory story, String who, String name, Role role, @Nullable UUID school) {
        return new By(organizations.join(story.the("ironwood"), who + "@demo.daywatch.example", name, role, school),
                name, true, role == Role.SAFETY_DIRECTOR);
    }
}
