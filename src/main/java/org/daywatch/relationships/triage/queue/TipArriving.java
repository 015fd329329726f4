package org.daywatch.relationships.triage.queue;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.UUID;
import org.daywatch.platform.events.Facts;
import org.daywatch.relationships.tips.TipArrivals;
import org.daywatch.relationships.tips.ring.WaitingTip;
import org.daywatch.relationships.triage.QueuedTip;
import org.daywatch.relationships.triage.QueuedTip.Act;
import org.daywatch.relationships.triage.TriageCommand;
import org.daywatch.relationships.triage.TriageCommand.By;
import org.daywatch.relationships.triage.TriageCommand.Part;
import org.daywatch.relationships.triage.TriageEvent.LifeTipArrived;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Brings a tip into the queue in the transaction that stores it. Of one that is not about a life nothing is told and no
 * moment is written: what is kept is the day.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class TipArriving implements TipArrivals {

    /** The writer of a tip, of whom nothing is known. */
    private static final UUID NOBODY = new UUID(0, 0);

    private final QueuedTipStore queue;
    private final TriageLists lists;
    private final RecentWords recent;
    private final TipPiles piles;
    private final Facts facts;
    private final Clock clock;

    TipArriving(QueuedTipStore queue, TriageLists lists, RecentWords recent, TipPiles piles, Facts facts, Clock clock) {
        this.queue = queue;
        this.lists = lists;
        this.recent = recent;
        this.piles = piles;
        this.facts = facts;
        this.clock = clock;
    }

    @Override
    public void arrived(WaitingTip tip, String words) {
        queue.insert(QueuedTip.received(tip.district(), tip.id(), tip.school(), tip.day(), tip.lifeSafety(),
                clock.instant()), lifts(tip.day(), words));
        int percent = lists.number("TIP_ALIKE", tip.district(), tip.day());
        var alike = recent.alike(tip.id(), tip.school(), words, percent);
        if (alike.size() + 1 >= lists.number("TIP_PILE_LEAST", tip.district(), tip.day())) {
            var all = new ArrayList<>(alike);
            all.add(tip.id());
            piles.together(tip.district(), all);
        }
        if (tip.lifeSafety())
            facts.tell(new LifeTipArrived(tip.district(), tip.id(), clock.instant(), tip.school(), ""));
    }

    @Override
    public void added(UUID district, UUID id, LocalDate day, boolean life, String words) {
        var standing = queue.lock(id);
        var tip = standing.tip();
        boolean lifted = standing.lifted() || lifts(day, words);
        if (life) {
            queue.save(new StandingTip(tip.endangered(new Act(NOBODY, "", clock.instant())), lifted, null,
                    standing.analyst(), standing.notes()));
            facts.tell(new LifeTipArrived(district, id, clock.instant(), tip.school(), ""));
        } else {
            var then = tip.underWay()
                    ? tip.noted()
                    : tip.decide(new TriageCommand.HearAgain(new By(NOBODY, "", Part.ANALYST)),
                            day.atStartOfDay(ZoneOffset.UTC).toInstant()).orThrow().state();
            queue.save(new StandingTip(then, lifted, standing.seenAt(), standing.analyst(), standing.notes()));
        }
    }

    private boolean lifts(LocalDate day, String words) {
        return !lists.dangerWords(day).in(words).isEmpty();
    }
}
