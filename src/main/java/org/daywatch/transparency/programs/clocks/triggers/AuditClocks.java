package org.daywatch.transparency.programs.clocks.triggers;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.daywatch.directory.Campus;
import org.daywatch.directory.Campuses;
import org.daywatch.prevention.PreventionEvent.AssessmentCompleted;
import org.daywatch.transparency.ProgramEvent.PaperFiled;
import org.daywatch.transparency.ProgramEvent.PaperWithdrawn;
import org.daywatch.transparency.programs.clocks.ClockCommand;
import org.daywatch.transparency.programs.clocks.ClockCommands.Event;
import org.daywatch.transparency.programs.clocks.ClockCommands;
import org.daywatch.transparency.programs.clocks.ClockKind;
import org.daywatch.transparency.programs.clocks.ClockQueries;
import org.daywatch.transparency.programs.papers.FiledPaper;
import org.daywatch.transparency.programs.papers.FiledPaperStore;
import org.jspecify.annotations.Nullable;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/**
 * A safety audit that counts answers the clock that ran for it and starts the one for the next; one of long ago,
 * recorded later, starts none where a later one stands.
 */
@Component
class AuditClocks {

    private final ClockCommands commands;
    private final ClockQueries clocks;
    private final Campuses campuses;
    private final FiledPaperStore papers;

    AuditClocks(ClockCommands commands, ClockQueries clocks, Campuses campuses, FiledPaperStore papers) {
        this.commands = commands;
        this.clocks = clocks;
        this.campuses = campuses;
        this.papers = papers;
    }

    /**
     * @param source what tells of it. @param person whose word it is; null where Daywatch saw it. @param heard when it
     * was told
     */
    private record Audit(UUID agency, LocalDate day, String source, String words, String by, @Nullable UUID person,
            Instant heard) {}

    @ApplicationModuleListener
    void on(AssessmentCompleted fact) {
        if (!fact.counts()) return;
        campuses.find(fact.schoolId()).ifPresent(school -> held(school,
                new Audit(fact.tenant(), fact.day(), fact.subject(), fact.instrument(), fact.by(), null, fact.at())));
    }

    @ApplicationModuleListener
    void on(PaperFiled fact) {
        if (!fact.kind().equals(ClockKind.SAFETY_AUDIT.subject())) return;
        papers.find(fact.id()).filter(FiledPaper::stands).ifPresent(paper -> campuses.find(fact.schoolId())
                .ifPresent(school -> held(school, new Audit(fact.tenant(), fact.day(), fact.subject(), paper.title(),
                        fact.by(), paper.person(), fact.at()))));
    }

    private void held(Campus school, Audit audit) {
        var all = clocks.all(List.of(school.id())).stream()
                .filter(c -> c.kind() == ClockKind.SAFETY_AUDIT && Filed.stands(c)).toList();
        all.stream().filter(c -> c.state().open() && Filed.day(school, c.startedAt()).isBefore(audit.day))
                .forEach(c -> commands.handle(c.id(),
                        new ClockCommand.Answer(Filed.moment(audit.day, school, audit.heard, c), audit.words, Set.of(),
                                audit.by, audit.person)));
        if (all.stream().anyMatch(c -> !Filed.day(school, c.startedAt()).isBefore(audit.day))) return;
        commands.startByRule(audit.agency, school, new Event(ClockKind.SAFETY_AUDIT, null, audit.words, audit.source,
                audit.day.atStartOfDay(school.zone()).toInstant(), null), audit.by, false);
    }

    /** It was recorded by mistake: its own clock goes, and the one it answered runs again. */
    @ApplicationModuleListener
    void on(PaperWithdrawn fact) {
        if (!fact.kind().equals(ClockKind.SAFETY_AUDIT.subject())) return;
        commands.withdrawOfSources(ClockKind.SAFETY_AUDIT, fact.subject(), fact.reason(), fact.by());
        papers.find(fact.id())
                .ifPresent(paper -> campuses.find(fact.schoolId()).ifPresent(school -> Filed
                        .answeredBy(clocks, ClockKind.SAFETY_AUDIT, school, paper)
                        .ifPresent(c -> commands.handle(c.id(), new ClockCommand.Reopen(fact.reason(), fact.by())))));
    }
}
