package org.daywatch.emergencies.demo;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.UUID;
import org.daywatch.directory.Campus;
import org.daywatch.directory.Campuses;
import org.daywatch.emergencies.incidents.IncidentCommand.By;
import org.daywatch.emergencies.tips.TipDesk;
import org.daywatch.emergencies.tips.TipDesk.Said;
import org.daywatch.emergencies.tips.Tips.Decision;
import org.daywatch.emergencies.tips.Tips.How;
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
 * Two calls of last week about one room that the school does not have, passed on; and something seen online this
 * morning about which nobody has decided.
 */
@Component
@ConditionalOnProperty("daywatch.demo")
class TipsChapter implements DemoChapter {

    private static final LocalDate HOAX = LocalDate.of(2026, 11, 12);

    private final Organizations organizations;
    private final Campuses campuses;
    private final TipDesk desk;

    TipsChapter(Organizations organizations, Campuses campuses, TipDesk desk) {
        this.organizations = organizations;
        this.campuses = campuses;
        this.desk = desk;
    }

    @Override
    public int order() {
        return 39;
    }

    @Override
    public void tell(DemoStory story) {
        var school = campuses.find(story.the("ironwood-high")).orElseThrow();
        var office = by(story, "office", "Sasha Vandermeer", Role.FRONT_OFFICE);
        var principal = by(story, "principal", "Morgan Sedgewick", Role.PRINCIPAL);
        at(story, HOAX, "13:12",
                () -> tip(story, school,
                        new Said(How.PHONE, "219",
                                "A caller's voice: in room 219 with a rifle. Engine noise in the background."),
                        office));
        at(story, HOAX, "13:14", () -> {
            var group = tip(story, school,
                    new Said(How.PHONE, "", "The same voice again. Hung up when asked for the street."), office);
            desk.decide(group, Decision.PASSED_ON,
                    "Police have the number; five other schools were called within the hour. Walked the second floor with the officer.",
                    principal);
        });
        at(story, story.today(), "08:25",
                () -> tip(story, school, new Said(How.ONLINE, "",
                        "A parent shows a picture with the school's name and the words: do not come on Friday."),
                        office));
    }

    private UUID tip(DemoStory story, Campus school, Said said, By by) {
        return desk.take(story.agency(), school, said, by, Ids.next());
    }

    private static void at(DemoStory story, LocalDate day, String time, Runnable what) {
        story.whenItIs(day, LocalTime.parse(time), () -> Tenancy.run(Scope.system(story.agency()), what));
    }

    private By by(DemoStory story, String who, String name, Role role) {
        return new By(organizations.join(story.the("ironwood"), who + "@demo.daywatch.example", name, role,
                story.the("ironwood-high")), name, true);
    }
}
