package org.daywatch.relationships.demo;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.daywatch.platform.audit.AuditLog;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.persistence.Ids;
import org.daywatch.relationships.demo.ListeningPeople.Team;
import org.daywatch.relationships.tips.HandedTips;
import org.daywatch.relationships.tips.ring.WaitingTip;
import org.daywatch.relationships.tips.thread.TipContent;
import org.daywatch.relationships.tips.thread.TipReceipts;
import org.daywatch.relationships.tips.thread.TipThreads;
import org.daywatch.relationships.triage.TipCategory;
import org.daywatch.relationships.triage.TipClass;
import org.daywatch.relationships.triage.TipOutcome;
import org.daywatch.relationships.triage.TipReceiver;
import org.daywatch.relationships.triage.TriageCommand;
import org.daywatch.relationships.triage.queue.TipReaders.Seen;
import org.daywatch.relationships.triage.queue.TipReaders;
import org.daywatch.relationships.triage.queue.TriageCommands;
import org.daywatch.relationships.triage.queue.TriageLists;
import org.springframework.stereotype.Component;

/** Tips as the ring hands them on, and what people do about them: who may is asked each time, as on the pages. */
@Component
class TipsByHand {

    private final HandedTips handed;
    private final TipReceipts receipts;
    private final TipReaders readers;
    private final TipThreads threads;
    private final TriageCommands commands;
    private final TriageLists lists;
    private final AuditLog audit;

    TipsByHand(HandedTips handed, TipReceipts receipts, TipReaders readers, TipThreads threads,
            TriageCommands commands, TriageLists lists, AuditLog audit) {
        this.handed = handed;
        this.receipts = receipts;
        this.readers = readers;
        this.threads = threads;
        this.commands = commands;
        this.lists = lists;
        this.audit = audit;
    }

    /** @param digits its receipt. @param part 0: the tip; else words that came after it */
    record Written(UUID id, LocalDate day, boolean life, String language, String words, String digits, int part) {}

    Written tip(LocalDate day, String language, String words) {
        return new Written(UUID.randomUUID(), day, false, language, words, receipts.fresh(), 0);
    }

    void hand(Team team, Written tip) {
        hand(team, tip, new byte[0]);
    }

    /** @param picture that came with it; of no length: none */
    void hand(Team team, Written tip, byte[] picture) {
        var content = new TipContent(tip.part(), receipts.mark(tip.digits()), tip.language(), tip.words());
        var waiting = new WaitingTip(tip.id(), team.district(), team.school(), tip.day(), tip.life(), 0,
                content.bytes(), picture);
        if (!handed.take(List.of(waiting)).contains(tip.id()))
            throw new IllegalStateException("the demonstration's own tip was not taken");
    }

    /** Opens it, says what it is about and sends it on. */
    void sendOn(Actor analyst, UUID tip, TipClass tipClass, TipCategory category, Set<TipReceiver> to) {
        open(analyst, tip);
        act(analyst, tip, seen -> new TriageCommand.Triage(tipClass, category, "", seen.at().by()));
        act(analyst, tip,
                seen -> new TriageCommand.Route(to, lists.forPolice(readers.today(seen)), seen.at().by()));
    }

    void takeUp(Actor helper, UUID tip) {
        open(helper, tip);
        act(helper, tip, seen -> new TriageCommand.Work(seen.at().by()));
    }

    void end(Actor helper, UUID tip, Set<TipOutcome> outcomes, String words) {
        act(helper, tip, seen -> new TriageCommand.Close(outcomes, words, seen.at().by()));
    }

    void answer(Actor reader, UUID tip, String words) {
        readers.with(reader, tip, (at, seen) -> {
            commands.answer(Ids.next(), seen, words, Optional.empty());
            return tip;
        });
    }

    private void open(Actor reader, UUID tip) {
        readers.with(reader, tip, (at, seen) -> {
            threads.opened(seen.tip().district(), tip, at.part());
            readers.opened(seen);
            audit.read("NamelessTip", "nameless tip " + tip, Map.of("as", at.part()));
            return tip;
        });
    }

    private void act(Actor who, UUID tip, Function<Seen, TriageCommand> command) {
        readers.with(who, tip, (at, seen) -> {
            commands.act(tip, seen.tip().version(), _ -> command.apply(seen));
            return tip;
        });
    }
}
