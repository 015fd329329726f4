package org.daywatch.transparency.programs.clocks.triggers;

import java.util.Set;
import org.daywatch.directory.Campus;
import org.daywatch.directory.Campuses;
import org.daywatch.directory.DirectoryEvent.VisitorSignedIn;
import org.daywatch.platform.errors.NotFound;
import org.daywatch.platform.identity.Organizations.Organization;
import org.daywatch.platform.identity.Organizations;
import org.daywatch.transparency.ProgramEvent.PaperFiled;
import org.daywatch.transparency.ProgramEvent.PaperWithdrawn;
import org.daywatch.transparency.programs.clocks.ClockCommand;
import org.daywatch.transparency.programs.clocks.ClockCommands.Event;
import org.daywatch.transparency.programs.clocks.ClockCommands;
import org.daywatch.transparency.programs.clocks.ClockKind;
import org.daywatch.transparency.programs.clocks.ClockQueries;
import org.daywatch.transparency.programs.clocks.ProgramClock;
import org.daywatch.transparency.programs.papers.FiledPaper;
import org.daywatch.transparency.programs.papers.FiledPaperStore;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/**
 * The state's inspector signs in at the front desk: the report of their visit is due. Recorded as a paper, it answers
 * the earliest visit that waits for one.
 */
@Component
class InspectionClocks {

    private final ClockCommands commands;
    private final ClockQueries clocks;
    private final Campuses campuses;
    private final FiledPaperStore papers;
    private final Organizations organizations;

    InspectionClocks(ClockCommands commands, ClockQueries clocks, Campuses campuses, FiledPaperStore papers,
            Organizations organizations) {
        this.commands = commands;
        this.clocks = clocks;
        this.campuses = campuses;
        this.papers = papers;
        this.organizations = organizations;
    }

    /** Two inspectors of one day are one visit. The tenant of a visitor is the district. */
    @ApplicationModuleListener
    void on(VisitorSignedIn fact) {
        if (!Boolean.TRUE.equals(fact.inspects())) return;
        var school = campuses.find(fact.schoolId()).orElseThrow(() -> new NotFound("school " + fact.schoolId()));
        var agency = organizations.find(fact.tenant()).map(Organization::parent)
                .orElseThrow(() -> new NotFound("the program of district " + fact.tenant()));
        var day = fact.at().atZone(school.zone()).toLocalDate();
        commands.startByRule(agency, school, new Event(ClockKind.INSPECTION_REPORT, null, "",
                "inspection " + school.id() + " " + day, fact.at(), null), "", true);
    }

    @ApplicationModuleListener
    void on(PaperFiled fact) {
        if (!fact.kind().equals(ClockKind.INSPECTION_REPORT.subject())) return;
        papers.find(fact.id()).filter(FiledPaper::stands)
                .ifPresent(paper -> campuses.find(fact.schoolId())
                        .ifPresent(school -> Filed.waiting(clocks, ClockKind.INSPECTION_REPORT, school)
                                .filter(c -> !Filed.day(school, c.startedAt()).isAfter(fact.day())).findFirst()
                                .ifPresent(c -> answer(c, paper, school))));
    }

    private void answer(ProgramClock waiting, FiledPaper paper, Campus school) {
        commands.handle(waiting.id(), new ClockCommand.Answer(Filed.moment(paper.day(), school, paper.at(), waiting),
                paper.title(), Set.of(), paper.by(), paper.person()));
    }

    @ApplicationModuleListener
    void on(PaperWithdrawn fact) {
        if (!fact.kind().equals(ClockKind.INSPECTION_REPORT.subject())) return;
        papers.find(fact.id())
                .ifPresent(paper -> campuses.find(fact.schoolId()).ifPresent(school -> Filed
                        .answeredBy(clocks, ClockKind.INSPECTION_REPORT, school, paper)
                        .ifPresent(c -> commands.handle(c.id(), new ClockCommand.Reopen(fact.reason(), fact.by())))));
    }
}
