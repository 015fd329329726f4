package org.daywatch.transparency.programs.demo;

import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.daywatch.directory.Campus;
import org.daywatch.directory.Campuses;
import org.daywatch.platform.demo.DemoChapter;
import org.daywatch.platform.demo.DemoStory;
import org.daywatch.platform.errors.NotFound;
import org.daywatch.platform.identity.Organizations;
import org.daywatch.platform.identity.Role;
import org.daywatch.transparency.programs.clocks.ClockCommand.Answer;
import org.daywatch.transparency.programs.clocks.ClockCommands;
import org.daywatch.transparency.programs.clocks.ClockCommands.Event;
import org.daywatch.transparency.programs.clocks.ClockDue;
import org.daywatch.transparency.programs.clocks.ClockKind;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/**
 * A visit in October left a finding that nobody has answered yet, and another one that was answered in time; a federal
 * award waits for its memorandum.
 */
@Component
@ConditionalOnProperty("daywatch.demo")
class ProgramChapter implements DemoChapter {

    private static final LocalDate VISIT = LocalDate.of(2026, 10, 29);
    private static final LocalDate AWARD = LocalDate.of(2026, 9, 28);
    private static final String WHO = "Taylor Winslow";

    private final ClockCommands commands;
    private final Campuses campuses;
    private final Organizations organizations;

    ProgramChapter(ClockCommands commands, Campuses campuses, Organizations organizations) {
        this.commands = commands;
        this.campuses = campuses;
        this.organizations = organizations;
    }

    @Override
    public int order() {
        return 52;
    }

    @Override
    public void tell(DemoStory story) {
        var school = campuses.find(story.the("ironwood-high")).orElseThrow(() -> new NotFound("school of the story"));
        start(story, school, ClockKind.INSPECTION_FINDING, "The north gate stood open at dismissal.", VISIT,
                story.today().plusDays(3));
        start(story, school, ClockKind.MEMORANDUM, "Award letter of a federal hiring program.", AWARD,
                AWARD.plusDays(90));
        var answered = start(story, school, ClockKind.INSPECTION_FINDING, "Visitors signed in without a badge.", VISIT,
                story.today());
        commands.handle(answered,
                new Answer(VISIT.plusDays(8).atTime(15, 10).atZone(school.zone()).toInstant(),
                        "Answered in writing: the desk prints a badge for everybody.",
                        Set.of(), WHO, organizations.join(school.districtId(), "safety@demo.daywatch.example", WHO,
                                Role.SAFETY_DIRECTOR, null)));
    }

    private UUID start(DemoStory story, Campus school, ClockKind kind, String about, LocalDate day, LocalDate by) {
        var event = new Event(kind, null, about, "", day.atTime(14, 0).atZone(school.zone()).toInstant(),
                ClockDue.endOf(by, school.zone()));
        return commands.start(story.agency(), school, event, WHO).orElseThrow();
    }
}
