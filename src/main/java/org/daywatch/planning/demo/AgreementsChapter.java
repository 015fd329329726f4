package org.daywatch.planning.demo;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.UUID;
import org.daywatch.directory.Campus;
import org.daywatch.directory.Campuses;
import org.daywatch.planning.agreements.Agreement.Kind;
import org.daywatch.planning.agreements.AgreementCommands;
import org.daywatch.planning.agreements.AgreementDrafts;
import org.daywatch.planning.agreements.AgreementDrafts.Wanted;
import org.daywatch.planning.agreements.AgreementStore;
import org.daywatch.platform.demo.DemoChapter;
import org.daywatch.platform.demo.DemoStory;
import org.daywatch.platform.errors.InvalidInput;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.identity.Capacity;
import org.daywatch.platform.identity.Organizations;
import org.daywatch.platform.identity.Role;
import org.daywatch.platform.persistence.Ids;
import org.daywatch.platform.tenancy.Scope;
import org.daywatch.platform.tenancy.Tenancy;
import org.daywatch.staffing.SchoolOfficers;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/**
 * Two agreements of the high school are in force; one of the middle school has been waiting for the district since the
 * summer.
 */
@Component
@ConditionalOnProperty("daywatch.demo")
class AgreementsChapter implements DemoChapter {

    private static final LocalDate SHIFTS_SINCE = LocalDate.of(2026, 11, 1);
    private static final LocalDate END = LocalDate.of(2027, 6, 30);
    private static final int DAYS = 30;

    private final AgreementDrafts drafts;
    private final AgreementCommands commands;
    private final AgreementStore agreements;
    private final SchoolOfficers officers;
    private final Campuses campuses;
    private final Organizations organizations;

    AgreementsChapter(AgreementDrafts drafts, AgreementCommands commands, AgreementStore agreements,
            SchoolOfficers officers, Campuses campuses, Organizations organizations) {
        this.drafts = drafts;
        this.commands = commands;
        this.agreements = agreements;
        this.officers = officers;
        this.campuses = campuses;
        this.organizations = organizations;
    }

    /** Before the shifts of past days are told, which move the clock over what is entered here. */
    @Override
    public int order() {
        return 36;
    }

    @Override
    public void tell(DemoStory story) {
        at(story, LocalDate.of(2026, 11, 6), "09:00", () -> waiting(story));
        at(story, LocalDate.of(2026, 11, 12), "09:30", () -> inForce(story));
    }

    private void waiting(DemoStory story) {
        var kestrel = campuses.find(story.the("kestrel")).orElseThrow();
        var start = LocalDate.of(2026, 8, 10);
        UUID id = drafts.byHand(kestrel, new Wanted(Kind.SERVICE, null, "", start, start.plusDays(DAYS), END, "en"),
                "Robin Alder");
        commands.offer(id, kestrel, "", "Robin Alder");
        sign(story, kestrel, id, coordinator(story));
    }

    private void inForce(DemoStory story) {
        var high = campuses.find(story.the("ironwood-high")).orElseThrow();
        officers.since(high.id(), SHIFTS_SINCE).stream().limit(2).forEach(officer -> {
            UUID id = drafted(high, officer);
            commands.offer(id, high, "", "Robin Alder");
            sign(story, high, id, coordinator(story));
            sign(story, high, id, administrator(story));
        });
    }

    /** The one that was drafted by itself, or one drafted here where no program demands one. */
    private UUID drafted(Campus school, SchoolOfficers.Worked officer) {
        drafts.startedWork(school, officer.officer(), officer.name(), officer.firstDay());
        return agreements.covering(school.id(), officer.officer(), officer.firstDay())
                .orElseGet(() -> byHand(school, officer));
    }

    private UUID byHand(Campus school, SchoolOfficers.Worked officer) {
        try {
            return drafts.byHand(school, new Wanted(Kind.SERVICE, officer.officer(), officer.name(), officer.firstDay(),
                    officer.firstDay().plusDays(DAYS), END, "en"), "Robin Alder");
        } catch (InvalidInput drafted) { // by itself, in the moment between the two looks
            return agreements.covering(school.id(), officer.officer(), officer.firstDay()).orElseThrow(() -> drafted);
        }
    }

    private void sign(DemoStory story, Campus school, UUID id, Actor actor) {
        commands.sign(id, school, actor, actor.name(), agreements.find(id).orElseThrow().hash());
    }

    private Actor coordinator(DemoStory story) {
        return actor(story, story.agency(), "coordinator", "Robin Alder", Role.COORDINATOR);
    }

    private Actor administrator(DemoStory story) {
        return actor(story, story.the("ironwood"), "safety", "Taylor Winslow", Role.SAFETY_DIRECTOR);
    }

    private Actor actor(DemoStory story, UUID organization, String who, String name, Role role) {
        UUID person = organizations.join(organization, who + "@demo.daywatch.example", name, role, null);
        String called = organizations.find(organization).map(Organizations.Organization::name).orElse("");
        return new Actor(person, name, organization, called, role, role.defaults(), null, Capacity.NONE, Ids.next(),
                "en");
    }

    private static void at(DemoStory story, LocalDate day, String time, Runnable what) {
        story.whenItIs(day, LocalTime.parse(time), () -> Tenancy.run(Scope.system(story.agency()), what));
    }
}
