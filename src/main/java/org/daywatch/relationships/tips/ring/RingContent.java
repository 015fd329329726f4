package org.daywatch.relationships.tips.ring;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * What stands in the ring, and the rules for it; no clock, no disk.
 *
 * @param slots so many tips find a place
 * @param reserve so many of them only where somebody may die
 */
record RingContent(int slots, int reserve, List<WaitingTip> tips) {

    RingContent {
        tips = List.copyOf(tips);
    }

    /** @param coming already promised a place */
    boolean hasRoomFor(boolean lifeSafety, int coming) {
        return tips.size() + coming < slots - (lifeSafety ? 0 : reserve);
    }

    RingContent with(Collection<WaitingTip> coming) {
        var all = new ArrayList<>(tips);
        all.addAll(coming);
        return new RingContent(slots, reserve, all);
    }

    RingContent without(Set<UUID> gone) {
        return new RingContent(slots, reserve, tips.stream().filter(tip -> !gone.contains(tip.id())).toList());
    }

    /** Whose bucket is over; and who cannot wait. @param bucket that of now */
    List<WaitingTip> due(long bucket) {
        return tips.stream().filter(tip -> tip.lifeSafety() || tip.bucket() < bucket).toList();
    }
}
