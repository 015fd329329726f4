package org.daywatch.relationships.triage.queue;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.daywatch.platform.access.CaseReader;
import org.daywatch.platform.audit.AuditLog;
import org.daywatch.platform.errors.InvalidInput;
import org.daywatch.platform.errors.Refused;
import org.daywatch.platform.errors.Stale;
import org.daywatch.platform.events.Facts;
import org.daywatch.platform.web.forms.Forms;
import org.daywatch.relationships.tips.thread.TipPicture;
import org.daywatch.relationships.tips.thread.TipThreads;
import org.daywatch.relationships.triage.TipCategory;
import org.daywatch.relationships.triage.TipClass;
import org.daywatch.relationships.triage.TipOutcome;
import org.daywatch.relationships.triage.TipReceiver;
import org.daywatch.relationships.triage.TriageCommand;
import org.daywatch.relationships.triage.TriageCommand.By;
import org.daywatch.relationships.triage.TriageCommand.Part;
import org.daywatch.relationships.triage.TriageRefusal;
import org.daywatch.relationships.triage.queue.TipReaders.Seen;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What people do about tips, each in one transaction with its facts. The district is bound; who may is asked before.
 */
@Component
@Transactional
public class TriageCommands {

    private final QueuedTipStore queue;
    private final TipPiles piles;
    private final TipDisclosures disclosures;
    private final TipThreads threads;
    private final Forms forms;
    private final AuditLog audit;
    private final Facts facts;
    private final Clock clock;

    TriageCommands(QueuedTipStore queue, TipPiles piles, TipDisclosures disclosures, TipThreads threads, Forms forms,
            AuditLog audit,
            Facts facts, Clock clock) {
        this.queue = queue;
        this.piles = piles;
        this.disclosures = disclosures;
        this.threads = threads;
        this.forms = forms;
        this.audit = audit;
        this.facts = facts;
        this.clock = clock;
    }

    /** @param version the one its reader had before them. @throws Stale where somebody wrote since */
    public void act(UUID id, int version, Function<StandingTip, TriageCommand> asked) {
        var standing = queue.lock(id);
        if (standing.tip().version() != version) throw new Stale("tip " + id);
        var command = asked.apply(standing);
        if (command instanceof TriageCommand.Link(var other, _) && queue.find(other).isEmpty())
            throw new InvalidInput("other", other.toString(), "nametips.wrong.other");
        var decided = standing.tip().decide(command, clock.instant()).orThrow();
        if (decided.state().version() == version) return; // it was so already
        boolean analyst = command.by().part() == Part.ANALYST
                && (command instanceof TriageCommand.Triage || command instanceof TriageCommand.Route);
        queue.save(new StandingTip(decided.state(), standing.lifted(), standing.seenAt(),
                analyst ? command.by().person() : standing.analyst(), notes(standing.notes(), command)));
        if (command instanceof TriageCommand.Route route
                && decided.state().routed().contains(TipReceiver.DEPARTMENT)
                && !standing.tip().routed().contains(TipReceiver.DEPARTMENT))
            disclosures.keep(standing.tip().district(), id, route.disclosure(), route.by(), clock.instant());
        facts.tell(decided.facts());
    }

    /**
     * One end for all of a pile that nobody has read and that are not about a life.
     *
     * @param seen so many were on the page. @throws Stale where more have come since
     */
    public void closeAlike(UUID pile, int seen, TipCategory category, Set<TipOutcome> outcomes, String words, By by) {
        var waiting = piles.waiting(pile);
        if (waiting.size() != seen) throw new Stale("pile " + pile);
        for (var id : waiting) {
            act(id, queue.lock(id).tip().version(), _ -> new TriageCommand.Triage(TipClass.ROUTINE, category, "", by));
            act(id, queue.lock(id).tip().version(), _ -> new TriageCommand.Close(outcomes, words, by));
        }
    }

    /** What is said to the writer. That somebody did is audited, not what. @param form the same form counts once */
    public void answer(UUID form, Seen seen, String words, Optional<TipPicture> picture) {
        if (seen.at().part() == CaseReader.Part.POLICE_RECEIVER) throw new Refused(TriageRefusal.TIP_NOT_YOURS);
        if (!forms.first(form)) return;
        var tip = seen.tip();
        threads.say(tip.district(), tip.id(), seen.at().part(), words, picture);
        audit.act("TipAnswered", "nameless tip " + tip.id(), Map.of("as", seen.at().part()));
    }

    private List<TipNote> notes(List<TipNote> before, TriageCommand command) {
        Instant now = clock.instant();
        String name = command.by().name();
        return switch (command) {
            case TriageCommand.Triage t when !t.why().isBlank() -> QueuedTipStore.more(before,
                    new TipNote(TipNote.Kind.NOT_A_LIFE, t.why().strip(), Set.of(), name, now));
            case TriageCommand.Close c -> QueuedTipStore.more(before,
                    new TipNote(TipNote.Kind.CLOSED, c.words().strip(), c.outcomes(), name, now));
            case TriageCommand.Reopen r -> QueuedTipStore.more(before,
                    new TipNote(TipNote.Kind.REOPENED, r.why().strip(), Set.of(), name, now));
            default -> before;
        };
    }
}
