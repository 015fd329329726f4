package org.daywatch.relationships.triage.duty;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import org.daywatch.relationships.tips.thread.LateTips;
import org.daywatch.relationships.triage.queue.QueuedTipStore;
import org.daywatch.relationships.triage.queue.TriageLists;
import org.springframework.stereotype.Component;

/** By the dated rule, for the page of whoever wrote it. */
@Component
class LateLifeTips implements LateTips {

    private final QueuedTipStore queue;
    private final TriageLists lists;
    private final Clock clock;

    LateLifeTips(QueuedTipStore queue, TriageLists lists, Clock clock) {
        this.queue = queue;
        this.lists = lists;
        this.clock = clock;
    }

    @Override
    public boolean isLate(UUID district, UUID tip) {
        var now = clock.instant();
        var limit = lists.clock(district, LocalDate.ofInstant(now, ZoneOffset.UTC));
        return queue.callingSince(district, tip).filter(since -> limit.late(since, now)).isPresent();
    }
}
