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
 * @param pictures so many places more for parts of pictures: these never take one from words
 */
record RingContent(int slots, int reserve, int pictures, List<WaitingTip> tips) {

    /** One in so many places for pictures only where somebody may die. */
    private static final int PICTURES_FOR_LIVES = 4;

    RingContent {
        tips = List.copyOf(tips);
    }

    /** @param coming already promised a place */
    boolean hasRoomFor(boolean lifeSafety, int coming) {
        return tips.size() + coming < slots - (lifeSafety ? 0 : reserve);
    }

    /** Of a picture that is cut into parts: all of it or none. @param coming parts already promised a place */
    boolean hasRoomForPicture(boolean lifeSafety, int parts, int coming) {
        int standing = tips.stream().mapToInt(tip -> RingCopy.parts(tip.picture())).sum();
        return standing + coming + parts <= pictures - (lifeSafety ? 0 : pictures / PICTURES_FOR_LIVES);
    }

    int places() {
        return slots + pictures;
    }

    RingContent with(Collection<WaitingTip> coming) {
        var all = new ArrayList<>(tips);
        all.addAll(coming);
        return new RingContent(slots, reserve, pictures, all);
    }

    RingContent without(Set<UUID> gone) {
        return new RingContent(slots, reserve, pictures,
                tips.stream().filter(tip -> !gone.contains(tip.id())).toList());
    }

    /** Whose bucket is over; and who cannot wait. @param bucket that of now */
    List<WaitingTip> due(long bucket) {
        return tips.stream().filter(tip -> tip.lifeSafety() || tip.bucket() < bucket).toList();
    }
}
