package org.daywatch.transparency.programs.papers;

import java.util.List;
import org.daywatch.transparency.ProgramEvent.PaperFiled;
import org.daywatch.transparency.ProgramEvent.PaperWithdrawn;
import org.daywatch.transparency.activitylog.Activity;
import org.daywatch.transparency.activitylog.ActivityKind;
import org.daywatch.transparency.activitylog.ActivityLog;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/**
 * A paper is a line of the school on its day, without minutes and without an officer, that carries what it counts as.
 */
@Component
class FiledPaperHearing {

    private final FiledPaperStore papers;
    private final ActivityLog log;

    FiledPaperHearing(FiledPaperStore papers, ActivityLog log) {
        this.papers = papers;
        this.log = log;
    }

    @ApplicationModuleListener
    void on(PaperFiled fact) {
        log.tells(fact.subject(),
                () -> papers.find(fact.id()).filter(FiledPaper::stands).map(FiledPaperHearing::line).stream().toList(),
                "");
    }

    @ApplicationModuleListener
    void on(PaperWithdrawn fact) {
        log.tells(fact.subject(), List::of, fact.reason());
    }

    private static Activity line(FiledPaper paper) {
        return new Activity(paper.district(), paper.school(), null, paper.day(), null, null, 0, ActivityKind.PAPER,
                paper.subject(), "", Activity.Details.NONE, Activity.Source.FACT,
                "filed paper " + paper.id(), "/program/papers/" + paper.id());
    }
}
